"""What is written down about persons: facts with their last word, marks, rows found to be one person, who answers beside whom."""

from dataclasses import replace
from datetime import date

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.person.fact import FactKind, PermittedUse, Withheld
from saiken.register.actions.add_party import NewParty, add_party
from saiken.register.actions.correct_fact import correct_fact
from saiken.register.actions.end_fact import end_fact
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.register_obligor import NewObligor, ObligorKind, register_obligor
from saiken.register.actions.remove_mark import remove_mark
from saiken.register.actions.state_fact import NewFact, state_fact
from saiken.register.actions.undo_join import undo_join
from saiken.register.actions.withdraw_party import withdraw_party
from saiken.register.models import AccessLog, Obligor
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.as_of import NOW, freeze
from saiken.register.queries.case import case_of
from saiken.register.queries.person import Person, demand_seen, person, rows_of
from saiken.register.queries.person_owed import owed
from saiken.register.queries.person_parties import parties
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.state_table import open_obligors
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY = date(2024, 4, 1)
WHO = {"by": "kakari", "on": DAY}
ALL = everything("test")


def _fact(small: SmallRegister, **facts: object) -> NewFact:
    plain = NewFact(FactKind.TELEPHONE_NUMBER, "090-0000-0001", DAY, small.bureau, hours="平日19時以降")
    return replace(plain, **facts)  # type: ignore[arg-type]


def _person(small: SmallRegister, scope: Scope = ALL, *, on: date = DAY, released: bool = False) -> Person:
    classes = frozenset({LegalClass.PUBLIC_ENFORCEABLE})
    return person(rows_of(small.obligor), scope=scope, classes=classes, on=on, released=released)


def test_a_fact_is_corrected_ended_and_taken_back_by_later_rows(small: SmallRegister) -> None:
    fact_id = state_fact(obligor_id=small.obligor, fact=_fact(small), **WHO)
    right_id = correct_fact(fact_id=fact_id, fact=_fact(small, value="090-0000-0002"), reason="番号の聞き違い", **WHO)
    assert [line.value for line in _person(small).facts] == ["090-0000-0002"]
    ended_id = end_fact(fact_id=right_id, last_on=date(2024, 5, 31), **WHO)
    assert len(_person(small, on=date(2024, 5, 31)).facts) == 1
    assert _person(small, on=date(2024, 6, 1)).facts == ()
    correct_fact(fact_id=ended_id, fact=None, reason="別人の番号", **WHO)
    assert _person(small).facts == ()
    with pytest.raises(Refused, match="すでに訂正"):
        end_fact(fact_id=fact_id, last_on=DAY, **WHO)


def test_a_fact_that_says_nothing_readable_is_refused(small: SmallRegister) -> None:
    for wrong in ({"value": " "}, {"value": "でんわ"}, {"postal_code": "12"}, {"until_on": DAY}):
        with pytest.raises(InvalidInput):
            state_fact(obligor_id=small.obligor, fact=_fact(small, **wrong), **WHO)
    state_fact(obligor_id=small.obligor, fact=_fact(small), **WHO)
    with pytest.raises(Refused, match="すでに登録"):
        state_fact(obligor_id=small.obligor, fact=_fact(small), **WHO)


def test_what_the_viewer_may_not_use_is_shown_as_withheld(small: SmallRegister) -> None:
    small.claim()
    for value, rest in (
        ("財務課で判明", {"permitted_use": PermittedUse.SOURCE_OFFICE}),
        ("調査で判明", {"permitted_use": PermittedUse.ENFORCEABLE_CLAIMS}),
        ("慎重に扱う", {"restricted": True}),
    ):
        fact = _fact(small, kind=FactKind.BANK_ACCOUNT, value=value, **rest)
        state_fact(obligor_id=small.obligor, fact=fact, **WHO)
    own = _person(small, Scope("test", frozenset({small.bureau})))
    other = _person(small, Scope("test", frozenset({small.ward})))
    assert {line.value for line in own.facts} == {"財務課で判明", "調査で判明", "慎重に扱う"}
    assert {(line.value, line.withheld) for line in other.facts} == {
        ("", Withheld.PURPOSE_LIMITED),
        ("調査で判明", None),
        ("", Withheld.RESTRICTED_FACT),
    }


