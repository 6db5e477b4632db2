"""延滞金の割合の特例と、その割合を用いる日。"""

from datetime import date

from tests.spec.harness import Proposition, holds

FOUR_CITIES = "安曇野市、福井市、袋井市、福岡市の公表する割合の一覧"


def _rate(title: str, parameter: str, on: date, *, rate: str, since: date, cites: tuple[str, ...]) -> Proposition:
    return Proposition(
        title=title,
        cites=cites,
        rule="rate_of_law",
        given={"parameter": parameter, "on": on},
        expected={"rate": rate, "from_on": since},
        worked=(f"{on.year}年の割合として公表されているのは年{rate}",),
        source=FOUR_CITIES,
    )


SPECIAL = ("local_tax_act/s3-2/1",)
GRACE = ("local_tax_act/s3-2/3",)
REFUND = ("local_tax_act/17-4/1", "local_tax_act/s3-2/4")
NEXT = "11月30日までに財務大臣が告示する平均貸付割合"

PROPOSITIONS = (
    _rate(
        "1999年までの延滞金の第一段階の割合は、本則の年7.3％である",
        "late_charge_first_tier",
        date(1999, 12, 31),
        rate="7.3%",
        since=date(1970, 1, 1),
        cites=("local_tax_act/369/1",),
    ),
    _rate(
        "2000年からの延滞金の第一段階の割合は、特例基準割合による",
        "late_charge_first_tier",
        date(2000, 1, 1),
        rate="4.5%",
        since=date(2000, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "2013年までの延滞金の第二段階の割合は、特例によらず年14.6％である",
        "late_charge_later",
        date(2013, 12, 31),
        rate="14.6%",
        since=date(1970, 1, 1),
        cites=("local_tax_act/369/1",),
    ),
    _rate(
        "2014年からは第二段階の割合も特例による",
        "late_charge_later",
        date(2014, 1, 1),
        rate="9.2%",
        since=date(2014, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "2013年の第一段階の割合は、2010年から続く年4.3％である",
        "late_charge_first_tier",
        date(2013, 12, 31),
        rate="4.3%",
        since=date(2010, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "割合は1月1日に変わり、2025年12月31日までは2022年からの割合による",
        "late_charge_first_tier",
        date(2025, 12, 31),
        rate="2.4%",
        since=date(2022, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "2026年1月1日からの第一段階の割合は年2.8％である",
        "late_charge_first_tier",
        date(2026, 1, 1),
        rate="2.8%",
        since=date(2026, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "2026年1月1日からの第二段階の割合は年9.1％である",
        "late_charge_later",
        date(2026, 12, 31),
        rate="9.1%",
        since=date(2026, 1, 1),
        cites=SPECIAL,
    ),
    _rate(
        "2020年までの猶予特例基準割合は、特例基準割合と同じである",
        "late_charge_grace",
        date(2020, 12, 31),
        rate="1.6%",
        since=date(2018, 1, 1),
        cites=GRACE,
    ),
    _rate(
        "2021年からの猶予特例基準割合は、平均貸付割合に0.5％を加える",
        "late_charge_grace",
        date(2021, 1, 1),
        rate="1%",
        since=date(2021, 1, 1),
        cites=GRACE,
    ),
    _rate(
        "2026年の還付加算金の割合は、平均貸付割合0.8％に0.5％を加えた年1.3％である",
        "refund_interest",
        date(2026, 6, 30),
        rate="1.3%",
        since=date(2026, 1, 1),
        cites=REFUND,
    ),
    _rate(
        "1999年までの還付加算金の割合は、本則の年7.3％である",
        "refund_interest",
        date(1999, 12, 31),
        rate="7.3%",
        since=date(1970, 1, 1),
        cites=("local_tax_act/17-4/1",),
    ),
    Proposition(
        title="2027年の延滞金の割合は、告示されるまで答えない",
        cites=SPECIAL,
        rule="rate_of_law",
        given={"parameter": "late_charge_first_tier", "on": date(2027, 1, 1)},
        refused=NEXT,
        worked=("前の年の割合で代えず、いつ定まるかを示して断る",),
    ),
    Proposition(
        title="2027年の猶予特例基準割合も、告示されるまで答えない",
        cites=GRACE,
        rule="rate_of_law",
        given={"parameter": "late_charge_grace", "on": date(2027, 1, 1)},
        refused=NEXT,
        worked=("前の年の割合で代えず、いつ定まるかを示して断る",),
    ),
    Proposition(
        title="2000年より前の日の猶予特例基準割合は、収録していないので答えない",
        cites=GRACE,
        rule="rate_of_law",
        given={"parameter": "late_charge_grace", "on": date(1999, 12, 31)},
        refused="2000-01-01 より前の値を収録していません",
        worked=("特例は2000年1月1日に始まった",),
    ),
)

test_proposition = holds(PROPOSITIONS)
