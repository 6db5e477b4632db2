"""Whom an act may name: those who answer for its claims, in the role that its form asks for, under whichever of their numbers.

The one idea: a number that is no party of the claims never makes the act somebody else's; what is refused has written nothing, on the
claims, at the persons or in a draft.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._approval import approved
from saiken.register.actions.add_party import NewParty, add_party
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.register_obligor import NewObligor, ObligorKind, register_obligor
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.models import Act, AuditRow, CaseEvent, CaseEventParty, Obligor, Proposal
from saiken.register.queries.person import demand_nameable
from saiken.register.queries.scope import Scope, scope_of
from saiken.register.queries.verify import differences
from tests.support.approvals import DAY as DRAFTED
from tests.support.approvals import approving_office
from tests.support.engine import DAY, SCOPE, Doer
from tests.support.law import BOOK
from tests.support.registers import VENDORS
from tests.support.small_register import WHO, SmallRegister

one_vendor = pytest.mark.parametrize("register", VENDORS[:1], indirect=True)
DIED = date(2018, 7, 20)
LETTER = {"designated_on": "2018-09-01"}
NO_GUARANTOR = "「保証人」に、この債権の保証人が選ばれていません。選び足すか、この債権を対象から外してください"


@pytest.fixture
def doer(small: SmallRegister) -> Doer:
    """Acts on the small register's first person."""
    return Doer(small.obligor)


def _loan(small: SmallRegister, number: str, **facts: object) -> int:
    return small.claim(number, receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW, **facts)


def _person(name: str) -> int:
    return register_obligor(obligor=NewObligor(kind=ObligorKind.PERSON, name=name), **WHO)


def _answers(obligor_id: int, role: PartyRole, *claim_ids: int) -> None:
    share = (1, 1) if role is PartyRole.HEIR else None
    party = NewParty(role, obligor_id=obligor_id, share=share)
    add_party(claim_ids=claim_ids, party=party, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))


def _joined(kept_id: int, joined_id: int) -> None:
    joining = Joining(kept_id=kept_id, joined_id=joined_id, reason="同じ人", confirmed=True)
    join_obligors(joining=joining, by="kakari", on=DAY)


def _written() -> tuple[object, ...]:
    rows = tuple(model.objects.count() for model in (Act, CaseEvent, CaseEventParty, AuditRow, Proposal))
    return rows, tuple(Obligor.objects.order_by("pk").values_list("pk", "died_on"))


def _refused(doing: Callable[[], object], words: str) -> None:
    before = _written()
    with pytest.raises(Refused, match=words):
        doing()
    assert _written() == before


def _named(act_id: int) -> dict[int, set[int]]:
    """The parties of the act's records, by claim."""
    found: dict[int, set[int]] = {}
    for claim_id, obligor_id in CaseEvent.objects.filter(act_claim__act=act_id).values_list("claim_id", "parties"):
        found.setdefault(claim_id, set()).update({obligor_id} - {None})
    return found


def _claimed_on_guarantor(doer: Doer, *claim_ids: int, **form: object) -> int:
    """The claim on a guarantor as somebody has approved it."""
    order = doer.order("guarantor_claim", *claim_ids, **form)
    with approved([order.submission]):
        return doer.done(order)


@pytest.mark.parametrize("kind", ["informal_demand", "returned_mail", "acknowledgment", "death", "payment_notice"])
@one_vendor
def test_a_number_that_is_no_party_is_refused_and_nothing_falls_on_the_principal(
    small: SmallRegister, doer: Doer, kind: str
) -> None:
    claim_id = small.claim()
    form: dict[str, Any] = {"reason": "口頭", "source": "register"}
    words = f"債務者 {small.other_obligor} は、選んだどの債権の債務者でもありません"
    for named in ([small.other_obligor], [small.obligor, small.other_obligor]):
        _refused(lambda: doer.do(kind, claim_id, on=DIED, parties=named, **form), words)  # noqa: B023
    _refused(lambda: doer.do(kind, claim_id, on=DIED, parties=[999_999], **form), "債務者 999999 は")


