"""The search for persons: what was asked, and a page of those found, with what they owe as far as the viewer may see it.

The one idea: one line of words over names, numbers, addresses, telephones and days of birth; persons without a claim of the viewer's
offices are not listed, the address of a protected one is never given, and the line and the persons shown are written into the access log.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.search.folding import load_folding
from saiken.domain.search.terms import LONGEST_LINE, SearchKind, Term, asked
from saiken.register.access import log_obligors
from saiken.register.models import CaseFile, Mark, Obligor
from saiken.register.queries.scope import Scope
from saiken.register.queries.search_hits import MOST, Hit, Hits, hits
from saiken.register.queries.search_owed import Owed

__all__ = ["MOST", "FoundPage", "FoundPerson", "SearchKind", "search"]

PAGE_SIZE = 50
#: Letters of the longest number in a place.
_LONGEST_NUMBER = 20


@dataclass(frozen=True)
class FoundPerson:
    """`address` is empty for a protected person; `open_claims` and `balance_yen` are of the claims that the scope sees, `further_claims`
    those of others for which the person answers; `offices` work on them; `marks` are kinds."""

    obligor_id: int
    name: str
    name_kana: str
    external_number: str
    birth_on: date | None
    died_on: date | None
    address: str
    protected: bool
    is_corporation: bool
    offices: tuple[str, ...]
    open_claims: int
    further_claims: int
    balance_yen: int
    marks: tuple[str, ...]


@dataclass(frozen=True)
class FoundPage:
    """`terms` as they were understood; `next_after` continues the list, None at its end; `is_cut` when more persons fit than are taken.

    `only` is the person whom a number leads to, when there is exactly one.
    """

    line: str
    terms: tuple[Term, ...]
    persons: tuple[FoundPerson, ...]
    count: int
    is_cut: bool
    next_after: str | None
    only: int | None


def search(line: str, *, scope: Scope, on: date, after: str = "") -> FoundPage:
    """The persons of the line after the place `after`, which an earlier page gave."""
    line, folding = line.strip()[:LONGEST_LINE], load_folding()
    question = asked(line, folding=folding)
    found = hits(line, question, scope=scope, folding=folding)
    place = _place(after)
    rest = found.persons if place is None else [hit for hit in found.persons if hit > place]
    page = rest[:PAGE_SIZE]
    if question.terms:
        line_asked = f"検索 {line}（{len(found.persons)}人）"
        log_obligors(scope, what="search", obligor_ids=[hit.obligor_id for hit in page], asked=line_asked)
    return FoundPage(
        line=line,
        terms=question.terms,
        persons=_persons([hit.obligor_id for hit in page], found=found, on=on),
        count=len(found.persons),
        is_cut=found.is_cut,
        next_after="_".join(map(str, page[-1])) if len(rest) > PAGE_SIZE else None,
        only=found.persons[0].obligor_id if question.is_number and len(found.persons) == 1 else None,
    )


def _place(after: str) -> Hit | None:
    """The place that an address names; one that cannot be read is the beginning."""
    parts = after.split("_")
    is_read = all(part.removeprefix("-").isdecimal() and len(part) <= _LONGEST_NUMBER for part in parts)
    if len(parts) != len(Hit._fields) or not is_read:
        return None
    return Hit(*map(int, parts))


def _persons(obligor_ids: Sequence[int], *, found: Hits, on: date) -> tuple[FoundPerson, ...]:
    shown = set(obligor_ids)
    kept = {number: pk for number, pk in found.kept.items() if pk in shown}
    rows = Obligor.objects.in_bulk(kept)
    protected = {kept[row.pk] for row in rows.values() if row.protected}
    owed, files, marks = found.owed, _files(obligor_ids), _marks(kept, on=on)
    return tuple(
        FoundPerson(
            obligor_id=pk,
            name=rows[pk].name,
            name_kana=rows[pk].name_kana,
            external_number=rows[pk].external_number,
            birth_on=rows[pk].birth_on,
            died_on=rows[pk].died_on,
            address="" if pk in protected else rows[pk].address,
            protected=pk in protected,
            is_corporation=rows[pk].kind == "corporation",
            offices=files[pk].offices,
            open_claims=owed.get(pk, Owed()).claims,
            further_claims=files[pk].further_claims,
            balance_yen=owed.get(pk, Owed()).yen,
            marks=marks.get(pk, ()),
        )
        for pk in obligor_ids
    )


@dataclass(frozen=True)
class _Files:
    offices: tuple[str, ...] = ()
    further_claims: int = 0


def _files(obligor_ids: Sequence[int]) -> Mapping[int, _Files]:
    """The offices that work on each person; whoever else does is no secret among those who may see the person."""
    rows = CaseFile.objects.filter(Q(open_claims__gt=0) | Q(further_claims__gt=0), obligor_id__in=obligor_ids)
    found: dict[int, _Files] = defaultdict(_Files)
    for obligor_id, office, further in rows.order_by("-balance_yen", "pk").values_list(
        "obligor_id", "office__name", "further_claims"
    ):
        before = found[obligor_id]
        found[obligor_id] = _Files((*before.offices, office), before.further_claims + further)
    return found


def _marks(kept: Mapping[int, int], *, on: date) -> Mapping[int, tuple[str, ...]]:
    """The kinds of the marks that are shown on the day."""
    rows = Mark.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), obligor_id__in=kept, from_on__lte=on)
    rows = rows.filter(removes__isnull=True, removed_by__isnull=True).order_by("-from_on", "-pk")
    found: dict[int, tuple[str, ...]] = {}
    for obligor_id, kind in rows.values_list("obligor_id", "kind"):
        pk = kept[obligor_id]
        found[pk] = tuple(dict.fromkeys((*found.get(pk, ()), kind)))
    return found
