"""Which sheets there are in a year, what they cover, and how a number finds its sheet.

The one idea: a number is unique only within its bureau, so a bare number that fits several sheets is refused with the candidates.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.register.models import SheetDefinition, SheetMember
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.office import offices_named

#: Years of which there is a first day and a last.
_YEARS = range(1900, 9000)


@dataclass(frozen=True)
class Member:
    """A receivable on a sheet. `claim_based_from` is None while it is kept as figures only."""

    receivable_id: int
    number: str
    name: str
    legal_classes: tuple[LegalClass, ...]
    claim_based_from: int | None

    def in_claims(self, fiscal_year: int) -> bool:
        """Whether the year's figures come from claims."""
        return self.claim_based_from is not None and fiscal_year >= self.claim_based_from


@dataclass(frozen=True)
class SheetEntry:
    """A sheet as registered, with its members in the order of their numbers."""

    sheet_id: int
    key: str
    bureau: str
    bureau_id: int
    section: str
    section_id: int
    numbers: tuple[str, ...]
    name: str
    from_fiscal_year: int
    until_fiscal_year: int | None
    members: tuple[Member, ...]

    @property
    def legal_classes(self) -> tuple[LegalClass, ...]:
        """The classes its members allow, in the usual order."""
        allowed = {legal_class for member in self.members for legal_class in member.legal_classes}
        return tuple(legal_class for legal_class in LegalClass if legal_class in allowed)

    def in_claims(self, fiscal_year: int) -> tuple[int, ...]:
        """The ids of the members whose figures of the year come from claims."""
        return tuple(member.receivable_id for member in self.members if member.in_claims(fiscal_year))

    def figures_only(self, fiscal_year: int) -> bool:
        """Whether some member has no claims in the year."""
        return not all(member.in_claims(fiscal_year) for member in self.members)


def sheets_of_year(fiscal_year: int, *, as_of: AsOf = NOW) -> tuple[SheetEntry, ...]:
    """Every sheet of the year, by bureau and number."""
    valid = Q(until_fiscal_year__isnull=True) | Q(until_fiscal_year__gt=fiscal_year)
    return _entries(SheetDefinition.objects.filter(valid, from_fiscal_year__lte=fiscal_year), as_of)


def all_sheets() -> tuple[SheetEntry, ...]:
    """Every sheet of every year."""
    return _entries(SheetDefinition.objects.all(), NOW)


def sheet_by_key(key: str, *, fiscal_year: int, as_of: AsOf = NOW) -> SheetEntry:
    """The sheet with the key in the year; raises InvalidInput when there is none."""
    for sheet in sheets_of_year(fiscal_year, as_of=as_of) if fiscal_year in _YEARS else ():
        if sheet.key == key:
            return sheet
    raise InvalidInput("様式がありません", place=f"{fiscal_year}年度", found=key)


def find_sheet(number: str, *, fiscal_year: int, bureau: str = "", as_of: AsOf = NOW) -> SheetEntry:
    """The sheet that prints the number (any width), within the bureau when given; several are refused, named."""
    wanted = unicodedata.normalize("NFKC", number).strip()
    bureau_ids = offices_named(bureau)
    found = [
        sheet
        for sheet in sheets_of_year(fiscal_year, as_of=as_of)
        if wanted in sheet.numbers and (not bureau or sheet.bureau_id in bureau_ids)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InvalidInput("この債権整理番号の様式がありません", place=f"{fiscal_year}年度", found=f"{bureau}{wanted}")
    candidates = "、".join(f"{sheet.bureau} {sheet.name}" for sheet in found)
    raise InvalidInput(
        "債権整理番号が複数の所属にあります", found=wanted, expected=candidates, remedy="所属を指定してください"
    )


def _entries(rows: Iterable[SheetDefinition], as_of: AsOf) -> tuple[SheetEntry, ...]:
    sheets = SheetDefinition.objects.filter(pk__in=[row.pk for row in rows]).select_related("bureau", "section")
    moment = as_of.last_moment()
    members: dict[int, list[Member]] = {}
    for member in SheetMember.objects.select_related("receivable").order_by("receivable__number", "receivable_id"):
        members.setdefault(member.sheet_id, []).append(_member(member, moment))
    return tuple(
        SheetEntry(
            sheet_id=sheet.pk,
            key=sheet.key,
            bureau=sheet.bureau.name,
            bureau_id=sheet.bureau_id,
            section=sheet.section.name,
            section_id=sheet.section_id,
            numbers=sheet.number_list,
            name=sheet.name,
            from_fiscal_year=sheet.from_fiscal_year,
            until_fiscal_year=sheet.until_fiscal_year,
            members=tuple(members.get(sheet.pk, ())),
        )
        for sheet in sheets.order_by("bureau__name", "numbers", "from_fiscal_year", "pk")
    )


def _member(member: SheetMember, moment: datetime | None) -> Member:
    """The member as known at the moment (None: now); a change over to claims that was recorded later has not happened yet."""
    receivable = member.receivable
    changed_at = receivable.claims_recorded_at
    is_known = moment is None or changed_at is None or changed_at <= moment
    return Member(
        receivable_id=receivable.pk,
        number=receivable.number,
        name=receivable.name,
        legal_classes=tuple(LegalClass(legal_class) for legal_class in receivable.allowed_classes),
        claim_based_from=receivable.claim_based_from if is_known else None,
    )
