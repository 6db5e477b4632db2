"""The seed decides everything: not the process, not its hashes, not what else is planned."""

import os
import subprocess
import sys

from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.register.samples.plan.claims import plan_sheet
from saiken.register.samples.plan.model import SheetPlan
from saiken.register.samples.plan.profile import load_profiles
from saiken.register.samples.published import load_published

EDITIONS = load_editions()

_DIGEST = """
import hashlib
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.register.samples.city import plan_city
from saiken.register.samples.plan.profile import load_profiles
from saiken.register.samples.published import load_published
editions = load_editions()
few = [sheet for sheet in load_published(editions) if sheet.joined_numbers in ("038", "054", "053", "800")]
city = plan_city(few, editions=editions, states=load_states(), profiles=load_profiles(), seed=5)
print(hashlib.sha256(repr(city).encode()).hexdigest())
"""


def _plan(numbers: str, seed: str) -> SheetPlan:
    sheet = next(sheet for sheet in load_published(EDITIONS) if sheet.joined_numbers == numbers)
    edition = EDITIONS[sheet.printed.edition_id]
    return plan_sheet(sheet.printed, edition, states=load_states(), profile=load_profiles()[numbers], seed=seed)


def test_another_seed_is_another_city_with_the_same_figures() -> None:
    once, other = _plan("038", "1"), _plan("038", "2")
    assert once == _plan("038", "1")
    assert once.claims != other.claims
    assert once.open_obligors == other.open_obligors


def test_hashes_of_the_process_change_nothing() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_more_obligors_than_claims_are_told_as_the_paper_s_fault() -> None:
    plan = _plan("073", "1")
    assert plan.open_obligors == 7
    assert plan.faults == ("債務者数 8 は件数 7 を超えている",)
