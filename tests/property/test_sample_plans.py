"""Random consistent sheets → planned claims → the same cells again, in whole yen and without breaking a rule of the ledger."""

from random import Random

import pytest

from saiken.domain.claim.attribution import AccountKind, accounting_year_of, portion_of
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.states.table import load_states
from saiken.register.queries.tie_out import tie_out
from saiken.register.samples.plan.claims import plan_sheet
from saiken.register.samples.plan.model import PlannedClaim
from saiken.register.samples.plan.profile import load_profiles
from tests.support.consistent_sheets import consistent_sheet
from tests.support.folded_plans import carried_in_yen, folded, signed_yen

EDITIONS, STATES, PROFILES = load_editions(), load_states(), load_profiles()
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