def test_nobody_out_of_scope_can_be_recorded_as_dead(small: SmallRegister, doer: Doer) -> None:
    own, theirs = small.claim("1"), small.claim("2", obligor_id=small.other_obligor, office_id=small.ward)
    scope = Scope(by="kakari", offices=frozenset({small.bureau}))

    def dies(*claim_ids: int, **form: object) -> int:
        return doer.do("death", *claim_ids, scope=scope, on=DIED, source="family", **form)

    _refused(lambda: dies(own, parties=[small.other_obligor]), "どの債権の債務者でもありません")
    with pytest.raises(InvalidInput, match="この債務者の債権ではありません"):
        dies(own, theirs, parties=[small.obligor, small.other_obligor])
    dies(own)
    assert dict(Obligor.objects.values_list("pk", "died_on")) == {small.obligor: DIED, small.other_obligor: None}
    assert list(differences(lawbook=BOOK)) == []


def test_a_role_is_demanded_of_everybody_named(small: SmallRegister, doer: Doer) -> None:
    loan, joint = _loan(small, "1"), _person("連帯 債務者")
    _answers(small.other_obligor, PartyRole.GUARANTOR, loan)
    _answers(joint, PartyRole.JOINT, loan)
    for strange in (small.obligor, joint):
        for named in ([strange], [small.other_obligor, strange]):
            _refused(
                lambda: doer.do("guarantor_letter", loan, parties=named),  # noqa: B023
                f"債務者 {strange} は、選んだどの債権の保証人でもありません",
            )
    _refused(
        lambda: doer.do("succession_notice", loan, parties=[small.other_obligor]), "どの債権の相続人でもありません"
    )
    act_id = doer.do("guarantor_letter", loan, parties=[small.other_obligor])
    assert Act.objects.get(pk=act_id).form == {"parties": [small.other_obligor]}


@one_vendor
def test_a_letter_to_the_guarantor_names_one(small: SmallRegister, doer: Doer) -> None:
    loan = _loan(small, "1")
    _answers(small.other_obligor, PartyRole.GUARANTOR, loan)
    for form in ({}, {"parties": []}):
        _refused(lambda: doer.do("guarantor_letter", loan, **form), "「保証人」を選んでください")  # noqa: B023
        _refused(lambda: Doer(small.other_obligor).do("guarantor_letter", loan, **form), "「保証人」を選")  # noqa: B023
    Doer(small.other_obligor).do("guarantor_letter", loan, parties=[small.other_obligor])


def test_a_claim_for_which_nobody_named_answers_is_refused_and_unticked(small: SmallRegister, doer: Doer) -> None:
    backed, bare = _loan(small, "1"), _loan(small, "2")
    _answers(small.other_obligor, PartyRole.GUARANTOR, backed)
    named = {"parties": [small.other_obligor], **LETTER}
    _refused(lambda: doer.do("guarantor_letter", backed, bare, **named), NO_GUARANTOR)
    _refused(lambda: _claimed_on_guarantor(doer, backed, bare, **named), NO_GUARANTOR)
    _refused(
        lambda: doer.do("informal_demand", backed, bare, **named),
        "「名あて人」に、この債権の債務者が選ばれていません。選び足す",
    )
    assert _named(doer.do("informal_demand", backed, **named)) == {backed: {small.other_obligor}}
    both = {"parties": [small.obligor, small.other_obligor]}
    act_id = doer.do("informal_demand", backed, bare, **both)
    assert _named(act_id) == {backed: {small.obligor, small.other_obligor}, bare: set()}
    assert list(differences(lawbook=BOOK)) == []


