"""Offices: the tree, and one office with its sheets and people.

The one idea: an office is shown as it stood on a day. People here are staff, not obligors, so no access row is left.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.errors import InvalidInput
from saiken.register.models import Office, OfficeAlias, OfficeRole
from saiken.register.models.office_alias import normalised
from saiken.register.queries.sheet_index import SheetEntry, sheets_of_year


@dataclass(frozen=True)
class OfficeLine:
    """One office of the tree."""

    office_id: int
    key: str
    name: str
    kind: str
    parent_id: int | None


@dataclass(frozen=True)
class StaffLine:
    """A role held at the office on the day."""

    username: str
    display_name: str
    role: str


@dataclass(frozen=True)
class OfficePage:
    """`sheets` are those of the fiscal year whose bureau or section the office is."""

    office: OfficeLine
    above: tuple[OfficeLine, ...]
    below: tuple[OfficeLine, ...]
    aliases: tuple[str, ...]
    staff: tuple[StaffLine, ...]
    sheets: tuple[SheetEntry, ...]


def offices(*, on: date) -> tuple[OfficeLine, ...]:
    """Every office that exists on the day, by key."""
    rows = Office.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on).order_by("key")
    return tuple(OfficeLine(row.pk, row.key, row.name, row.kind, row.parent_id) for row in rows)


def find_office(name: str, *, on: date) -> OfficeLine:
    """The office of that name, key or alias on the day; raises InvalidInput when none or several fit."""
    wanted = normalised(name)
    aliased = set(OfficeAlias.objects.filter(alias=wanted).values_list("office_id", flat=True))
    found = [
        line
        for line in offices(on=on)
        if line.office_id in aliased or wanted in (normalised(line.name), normalised(line.key))
    ]
    if len(found) != 1:
        candidates = "、".join(line.key for line in found)
        raise InvalidInput(
            "組織が一つに定まりません", place="組織", found=name, expected=candidates or "登録済みの組織名"
        )
    return found[0]


def office_page(office_id: int, *, on: date, fiscal_year: int) -> OfficePage:
    """The office on the day; raises InvalidInput when it does not exist then."""
    tree = {line.office_id: line for line in offices(on=on)}
    if office_id not in tree:
        raise InvalidInput("組織がありません", place="組織", found=str(office_id))
    held = OfficeRole.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=on), office_id=office_id, from_on__lte=on
    )
    staff = held.order_by("user__username").values_list("user__username", "user__display_name", "role")
    return OfficePage(
        office=tree[office_id],
        above=_above(office_id, tree),
        below=tuple(line for line in tree.values() if line.parent_id == office_id),
        aliases=tuple(
            OfficeAlias.objects.filter(office_id=office_id).order_by("alias").values_list("alias", flat=True)
        ),
        staff=tuple(StaffLine(*row) for row in staff),
        sheets=tuple(
            sheet for sheet in sheets_of_year(fiscal_year) if office_id in (sheet.bureau_id, sheet.section_id)
        ),
    )


def _above(office_id: int, tree: dict[int, OfficeLine]) -> tuple[OfficeLine, ...]:
    """The offices above, the nearest first."""
    found: list[OfficeLine] = []
    line = tree[office_id]
    while line.parent_id in tree and tree[line.parent_id] not in found:
        line = tree[line.parent_id]
        found.append(line)
    return tuple(found)
