"""法定利率とその変わる日。"""

from datetime import date

from tests.spec.harness import Proposition, holds

MINISTRY = "法務省の公表する法定利率の資料"


def _interest(title: str, on: date, *, rate: str, since: date, cites: tuple[str, ...]) -> Proposition:
    return Proposition(
        title=title,
        cites=cites,
        rule="rate_of_law",
        given={"parameter": "statutory_interest", "on": on},
        expected={"rate": rate, "from_on": since},
        worked=(f"{since.year}年{since.month}月{since.day}日からの法定利率は年{rate}",),
        source=MINISTRY,
    )


PROPOSITIONS = (
    _interest(
        "2020年3月31日までの法定利率は年5％である",
        date(2020, 3, 31),
        rate="5%",
        since=date(1970, 1, 1),
        cites=("civil_code_old/404",),
    ),
    _interest(
        "2020年4月1日からの法定利率は年3％である",
        date(2020, 4, 1),
        rate="3%",
        since=date(2020, 4, 1),
        cites=("civil_code/404/2",),
    ),
    _interest(
        "法定利率は3年ごとに見直し、2023年4月1日からの期も年3％である",
        date(2023, 4, 1),
        rate="3%",
        since=date(2023, 4, 1),
        cites=("civil_code/404/3",),
    ),
    _interest(
        "2026年4月1日からの期も年3％で、2029年3月31日まで続く",
        date(2029, 3, 31),
        rate="3%",
        since=date(2026, 4, 1),
        cites=("civil_code/404/3",),
    ),
    Proposition(
        title="2029年4月1日からの法定利率は、告示されるまで答えない",
        cites=("civil_code/404/3",),
        rule="rate_of_law",
        given={"parameter": "statutory_interest", "on": date(2029, 4, 1)},
        refused="2029年4月1日から3年",
        worked=("次の期は2029年4月1日に始まる",),
    ),
    Proposition(
        title="商行為の法定利率年6％は、2020年3月31日までに限る",
        cites=("commercial_code_old/514",),
        rule="rate_of_law",
        given={"parameter": "statutory_interest_commercial", "on": date(2020, 3, 31)},
        expected={"rate": "6%", "from_on": date(1970, 1, 1)},
        worked=("2020年4月1日に廃止された",),
        source=MINISTRY,
    ),
    Proposition(
        title="2020年4月1日からは、商行為の法定利率を答えない",
        cites=("commercial_code_old/514",),
        rule="rate_of_law",
        given={"parameter": "statutory_interest_commercial", "on": date(2020, 4, 1)},
        refused="廃止され、民法の法定利率によります",
        worked=("民法の法定利率年3％による",),
    ),
)

test_proposition = holds(PROPOSITIONS)
