"""日付で変わる額と年数。"""

from datetime import date

from tests.spec.harness import Proposition, holds


def _number(title: str, parameter: str, on: date, *, number: int, since: date, cites: tuple[str, ...]) -> Proposition:
    return Proposition(
        title=title,
        cites=cites,
        rule="number_of_law",
        given={"parameter": parameter, "on": on},
        expected={"number": number, "from_on": since},
        worked=(f"{since.year}年{since.month}月{since.day}日からの値は{number:,}",),
    )


ORDER = ("national_tax_collection_order/34",)

PROPOSITIONS = (
    _number(
        "給料等の差押禁止額の本人分は、2026年3月31日まで月10万円である",
        "wage_living_self_yen",
        date(2026, 3, 31),
        number=100000,
        since=date(2019, 6, 22),
        cites=ORDER,
    ),
    _number(
        "給料等の差押禁止額の本人分は、2026年4月1日から月10万7,000円である",
        "wage_living_self_yen",
        date(2026, 4, 1),
        number=107000,
        since=date(2026, 4, 1),
        cites=ORDER,
    ),
    _number(
        "給料等の差押禁止額の親族一人分は、2026年3月31日まで月4万5,000円である",
        "wage_living_dependent_yen",
        date(2026, 3, 31),
        number=45000,
        since=date(2019, 6, 22),
        cites=ORDER,
    ),
    _number(
        "給料等の差押禁止額の親族一人分は、2026年4月1日から月4万8,000円である",
        "wage_living_dependent_yen",
        date(2026, 4, 1),
        number=48000,
        since=date(2026, 4, 1),
        cites=ORDER,
    ),
    _number(
        "民事執行の差押禁止の限度額は、毎月払で33万円である",
        "court_exempt_month_yen",
        date(2026, 4, 1),
        number=330000,
        since=date(2015, 9, 1),
        cites=("civil_execution_order/2/1/1",),
    ),
    _number(
        "判決で確定した権利の時効は、2020年4月1日の前も後も10年である",
        "prescription_years_judgment",
        date(2020, 3, 31),
        number=10,
        since=date(1970, 1, 1),
        cites=("civil_code_old/174-2/1",),
    ),
    Proposition(
        title="改正前の民法が定めていた日には、改正後の私債権の時効の年数を答えない",
        cites=("civil_code/166/1/1",),
        rule="number_of_law",
        given={"parameter": "prescription_years_private_knowing", "on": date(2020, 3, 31)},
        refused="2020-04-01 より前の値を収録していません",
        worked=("知った時から5年の定めは2020年4月1日に始まった",),
    ),
    Proposition(
        title="改正前の民法が定めていた日には、催告による完成猶予の月数を答えない",
        cites=("civil_code/150/1",),
        rule="number_of_law",
        given={"parameter": "informal_demand_postponement_months", "on": date(2020, 3, 31)},
        refused="2020-04-01 より前の値を収録していません",
        worked=("完成猶予は2020年4月1日に始まった。前の催告は別の定めによる",),
    ),
)

test_proposition = holds(PROPOSITIONS)
