"""The living casework of the demo city: every worklist has members, every state appears, every story finds its person.

The one idea: loaded beside a few published sheets on a fixed day, so what the lists hold does not depend on when the tests run.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from saiken.config.environment import database_from_url
from saiken.domain.states.table import load_states
from saiken.domain.worklists.catalogue import load_catalogue
from saiken.register.models import (
    Absence,
    AccessLog,
    Act,
    Campaign,
    CaseFile,
    Claim,
    ClaimStanding,
    Entry,
    Halt,
    HandOverStanding,
    Obligor,
    OfficeRole,
    ProposalStanding,
    SentList,
    WorkItem,
)
from saiken.register.queries.scope import everything, scope_of
from saiken.register.queries.search import search
from saiken.register.queries.verify import CHECKS
from saiken.register.samples.living.model import load_cases
from saiken.register.samples.living.plan import LAST_PUBLISHED_YEAR, plan_living
from tests.support.registers import default_database
from tests.support.sample_city import LOADED_ON, few_city

pytestmark = pytest.mark.slow
STORIES = {
    "the phone rings",
    "a morning's list",
    "from formal demand to seizure to paid",
    "private claim to court title to execution",
    "the debtor died with three heirs, one renounced",
    "pledge broken twice",
    "suspended, three years pass, written off",
    "handed over and back",
    "auditor asks who looked",
}


@pytest.fixture(scope="module")
def living(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """A register with the few sheets and the living casework, for all tests of the module."""
    path = tmp_path_factory.mktemp("living") / "register.sqlite3"
    with django_db_blocker.unblock():
        shutil.copyfile(few_city(shared_folder), path)
        with default_database(database_from_url(str(path), default_path=path)):
            yield


def test_every_worklist_has_members_on_the_day(living: None) -> None:
    rows = WorkItem.objects.filter(
        from_on__lte=LOADED_ON, until_on__gt=LOADED_ON, obligor__external_number__startswith="L"
    )
    found = set(rows.values_list("list_id", flat=True))
    assert set(load_catalogue().lists) - found == set()


def test_every_state_and_every_contradiction_appears_among_the_living(living: None) -> None:
    standings = ClaimStanding.objects.filter(claim__obligor__external_number__startswith="L")
    assert {state.id for state in load_states()} - set(standings.values_list("state_id", flat=True)) == set()
    to_check = standings.exclude(check_reason="").values_list("claim__obligor_id", flat=True)
    assert len(set(to_check)) == 3


def test_every_story_finds_its_persons_by_name_and_by_kana(living: None) -> None:
    named = [(case.story, name, kana) for case in load_cases() for name, kana in case.names]
    assert {story for story, _, _ in named} >= STORIES
    for _, name, kana in named:
        for line in (name, kana):
            page = search(line, scope=everything("kensa"), on=LOADED_ON)
            assert [person.name for person in page.persons] == [name], line
            assert page.persons[0].open_claims > 0, line


def test_officers_see_the_persons_of_their_own_offices(living: None) -> None:
    seen = {
        username: {
            person.name
            for name in ("実演川　春香", "稽古田　和代")
            for person in search(name, scope=scope_of(username, on=LOADED_ON), on=LOADED_ON).persons
            if person.open_claims
        }
        for username in ("tantou", "juutaku", "kaishuu")
    }
    assert seen["tantou"] == {"実演川　春香"}
    assert seen["juutaku"] == seen["kaishuu"] == {"実演川　春香", "稽古田　和代"}


def test_the_offices_have_something_in_hand(living: None) -> None:
    steps = HandOverStanding.objects.values_list("obligor__name", "step").order_by("obligor__name")
    assert list(steps) == [("稽古岡　良実", "hand_over_proposed"), ("稽古谷　幸之", "hand_over_accepted")]
    waiting = ProposalStanding.objects.filter(place__key="福祉局/高齢者施策部介護保険課")
    assert waiting.count() >= 2
    assert SentList.objects.count() == 2
    assert all(model.objects.exists() for model in (Campaign, Halt, Absence))
    assert {"tantou", "tantou2", "ku", "juutaku"} <= set(
        CaseFile.objects.filter(officer__isnull=False).values_list("officer__username", flat=True)
    )
    coming = OfficeRole.objects.filter(from_on__gt=LOADED_ON).values_list("user__username", "from_on")
    assert list(coming) == [("tantou2", date(2027, 4, 1))]
    looked_at = Obligor.objects.get(name="台本橋　光恵").pk
    looks = AccessLog.objects.filter(subject=f"債務者 {looked_at}").values_list("by", flat=True)
    assert {"tantou", "tantou2", "kachou", "kaishuu", "ku"} <= set(looks)
    assert Obligor.objects.get(name="舞台森　冬乃").protected


def test_nothing_happens_after_the_day_nor_in_published_years(living: None) -> None:
    claims = Claim.objects.filter(obligor__external_number__startswith="L")
    assert set(claims.values_list("fiscal_year", flat=True)) == {2022, 2023, 2024, 2025, 2026}
    entries = Entry.objects.filter(claim__in=claims)
    assert not entries.filter(effective_on__gt=LOADED_ON).exists()
    assert not entries.filter(accounting_year__lte=LAST_PUBLISHED_YEAR).exists()
    assert not Act.objects.filter(on__gt=LOADED_ON).exists()
    assert [fault for check in CHECKS.values() for fault in check()] == []


def test_seed_and_day_decide_the_plan() -> None:
    cases = load_cases()
    plan = plan_living(cases, seed=1, on=LOADED_ON)
    assert plan == plan_living(cases, seed=1, on=LOADED_ON)
    assert plan != plan_living(cases, seed=2, on=LOADED_ON)
    assert plan != plan_living(cases, seed=1, on=date(2026, 11, 21))
    assert 350 <= len(plan.persons) <= 450
    assert len({living.person.number for living in plan.persons}) == len(plan.persons)
