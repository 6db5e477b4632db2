"""What was written down before a person was protected is hidden from whoever reads it afterwards; nobody is found by a hidden place.

The one idea: notes are written in the open, protection comes later, and every page and paper asks it when it is read.
"""

from datetime import date

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.register.actions.answer_inquiry import AnswerNote, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.record_property import NewProperty, record_property
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.release_to_oneself import release_to_oneself
from saiken.register.models import Property
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.claim_acts import acts_of_claim
from saiken.register.queries.hand_overs import hand_over_detail
from saiken.register.queries.hidden_places import HIDDEN
from saiken.register.queries.investigation_lists import answers_awaited
from saiken.register.queries.join_candidates import join_candidates
from saiken.register.queries.rotation import rotation
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.work_extract import known_obligors
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

ASKED, TODAY = date(2026, 9, 1), date(2026, 11, 2)
EMPLOYER, NOTE = "丙商事", "丙商事に勤務と判明"
ALL = everything("tantou")


def _protected(obligor_id: int) -> None:
    new = NewProtection(obligor_id, ProtectionGround.STALKING, "申出", date(2027, 11, 1))
    begin_protection(protection=new, by="kachou", on=TODAY)


def _released(obligor_id: int, by: str) -> None:
    given = {"scope": everything(by), "by": by, "on": TODAY}
    release_to_oneself(obligor_id=obligor_id, minutes=30, reason="面談", **given)


def _found(small: SmallRegister, claim_id: int) -> None:
    salary = NewProperty(PropertyKind.SALARY, "給与", holder=EMPLOYER, note=NOTE)
    record_property(
        obligor_id=small.obligor, claim_ids=(claim_id,), found=salary, submission="found", scope=ALL, by="tantou", on=ASKED
    )  # fmt: skip


def _asked(small: SmallRegister, claim_id: int) -> int:
    inquiry = Inquiry(PropertyKind.SALARY, EMPLOYER)
    asked = Inquiries((claim_id,), [inquiry], date(2026, 9, 22), legal_ground="national_tax_collection_act/141")
    (number,) = ask_about_property(
        obligor_id=small.obligor, asked=asked, submission="ask", scope=ALL, lawbook=BOOK, by="tantou", on=ASKED
    )
    return number


def test_the_note_of_a_finding_on_the_page_of_the_claim_and_in_the_report_of_cases(small: SmallRegister) -> None:
    claim_id = small.claim("1", fiscal_year=2025)
    _found(small, claim_id)

    def read_by(username: str) -> list[str]:
        (act,) = acts_of_claim(claim_id, by=username)
        (case,) = rotation(small.bureau, None, scope=everything(username), on=TODAY).lines
        return [act.note, case.last_note]

    assert read_by("tantou") == [NOTE, NOTE]
    _protected(small.obligor)
    assert read_by("tantou") == [HIDDEN, HIDDEN]
    _released(small.obligor, "kachou")
    assert (read_by("kachou"), read_by("tantou")) == ([NOTE, NOTE], [HIDDEN, HIDDEN])


def test_the_notes_of_a_certificate_that_was_written_before(small: SmallRegister) -> None:
    _found(small, small.claim("1", fiscal_year=2025))
    outside = register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, **WHO)
    offices = frozenset({small.bureau})
    proposal = Proposal(
        obligor_id=small.obligor, from_office_id=small.bureau, to_office_id=outside, condition="high_balance",
        submission="one", offices=offices,
    )  # fmt: skip
    number = propose_hand_over(proposal=proposal, lawbook=BOOK, by="tantou", on=ASKED)

    def notes(username: str) -> list[str]:
        found = hand_over_detail(number, offices=offices, scope=everything(username), on=TODAY)
        return [act["note"] for act in found.certificate["acts"]]

    assert notes("tantou") == [NOTE]
    _protected(small.obligor)
    assert notes("tantou") == [HIDDEN]
    _released(small.obligor, "kachou")
    assert (notes("kachou"), notes("tantou")) == ([NOTE], [HIDDEN])


def test_nobody_protected_is_found_by_an_employer_that_was_asked(small: SmallRegister) -> None:
    _asked(small, small.claim("1", fiscal_year=2025))

    def found_by(institution: str) -> int:
        return len(answers_awaited(scope=ALL, on=ASKED, institution=institution).lines)

    assert found_by(EMPLOYER) == 1
    _protected(small.obligor)
    assert (found_by(EMPLOYER), found_by(HIDDEN), found_by("")) == (0, 0, 1)


def test_an_answer_by_somebody_who_is_not_shown_the_employer_keeps_the_employer(small: SmallRegister) -> None:
    number = _asked(small, small.claim("1", fiscal_year=2025))
    _protected(small.obligor)
    (line,) = answers_awaited(scope=ALL, on=ASKED).lines
    assert line.institution == HIDDEN
    salary = NewProperty(PropertyKind.SALARY, "給与", holder=line.institution)
    answer = AnswerNote(AnswerResult.FOUND, TODAY)
    answer_inquiry(
        investigation_id=number, answer=answer, found=(salary,), scope=ALL, lawbook=BOOK, by="tantou", on=TODAY
    )
    assert Property.objects.get().holder == EMPLOYER


def test_that_two_live_together_is_not_told_of_a_protected_one(small: SmallRegister) -> None:
    new = NewObligor(
        ObligorKind.PERSON, "架空 花", birth_on=date(1980, 3, 2), address="見本町9番1号", telephone="0900000111"
    )
    first, second = (register_obligor(obligor=new, **WHO) for _ in range(2))

    def agreeing() -> tuple[str, ...]:
        (other,) = join_candidates(first, scope=ALL)
        return other.agreeing

    assert small
    assert set(agreeing()) == {"birth_on", "residence", "telephone_number"}
    _protected(second)
    assert agreeing() == ("birth_on",)


def test_a_file_of_numbers_does_not_tell_who_is_known_elsewhere(small: SmallRegister) -> None:
    new = NewObligor(ObligorKind.PERSON, "架空 太郎", external_number="P0000777")
    person = register_obligor(obligor=new, **WHO)
    small.claim("1", obligor_id=person)
    typed = ["P0000777", str(person), "P0000778"]
    assert known_obligors(typed, scope=ALL) == ((person,), ("P0000778",))
    assert known_obligors(typed, scope=Scope("b", frozenset({small.bureau}))) == ((person,), ("P0000778",))
    assert known_obligors(typed, scope=Scope("w", frozenset({small.ward}))) == ((), tuple(typed))


def test_a_number_that_was_joined_is_known_where_the_person_is(small: SmallRegister) -> None:
    small.claim("1")
    new = NewObligor(ObligorKind.PERSON, "見本 太郎", external_number="P0000777")
    joined = register_obligor(obligor=new, **WHO)
    join_obligors(joining=Joining(small.obligor, joined, "同一人", confirmed=True), **WHO)
    assert known_obligors(["P0000777"], scope=Scope("b", frozenset({small.bureau})))[0] == (joined,)
    assert known_obligors(["P0000777"], scope=Scope("w", frozenset({small.ward})))[0] == ()
