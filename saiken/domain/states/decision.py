"""The decision behind a classification: standing, contradictions, and which condition decides, without a word of explanation.

The one idea: the answer on a day and the steps over time are made from the same decision; only the answer is put into words.
Prescription is asked once per person, and not before the first day on which it can be complete where nobody reads its days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import last_day_of_years, next_day
from saiken.domain.rules.prescription import Prescription, run
from saiken.domain.rules.prescription.law import PrescriptionLaw
from saiken.domain.states.changes import coming_days
from saiken.domain.states.classification import Contradiction, Standing
from saiken.domain.states.conditions import PersonCase, plan_in_force
from saiken.domain.states.contradictions import contradictions
from saiken.domain.states.election import Election, elect
from saiken.domain.states.facts import PersonFacts
from saiken.domain.states.persons import answering
from saiken.domain.states.table import StateTable
from saiken.law.lawbook import LawBook

_LONG_MONTHS = "long_instalment_months"


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a claim stands on a day, who and what decides, and the earliest day on which that may differ without new facts."""

    standing: Standing
    again_on: date | None = None
    election: Election | None = None
    periods: Sequence[Prescription] = ()
    contradictions: tuple[Contradiction, ...] = ()


def decide(case: Case, on: date, *, lawbook: LawBook, table: StateTable, lapses_from: date = date.min) -> Decision:
    """納期限を過ぎて残高のある債権は、その日までの事実により、十六の区分のちょうど一つに当たる.

    Before `lapses_from` prescription cannot be complete and is not asked.
    """
    balance_yen = case.balance_yen(on)
    if balance_yen <= 0 and (on > case.due_on or any(movement.on <= on for movement in case.movements)):
        return Decision(Standing.SETTLED)
    if on <= case.due_on:
        return Decision(Standing.NOT_DUE, next_day(case.due_on))
    known = [event for event in case.events if event.on <= on]
    persons = answering(case, known, on=on, lawbook=lawbook)
    days = coming_days(case, known, persons=persons, on=on)
    contradicting = contradictions(case, known, persons=persons, on=on)
    if contradicting:
        return Decision(Standing.DATA_TO_CHECK, min(days, default=None), contradictions=contradicting)
    if on < lapses_from:
        periods: list[Prescription] = []
        days.append(lapses_from)
    else:
        periods = [run(case, on, lawbook=lawbook, party=facts.party.key) for facts in persons]
        days += [period.next_change_on for period in periods if period.next_change_on is not None]
    asked: Sequence[Prescription | None] = periods or [None for _ in persons]
    cases = _person_cases(case, persons, periods=asked, balance_yen=balance_yen, lawbook=lawbook, table=table)
    return Decision(Standing.OPEN, min(days, default=None), elect(cases, table), periods)


def first_lapse(case: Case, lawbook: LawBook) -> date:
    """時効は、納期限の翌日から期間の満了するまで完成しない: the first day on which prescription can be complete at all."""
    years = PrescriptionLaw.of(case, lawbook).period(case.cause_on).number
    return next_day(last_day_of_years(next_day(case.due_on), int(years)))


def _person_cases(
    case: Case,
    persons: Sequence[PersonFacts],
    *,
    periods: Sequence[Prescription | None],
    balance_yen: int,
    lawbook: LawBook,
    table: StateTable,
) -> list[PersonCase]:
    """What the conditions look at; a period that was not asked has not run."""
    enforceable = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    return [
        PersonCase(
            facts=facts,
            legal_class=case.legal_class,
            owed_yen=_owed_yen(facts, balance_yen),
            long_months=_long_months(facts.on, lawbook),
            plan=plan_in_force(facts, enforceable=enforceable),
            completes_on=period.completes_on if period else None,
            complete=period is not None and period.complete and period.extinct_on is None,
            reading=table.reading,
        )
        for facts, period in zip(persons, periods, strict=True)
    ]


def _long_months(on: date, lawbook: LawBook) -> int:
    """The months that part ⑥ from ⑦, those of the first edition for earlier days."""
    months = lawbook.parameter(_LONG_MONTHS)
    return int(months.on(max(on, months.values[0].from_on)).number)


def _owed_yen(facts: PersonFacts, balance_yen: int) -> int:
    """An heir owes its share, rounded up to a yen; everybody else the whole."""
    if facts.party.role is not PartyRole.HEIR or facts.party.share is None:
        return balance_yen
    return -(-balance_yen * facts.party.share.numerator // facts.party.share.denominator)
