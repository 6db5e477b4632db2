"""Random consistent sheets → planned claims → the same cells again, in whole yen and without breaking a rule of the ledger; and the
histories of published sheets → the states their table 3 prints, by the rules of the law."""

from datetime import timedelta
from random import Random

import pytest

from saiken.domain.claim.attribution import AccountKind, accounting_year_of, portion_of
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.money import to_thousand_yen
from saiken.domain.rules.prescription import Prescription, run
from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.states.classify import Standing, classify
from saiken.domain.states.table import load_states
from saiken.register.queries.tie_out import tie_out
from saiken.register.samples.city import CitySheet
from saiken.register.samples.plan.claims import plan_sheet
from saiken.register.samples.plan.model import PlannedClaim
from saiken.register.samples.plan.profile import load_profiles
from tests.support.consistent_sheets import consistent_sheet
from tests.support.folded_plans import carried_in_yen, folded, signed_yen
from tests.support.law import BOOK
from tests.support.planned_cases import open_claims, planned_case, state_day
from tests.support.sample_city import few_planned

EDITIONS, STATES, PROFILES = load_editions(), load_states(), load_profiles()
FEW_SHEETS = few_planned().sheets
LIKE = ("038", "040", "053", "055", "058・059", "064", "800")
SEEDS = range(25)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_the_cells_of_a_consistent_sheet_come_out_of_its_claims(edition: Edition, seed: int) -> None:
    random = Random(f"{edition.id} {seed}")
    printed = consistent_sheet(edition, STATES, random=random)
    profile = PROFILES[random.choice(LIKE)]
    plan = plan_sheet(printed, edition, states=STATES, profile=profile, seed=str(seed))
    opening = to_thousand_yen(carried_in_yen(plan.claims, min(row.fiscal_year for row in printed.rows)))
    computed = folded(printed, plan.claims, edition=edition, states=STATES, opening=opening)
    found = tie_out("見本", published=printed, computed=computed, edition=edition, states=STATES)
    assert (found.different, found.published_faults, plan.faults) == ((), (), ())
    assert len(found.cells) == len(edition.result_rows) * len(edition.columns)
    for claim in plan.claims:
        _assert_lawful(claim)


def _assert_lawful(claim: PlannedClaim) -> None:
    """Never below zero but for a recorded overpayment, in the order of days, each entry in the year the law gives it."""
    balance = 0
    for entry in claim.entries:
        balance += signed_yen(entry)
        assert entry.yen != 0
        assert balance >= 0 or entry.allows_overpayment
        year = accounting_year_of(
            entry.kind,
            effective_on=entry.effective_on,
            claim_year=claim.fiscal_year,
            account_kind=AccountKind.GENERAL,
            closed_through=None,
        )
        portion = portion_of(year, claim_year=claim.fiscal_year, past_from_start=claim.levy_year is not None)
        assert (year, portion) == (entry.accounting_year, entry.portion)
    days = [entry.effective_on for entry in claim.entries]
    assert days == sorted(days)


@pytest.mark.parametrize("sheet", FEW_SHEETS, ids=lambda sheet: sheet.published.joined_numbers)
def test_the_history_of_every_open_claim_leads_to_its_printed_state(sheet: CitySheet) -> None:
    on = state_day(sheet)
    for claim in open_claims(sheet):
        found = classify(planned_case(sheet, claim), on, lawbook=BOOK)
        assert (found.standing, found.state_id) == (Standing.OPEN, claim.state_id), (claim, found)


@pytest.mark.parametrize("sheet", FEW_SHEETS, ids=lambda sheet: sheet.published.joined_numbers)
def test_the_end_of_every_settled_claim_follows_from_its_history(sheet: CitySheet) -> None:
    for claim in sheet.plan.claims:
        if claim.state_id or not claim.events:
            continue
        case, last = planned_case(sheet, claim), claim.entries[-1]
        before = last.effective_on - timedelta(days=1)
        assert classify(case, before, lawbook=BOOK).standing is not Standing.DATA_TO_CHECK, claim
        stand = run(case, last.effective_on, lawbook=BOOK)
        assert _follows(last.cause, stand, is_private=case.kind.is_private), (claim, stand)


def _follows(cause: WriteOffCause | None, stand: Prescription, *, is_private: bool) -> bool:
    """Whether the claim could end so: by its period or its suspension where that is the cause, else before either ended it."""
    match cause:
        case WriteOffCause.PRESCRIPTION_COMPLETED:
            return stand.complete and not is_private
        case WriteOffCause.PRESCRIPTION_INVOKED:
            return stand.invoked_on is not None
        case WriteOffCause.SUSPENDED_THREE_YEARS | WriteOffCause.EXTINGUISHED_AT_ONCE:
            return stand.extinct_on is not None
        case WriteOffCause.WAIVED if is_private:
            return True
    return not stand.complete


def test_nobody_pays_a_public_claim_whose_period_has_run_out() -> None:
    for sheet in FEW_SHEETS:
        for claim in (claim for claim in open_claims(sheet) if claim.state_id == "S16"):
            case, on = planned_case(sheet, claim), state_day(sheet)
            completed_on = run(case, on, lawbook=BOOK).completes_on
            assert completed_on is not None
            assert not [entry for entry in claim.entries if entry.channel and entry.effective_on >= completed_on]


def test_some_claims_have_guarantors_heirs_and_joint_obligors_and_an_act_concerns_all_of_them() -> None:
    roles = {party.role for sheet in FEW_SHEETS for claim in sheet.plan.claims for party in claim.parties}
    assert {"guarantor", "heir", "joint"} <= roles
    for sheet in FEW_SHEETS:
        for claim in sheet.plan.claims:
            joint = {party.key for party in claim.parties if party.role == "joint"}
            assert all(joint <= set(event.obligors) for event in claim.events)


def test_no_claim_with_heirs_is_ever_on_the_list_of_data_to_check() -> None:
    inherited = [
        planned_case(sheet, claim)
        for sheet in FEW_SHEETS
        for claim in sheet.plan.claims
        if any(party.role == "heir" for party in claim.parties)
    ]
    assert inherited
    for case in inherited:
        found = [classify(case, event.on, lawbook=BOOK) for event in case.events]
        assert [answer.contradictions for answer in found if answer.standing is Standing.DATA_TO_CHECK] == []


def test_the_same_seed_tells_the_same_stories() -> None:
    few_planned.cache_clear()
    assert [sheet.plan for sheet in few_planned().sheets] == [sheet.plan for sheet in FEW_SHEETS]
