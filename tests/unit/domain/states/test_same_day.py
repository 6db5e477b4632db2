"""Facts of one day: what counts as earlier where the days do not say.

The one idea: the answer must be the same in whatever order two facts of a day were recorded.
"""

from datetime import date
from fractions import Fraction
from itertools import permutations

from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.party import Party, PartyRole
from tests.unit.domain.states.test_classify import DEMAND, ask, case_of

K = EventKind
DAY = date(2023, 12, 1)


def test_a_finding_of_the_day_of_the_seizure_is_about_that_seizure() -> None:
    answer = ask(case_of(DEMAND, CaseEvent(K.SEIZURE, DAY), CaseEvent(K.NO_PROSPECT_OF_CONVERSION, DAY)))
    assert answer.state_id == "S10"


def test_a_plan_of_the_day_of_the_bankruptcy_is_overtaken_by_it() -> None:
    plan = CaseEvent(K.PAYMENT_PLEDGE, DAY, instalment_yen=1_000)
    assert ask(case_of(DEMAND, plan, CaseEvent(K.BANKRUPTCY_COMMENCEMENT, DAY))).state_id == "S12"


def test_a_plan_of_the_day_of_a_breach_renews_it() -> None:
    plans = [CaseEvent(K.PAYMENT_PLEDGE, day, instalment_yen=1_000) for day in (date(2023, 10, 1), DAY)]
    assert ask(case_of(DEMAND, *plans, CaseEvent(K.PLEDGE_BREACH, DAY))).state_id == "S06"


def test_what_was_done_on_the_day_of_death_binds_the_heirs() -> None:
    parties = (Party(), Party("heir", PartyRole.HEIR, share=Fraction(1)))
    demand, died = CaseEvent(K.FORMAL_DEMAND, DAY), CaseEvent(K.DEATH, DAY, until=DAY)
    assert ask(case_of(demand, died, kind=ClaimKind.PRIVATE_LOAN, parties=parties)).state_id == "S02"


def test_two_plans_of_a_day_are_taken_in_one_order_however_they_were_listed() -> None:
    plans = [CaseEvent(K.PAYMENT_PLEDGE, DAY, instalment_yen=yen) for yen in (100, 1_000, 5_000)]
    assert len({ask(case_of(DEMAND, *listed)).proof for listed in permutations(plans)}) == 1