def test_no_place_of_a_protected_person_is_told_without_a_release(small: SmallRegister) -> None:
    state_fact(obligor_id=small.obligor, fact=_fact(small), **WHO)
    state_fact(obligor_id=small.obligor, fact=_fact(small, kind=FactKind.NATIONALITY, value="日本"), **WHO)
    Obligor.objects.filter(pk=small.obligor).update(protected=True, address="見本市1-1", telephone="06-0000-0000")
    hidden, released = _person(small), _person(small, released=True)
    assert (hidden.kept.address, hidden.kept.telephone) == ("", "")
    assert [(line.value, line.withheld) for line in hidden.facts] == [
        ("", Withheld.PROTECTED_PERSON),
        ("日本", None),
    ]
    assert (released.kept.address, released.facts[0].value) == ("見本市1-1", "090-0000-0001")


def test_a_mark_stands_from_its_day_until_it_ends_or_is_removed(small: SmallRegister) -> None:
    mark = NewMark("two_officers", small.bureau, until_on=date(2024, 5, 1))
    mark_id = put_mark(obligor_id=small.obligor, mark=mark, **WHO)
    with pytest.raises(Refused, match="すでに付いて"):
        put_mark(obligor_id=small.obligor, mark=mark, **WHO)
    assert [line.kind for line in _person(small, on=date(2024, 4, 30)).marks] == ["two_officers"]
    assert _person(small, on=date(2024, 5, 1)).marks == ()
    remove_mark(mark_id=mark_id, note="解決", **WHO)
    assert _person(small).marks == ()
    with pytest.raises(Refused, match="すでに外されて"):
        remove_mark(mark_id=mark_id, **WHO)
    with pytest.raises(InvalidInput, match="付箋の種類"):
        put_mark(obligor_id=small.obligor, mark=replace(mark, kind="unknown"), **WHO)


def test_joined_rows_are_one_person_on_the_page_and_on_the_sheets_until_parted(small: SmallRegister) -> None:
    one, two = small.claim("1"), small.claim("2", obligor_id=small.other_obligor)
    before = freeze()
    join_id = join_obligors(joining=Joining(small.obligor, small.other_obligor, "同じ住所と生年月日"), **WHO)
    joined = freeze()
    assert kept_of(small.other_obligor) == small.obligor
    assert numbers_of(small.obligor) == (small.obligor, small.other_obligor)
    found = owed(numbers_of(small.obligor), scope=ALL, on=DAY, most_shown=10)
    assert set(found.claim_ids) == {one, two}
    undo_join(join_id=join_id, reason="別人と判明", **WHO)
    assert kept_of(small.other_obligor) == small.other_obligor
    counts = {
        moment: len(open_obligors([small.premium], fiscal_year=2018, as_of=as_of))
        for moment, as_of in (("before", before), ("joined", joined), ("now", NOW))
    }
    assert counts == {"before": 2, "joined": 1, "now": 2}


def test_what_cannot_be_one_person_is_not_joined(small: SmallRegister) -> None:
    born = register_obligor(obligor=NewObligor(ObligorKind.PERSON, "見本 太郎", birth_on=date(1960, 1, 1)), **WHO)
    other = register_obligor(obligor=NewObligor(ObligorKind.PERSON, "見本 太郎", birth_on=date(1961, 1, 1)), **WHO)
    company = register_obligor(obligor=NewObligor(ObligorKind.CORPORATION, "見本商事"), **WHO)
    with pytest.raises(InvalidInput, match="理由"):
        join_obligors(joining=Joining(born, small.obligor, " "), **WHO)
    with pytest.raises(InvalidInput, match="同じ番号"):
        join_obligors(joining=Joining(born, born, "理由"), **WHO)
    with pytest.raises(Refused, match="個人と法人"):
        join_obligors(joining=Joining(born, company, "理由"), **WHO)
    with pytest.raises(Refused, match="生年月日が異なります"):
        join_obligors(joining=Joining(born, other, "理由"), **WHO)
    join_obligors(joining=Joining(born, other, "戸籍で確認", confirmed=True), **WHO)
    with pytest.raises(Refused, match="すでに"):
        join_obligors(joining=Joining(other, born, "環になる"), **WHO)
    with pytest.raises(Refused, match="すでに"):
        join_obligors(joining=Joining(small.obligor, other, "二重"), **WHO)


