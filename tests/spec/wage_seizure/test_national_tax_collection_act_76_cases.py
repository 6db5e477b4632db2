"""給料等の差押禁止額（二以上の給料等、賞与、退職手当、支払を受けた金銭）"""

from datetime import date

from tests.spec.harness import Proposition, holds

_76_1 = "national_tax_collection_act/76/1"
_TOGETHER = "national_tax_collection_circular/k76-9"
_BONUS = "national_tax_collection_circular/k76-13"
_RETIREMENT = "national_tax_collection_act/76/4"
_OLD, _NEW = date(2025, 6, 25), date(2026, 6, 25)
_FIRST = {"gross_yen": 300_000, "social_insurance_yen": 50_000}
_SECOND = {"gross_yen": 50_000, "social_insurance_yen": 5_000}
_EXAMPLE = "国税徴収法基本通達76条関係9の計算例（一号から三号までの計を社会保険料の欄に置く）"

PROPOSITIONS = (
    Proposition(
        title="二か所の給料等を順に計算するときは、後の給料等には、合計額についての限度から先の給料等で使った額を引いた残りを充てる",
        cites=(_76_1, _TOGETHER),
        rule="two_pays",
        given={"on": _OLD, "dependents": 3, "method": "in_turn", "first": _FIRST, "second": _SECOND},
        expected={
            "first": {"part_4_yen": 235_000, "part_5_yen": 3_000, "seizable_yen": 12_000},
            "second": {"part_4_yen": 0, "part_5_yen": 9_000, "seizable_yen": 36_000},
        },
        worked=(
            "先の給料等だけでは、四号 235,000円、五号 3,000円",
            "合計では、四号 235,000円、五号 (350,000 − 55,000 − 235,000) × 20% = 12,000円",
            "後の給料等は、四号 235,000 − 235,000 = 0円、五号 12,000 − 3,000 = 9,000円",
            "後の給料等の差押え 50,000 − 5,000 − 9,000 = 36,000円",
        ),
        source=_EXAMPLE,
    ),
    Proposition(
        title="二か所の給料等の限度は、税と社会保険料を引いた額の比で分けることもできる",
        cites=(_76_1, _TOGETHER),
        rule="two_pays",
        given={"on": _OLD, "dependents": 3, "method": "by_ratio", "first": _FIRST, "second": _SECOND},
        expected={
            "first": {"part_4_yen": 200_000, "part_5_yen": 11_000, "seizable_yen": 39_000},
            "second": {"part_4_yen": 36_000, "part_5_yen": 2_000, "seizable_yen": 7_000},
        },
        worked=(
            "四号 235,000 × 250/295 = 199,152.5… → 200,000円、235,000 × 45/295 = 35,847.4… → 36,000円",
            "五号 12,000 × 250/295 = 10,169.4… → 11,000円、12,000 × 45/295 = 1,830.5… → 2,000円",
            "差押え 300,000 − 50,000 − 211,000 = 39,000円、50,000 − 5,000 − 38,000 = 7,000円",
        ),
        source=_EXAMPLE,
    ),
    Proposition(
        title="先の給料等が最低生活費に足りないときは、足りない分を後の給料等から保護する",
        cites=(_76_1, _TOGETHER, "national_tax_collection_order/34"),
        rule="two_pays",
        given={"on": _NEW, "dependents": 3, "method": "in_turn", "first": _FIRST, "second": _SECOND},
        expected={
            "first": {"part_4_yen": 251_000, "part_5_yen": 0, "seizable_yen": 0},
            "second": {"part_4_yen": 1_000, "part_5_yen": 9_000, "seizable_yen": 35_000},
        },
        worked=(
            "先の給料等の残り 300,000 − 50,000 = 250,000円は、四号 251,000円に1,000円足りない",
            "合計の五号 (250,000 + 45,000 − 251,000) × 20% = 8,800 → 9,000円",
            "後の給料等は、四号 1,000円、五号 9,000円、差押え 50,000 − 5,000 − 10,000 = 35,000円",
        ),
    ),
    Proposition(
        title="改正後の最低生活費でも、比で分けた各号は千円未満を切り上げる",
        cites=(_76_1, _TOGETHER, "national_tax_collection_circular/k76-3"),
        rule="two_pays",
        given={"on": _NEW, "dependents": 3, "method": "by_ratio", "first": _FIRST, "second": _SECOND},
        expected={
            "first": {"part_4_yen": 213_000, "part_5_yen": 8_000, "seizable_yen": 29_000},
            "second": {"part_4_yen": 39_000, "part_5_yen": 2_000, "seizable_yen": 4_000},
        },
        worked=(
            "四号 251,000 × 250/295 = 212,711.8… → 213,000円、251,000 × 45/295 = 38,288.1… → 39,000円",
            "五号の計 44,000 × 20% = 8,800 → 9,000円",
            "9,000 × 250/295 = 7,627.1… → 8,000円、9,000 × 45/295 = 1,372.8… → 2,000円",
            "差押え 300,000 − 50,000 − 221,000 = 29,000円、50,000 − 5,000 − 41,000 = 4,000円",
        ),
    ),
    Proposition(
        title="賞与は、同じ月の給料等と合わせて限度を計算する",
        cites=("national_tax_collection_act/76/3", _BONUS),
        rule="two_pays",
        given={
            "on": _NEW,
            "dependents": 1,
            "method": "in_turn",
            "first": {
                "gross_yen": 250_000,
                "income_tax_yen": 10_000,
                "resident_tax_yen": 15_000,
                "social_insurance_yen": 35_000,
            },
            "second": {"gross_yen": 500_000, "income_tax_yen": 20_000, "social_insurance_yen": 75_000},
        },
        expected={
            "first": {"part_4_yen": 155_000, "part_5_yen": 7_000, "seizable_yen": 28_000},
            "second": {"part_4_yen": 0, "part_5_yen": 81_000, "seizable_yen": 324_000},
        },
        worked=(
            "給料 四号 155,000円、五号 (250,000 − 60,000 − 155,000) × 20% = 7,000円",
            "合計の五号 (190,000 + 405,000 − 155,000) × 20% = 88,000円（限度 310,000円以内）",
            "賞与は、四号 0円、五号 88,000 − 7,000 = 81,000円、差押え 500,000 − 95,000 − 81,000 = 324,000円",
        ),
    ),
    Proposition(
        title="税と社会保険料が支給額を超える後の給料等は、先の給料等の限度を減らさない",
        cites=(_76_1, _TOGETHER),
        rule="two_pays",
        given={
            "on": _NEW,
            "dependents": 0,
            "method": "in_turn",
            "first": {"gross_yen": 458_000},
            "second": {"gross_yen": 0, "social_insurance_yen": 1},
        },
        expected={
            "first": {"part_4_yen": 107_000, "part_5_yen": 71_000, "seizable_yen": 280_000},
            "second": {"part_4_yen": 0, "part_5_yen": 0, "seizable_yen": 0},
        },
        worked=(
            "先の給料等 四号 107,000円、五号 (458,000 − 107,000) × 20% = 70,200 → 71,000円",
            "後の給料等の残りは0円なので、合計の五号も71,000円、後の給料等の五号は0円",
        ),
    ),
    Proposition(
        title="税と社会保険料で全てなくなる給料等ばかりでは、限度を比で分けることができない",
        cites=(_TOGETHER,),
        rule="two_pays",
        given={
            "on": _NEW,
            "dependents": 0,
            "method": "by_ratio",
            "first": {"gross_yen": 5_000, "social_insurance_yen": 5_000},
            "second": {"gross_yen": 3_000, "social_insurance_yen": 4_000},
        },
        refused="比で分けることができません",
        worked=("税と社会保険料を引いた額はどちらも0円で、比がない",),
    ),
    Proposition(
        title="退職手当は、税と社会保険料、最低生活費の3月分、5年を超える勤続1年ごとの加算を除いて差し押さえることができる",
        cites=(f"{_RETIREMENT}/1", f"{_RETIREMENT}/2", f"{_RETIREMENT}/3", f"{_RETIREMENT}/4"),
        rule="retirement_seizure",
        given={
            "on": _NEW,
            "gross_yen": 10_000_000,
            "income_tax_yen": 200_000,
            "resident_tax_yen": 120_000,
            "dependents": 1,
            "years": 20,
        },
        expected={
            "allowance_part_3_yen": 465_000,
            "allowance_part_4_yen": 1_395_000,
            "exempt_yen": 2_180_000,
            "seizable_yen": 7_820_000,
        },
        worked=(
            "三号 155,000 × 3 = 465,000円",
            "四号 465,000 × 20% × (20 − 5)年 = 93,000 × 15 = 1,395,000円",
            "差押禁止 200,000 + 120,000 + 465,000 + 1,395,000 = 2,180,000円",
        ),
    ),
    Proposition(
        title="勤続5年までの退職手当には、勤続年数による加算がない",
        cites=(f"{_RETIREMENT}/4",),
        rule="retirement_seizure",
        given={"on": _NEW, "gross_yen": 1_000_000, "dependents": 1, "years": 5},
        expected={"allowance_part_4_yen": 0, "exempt_yen": 465_000, "seizable_yen": 535_000},
        worked=("三号 465,000円、四号は5年を超えないので0円", "1,000,000 − 465,000 = 535,000円"),
    ),
    Proposition(
        title="勤続6年の退職手当には、1年分の加算がある",
        cites=(f"{_RETIREMENT}/4",),
        rule="retirement_seizure",
        given={"on": _NEW, "gross_yen": 1_000_000, "dependents": 1, "years": 6},
        expected={"allowance_part_4_yen": 93_000, "exempt_yen": 558_000, "seizable_yen": 442_000},
        worked=("四号 465,000 × 20% × 1年 = 93,000円", "1,000,000 − 558,000 = 442,000円"),
    ),
    Proposition(
        title="差押禁止の額に満たない退職手当は、差し押さえることができない",
        cites=(_RETIREMENT,),
        rule="retirement_seizure",
        given={"on": _NEW, "gross_yen": 300_000, "dependents": 0, "years": 2},
        expected={"exempt_yen": 321_000, "seizable_yen": 0},
        worked=("三号 107,000 × 3 = 321,000円は300,000円を超える",),
    ),
    Proposition(
        title="負の勤続年数は受け付けない",
        cites=(f"{_RETIREMENT}/4",),
        rule="retirement_seizure",
        given={"on": _NEW, "gross_yen": 300_000, "dependents": 0, "years": -1},
        refused="勤続年数が正しくありません",
        worked=("勤続年数は0年以上でなければならない",),
    ),
    Proposition(
        title="支払を受けた給料等の金銭は、差押えの日から次の支払日までの日数に応ずる生活の額まで差し押さえることができない",
        cites=("national_tax_collection_act/76/2",),
        rule="paid_out_money",
        given={"living_yen": 155_000, "extra_yen": 14_000, "period_days": 30, "days_to_next_pay": 12},
        expected={"protected_yen": 67_600},
        worked=("(155,000 + 14,000) × 12 ÷ 30 = 67,600円",),
    ),
    Proposition(
        title="支払を受けた金銭について保護する額に端数が生じたときは、1円に切り上げる",
        cites=("national_tax_collection_act/76/2",),
        rule="paid_out_money",
        given={"living_yen": 155_000, "extra_yen": 14_000, "period_days": 31, "days_to_next_pay": 12},
        expected={"protected_yen": 65_420},
        worked=("169,000 × 12 ÷ 31 = 65,419.35… → 65,420円",),
    ),
    Proposition(
        title="次の支払日までの日数が支給期間の日数を超えるときは、計算を断る",
        cites=("national_tax_collection_act/76/2",),
        rule="paid_out_money",
        given={"living_yen": 155_000, "extra_yen": 14_000, "period_days": 30, "days_to_next_pay": 31},
        refused="日数が正しくありません",
        worked=("30日の支給期間に31日は含まれない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
