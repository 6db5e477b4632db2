"""The words and days of a classification: what it says beside the state, and readings that no proposition of the law shows.

The one idea: every answer explains itself; these are its sentences, references, changes and the settings of editions.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import Party, PartyRole
from saiken.domain.states.classify import TABLE, Classification, Standing, classify, state_spans
from saiken.domain.states.table import load_table
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
CAUSE, DUE = date(2023, 4, 1), date(2023, 6, 30)
K = EventKind
DEMAND = CaseEvent(K.FORMAL_DEMAND, date(2023, 7, 20), reference="77")


def case_of(*events: CaseEvent, kind: ClaimKind = ClaimKind.TAX, parties: tuple[Party, ...] = (Party(),)) -> Case:
    legal_class = LegalClass.PRIVATE_LAW if kind.is_private else LegalClass.PUBLIC_ENFORCEABLE
    movements = (Movement(CAUSE, Account.ASSESSMENT, Component.PRINCIPAL, 60_000),)
    return Case(kind, legal_class, CAUSE, DUE, parties=parties, movements=movements, events=events)


def ask(case: Case, on: date = date(2024, 3, 31)) -> Classification:
    return classify(case, on, lawbook=BOOK)


def test_the_proof_names_the_facts_the_rule_the_articles_and_the_events() -> None:
    proof = ask(case_of(DEMAND)).proof
    assert proof is not None
    assert proof.sentence == (
        "2023-07-20 に督促状が届いている。督促状が届いた後、ほかの区分に当たる事実がない滞納は、②とする。"
    )
    assert [citation.written for citation in proof.citations] == ["city_form/table3/0/2"]
    assert proof.events == ("77",)


def test_an_event_without_a_reference_is_named_by_kind_and_day() -> None:
    proof = ask(case_of(CaseEvent(K.FORMAL_DEMAND, date(2023, 7, 20)))).proof
    assert proof is not None
    assert proof.events == ("formal_demand 2023-07-20",)


def test_what_lost_says_by_which_rule() -> None:
    answer = ask(case_of(DEMAND, CaseEvent(K.DISPOSITION_SUSPENSION, date(2024, 2, 1))))
    assert [lost.state_id for lost in answer.lost] == ["S02"]
    assert answer.lost[0].why == f"⑭が優先する。{TABLE.within_person['S14']}。"


def test_every_way_to_lose_among_several_persons_has_its_sentence() -> None:
    parties = (
        Party(),
        Party("elder", PartyRole.HEIR, share=Fraction(2, 3)),
        Party("younger", PartyRole.HEIR, share=Fraction(1, 3)),
        Party("guarantor", PartyRole.GUARANTOR),
        Party("joint", PartyRole.JOINT),
        Party("late", PartyRole.JOINT),
    )
    guaranteed = CaseEvent(K.FORMAL_DEMAND, date(2026, 1, 1), obligors=("guarantor", "joint"))
    case = case_of(
        CaseEvent(K.DEATH, date(2023, 5, 1), until=date(2023, 5, 1)),
        CaseEvent(K.ACKNOWLEDGMENT, date(2027, 1, 1), obligors=("elder", "younger", "joint", "guarantor")),
        CaseEvent(K.LAWSUIT, date(2028, 1, 1), obligors=("joint",)),
        guaranteed,
        kind=ClaimKind.PRIVATE_LOAN,
        parties=parties,
    )
    answer = ask(case, date(2028, 9, 1))
    whys = {(lost.party, lost.state_id): lost.why for lost in answer.lost}
    assert (answer.state_id, answer.proof and answer.proof.party) == ("S04", "joint")
    assert whys["joint", "S02"].startswith("④が優先する。")
    assert whys["younger", "S01"] == "相続人の区分が異なるときは、相続額の最も大きい相続人による。"
    assert whys["elder", "S01"].startswith("最も手続の進んだ者による。④が優先する。")
    assert whys["late", "S16"] == "⑯とするのは、全ての債務者について時効の期間が経過したときに限る。"
    assert whys["late", "S01"] == "この者については時効の期間が経過しているので、経過していない者による。"


def test_a_person_in_the_same_state_is_said_to_be_so() -> None:
    both = CaseEvent(K.FORMAL_DEMAND, date(2023, 7, 20), obligors=("principal", "joint"))
    answer = ask(case_of(both, parties=(Party(), Party("joint", PartyRole.JOINT))))
    assert [(lost.party, lost.why) for lost in answer.lost] == [("principal", "区分を決めた者と同じ区分である。")]
    assert answer.proof is not None
    assert [citation.written for citation in answer.proof.citations] == ["city_form/table3/0/2", "city_form/table3/2"]


def test_a_claim_that_is_not_due_says_when_it_falls_due() -> None:
    answer = ask(case_of(), date(2023, 5, 1))
    assert answer.standing is Standing.NOT_DUE
    assert [(change.on, change.state_id) for change in answer.next_changes] == [(date(2023, 7, 1), "")]


def test_the_end_of_a_grace_the_prescription_and_the_acts_are_the_next_changes() -> None:
    grace = CaseEvent(K.COLLECTION_GRACE, date(2023, 12, 1), until=date(2024, 11, 30))
    answer = ask(case_of(DEMAND, grace))
    days = [change.on for change in answer.next_changes]
    assert days[0] == date(2024, 12, 1)
    assert days[1] == answer.completes_on
    assert days[2:] == [None]


def test_a_claim_extinct_by_suspension_says_so() -> None:
    suspended = case_of(DEMAND, CaseEvent(K.DISPOSITION_SUSPENSION, date(2024, 2, 1)))
    before, after = ask(suspended, date(2027, 2, 1)), ask(suspended, date(2027, 2, 2))
    assert before.proof is not None
    assert after.proof is not None
    assert "消滅" not in before.proof.sentence
    assert after.proof.sentence.endswith("停止により 2027-02-02 に消滅し、不納欠損を待っている。")
    assert [change.on for change in after.next_changes] == [None]


def test_a_suspension_completed_by_the_three_years_stays_until_the_write_off() -> None:
    over = CaseEvent(K.DISPOSITION_SUSPENSION, date(2024, 2, 1), until=date(2027, 2, 1), outcome=Outcome.COMPLETED)
    assert ask(case_of(DEMAND, over), date(2027, 3, 1)).state_id == "S14"


def test_a_discharge_that_was_revoked_is_none() -> None:
    revoked = CaseEvent(K.DISCHARGE, date(2023, 9, 1), until=date(2023, 12, 1), outcome=Outcome.WITHDRAWN)
    assert ask(case_of(DEMAND, revoked), date(2023, 11, 1)).state_id == "S13"
    assert ask(case_of(DEMAND, revoked)).state_id == "S02"


def test_a_corporation_counts_as_discharged_only_where_the_edition_says_so() -> None:
    case = case_of(DEMAND, CaseEvent(K.BANKRUPTCY_CLOSED, date(2023, 9, 1)), parties=(Party(is_corporation=True),))
    strict = replace(TABLE, reading=replace(TABLE.reading, closed_corporation_counts=False))
    on = date(2024, 3, 31)
    assert classify(case, on, lawbook=BOOK, table=load_table("2019")).state_id == "S13"
    assert classify(case, on, lawbook=BOOK, table=strict).state_id == "S02"


def test_an_outcome_without_a_day_ends_an_event_on_its_own_day() -> None:
    ended = CaseEvent(K.PROPERTY_INVESTIGATION, date(2024, 3, 30), outcome=Outcome.COMPLETED)
    answer = ask(case_of(DEMAND, ended), date(2024, 3, 30))
    assert (answer.state_id, answer.next_change_on) == ("S03", date(2024, 3, 31))
    assert ask(case_of(DEMAND, ended)).state_id == "S02"


def test_steps_begin_with_the_first_fact_and_end_before_the_last_day() -> None:
    steps = state_spans(case_of(DEMAND), until=date(2023, 7, 20), lawbook=BOOK)
    assert steps == [(CAUSE, "", Standing.NOT_DUE), (date(2023, 7, 1), "S01", Standing.OPEN)]
