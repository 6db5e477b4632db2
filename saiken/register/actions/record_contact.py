"""Takes down a contact with a person: a call, a visit, a word at the counter, with its result and the next day.

The one idea: one act for the talk; where the person was reached, the contact is also a fact about every claim it concerned. A promise to
pay is kept in the form, and what comes of it is asked of the receipts.
"""

from dataclasses import dataclass
from datetime import date, time

from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import InvalidInput
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.queries.promises import PROMISED_ON, PROMISED_YEN
from saiken.register.queries.scope import Scope

#: The kind of the act.
CONTACT = "contact"


@dataclass(frozen=True)
class NewContact:
    """What was done and said; a promise names its day and yen, `next_on` is when somebody is to ask again."""

    claim_ids: tuple[int, ...]
    mode: ContactMode
    result: ContactResult
    at: time | None = None
    promised_on: date | None = None
    promised_yen: int | None = None
    next_on: date | None = None
    note: str = ""


@action
def record_contact(
    *, obligor_id: int, contact: NewContact, submission: str, scope: Scope, lawbook: LawBook, by: str, on: date
) -> Done[int]:
    """`on` is the day of the contact; returns the act's id, the same for the same submission."""
    subject = f"債務者 {obligor_id}"
    earlier = earlier_act(submission)
    if earlier is not None:
        return Done(earlier.pk, subject, {"again": submission})
    _demand_days(contact, on=on)
    demand_claims(obligor_id, contact.claim_ids, scope=scope)
    stroke = Stroke(
        kind=CONTACT,
        obligor_id=obligor_id,
        claim_ids=contact.claim_ids,
        submission=submission,
        form=_form(contact),
        events=_events(contact, lawbook=lawbook, by=by, on=on),
        result=contact.result.value,
        next_on=contact.next_on,
        note=contact.note.strip(),
        at=contact.at,
    )
    act = write_act(stroke, stamp=take(), by=by, on=on)
    return Done(act.pk, subject, {"act": act.pk, "result": contact.result.value})


def _demand_days(contact: NewContact, *, on: date) -> None:
    """約束には期日と額が要り、期日も次の連絡も、連絡の日より前にはならない."""
    is_promise = contact.result is ContactResult.PROMISED_PAYMENT
    if is_promise and (contact.promised_on is None or not contact.promised_yen):
        raise InvalidInput("約束の期日と額がありません", place="納付の約束", expected="期日と1円以上の額")
    for name, day in (("約束の期日", contact.promised_on), ("次の連絡", contact.next_on)):
        if day is not None and day < on:
            raise InvalidInput(f"{name}が連絡の日より前です", place=name, found=day.isoformat())


def _form(contact: NewContact) -> dict[str, object]:
    form: dict[str, object] = {"mode": contact.mode.value}
    if contact.result is ContactResult.PROMISED_PAYMENT and contact.promised_on is not None:
        form |= {PROMISED_ON: contact.promised_on.isoformat(), PROMISED_YEN: contact.promised_yen}
    return form


def _events(contact: NewContact, *, lawbook: LawBook, by: str, on: date) -> dict[int, int]:
    """The contact as an event of each claim, where the person was reached; by claim."""
    if not contact.result.reached_the_person:
        return {}
    told = [NewEvent(claim_id, EventKind.CONTACT, on) for claim_id in contact.claim_ids]
    ids = record_case_events(events=told, lawbook=lawbook, by=by, on=on, source="連絡")
    return dict(zip(contact.claim_ids, ids, strict=True))
