"""Inquiries about one person's property and what was found, for the screen that lists both.

The one idea: the newest inquiries with their answers and every property with what became of it. Offices see their own; the reading leaves
a row in the access log.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.drafting import event_key
from saiken.domain.claim.asset import PropertyTurn
from saiken.domain.errors import InvalidInput
from saiken.register.access import log_read
from saiken.register.models import CaseEvent, Investigation, Obligor, Property, PropertyChange
from saiken.register.queries.answering import claims_answered_for, kept_of, numbers_of
from saiken.register.queries.hidden_places import hidden_from, place_text
from saiken.register.queries.scope import Scope

#: Rows of each kind that the page shows.
MOST = 200


@dataclass(frozen=True)
class InquiryLine:
    """One inquiry; `answered_on` None while it is outstanding."""

    investigation_id: int
    kind: str
    institution: str
    office: str
    asked_on: date
    answer_due_on: date
    document_number: str
    legal_ground: str
    answered_on: date | None
    result: str
    note: str


@dataclass(frozen=True)
class ChangeLine:
    """What became of a property; `by_act` when an act of the catalogue did it."""

    turn: str
    on: date
    note: str
    by_act: bool


@dataclass(frozen=True)
class Held:
    """The seizure that holds a property: its claims, and the key by which the form of its end names it."""

    claim_ids: tuple[int, ...]
    running: str


@dataclass(frozen=True)
class PropertyLine:
    """A property and its story; `turn` is the last of it, empty while it waits for an act.

    `held` is the seizure by an act that still runs.
    """

    property_id: int
    kind: str
    description: str
    holder: str
    estimated_yen: int | None
    senior_yen: int
    found_on: date
    note: str
    changes: tuple[ChangeLine, ...]
    held: Held | None = None

    @property
    def turn(self) -> str:
        """What became of it last."""
        return self.changes[-1].turn if self.changes else ""

    @property
    def is_seized_by_act(self) -> bool:
        """Whether a seizure holds it, which an act must end."""
        last = self.changes[-1] if self.changes else None
        return last is not None and last.by_act and last.turn == PropertyTurn.SEIZED.value

    @property
    def free_yen(self) -> int | None:
        """What is left for us after the rights that go before."""
        return None if self.estimated_yen is None else max(0, self.estimated_yen - self.senior_yen)


@dataclass(frozen=True)
class Assets:
    """The person's name with inquiries and property, newest first."""

    obligor_id: int
    obligor: str
    inquiries: tuple[InquiryLine, ...]
    properties: tuple[PropertyLine, ...]


def assets_of(obligor_id: int, *, scope: Scope) -> Assets:
    """Raises InvalidInput when there is no such person or the scope sees none of their claims."""
    kept_id = kept_of(obligor_id)
    numbers = numbers_of(kept_id)
    person = Obligor.objects.filter(pk=kept_id).first()
    if person is None or (scope.offices is not None and not claims_answered_for(numbers, scope).exists()):
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者", found=str(obligor_id))
    log_read(scope, what="assets", subject=f"債務者 {kept_id}")
    is_hidden = bool(hidden_from(scope.by, numbers))
    inquiries = _inquiries(numbers, scope, is_hidden=is_hidden)
    return Assets(kept_id, person.name, inquiries, _properties(numbers, scope, is_hidden=is_hidden))


def property_line(property_id: int, *, scope: Scope) -> tuple[int, str, PropertyLine]:
    """One property with its person's number and name; raises InvalidInput outside the scope."""
    row = Property.objects.filter(pk=property_id).first()
    if row is None or not scope.sees(row.office_id):
        raise InvalidInput("財産がないか、見ることのできる範囲の外にあります", place="財産", found=str(property_id))
    assets = assets_of(row.obligor_id, scope=scope)
    return assets.obligor_id, assets.obligor, next(line for line in assets.properties if line.property_id == row.pk)


def _change(row: PropertyChange) -> ChangeLine:
    return ChangeLine(row.turn, row.on, row.note, row.act_id is not None)


def _inquiries(numbers: tuple[int, ...], scope: Scope, *, is_hidden: bool) -> tuple[InquiryLine, ...]:
    rows = Investigation.objects.filter(obligor_id__in=numbers, act__reversed_by__isnull=True).select_related(
        "office", "answer"
    )
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    return tuple(_inquiry(row, is_hidden=is_hidden) for row in rows.order_by("-pk")[:MOST])


def _inquiry(row: Investigation, *, is_hidden: bool) -> InquiryLine:
    answer = row.answer if hasattr(row, "answer") else None
    return InquiryLine(
        investigation_id=row.pk,
        kind=row.kind,
        institution=place_text(row.institution, kind=row.kind, is_hidden=is_hidden),
        office=row.office.name,
        asked_on=row.asked_on,
        answer_due_on=row.answer_due_on,
        document_number=row.document_number,
        legal_ground=row.legal_ground,
        answered_on=answer.answered_on if answer else None,
        result=answer.result if answer else "",
        note=place_text(answer.note if answer else row.note, kind=row.kind, is_hidden=is_hidden),
    )


def _properties(numbers: tuple[int, ...], scope: Scope, *, is_hidden: bool) -> tuple[PropertyLine, ...]:
    rows = Property.objects.filter(obligor_id__in=numbers)
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    shown = list(rows.order_by("-pk")[:MOST])
    changes: dict[int, list[ChangeLine]] = {}
    seized_by: dict[int, int | None] = {}
    for change in PropertyChange.objects.filter(property__in=shown).order_by("pk"):
        changes.setdefault(change.property_id, []).append(_change(change))
        seized_by[change.property_id] = change.act_id if change.turn == PropertyTurn.SEIZED.value else None
    held = _held({act_id for act_id in seized_by.values() if act_id is not None})
    return tuple(
        PropertyLine(
            property_id=row.pk,
            kind=row.kind,
            description=place_text(row.description, kind=row.kind, is_hidden=is_hidden),
            holder=place_text(row.holder, kind=row.kind, is_hidden=is_hidden),
            estimated_yen=row.estimated_yen,
            senior_yen=row.senior_yen,
            found_on=row.found_on,
            note=place_text(row.note, kind=row.kind, is_hidden=is_hidden),
            changes=tuple(changes.get(row.pk, ())),
            held=held.get(seized_by.get(row.pk) or 0),
        )
        for row in shown
    )


def _held(act_ids: Collection[int]) -> dict[int, Held]:
    """The seizures by these acts that still run, by act."""
    events = CaseEvent.objects.filter(act_claim__act_id__in=act_ids, reversed_by__isnull=True, concludes__isnull=True)
    rows = events.exclude(concluded_by__ends=True).order_by("pk")
    found: dict[int, Held] = {}
    for act_id, claim_id, on, number in rows.values_list("act_claim__act_id", "claim_id", "on", "document_number"):
        before = found[act_id].claim_ids if act_id in found else ()
        found[act_id] = Held((*before, claim_id), event_key(on, number))
    return found
