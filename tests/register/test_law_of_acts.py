"""What the law makes of acts carried out on a register: documents that come back, set-offs, claims that ended, joined guarantors.

The one idea: the acts are the catalogue's own, so that each test is a day of the office, told from the rows that it wrote.
"""

from datetime import date
from typing import Any

import pytest

from saiken.domain.acts.form import Form
from saiken.domain.acts.routes import Level
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.prescription import run
from saiken.register.act_kinds import act_kind
from saiken.register.actions._approval import approved, levels_for
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.register_obligor import NewObligor, ObligorKind, register_obligor
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.models import CaseEvent, Entry
from saiken.register.queries.act_plan import Concern, act_plan
from saiken.register.queries.bulk_judgement import Asked, Candidate, judged
from saiken.register.queries.case import case_of
from saiken.register.queries.verify import differences
from tests.support.engine import Doer
from tests.support.law import BOOK
from tests.support.registers import VENDORS
from tests.support.small_register import WHO, SmallRegister

one_vendor = pytest.mark.parametrize("register", VENDORS[:1], indirect=True)
SENT = date(2018, 7, 20)


@pytest.fixture
def doer(small: SmallRegister) -> Doer:
    """Acts on the small register's first person."""
    return Doer(small.obligor)


def _loan(small: SmallRegister, number: str, *, fiscal_year: int = 2018) -> int:
    facts: dict[str, Any] = {"receivable_id": small.loan, "legal_class": LegalClass.PRIVATE_LAW}
    return small.claim(number, fiscal_year=fiscal_year, **facts)


def _refusals(kind: str, *claim_ids: int, obligor_id: int, on: date, **form: object) -> str:
    concern = Concern(obligor_id, claim_ids)
    return " ".join(act_plan(act_kind(kind), Form(form), concern=concern, on=on, lawbook=BOOK).refusals)


def _done(doer: Doer, kind: str, *claim_ids: int, on: date, **form: object) -> int:
    """The act as somebody has approved it."""
    order = doer.order(kind, *claim_ids, **form)
    with approved([order.submission]):
        return doer.done(order, on=on)


