"""Persons of the small city who were made for one browser test each, and users whose sessions or second factor a test changes.

The one idea: made last, so no number of anything else moves, and with claims of 2025 alone, so no sheet of the small city counts them.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.register.actions.assess import assess
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.create_user import create_user
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.models.obligor import ObligorKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_city import BY, FOUNDED, SmallCity
from tests.web.people import ENROLLING, PASSWORD, SIGNED_OUT
from tests.web.persons import LOANS, PREMIUMS, PROTECTED, RESERVED

_ASSESSED, _DEMANDED, _INVESTIGATED = date(2025, 6, 15), date(2025, 8, 20), date(2026, 6, 1)


def fill_reserved(city: SmallCity) -> None:
    """The persons in the order of their numbers, then the users."""
    for use, number in RESERVED.items():
        _person(city, use, number)
    _premiums(city, [RESERVED[use] for use in (*PREMIUMS, PROTECTED)])
    assess(assessments=[city.loan(str(RESERVED[use]), year=2025) for use in LOANS], lawbook=BOOK, by=BY, on=_ASSESSED)
    measure = NewProtection(RESERVED[PROTECTED], ProtectionGround.STALKING, "申出", date(2099, 12, 1))
    begin_protection(protection=measure, by=BY, on=_INVESTIGATED)
    for username in (ENROLLING, SIGNED_OUT):
        _user(username)
    assign_role(username=ENROLLING, office_id=city.offices["福祉局"], role=Role.BUREAU_PLANNER, by=BY, on=FOUNDED)


def _person(city: SmallCity, use: str, number: int) -> None:
    new = NewObligor(
        kind=ObligorKind.PERSON,
        name=f"架空 花子{number}",
        name_kana=f"カクウ ハナコ{number}",
        external_number=f"H{number:06}",
        address=f"架空市架空区予備町{number}番地",
        telephone="000-0000-4444",
    )
    obligor_id = city.obligors[str(number)] = register_obligor(obligor=new, by=BY, on=FOUNDED)
    assert obligor_id == number, f"{use} is number {obligor_id}: set it in tests/web/persons.py"


def _premiums(city: SmallCity, numbers: Sequence[int]) -> None:
    """One claim each, on which a demand was sent and no property found."""
    assessments = [city.care_assessment(number, year=2025) for number in numbers]
    ids = assess(assessments=assessments, lawbook=BOOK, by=BY, on=_ASSESSED)
    demands = [NewEvent(claim_id, EventKind.FORMAL_DEMAND, _DEMANDED) for claim_id in ids]
    looks = [NewEvent(claim_id, EventKind.PROPERTY_INVESTIGATION, _INVESTIGATED) for claim_id in ids]
    record_case_events(events=[*demands, *looks], lawbook=BOOK, by=BY, on=_INVESTIGATED)


def _user(username: str) -> None:
    create_user(
        username=username,
        display_name="架空 専一",
        password=PASSWORD,
        must_change_password=False,
        by=BY,
        on=FOUNDED,
    )
