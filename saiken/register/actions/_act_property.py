"""What acts change about property that was found: seized by a seizure, free or used up when the seizure ends.

The one idea: the seizure's act bears the property's number, so whatever ends the seizure finds the property by it; a seizure over several
claims holds the property until the last of them is free.
"""

from saiken.domain.claim.asset import PropertyTurn
from saiken.domain.claim.case_event import Outcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.seizure_steps import ReleaseGround
from saiken.register.actions._carried import Carried
from saiken.register.actions._clock import take
from saiken.register.actions._ended_acts import ended_acts
from saiken.register.actions._found import found
from saiken.register.actions._properties import write_change
from saiken.register.models import Property, PropertyChange
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.investigation_lists import no_asset_evidence

#: The fields of the forms that name the property and the answers.
FOUND_PROPERTY, ANSWERS = "found_property", "answers"


def seized(done: Carried) -> None:
    """The property that the form names is seized from the day of the act; nothing where it names none."""
    property_id = done.form.number(FOUND_PROPERTY)
    if property_id is None:
        return
    known = found(Property, property_id, called="財産")
    if known.obligor_id not in numbers_of(kept_of(done.act.obligor_id)):
        raise Refused("この債務者の財産ではありません")
    write_change(property_id, PropertyTurn.SEIZED, act=done.act, stamp=take(), by=done.by, on=done.on)


def not_seized(done: Carried) -> None:
    """The seizure is taken back: the property waits for an act again, unless something has become of it since."""
    for change in _last_changes([done.act.pk]):
        note = "差押えの処理の取消し"
        write_change(
            change.property_id, PropertyTurn.RELEASED, act=None, stamp=take(), by=done.by, on=done.on, note=note
        )


def released(done: Carried) -> None:
    """The seizure is released: the property is free, or found worthless."""
    is_worthless = done.form.text("why") == ReleaseGround.WORTHLESS
    _turn(done, PropertyTurn.WORTHLESS if is_worthless else PropertyTurn.RELEASED)


def completed(done: Carried) -> None:
    """The seizure has ended: the property was turned into money, or is free where the seizure was given up."""
    is_used = done.form.text("outcome") == Outcome.COMPLETED
    _turn(done, PropertyTurn.SOLD if is_used else PropertyTurn.RELEASED)


def evidence_demanded(done: Carried) -> None:
    """The answers that a suspension relies on are answers about this person that there is nothing."""
    known = {line.investigation_id for line in no_asset_evidence(done.act.obligor_id)}
    strange = sorted(set(done.form.ids(ANSWERS)) - known)
    if strange:
        raise InvalidInput("この債務者に財産がないとの回答ではありません", place="回答", found=str(strange[0]))


def _turn(done: Carried, turn: PropertyTurn) -> None:
    for change in _last_changes(ended_acts(done.act)):
        write_change(change.property_id, turn, act=done.act, stamp=take(), by=done.by, on=done.on)


def _last_changes(act_ids: list[int]) -> list[PropertyChange]:
    """The seizures of property by these acts that nothing has followed."""
    changes = PropertyChange.objects.filter(act_id__in=act_ids, turn=PropertyTurn.SEIZED.value)
    return [
        change
        for change in changes.order_by("pk")
        if not PropertyChange.objects.filter(property_id=change.property_id, pk__gt=change.pk).exists()
    ]
