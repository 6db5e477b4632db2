"""Persons prepared for the way through the courts: a bureau and a section for housing with their people, rent with a guarantor.

The one idea: a bureau of its own, so that no list, figure or decider of the other sections changes; days are counted back from today.
"""

from datetime import timedelta

from django.utils.timezone import localdate

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.draft_proposal import Draft
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_city import BY, FOUNDED
from tests.support.small_city_steps import decided, owed
from tests.web.people import COURT_PERSONS, PASSWORD

BUREAU, SECTION = "住宅局", "住宅課"
PEOPLE = {
    "housing": ("架空 梅香", Role.CASE_OFFICER, SECTION),
    "housing-manager": ("架空 竹彦", Role.SECTION_MANAGER, SECTION),
    "housing-director": ("架空 松代", Role.SECTION_MANAGER, BUREAU),
}
RENT_YEN = 180_000


def fill_court() -> None:
    """The offices with their people, then the persons of the stories; the guarantor answers for the first."""
    parent_id = register_office(key=BUREAU, name=BUREAU, kind=OfficeKind.BUREAU, parent_id=None, by=BY, on=FOUNDED)
    office_id = register_office(
        key=SECTION, name=SECTION, kind=OfficeKind.SECTION, parent_id=parent_id, by=BY, on=FOUNDED
    )
    for username, (display_name, role, place) in PEOPLE.items():
        create_user(
            username=username,
            display_name=display_name,
            password=PASSWORD,
            must_change_password=False,
            by=BY,
            on=FOUNDED,
        )
        held_at = office_id if place == SECTION else parent_id
        assign_role(username=username, office_id=held_at, role=role, by=BY, on=FOUNDED)
    receivable_id = _receivable(parent_id, office_id)
    persons = [_person(number, *name) for number, name in enumerate(COURT_PERSONS.values(), start=1)]
    claims = [
        _rent(receivable_id, office_id, obligor_id=obligor_id, number=number)
        for number, obligor_id in enumerate(persons[:3], start=1)
    ]
    guarantor = FurtherObligor(persons[3], PartyRole.GUARANTOR, cap_yen=RENT_YEN)
    name_obligor(claim_id=claims[0], further=guarantor, lawbook=BOOK, by=BY, on=FOUNDED)
    _ordered(office_id, obligor_id=persons[2], claim_id=claims[2])


def _receivable(bureau_id: int, section_id: int) -> int:
    receivable = NewReceivable(
        bureau_id=bureau_id,
        number="071",
        name="市営住宅使用料",
        section_id=section_id,
        allowed_classes=(LegalClass.PRIVATE_LAW,),
        claim_based_from=2000,
    )
    receivable_id = register_receivable(receivable=receivable, by=BY, on=FOUNDED)
    terms = NewTerms(LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE_RENT)
    set_receivable_terms(receivable_id=receivable_id, terms=terms, lawbook=BOOK, by=BY, on=FOUNDED)
    return receivable_id


def _person(number: int, name: str, name_kana: str) -> int:
    person = NewObligor(
        kind=ObligorKind.PERSON,
        name=name,
        name_kana=name_kana,
        external_number=f"J{number:06}",
        address=f"架空市架空区住宅町{number}番地",
        telephone="000-0000-2222",
    )
    return register_obligor(obligor=person, by=BY, on=FOUNDED)


def _rent(receivable_id: int, office_id: int, *, obligor_id: int, number: int) -> int:
    return owed(
        f"住宅-{number}",
        RENT_YEN,
        due_on=localdate() - timedelta(days=700),
        obligor_id=obligor_id,
        receivable_id=receivable_id,
        office_id=office_id,
        legal_class=LegalClass.PRIVATE_LAW,
    )


def _ordered(office_id: int, *, obligor_id: int, claim_id: int) -> None:
    """A payment order after a demand: drafted by the officer, approved by the manager and petitioned for on one day."""
    demanded_on, on = localdate() - timedelta(days=600), localdate() - timedelta(days=100)
    demand = NewEvent(claim_id, EventKind.FORMAL_DEMAND, demanded_on, designated_on=demanded_on + timedelta(days=10))
    record_case_events(events=[demand], lawbook=BOOK, by=BY, on=demanded_on)
    form = {"court": "架空簡易裁判所", "case_number": "(ロ)第2号"}
    order = ActOrder("court_payment_order", obligor_id, (claim_id,), "court-order", form)
    draft = Draft(office_id, "支払督促の申立て", "督促の後も納付がない。", [order], "court-draft")
    decided(draft, officer="housing", manager="housing-manager", on=on)
