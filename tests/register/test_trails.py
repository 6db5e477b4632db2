"""Which tables know a person: found where there is a row under any of the numbers or claims, and nowhere else."""

from datetime import date

from saiken.domain.person.fact import FactKind
from saiken.register.actions._facts import NewFact
from saiken.register.actions.state_fact import state_fact
from saiken.register.models import CaseEvent, Entry, Mark, ObligorFact
from saiken.register.queries.trails import Trail, found_trails
from tests.support.small_register import SmallRegister

DAY = date(2019, 4, 1)
FACT, MARK = Trail(ObligorFact, "obligor"), Trail(Mark, "obligor")
ENTRY, EVENT = Trail(Entry, "claim", of_claims=True), Trail(CaseEvent, "claim", of_claims=True)


def test_a_trail_is_found_under_any_of_the_numbers(small: SmallRegister) -> None:
    fact = NewFact(FactKind.TELEPHONE_NUMBER, "090-0000-1111", DAY, source_office_id=small.bureau)
    state_fact(obligor_id=small.other_obligor, fact=fact, by="kakari", on=DAY)
    assert found_trails([FACT, MARK], numbers=(small.obligor, small.other_obligor)) == {FACT}
    assert found_trails([FACT, MARK], numbers=(small.obligor,)) == frozenset()


def test_trails_of_claims_are_asked_by_claim(small: SmallRegister) -> None:
    claim_id = small.claim()
    found = found_trails([FACT, ENTRY, EVENT], numbers=(small.obligor,), claim_ids=(claim_id, claim_id + 1))
    assert found == {ENTRY}
    assert found_trails([ENTRY], numbers=(small.obligor,), claim_ids=(claim_id + 1,)) == frozenset()


def test_who_has_neither_number_nor_claim_has_no_trail(small: SmallRegister) -> None:
    small.claim()
    assert found_trails([FACT, ENTRY], numbers=(), claim_ids=()) == frozenset()
