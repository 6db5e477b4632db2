"""Registers an office with its other spellings.

The one idea: `key` stays the same for ever; aliases are stored normalised so that papers find the office however they spell it.
"""

from collections.abc import Sequence
from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.models import Office, OfficeAlias
from saiken.register.models.office import OfficeKind
from saiken.register.models.office_alias import normalised


@action
def register_office(
    *,
    key: str,
    name: str,
    kind: OfficeKind,
    by: str,
    on: date,
    parent_id: int | None = None,
    aliases: Sequence[str] = (),
) -> Done[int]:
    """The office exists from `on`; returns its id."""
    office = Office.objects.create(key=key, name=name, kind=kind.value, parent_id=parent_id, from_on=on)
    for alias in sorted({normalised(alias) for alias in aliases}):
        OfficeAlias.objects.create(office=office, alias=alias)
    return Done(office.pk, name, {"key": key, "kind": kind.value, "parent": parent_id})