def test_a_chain_of_joins_leads_to_its_end_and_is_parted_link_by_link(small: SmallRegister) -> None:
    third = register_obligor(obligor=NewObligor(ObligorKind.PERSON, "見本 三郎"), **WHO)
    join_obligors(joining=Joining(small.other_obligor, third, "同じ人"), **WHO)
    upper = join_obligors(joining=Joining(small.obligor, small.other_obligor, "同じ人"), **WHO)
    assert numbers_of(small.obligor) == (small.obligor, small.other_obligor, third)
    undo_join(join_id=upper, reason="別人", **WHO)
    assert (kept_of(third), kept_of(small.other_obligor)) == (small.other_obligor, small.other_obligor)


def test_a_party_answers_from_its_day_and_not_once_taken_back(small: SmallRegister) -> None:
    claims = [small.claim("1"), small.claim("2")]
    new = NewParty(PartyRole.GUARANTOR, person=NewObligor(ObligorKind.PERSON, "見本 保証"), cap_yen=5_000)
    guarantor = add_party(claim_ids=claims, party=new, lawbook=BOOK, **WHO)
    (line,) = parties([small.obligor], claims)
    assert (line.obligor_id, line.role, line.claim_count, line.cap_yen) == (guarantor, "guarantor", 2, 5_000)
    (other_side,) = parties([guarantor], claims)
    assert (other_side.obligor_id, other_side.role, other_side.claim_count) == (small.obligor, "principal", 2)
    recorded = freeze()
    withdraw_party(role_ids=line.role_ids, reason="入力誤り", lawbook=BOOK, **WHO)
    assert parties([small.obligor], claims) == ()
    assert [len(case_of(claims[0], as_of=as_of).parties) for as_of in (recorded, NOW)] == [2, 1]
    with pytest.raises(Refused, match="すでに取り消されて"):
        withdraw_party(role_ids=line.role_ids, reason="二度目", lawbook=BOOK, **WHO)


def test_a_party_is_named_once_and_never_beside_oneself(small: SmallRegister) -> None:
    claim_id = small.claim()
    heir = NewParty(PartyRole.HEIR, person=NewObligor(ObligorKind.PERSON, "見本 次郎"), share=(1, 2))
    heir_id = add_party(claim_ids=[claim_id], party=heir, lawbook=BOOK, **WHO)
    for party, words in (
        (heir, "同じ氏名"),
        (replace(heir, person=None, obligor_id=heir_id), "すでに同じ立場"),
        (NewParty(PartyRole.JOINT, obligor_id=small.obligor), "主たる債務者本人"),
    ):
        with pytest.raises(Refused, match=words):
            add_party(claim_ids=[claim_id], party=party, lawbook=BOOK, **WHO)
    for claim_ids, party in (([], heir), ([claim_id], NewParty(PartyRole.PRINCIPAL, obligor_id=heir_id))):
        with pytest.raises(InvalidInput):
            add_party(claim_ids=claim_ids, party=party, lawbook=BOOK, **WHO)
    with pytest.raises(InvalidInput, match="だれを加えるか"):
        add_party(claim_ids=[claim_id], party=NewParty(PartyRole.JOINT), lawbook=BOOK, **WHO)


def test_a_person_outside_the_scope_is_not_there_and_reading_one_is_logged(small: SmallRegister) -> None:
    small.claim()
    demand_seen([small.obligor], Scope("test", frozenset({small.bureau})))
    with pytest.raises(InvalidInput, match="範囲の外"):
        demand_seen([small.obligor], Scope("test", frozenset()))
    with pytest.raises(InvalidInput, match="範囲の外"):
        demand_seen([], ALL)
    _person(small)
    assert AccessLog.objects.filter(what="obligor", subject=f"債務者 {small.obligor}").count() == 1
