"""Who may be the same person: rows whose folded name agrees, and the day of birth, the telephone or the number too.

The one idea: the keys of the search find the few rows that share a day, a telephone or a number, and the folded names decide; so a million
persons are asked by index. A person decides about joining, never this query. Reading leaves a row in the access log.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from saiken.domain.search.folding import Folding, load_folding
from saiken.domain.search.keys import birth_key, number_key, telephone_keys
from saiken.register.access import log_obligors
from saiken.register.models import Obligor, ObligorJoin, SearchGram
from saiken.register.queries.answering import claims_answered_for
from saiken.register.queries.scope import Scope

#: Rows looked at for one person, and those proposed.
MOST_LOOKED_AT, MOST_PROPOSED = 400, 20

#: Particulars by which somebody can be found.
_PLACES = frozenset({"residence", "telephone_number"})


@dataclass(frozen=True)
class Likeness:
    """One particular of both rows side by side; `name` is a term, both texts are empty where nothing is known or may be shown."""

    name: str
    kept: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether both are known and not the same."""
        return bool(self.kept and self.other and self.kept != self.other)

    @property
    def agrees(self) -> bool:
        """Whether both are known and the same."""
        return bool(self.kept) and self.kept == self.other


@dataclass(frozen=True)
class Candidate:
    """A row that may be the same person, with the terms in which both agree besides the name."""

    obligor_id: int
    name: str
    agreeing: tuple[str, ...]


@dataclass(frozen=True)
class JoinLine:
    """A join that stands."""

    join_id: int
    joined_id: int
    name: str
    reason: str
    recorded_at: datetime
    recorded_by: str


def join_candidates(obligor_id: int, *, scope: Scope) -> tuple[Candidate, ...]:
    """The rows proposed, those that agree in most first; only rows of which the scope sees a claim."""
    row, folding = Obligor.objects.get(pk=obligor_id), load_folding()
    others = Obligor.objects.filter(pk__in=_looked_at(row), kind=row.kind, joined_to__isnull=True)
    found = [
        Candidate(other.pk, other.name, agreeing)
        for other in others
        if _same_name(row, other, folding=folding) and (agreeing := _agreeing(row, other, folding=folding))
    ]
    found.sort(key=lambda candidate: (-len(candidate.agreeing), candidate.obligor_id))
    seen = _seen_of([candidate.obligor_id for candidate in found], scope)
    shown = tuple(candidate for candidate in found if candidate.obligor_id in seen)[:MOST_PROPOSED]
    persons = {obligor_id, *(candidate.obligor_id for candidate in shown)}
    log_obligors(scope, what="join_candidates", obligor_ids=persons)
    return shown


def likenesses(kept_id: int, other_id: int, *, scope: Scope) -> tuple[Likeness, ...]:
    """Both rows side by side, particular by particular; empty when there is no such row or the scope sees none of its claims."""
    rows = Obligor.objects.in_bulk([kept_id, other_id])
    if len(rows) < 2 or other_id not in _seen_of([other_id], scope):
        return ()
    kept, other = rows[kept_id], rows[other_id]
    log_obligors(scope, what="join_candidates", obligor_ids={kept_id, other_id})
    hides = kept.protected or other.protected
    return (
        Likeness("obligor_number", str(kept.pk), str(other.pk)),
        Likeness("obligor_name", kept.name, other.name),
        Likeness("name_kana", kept.name_kana, other.name_kana),
        Likeness("external_number", kept.external_number, other.external_number),
        Likeness("birth_on", _day(kept.birth_on), _day(other.birth_on)),
        Likeness("died_on", _day(kept.died_on), _day(other.died_on)),
        Likeness("residence", "" if hides else kept.address, "" if hides else other.address),
        Likeness("telephone_number", "" if hides else kept.telephone, "" if hides else other.telephone),
    )


def joins_of(kept_id: int) -> tuple[JoinLine, ...]:
    """The joins that stand, into this row or into one that is joined into it, the latest first."""
    numbers = [kept_id, *Obligor.objects.filter(joined_to_id=kept_id).values_list("pk", flat=True)]
    rows = ObligorJoin.objects.filter(kept_id__in=numbers, undoes__isnull=True, undone_by__isnull=True)
    return tuple(
        JoinLine(row.pk, row.joined_id, row.joined.name, row.reason, row.recorded_at, row.recorded_by)
        for row in rows.select_related("joined").order_by("-pk")
    )


def _looked_at(row: Obligor) -> Sequence[int]:
    """Rows that share the day of birth, the telephone or the number."""
    keys = [*([birth_key(row.birth_on)] if row.birth_on else []), *telephone_keys(row.telephone)[:1]]
    if row.external_number:
        keys.append(number_key(row.external_number))
    found: set[int] = set()
    for key in keys:
        rows = SearchGram.objects.filter(gram=key).exclude(obligor_id=row.pk)
        found.update(rows.values_list("obligor_id", flat=True)[:MOST_LOOKED_AT])
    return sorted(found)


def _same_name(row: Obligor, other: Obligor, *, folding: Folding) -> bool:
    if folding.name(row.name) == folding.name(other.name):
        return True
    return bool(row.name_kana and other.name_kana) and folding.name(row.name_kana) == folding.name(other.name_kana)


def _agreeing(row: Obligor, other: Obligor, *, folding: Folding) -> tuple[str, ...]:
    """In what the two agree besides the name; nothing where the days of birth differ."""
    if row.birth_on and other.birth_on and row.birth_on != other.birth_on:
        return ()
    pairs = {
        "birth_on": (row.birth_on, other.birth_on),
        "telephone_number": (_digits(row.telephone), _digits(other.telephone)),
        "residence": (folding.folded(row.address), folding.folded(other.address)),
        "external_number": (row.external_number, other.external_number),
    }
    hides = row.protected or other.protected  # that both live in one place would tell where
    return tuple(name for name, (one, two) in pairs.items() if one and one == two and not (hides and name in _PLACES))


def _seen_of(obligor_ids: Iterable[int], scope: Scope) -> set[int]:
    """Those of whom the scope sees a claim."""
    numbers = list(obligor_ids)
    if scope.offices is None:
        return set(numbers)
    return {number for number in numbers if claims_answered_for([number], scope).exists()}


def _digits(telephone: str) -> str:
    return "".join(filter(str.isdecimal, telephone))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
