"""債務名義による給料等の差押え"""

from datetime import date

from tests.spec.harness import Proposition, holds

_152_1, _152_2 = "civil_execution_act/152/1", "civil_execution_act/152/2"
_CAPS = "civil_execution_order/2/1"
_DAY = date(2026, 6, 25)
_COURT = "裁判所「民事執行に関するQ&A」の計算方法、弁護士会等の公表する計算例"

PROPOSITIONS = (
    Proposition(
        title="債務名義による差押えでは、手取額の4分の1を差し押さえることができる",
        cites=(_152_1,),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 240_000},
        expected={"exempt_yen": 180_000, "seizable_yen": 60_000},
        worked=("240,000 × 3/4 = 180,000円は33万円以下", "240,000 − 180,000 = 60,000円"),
        source=_COURT,
    ),
    Proposition(
        title="手取額は、支給額から税と社会保険料を引いた額とする",
        cites=(_152_1,),
        rule="court_wage",
        given={
            "on": _DAY,
            "gross_yen": 320_000,
            "income_tax_yen": 12_000,
            "resident_tax_yen": 20_000,
            "social_insurance_yen": 48_000,
        },
        expected={"net_yen": 240_000, "exempt_yen": 180_000, "seizable_yen": 60_000},
        worked=("320,000 − 12,000 − 20,000 − 48,000 = 240,000円", "240,000 ÷ 4 = 60,000円"),
    ),
    Proposition(
        title="手取額の4分の3が33万円を超えるときは、33万円を超える部分の全部を差し押さえることができる",
        cites=(_152_1, f"{_CAPS}/1"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 480_000},
        expected={"exempt_yen": 330_000, "seizable_yen": 150_000},
        worked=("480,000 × 3/4 = 360,000円は33万円を超える", "480,000 − 330,000 = 150,000円"),
        source=_COURT,
    ),
    Proposition(
        title="手取額が60万円のときは、27万円を差し押さえることができる",
        cites=(_152_1, f"{_CAPS}/1"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 600_000},
        expected={"exempt_yen": 330_000, "seizable_yen": 270_000},
        worked=("600,000 − 330,000 = 270,000円",),
        source="saimu-law.com の公表する計算例",
    ),
    Proposition(
        title="手取額が44万円のときは、4分の1も33万円を超える部分も同じ11万円となる",
        cites=(_152_1, f"{_CAPS}/1"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 440_000},
        expected={"exempt_yen": 330_000, "seizable_yen": 110_000},
        worked=("440,000 × 3/4 = 330,000円、440,000 ÷ 4 = 110,000円",),
        source=_COURT,
    ),
    Proposition(
        title="手取額が44万円を1円でも超えると、超えた1円も差し押さえることができる",
        cites=(_152_1, f"{_CAPS}/1"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 440_001},
        expected={"exempt_yen": 330_000, "seizable_yen": 110_001},
        worked=("440,001 × 3/4 = 330,000.75円は33万円を超える", "440,001 − 330,000 = 110,001円"),
    ),
    Proposition(
        title="手取額の4分の1に1円未満の端数があるときは、端数を差し押さえない",
        cites=(_152_1,),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 200_001},
        expected={"exempt_yen": 150_001, "seizable_yen": 50_000},
        worked=("200,001 ÷ 4 = 50,000.25 → 50,000円",),
    ),
    Proposition(
        title="手取額が44万円に1円足りないときも、端数を切り捨てた4分の1による",
        cites=(_152_1,),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 439_999},
        expected={"exempt_yen": 330_000, "seizable_yen": 109_999},
        worked=("439,999 ÷ 4 = 109,999.75 → 109,999円",),
    ),
    Proposition(
        title="半月ごとの給料の差押禁止は、16万5千円を限度とする",
        cites=(_152_1, f"{_CAPS}/2"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 300_000, "period_unit": "half_month"},
        expected={"exempt_yen": 165_000, "seizable_yen": 135_000},
        worked=("300,000 × 3/4 = 225,000円は165,000円を超える", "300,000 − 165,000 = 135,000円"),
    ),
    Proposition(
        title="旬ごとの給料の差押禁止は、11万円を限度とする",
        cites=(_152_1, f"{_CAPS}/3"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 150_000, "period_unit": "ten_days"},
        expected={"exempt_yen": 110_000, "seizable_yen": 40_000},
        worked=("150,000 × 3/4 = 112,500円は110,000円を超える", "150,000 − 110,000 = 40,000円"),
    ),
    Proposition(
        title="2月ごとの給料の差押禁止は、33万円の2倍を限度とする",
        cites=(_152_1, f"{_CAPS}/4"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 1_000_000, "period_unit": "month", "period_count": 2},
        expected={"exempt_yen": 660_000, "seizable_yen": 340_000},
        worked=("限度 330,000 × 2 = 660,000円、1,000,000 × 3/4 = 750,000円", "1,000,000 − 660,000 = 340,000円"),
    ),
    Proposition(
        title="日ごとの給料の差押禁止は、1万1千円を限度とする",
        cites=(_152_1, f"{_CAPS}/5"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 16_000, "period_unit": "day"},
        expected={"exempt_yen": 11_000, "seizable_yen": 5_000},
        worked=("16,000 × 3/4 = 12,000円は11,000円を超える", "16,000 − 11,000 = 5,000円"),
    ),
    Proposition(
        title="そのほかの期間の給料の差押禁止は、1万1千円に日数を乗じた額を限度とする",
        cites=(_152_1, f"{_CAPS}/6"),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 110_000, "period_unit": "day", "period_count": 7},
        expected={"exempt_yen": 77_000, "seizable_yen": 33_000},
        worked=("限度 11,000 × 7 = 77,000円、110,000 × 3/4 = 82,500円", "110,000 − 77,000 = 33,000円"),
    ),
    Proposition(
        title="賞与の差押禁止は、33万円を限度とする",
        cites=(_152_1, "civil_execution_order/2/2"),
        rule="court_bonus",
        given={"on": _DAY, "gross_yen": 2_000_000},
        expected={"exempt_yen": 330_000, "seizable_yen": 1_670_000},
        worked=("2,000,000 − 330,000 = 1,670,000円",),
        source="公表されている質疑応答の計算例",
    ),
    Proposition(
        title="退職手当は、限度なく手取額の4分の3を差し押さえることができない",
        cites=(_152_2,),
        rule="court_retirement",
        given={"on": _DAY, "gross_yen": 8_000_000},
        expected={"exempt_yen": 6_000_000, "seizable_yen": 2_000_000},
        worked=("8,000,000 × 3/4 = 6,000,000円、8,000,000 ÷ 4 = 2,000,000円",),
    ),
    Proposition(
        title="税と社会保険料が支給額を超えるときは、差し押さえることができる額はない",
        cites=(_152_1,),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 10_000, "social_insurance_yen": 12_000},
        expected={"net_yen": 0, "exempt_yen": 0, "seizable_yen": 0},
        worked=("10,000 − 12,000 は負なので、手取額は0円",),
    ),
    Proposition(
        title="支給の期間は、1以上でなければならない",
        cites=(_CAPS,),
        rule="court_wage",
        given={"on": _DAY, "gross_yen": 10_000, "period_unit": "day", "period_count": 0},
        refused="支給の期間が正しくありません",
        worked=("0日の給料はない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