def test_two_guarantors_of_two_claims_are_written_to_each_on_their_own(small: SmallRegister, doer: Doer) -> None:
    first, second, other = _loan(small, "1"), _loan(small, "2"), _person("別 保証人")
    _answers(small.other_obligor, PartyRole.GUARANTOR, first)
    _answers(other, PartyRole.GUARANTOR, second)
    doer.do("guarantor_letter", first, second, parties=[small.other_obligor, other])
    act_id = doer.do("informal_demand", first, second, parties=[small.other_obligor, other])
    assert _named(act_id) == {first: {small.other_obligor}, second: {other}}


def test_a_joined_person_is_meant_under_every_number(small: SmallRegister, doer: Doer) -> None:
    old, kept = small.other_obligor, _person("見本 花子")
    mine, under_old = _loan(small, "1"), _loan(small, "2", obligor_id=old)
    _answers(old, PartyRole.GUARANTOR, mine)
    _joined(kept, old)
    # 保証人本人の画面は、名寄せ先の番号で名あて人を示す
    for number in (kept, old):
        assert _named(Doer(kept).do("informal_demand", mine, parties=[number])) == {mine: {old}}
        assert _named(Doer(kept).do("informal_demand", under_old, parties=[number])) == {under_old: set()}
    small.event(mine, EventKind.FORMAL_DEMAND, date(2018, 7, 20), delivered_on=date(2018, 7, 23))
    assert _named(_claimed_on_guarantor(Doer(kept), mine, parties=[kept], **LETTER)) == {mine: {old}}
    assert list(differences(lawbook=BOOK)) == []


def test_a_joined_person_dies_under_every_number(small: SmallRegister) -> None:
    kept, old = small.obligor, _person("見本 太郎")
    claims = [small.claim("1"), small.claim("2", obligor_id=old)]
    _joined(kept, old)
    act_id = Doer(kept).do("death", claims[1], on=DIED, source="register")
    days = dict(Obligor.objects.values_list("pk", "died_on"))
    assert days == {kept: DIED, old: DIED, small.other_obligor: None}
    assert list(differences(lawbook=BOOK)) == []
    given = {"submission": "undo", "scope": SCOPE, "lawbook": BOOK, "by": "kakari", "on": DAY}
    reverse_act(act_id=act_id, note="別人", **given)
    assert not Obligor.objects.exclude(died_on=None).exists()
    assert list(differences(lawbook=BOOK)) == []


@one_vendor
def test_a_draft_names_nobody_who_is_no_party(small: SmallRegister) -> None:
    office = approving_office(small)
    loan = office.claim("1", receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    theirs = office.claim("2", obligor_id=small.other_obligor)
    given: dict[str, Any] = {"scope": scope_of("drafter", on=DRAFTED), "lawbook": BOOK, "by": "drafter", "on": DRAFTED}
    named = office.order(loan, kind="guarantor_claim", parties=[small.other_obligor], designated_on="2020-07-01")
    draft = Draft(office.section, "保証人への請求", "履行がないため", [named], str(uuid4()))
    _refused(lambda: draft_proposal(draft=draft, **given), "どの債権の保証人でもありません")
    strange = replace(draft, orders=[office.order(theirs)])
    _refused(lambda: draft_proposal(draft=strange, **given), "この債務者の債権ではありません。対象から外してください")


@one_vendor
def test_a_number_names_only_whom_the_scope_sees(small: SmallRegister) -> None:
    small.claim("1", office_id=small.ward, receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    theirs = small.claim("2", obligor_id=small.other_obligor, office_id=small.bureau)
    ward = Scope(by="kakari", offices=frozenset({small.ward}))
    heir = _person("相続 人")
    demand_nameable([small.obligor], ward)
    demand_nameable([small.obligor, small.other_obligor, heir], SCOPE)
    for number in (small.other_obligor, heir, 999_999):
        with pytest.raises(InvalidInput, match="見ることのできる範囲の外"):
            demand_nameable([small.obligor, number], ward)
    _answers(heir, PartyRole.HEIR, theirs)
    with pytest.raises(InvalidInput, match=f"値: {heir}"):
        demand_nameable([heir], ward)