def test_a_demand_that_came_back_lets_nobody_seize_until_it_is_published(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    doer.do("formal_demand", claim_id, on=SENT, document_number="督1", designated_on="2018-07-30")
    doer.do("returned_mail", claim_id, on=date(2018, 7, 25), document_number="督1", reason="転居先不明")
    seized: dict[str, Any] = {"obligor_id": small.obligor, "property_kind": "bank_deposit", "property": "預金"}
    later = date(2018, 9, 1)
    assert "送達されている" in _refusals("seizure", claim_id, on=later, **seized)
    notice = {"designated_on": "2018-09-15", "obligor_id": small.obligor}
    assert "送達されている" in _refusals("notice_of_intended_seizure", claim_id, on=later, **notice)
    assert _refusals("formal_demand", claim_id, on=later, designated_on="2018-09-11", obligor_id=small.obligor) == ""
    doer.do("service_by_publication", claim_id, on=date(2018, 8, 10), document_number="督1", looked_for="住民票")
    assert _refusals("seizure", claim_id, on=later, **seized) == ""
    again = _refusals("formal_demand", claim_id, on=later, designated_on="2018-09-11", obligor_id=small.obligor)
    assert "まだ督促をしていない" in again
    assert list(differences(lawbook=BOOK)) == []


def test_a_demand_cancelled_in_error_is_sent_anew(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    doer.do("formal_demand", claim_id, on=SENT, designated_on="2018-07-30")
    before = run(case_of(claim_id), date(2018, 8, 1), lawbook=BOOK).completes_on
    ended = {"running": SENT.isoformat(), "outcome": "withdrawn"}
    doer.do("formal_demand_cancelled", claim_id, on=date(2018, 8, 2), **ended)
    after = run(case_of(claim_id), date(2018, 8, 2), lawbook=BOOK).completes_on
    assert (before, after) == (date(2020, 7, 21), date(2020, 7, 1))
    doer.do("formal_demand", claim_id, on=date(2018, 8, 3), designated_on="2018-08-13")
    assert run(case_of(claim_id), date(2018, 8, 3), lawbook=BOOK).completes_on == date(2020, 8, 4)
    assert list(differences(lawbook=BOOK)) == []


@one_vendor
def test_no_run_reminds_of_a_demand_that_was_cancelled(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    doer.do("formal_demand", claim_id, on=SENT, designated_on="2018-07-30")

    def reminded(on: date) -> str:
        asked = Asked(BULK_KINDS["informal_demand"], {"designated_on": "2018-09-30"}, "", on, BOOK)
        (found,) = judged([Candidate(small.obligor, (claim_id,))], asked)
        return found.reason

    assert reminded(date(2018, 8, 1)) == ""
    ended = {"running": SENT.isoformat(), "outcome": "withdrawn"}
    doer.do("formal_demand_cancelled", claim_id, on=date(2018, 8, 2), **ended)
    assert "督促をしていません" in reminded(date(2018, 8, 3))


def test_a_set_off_takes_what_is_owed_and_acknowledges_nothing(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim(receivable_id=small.water)
    money: dict[str, Any] = {"yen": 4_000, "channel": "other"}
    doer.do("receipt_by_set_off", claim_id, on=date(2019, 3, 1), cause="set_off", **money)
    case = case_of(claim_id)
    assert (case.balance_yen(date(2019, 3, 1)), Entry.objects.get(kind="received").cause) == (6_000, "set_off")
    assert run(case, date(2019, 3, 1), lawbook=BOOK).commences_on == date(2018, 7, 1)
    assert list(differences(lawbook=BOOK)) == []


def test_nothing_is_done_to_a_claim_that_law_has_ended(small: SmallRegister) -> None:
    suspended, invoked, waived = small.claim("1", receivable_id=small.water), _loan(small, "2"), _loan(small, "3")
    small.event(suspended, EventKind.FORMAL_DEMAND, SENT)
    small.event(suspended, EventKind.DISPOSITION_SUSPENSION, date(2019, 3, 1), reason="15-7/1/1")
    asked: dict[str, Any] = {"obligor_id": small.obligor, "designated_on": "2022-05-31"}
    on = date(2022, 5, 1)
    assert "2022-03-02 に滞納処分の停止が三年続き、債権は消滅しています（地方税法15条の7第4項）" in _refusals(
        "informal_demand", suspended, on=on, **asked
    )
    for claim_id in (invoked, waived):
        small.event(claim_id, EventKind.FORMAL_DEMAND, SENT)
    small.event(invoked, EventKind.PRESCRIPTION_INVOKED, date(2028, 9, 1))
    small.event(waived, EventKind.CLAIM_WAIVER, date(2021, 4, 1), reason="ordinance")
    asked = {"obligor_id": small.obligor, "court": "架空簡易裁判所"}
    late = date(2028, 10, 1)
    assert "時効が援用され" in _refusals("court_payment_order", invoked, on=late, **asked)
    assert "2021-04-01 に放棄をし" in _refusals("court_payment_order", waived, on=on, **asked)


def test_rows_of_one_guarantor_answer_under_one_cap(small: SmallRegister) -> None:
    twin = register_obligor(obligor=NewObligor(kind=ObligorKind.PERSON, name="見本 花子"), **WHO)
    claims = [_loan(small, "1"), _loan(small, "2")]
    for claim_id, guarantor in zip(claims, (small.other_obligor, twin), strict=True):
        further = FurtherObligor(guarantor, PartyRole.GUARANTOR, cap_yen=15_000)
        name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))
    joining = Joining(kept_id=small.other_obligor, joined_id=twin, reason="同じ人", confirmed=True)
    join_obligors(joining=joining, by="kakari", on=date(2018, 8, 1))
    asked: dict[str, Any] = {"obligor_id": small.obligor, "designated_on": "2020-07-01", "on": date(2020, 6, 1)}
    for number in (small.other_obligor, twin):
        assert _refusals("guarantor_claim", *claims, parties=[number], claimed_yen=15_000, **asked) == ""
        over = _refusals("guarantor_claim", *claims, parties=[number], claimed_yen=15_001, **asked)
        assert "選んだ2件の計）が極度額の範囲" in over


@one_vendor
def test_the_guarantor_of_a_bankrupt_debtor_is_sued(small: SmallRegister) -> None:
    claim_id = _loan(small, "1")
    further = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR, cap_yen=15_000)
    name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))
    small.event(claim_id, EventKind.FORMAL_DEMAND, SENT)
    small.event(claim_id, EventKind.BANKRUPTCY_COMMENCEMENT, date(2020, 3, 1))
    asked: dict[str, Any] = {"court": "架空簡易裁判所", "on": date(2020, 6, 1)}
    assert "係属中でない" in _refusals("lawsuit", claim_id, obligor_id=small.obligor, **asked)
    assert _refusals("lawsuit", claim_id, obligor_id=small.obligor, parties=[small.other_obligor], **asked) == ""
    assert _refusals("lawsuit", claim_id, obligor_id=small.other_obligor, **asked) == ""


@one_vendor
def test_a_certified_letter_before_suit_is_a_demand(small: SmallRegister, doer: Doer) -> None:
    claim_id = _loan(small, "1")
    letter = {"designated_on": "2028-06-14", "delivered_on": "2028-06-02"}
    doer.do("pre_suit_notice", claim_id, on=date(2028, 6, 1), **letter)
    event = CaseEvent.objects.get()
    assert (event.kind, event.designated_on, event.delivered_on) == (
        "informal_demand",
        date(2028, 6, 14),
        date(2028, 6, 2),
    )
    assert run(case_of(claim_id), date(2028, 6, 2), lawbook=BOOK).completes_on == date(2028, 12, 3)


@one_vendor
def test_what_ends_a_claim_or_lowers_it_is_approved(small: SmallRegister) -> None:
    claim_id = small.claim(yen=6_000_000)
    both = (Level.SECTION_MANAGER, Level.BUREAU)
    assert [levels_for(kind, [claim_id]) for kind in ("extinction_at_once", "reduction")] == [both, both]
    assert levels_for("set_off", [claim_id]) == (Level.SECTION_MANAGER,)


@one_vendor
def test_a_claim_is_suspended_once(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    form = {"reason": "15-7/1/1", "evidence": "財産なし"}
    _done(doer, "disposition_suspension", claim_id, on=date(2018, 9, 1), **form)
    again = _refusals("disposition_suspension", claim_id, obligor_id=small.obligor, on=date(2018, 10, 1), **form)
    assert "まだ停止していない" in again
