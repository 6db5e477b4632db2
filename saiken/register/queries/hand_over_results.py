"""The recovery office's table for a fiscal year: per receivable and condition what was handed over, the goal, what was collected.

The one idea: a case counts with what was owed when the year's part of it began (its acceptance, or 4/1 when it was held already); collected
is the receipt account of those days, by day of payment. It shows no person.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from saiken.domain.claim.entry import Account
from saiken.domain.dates.fiscal_year import first_day, last_day
from saiken.register.models import (
    Entry,
    HandOverClaim,
    HandOverGoal,
    HandOverStanding,
    JointEffectRule,
    Office,
    Receivable,
)
from saiken.register.queries.collected import held_in, percent, receipts
from saiken.register.queries.memory import remembered

#: Receivable and condition.
_Key = tuple[int, str]


@dataclass(frozen=True)
class ResultLine:
    """One receivable and condition; `last_progress` is last year's. Progress is empty without a goal."""

    receivable_id: int
    receivable: str
    condition: str
    cases: int
    yen: int
    goal_yen: int | None
    collected_yen: int
    last_progress: str

    @property
    def progress(self) -> str:
        """Collected of the goal."""
        return percent(self.collected_yen, self.goal_yen)


@dataclass(frozen=True)
class Results:
    """A fiscal year's table of an office."""

    fiscal_year: int
    lines: tuple[ResultLine, ...]

    @property
    def cases(self) -> int:
        """Of all lines."""
        return sum(line.cases for line in self.lines)

    @property
    def yen(self) -> int:
        """Of all lines."""
        return sum(line.yen for line in self.lines)

    @property
    def goal_yen(self) -> int:
        """Of the lines with a goal."""
        return sum(line.goal_yen or 0 for line in self.lines)

    @property
    def collected_yen(self) -> int:
        """Of all lines."""
        return sum(line.collected_yen for line in self.lines)

    @property
    def progress(self) -> str:
        """Collected of the goals."""
        return percent(self.collected_yen, self.goal_yen)


@remembered(64)
def results(office_id: int, fiscal_year: int, *, until_on: date) -> Results:
    """The table of the office that receives cases, with payments until a day."""
    given = _cases(office_id, fiscal_year)
    goals, collected = _goals(office_id, fiscal_year), _collected(office_id, fiscal_year, until_on=until_on)
    last_goals = _goals(office_id, fiscal_year - 1)
    last_collected = _collected(office_id, fiscal_year - 1, until_on=until_on)
    names = Receivable.objects.in_bulk({receivable_id for receivable_id, _ in {*given, *goals}})
    keys = sorted({*given, *goals}, key=lambda key: (names[key[0]].number, key))
    return Results(
        fiscal_year,
        tuple(
            ResultLine(
                receivable_id=key[0],
                receivable=str(names[key[0]]),
                condition=key[1],
                cases=len(given[key][0]) if key in given else 0,
                yen=given[key][1] if key in given else 0,
                goal_yen=goals.get(key),
                collected_yen=collected.get(key, 0),
                last_progress=percent(last_collected.get(key, 0), last_goals.get(key)),
            )
            for key in keys
        ),
    )


def _held(office_id: int, fiscal_year: int) -> QuerySet[HandOverClaim]:
    """The claims of hand-overs that the office held on some day of the year."""
    begun = Q(hand_over__standing__accepted_on__lte=last_day(fiscal_year))
    going_on = Q(hand_over__standing__ended_on__isnull=True) | Q(
        hand_over__standing__ended_on__gt=first_day(fiscal_year)
    )
    return HandOverClaim.objects.filter(begun & going_on, hand_over__to_office_id=office_id)


def _cases(office_id: int, fiscal_year: int) -> dict[_Key, tuple[set[int], int]]:
    """The hand-overs and the yen by receivable and condition."""
    first = first_day(fiscal_year)
    held = _held(office_id, fiscal_year)
    earlier = held.filter(hand_over__standing__accepted_on__lt=first)
    owed = _owed_before(earlier, first)
    found: dict[_Key, tuple[set[int], int]] = defaultdict(lambda: (set(), 0))
    columns = (
        "receivable_id",
        "hand_over__condition",
        "hand_over_id",
        "claim_id",
        "balance_yen",
        "hand_over__standing__accepted_on",
    )
    for receivable_id, condition, hand_over_id, claim_id, yen, accepted_on in held.values_list(*columns):
        numbers, sum_yen = found[receivable_id, condition]
        numbers.add(hand_over_id)
        found[receivable_id, condition] = (numbers, sum_yen + (owed.get(claim_id, 0) if accepted_on < first else yen))
    return dict(found)


def _owed_before(claims: QuerySet[HandOverClaim], day: date) -> dict[int, int]:
    """What was owed of the claims at the end of the day before."""
    entries = Entry.objects.filter(claim__in=claims.values("claim_id"), effective_on__lt=day)
    owed: dict[int, int] = defaultdict(int)
    for claim_id, account, yen in entries.order_by().values_list("claim_id", "account").annotate(Sum("yen")):
        owed[claim_id] += yen if account == Account.ASSESSMENT.value else -yen
    return owed


def _goals(office_id: int, fiscal_year: int) -> dict[_Key, int]:
    rows = HandOverGoal.objects.filter(office_id=office_id, fiscal_year=fiscal_year).order_by("revision")
    return {(row.receivable_id, row.condition): row.goal_yen for row in rows}


def _collected(office_id: int, fiscal_year: int, *, until_on: date) -> dict[_Key, int]:
    """What came in while the office held the claims, in the year."""
    last = min(until_on, last_day(fiscal_year))
    entries = receipts().filter(
        held_in(),
        claim__hand_overs__hand_over__to_office_id=office_id,
        effective_on__gte=first_day(fiscal_year),
        effective_on__lte=last,
    )
    by = ("claim__hand_overs__receivable_id", "claim__hand_overs__hand_over__condition")
    rows = entries.order_by().values_list(*by).annotate(Sum("yen"))
    return {(receivable_id, condition): int(yen) for receivable_id, condition, yen in rows}


def receiving_offices() -> tuple[tuple[int, str], ...]:
    """The offices that have ever received a case, a goal or a rule of joint work, by name."""
    received = HandOverStanding.objects.filter(to_office_id=OuterRef("pk"))
    aimed = HandOverGoal.objects.filter(office_id=OuterRef("pk"))
    joint = JointEffectRule.objects.filter(office_id=OuterRef("pk"))
    rows = Office.objects.filter(Exists(received) | Exists(aimed) | Exists(joint))
    return tuple(rows.order_by("name", "pk").values_list("pk", "name"))
