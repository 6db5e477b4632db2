"""Every recipe of a state, for every class and kind and for persons and corporations, against the rules it must satisfy."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import Party
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.rules.prescription import run
from saiken.domain.states.classify import Standing, classify
from saiken.register.samples.plan.days import assessment_days
from saiken.register.samples.plan.history.cast import ALONE, cast_of
from saiken.register.samples.plan.history.clock import period_years, years_after
from saiken.register.samples.plan.history.recoverable import RECIPES as RECOVERABLE
from saiken.register.samples.plan.history.recoverable import instalment
from saiken.register.samples.plan.history.settlement import RECIPES as SETTLEMENT
from saiken.register.samples.plan.history.tell import History, Told, history_of
from saiken.register.samples.plan.model import AssessmentDays, PlannedEntry
from saiken.register.samples.plan.profile import Part, Profile, load_profiles
from tests.support.law import BOOK

YEAR, ON = 2021, date(2022, 3, 31)
SEEDS = range(12)
KINDS = (
    (LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.OTHER_PUBLIC),
    (LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.HEALTH_INSURANCE_PREMIUM),
    (LegalClass.PUBLIC_UNENFORCEABLE, ClaimKind.OTHER_PUBLIC),
    (LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE),
    (LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE_SCHOOL_LUNCH),
)


def _part(legal_class: LegalClass, kind: ClaimKind) -> Part:
    return Part("001", legal_class, kind, "default", Component.PRINCIPAL, 1)


def _profile(*, corporations: bool = False) -> Profile:
    return replace(load_profiles()["038"], corporations=corporations, guarantors=50, heirs=50, joint=50)


def _assessed(days: AssessmentDays, yen: int) -> PlannedEntry:
    return PlannedEntry(EntryKind.ASSESSED, Account.ASSESSMENT, yen, days.accrued_on, YEAR, Portion.PAST)


def _case(
    part: Part, days: AssessmentDays, entries: tuple[PlannedEntry, ...], history: History, corporation: bool
) -> Case:
    further = tuple(
        Party(party.key, party.role, share=None, from_on=party.from_on)
        for party in history.parties
        if party.role != "heir"
    )
    movements = tuple(Movement(each.effective_on, each.account, Component.PRINCIPAL, each.yen) for each in entries)
    parties = (Party(is_corporation=corporation), *further)
    return Case(part.kind, part.legal_class, days.cause_on, days.due_on, "default", parties, movements, history.events)


@pytest.mark.parametrize("corporation", [False, True])
@pytest.mark.parametrize(("legal_class", "kind"), KINDS)
@pytest.mark.parametrize("state_id", sorted(RECOVERABLE | SETTLEMENT))
def test_every_recipe_leads_to_its_state(
    state_id: str, legal_class: LegalClass, kind: ClaimKind, corporation: bool
) -> None:
    part, profile = _part(legal_class, kind), replace(_profile(corporations=corporation), heirs=0)
    for seed in SEEDS:
        years = period_years(kind, cause_on=date(2015, 1, 1)) + 2
        fiscal_year = YEAR - years if state_id == "S16" else YEAR - seed % 5
        days = assessment_days(Random(seed), fiscal_year, month=6)
        entries = (_assessed(days, 480_000),)
        told = Told(profile, part, days, entries, state_id, YEAR)
        history = history_of(told, rng=Random(seed), whim=Random(f"{seed} whim"))
        found = classify(_case(part, days, entries, history, corporation), ON, lawbook=BOOK)
        assert (found.standing, found.state_id) == (Standing.OPEN, state_id), (seed, history.events, found)
        assert [event.on for event in history.events] == sorted(event.on for event in history.events)


@pytest.mark.parametrize(
    ("cause", "legal_class", "kind", "age"),
    [
        (WriteOffCause.PRESCRIPTION_COMPLETED, LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.LONG_TERM_CARE_PREMIUM, 3),
        (WriteOffCause.PRESCRIPTION_COMPLETED, LegalClass.PUBLIC_UNENFORCEABLE, ClaimKind.OTHER_PUBLIC, 8),
        (WriteOffCause.PRESCRIPTION_INVOKED, LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE_RENT, 8),
        (WriteOffCause.SUSPENDED_THREE_YEARS, LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.OTHER_PUBLIC, 5),
        (WriteOffCause.EXTINGUISHED_AT_ONCE, LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.HEALTH_INSURANCE_PREMIUM, 1),
        (WriteOffCause.RELEASED, LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE_LOAN, 13),
        (WriteOffCause.WAIVED, LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE, 6),
        (WriteOffCause.WAIVED, LegalClass.PUBLIC_UNENFORCEABLE, ClaimKind.OTHER_PUBLIC, 6),
    ],
)
def test_the_cause_of_a_write_off_follows_from_its_story(
    cause: WriteOffCause, legal_class: LegalClass, kind: ClaimKind, age: int
) -> None:
    part = _part(legal_class, kind)
    for seed in SEEDS:
        days = assessment_days(Random(seed), YEAR - age, month=6)
        written_off = PlannedEntry(
            EntryKind.WRITTEN_OFF, Account.WRITE_OFF, 48_000, ON, YEAR, Portion.PAST, cause=cause
        )
        entries = (_assessed(days, 48_000), written_off)
        history = history_of(Told(_profile(), part, days, entries, "", YEAR), rng=Random(seed), whim=Random(seed))
        stand = run(_case(part, days, entries, history, False), ON, lawbook=BOOK)
        told = [event.kind.value for event in history.events]
        match cause:
            case WriteOffCause.PRESCRIPTION_COMPLETED:
                assert stand.complete
            case WriteOffCause.PRESCRIPTION_INVOKED:
                assert stand.invoked_on is not None
            case WriteOffCause.SUSPENDED_THREE_YEARS | WriteOffCause.EXTINGUISHED_AT_ONCE:
                assert stand.extinct_on is not None
                assert stand.extinct_on <= ON
            case _:
                assert told[-1] in ("claim_release", "claim_waiver")
                assert not stand.complete


def test_what_was_paid_before_it_was_demanded_has_no_story_and_what_was_paid_later_was_demanded() -> None:
    part = _part(LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.OTHER_PUBLIC)
    days = assessment_days(Random(1), YEAR, month=6)
    for paid_on, events in ((days.due_on, 0), (date(2021, 12, 1), 1), (date(2022, 12, 1), 2)):
        paid = PlannedEntry(EntryKind.RECEIVED, Account.RECEIPT, 480, paid_on, YEAR, Portion.CURRENT)
        told = Told(_profile(), part, days, (_assessed(days, 480), paid), "", YEAR)
        assert len(history_of(told, rng=Random(1), whim=Random(1)).events) == events


def test_an_obligor_who_died_leaves_two_heirs_who_share_all_and_one_who_renounced() -> None:
    days = assessment_days(Random(1), YEAR - 3, month=6)
    casts = [cast_of(Random(seed), _profile(), state_id="S06", days=days, on=ON) for seed in range(40)]
    died = [cast for cast in casts if cast.died_on is not None]
    assert died
    assert len(died) < len(casts)
    for cast in died:
        shares = [party.share for party in cast.parties if party.role == "heir"]
        assert (shares, len(cast.renounced)) == ([(1, 2), (1, 2), None], 1)
        assert set(cast.concerned(ON)).isdisjoint(cast.renounced)
        assert cast.concerned(days.due_on) == ()
    assert cast_of(Random(1), _profile(), state_id="S16", days=days, on=ON) == ALONE


@pytest.mark.parametrize(
    ("balance_yen", "months", "yen"), [(90_000, 12, 7_500), (500, 144, 3), (3_000_000, 24, 125_000)]
)
def test_an_instalment_is_whole_hundreds_where_the_balance_is_large_enough(
    balance_yen: int, months: int, yen: int
) -> None:
    assert instalment(balance_yen, months=months) == yen


def test_a_leap_day_has_its_anniversary_a_day_late() -> None:
    assert years_after(date(2020, 2, 29), 1) == date(2021, 3, 1)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)
