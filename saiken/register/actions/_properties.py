"""Writes property that was found, and what became of it; keeps the list of what waits for an act.

The one idea: the cache of undisposed property is written with the rows that change it. Whether something is seized is no business of this
module: the seizure is an act of its own and tells it here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.asset import PropertyKind, PropertyTurn
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import Stamp
from saiken.register.actions._found import found
from saiken.register.models import Act, Property, PropertyChange, UndisposedProperty


@dataclass(frozen=True)
class NewProperty:
    """What was found: `holder` is the third-party obligor or who keeps it, `senior_yen` what is paid before us."""

    kind: PropertyKind
    description: str
    holder: str = ""
    estimated_yen: int | None = None
    senior_yen: int = 0
    note: str = ""


@dataclass(frozen=True)
class Place:
    """Whose it is, which office found it, and by which inquiry."""

    obligor_id: int
    office_id: int
    investigation_id: int | None = None


def write_properties(
    properties: Sequence[NewProperty], place: Place, *, stamp: Stamp, by: str, on: date
) -> tuple[int, ...]:
    """The rows, each waiting for an act of the office; `on` is the day they were found."""
    ids = []
    for new in properties:
        _demand(new)
        row = Property.objects.create(
            obligor_id=place.obligor_id,
            office_id=place.office_id,
            investigation_id=place.investigation_id,
            kind=new.kind.value,
            description=new.description,
            holder=new.holder,
            estimated_yen=new.estimated_yen,
            senior_yen=new.senior_yen,
            found_on=on,
            note=new.note,
            recorded_at=stamp.recorded_at,
            recorded_by=by,
        )
        UndisposedProperty.objects.create(property=row, office_id=place.office_id, found_on=on)
        ids.append(row.pk)
    refresh_case_files([place.obligor_id])
    return tuple(ids)


def write_change(
    property_id: int, turn: PropertyTurn, *, act: Act | None, stamp: Stamp, by: str, on: date, note: str = ""
) -> Property:
    """What became of a property; one that is released waits for an act again. Raises Refused where it does not follow."""
    row = found(Property, property_id, called="財産")
    last = PropertyChange.objects.filter(property=row).order_by("-pk").values_list("turn", flat=True).first()
    _demand_following(last, turn)
    if on < row.found_on:
        raise InvalidInput("判明した日より前です", place="処分の日", found=on.isoformat())
    PropertyChange.objects.create(
        property=row, act=act, turn=turn.value, on=on, note=note, recorded_at=stamp.recorded_at, recorded_by=by
    )
    if turn is PropertyTurn.RELEASED:
        UndisposedProperty.objects.get_or_create(
            property=row, defaults={"office_id": row.office_id, "found_on": row.found_on}
        )
    else:
        UndisposedProperty.objects.filter(property=row).delete()
    refresh_case_files([row.obligor_id])
    return row


def _demand(new: NewProperty) -> None:
    if not new.description.strip():
        raise InvalidInput("財産の表示がありません", place="財産の表示", expected="特定できる表示")
    if (new.estimated_yen or 0) < 0 or new.senior_yen < 0:
        raise InvalidInput("評価額と優先する権利の額は0円以上です", place="評価額")


def _demand_following(last: str | None, turn: PropertyTurn) -> None:
    """解除は差押えの後に、差押えは差押え中でない財産に、換価の後には何も行わない."""
    is_seized = last == PropertyTurn.SEIZED.value
    if last == PropertyTurn.SOLD.value:
        raise Refused("換価の済んだ財産です")
    if turn is PropertyTurn.RELEASED and not is_seized:
        raise Refused("差押え中でない財産は解除できません")
    if turn is PropertyTurn.WORTHLESS and last == turn.value:
        raise Refused("すでに換価の価値がないものとして記録しています")
    if turn is PropertyTurn.SEIZED and is_seized:
        raise Refused("すでに差し押さえている財産です")
