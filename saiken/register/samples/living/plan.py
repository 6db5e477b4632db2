"""The living cases worked out for one day: persons with their claims and everything that happened, on real days.

The one idea: seed and day decide everything. Nothing happens after the day of the load, nothing is owed for years that a published paper
tells of, and an event concerns the claims that had fallen due by then. Pure: nothing is stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from saiken.domain.dates.business_day import business_day_from
from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.register.samples.living.model import ClaimSpec, EventSpec, LivingCase, Offset
from saiken.register.samples.plan.people import Person, person

#: The last year of which a published paper tells.
LAST_PUBLISHED_YEAR = 2021
#: How many fiscal years back living claims reach.
_YEARS_BACK = 4
#: Due day of the month (the end of the month for rent), and the month of the year's first instalment.
_CARE_DUE_DAY, _FIRST_MONTH = 25, 7
#: Persons with higher numbers than anybody of the published sheets.
_FIRST_PERSON = 5_000_000
#: A formal demand is sent so many days after the due day, where a month has gone by since.
_DEMANDED_AFTER, _DEMAND_AGE = (12, 19), 28
#: Wards whose files the cases `wards` are, in turn; the first is the ward officer's.
WARDS = ("城東区", "北区", "住之江区", "平野区")
_OFFICES = {"section": "福祉局/高齢者施策部介護保険課", "housing": "都市整備局/住宅管理課"}


@dataclass(frozen=True, slots=True)
class LivingClaim:
    """One claim of a person; `instalment` and `number` as an assessment has them."""

    receivable: str
    number: str
    instalment: str
    assessed_on: date
    due_before_shift_on: date
    due_on: date
    yen: int
    demanded_on: date | None


@dataclass(frozen=True, slots=True)
class LivingPerson:
    """One person of a case; `office` is the key of the office that handles the person's premiums or rent."""

    case: LivingCase
    number: int
    person: Person
    telephone: str
    office: str
    claims: tuple[LivingClaim, ...]
    shift: int

    def day(self, offset: Offset, on: date) -> date:
        """An offset of the case as a day; invented persons are some days earlier in what is past."""
        if isinstance(offset, str):
            years, days = (int(part) for part in offset.removesuffix("d").split("y"))
            return _years(on, years) + timedelta(days=days)
        return on + timedelta(days=offset - (self.shift if offset < 0 else 0))


@dataclass(frozen=True)
class LivingPlan:
    """All persons for a day."""

    on: date
    persons: tuple[LivingPerson, ...]

    @property
    def claims(self) -> int:
        """How many claims are planned."""
        return sum(len(each.claims) for each in self.persons)


def plan_living(cases: Sequence[LivingCase], *, seed: int, on: date) -> LivingPlan:
    """Every person of the cases as of `on`."""
    persons: list[LivingPerson] = []
    for case in cases:
        rng = Random(f"{seed}/living/{case.id}")
        for place in range(len(case.names) + case.count):
            persons.append(_person(case, place, number=len(persons), rng=rng, on=on))
    return LivingPlan(on, tuple(living for living in persons if living.claims))


def _person(case: LivingCase, place: int, *, number: int, rng: Random, on: date) -> LivingPerson:
    known = place < len(case.names)
    invented = person(_FIRST_PERSON + number)
    name, kana = case.names[place] if known else (invented.name, invented.name_kana)
    who = replace(invented, name=name, name_kana=kana, number=f"L{number + 1:07d}")
    telephone = case.telephone if known and case.telephone else f"06-0000-{rng.randrange(10_000):04d}"
    claims = tuple(sorted(_claims(case, rng, number=number, on=on), key=lambda claim: claim.due_on))
    shift = 0 if known or not case.spread else rng.randrange(case.spread + 1)
    return LivingPerson(case, number, who, telephone, _office(case, number), claims, shift)


def _office(case: LivingCase, number: int) -> str:
    if case.office == "ward":
        return WARDS[0]
    return WARDS[number % len(WARDS)] if case.office == "wards" else _OFFICES[case.office]


def _claims(case: LivingCase, rng: Random, *, number: int, on: date) -> Iterator[LivingClaim]:
    for spec in case.claims:
        yen = spec.yen + rng.randrange(spec.yen // 5) // 10 * 10
        for before_shift in _due_days(spec, on):
            due_on = business_day_from(before_shift)
            demanded_on = due_on + timedelta(days=rng.randint(*_DEMANDED_AFTER))
            is_demanded = case.demand and (on - due_on).days >= _DEMAND_AGE
            yield LivingClaim(
                receivable=spec.receivable,
                number=f"{'介' if spec.receivable == 'care' else '住'}{before_shift.year}-L{number + 1:05d}",
                instalment=_instalment(spec, before_shift),
                assessed_on=before_shift.replace(day=1),
                due_before_shift_on=before_shift,
                due_on=due_on,
                yen=yen,
                demanded_on=demanded_on if is_demanded else None,
            )


def _due_days(spec: ClaimSpec, on: date) -> Iterator[date]:
    """The due days of a spec, within the years of living claims, latest first."""
    earliest = first_day(max(fiscal_year_of(on) - _YEARS_BACK, LAST_PUBLISHED_YEAR + 1))
    past = (
        day for months in range(80) if (day := _due_day(spec.receivable, on, months=months)) < on and day >= earliest
    )
    if isinstance(spec.due, str):
        yield from [day for day in past if day.month == _FIRST_MONTH][:1]
        return
    first, last = spec.due
    yield from list(past)[first - 1 : last]


def _due_day(receivable: str, on: date, *, months: int) -> date:
    """The due day of the month so many months before that of `on`."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    if receivable == "care":
        return date(year, month + 1, _CARE_DUE_DAY)
    return date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)


def _instalment(spec: ClaimSpec, due: date) -> str:
    if spec.receivable == "rent":
        return f"{due.month}月分"
    turn = (due.month - _FIRST_MONTH) % 12 + 1
    return f"{turn}期" if turn <= 9 else f"随時{due.month}月"


def _years(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def concerned(living: LivingPerson, event: EventSpec, *, on: date) -> tuple[int, ...]:
    """The positions of the claims that an event concerns: those that had fallen due by its day."""
    happened_on = living.day(event.on, on)
    return tuple(place for place, claim in enumerate(living.claims) if claim.due_on < happened_on)
