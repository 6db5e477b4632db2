"""Which persons have the keys that a typed line asks for, as far as the scope sees, the nearest first.

The one idea: the rarest key leads, every other key and the right to see the person are looked up for each of its rows, and no more than
`MOST` persons are taken: whole names first, then those that begin so, then the rest. It shows nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import connection

from saiken.domain.search.folding import Folding, strict
from saiken.domain.search.keys import name_keys, whole_key
from saiken.domain.search.terms import Asked, SearchKind, Way
from saiken.register.models import Claim, Obligor, ObligorRole
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.scope import Scope
from saiken.register.queries.search_counts import counts_of
from saiken.register.queries.search_owed import Owed, kept_numbers_of, owed_by

#: Persons that one search gives at most; whoever gets as many is asked for another word.
MOST = 200

#: Where the leading key has at most so many rows, each is looked up for itself, whatever the database would plan.
_FEW = 5_000


#: So many persons an office is taken to have: a key of fewer is asked before it.
_OF_OFFICE = 30_000

#: What closes a subquery of the conditions.
_EXISTS_END = " /* exists */)"


class Hit(NamedTuple):
    """A person and the place in the list: how near, whether something is owed (0) or not (1), the balance downwards, the number."""

    nearness: int
    owes_nothing: int
    minus_yen: int
    obligor_id: int


@dataclass(frozen=True)
class _Condition:
    """What must hold beside the leading key: SQL about `g.obligor_id` with its values, and for about how many persons it does."""

    sql: str
    values: tuple[str, ...] = ()
    rows: int = 0

    @property
    def for_each_row(self) -> "_Condition":
        """The same, looked up row by row: a subquery with an offset is joined with nothing."""
        return replace(self, sql=self.sql.replace(_EXISTS_END, f" LIMIT 1 OFFSET 0{_EXISTS_END}"))


@dataclass(frozen=True)
class Hits:
    """The persons in order, whether there are more than were taken, every number of theirs, and what each owes."""

    persons: list[Hit]
    is_cut: bool
    kept: Mapping[int, int]
    owed: Mapping[int, Owed]


def hits(line: str, asked: Asked, *, scope: Scope, folding: Folding) -> Hits:
    """Whom the line finds."""
    ways = [_resolved(term.ways) for term in asked.searchable]
    if not ways:
        return Hits([], False, {}, {})
    found: dict[int, None] = {}
    for stage in _stages(asked, ways):
        for obligor_id in _found(stage, scope=scope, room=MOST + 1 - len(found)):
            found.setdefault(obligor_id)
        if len(found) > MOST:
            break
    taken = list(found)[:MOST]
    kept = kept_numbers_of(taken)
    owed = owed_by(kept, scope=scope)
    typed = _Typed(strict(line), asked.folded_name)
    return Hits(sorted(_ranked(taken, typed, owed=owed, folding=folding)), len(found) > MOST, kept, owed)


_Ways = Sequence[Way | frozenset[int]]


def _resolved(ways: Sequence[Way]) -> _Ways:
    """Ways by the register's own numbers become the persons they lead to."""
    return [way if way.number is None else _led_to(way.kind, way.number) for way in ways]


def _led_to(kind: SearchKind, number: int) -> frozenset[int]:
    if kind is SearchKind.OBLIGOR_ID:
        ids = {number}
    else:
        roles = counting_roles(ObligorRole.objects.filter(claim_id=number))
        principal = Claim.objects.filter(pk=number).values_list("obligor_id", flat=True)
        ids = {*principal, *roles.values_list("obligor_id", flat=True)}
    rows = Obligor.objects.filter(pk__in=ids).values_list("pk", "joined_to_id")
    return frozenset(joined_to or pk for pk, joined_to in rows)


def _stages(asked: Asked, ways: Sequence[_Ways]) -> list[Sequence[_Ways]]:
    """The line as one whole name, as the beginning of a name, and word by word."""
    name = asked.folded_name
    if not name or any(all(way.kind is not SearchKind.NAME for way in term.ways) for term in asked.searchable):
        return [ways]
    whole, begins = (Way(SearchKind.NAME, keys) for keys in ((whole_key(name),), name_keys(name, begins=True)))
    return [[[whole]], [[begins]], ways]


def _found(terms: Sequence[_Ways], *, scope: Scope, room: int) -> Iterable[int]:
    counts = counts_of({key for ways in terms for way in ways if isinstance(way, Way) for key in way.keys})
    leading = min(range(len(terms)), key=lambda position: sum(_rows(way, counts) for way in terms[position]))
    others = [_any_of(ways, counts) for position, ways in enumerate(terms) if position != leading]
    others += _seen(scope)
    found: dict[int, None] = {}
    for way in terms[leading]:
        for obligor_id in _led_by(way, others, counts=counts, room=room - len(found)):
            found.setdefault(obligor_id)
    return found


def _rows(way: Way | frozenset[int], counts: Mapping[str, int]) -> int:
    return min(counts[key] for key in way.keys) if isinstance(way, Way) else len(way)


def _led_by(
    way: Way | frozenset[int], others: Sequence[_Condition], *, counts: Mapping[str, int], room: int
) -> list[int]:
    """Persons of the leading way for whom everything else holds, in the order of their numbers."""
    if room <= 0:
        return []
    if isinstance(way, Way):
        rarest, *rest = sorted(way.keys, key=lambda key: counts[key])
        leading = _Condition("SELECT g.obligor_id FROM register_searchgram g WHERE g.gram = %s", (rarest,))
        others = [*others, *(_has(key, counts) for key in rest)]
    else:
        persons = f"SELECT id AS obligor_id FROM register_obligor WHERE id IN ({_listed(way)})"
        leading = _Condition(f"SELECT g.obligor_id FROM ({persons}) g WHERE 1 = 1")
    is_rare = _rows(way, counts) <= _FEW
    rarest_first = sorted(others, key=lambda condition: condition.rows)
    conditions = [leading, *(other.for_each_row if is_rare else other for other in rarest_first)]
    statement = " AND ".join(condition.sql for condition in conditions)
    values = [value for condition in conditions for value in condition.values]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY g.obligor_id LIMIT {int(room)}", values)
        return [obligor_id for (obligor_id,) in cursor.fetchall()]


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "NULL"


def _has(key: str, counts: Mapping[str, int]) -> _Condition:
    sql = f"EXISTS (SELECT 1 FROM register_searchgram x WHERE x.gram = %s AND x.obligor_id = g.obligor_id{_EXISTS_END}"
    return _Condition(sql, (key,), counts[key])


def _any_of(ways: _Ways, counts: Mapping[str, int]) -> _Condition:
    """One of the ways of a term holds; its rarest key is asked first."""
    either: list[str] = []
    values: list[str] = []
    for way in ways:
        if isinstance(way, Way):
            all_of = [_has(key, counts) for key in sorted(way.keys, key=lambda key: counts[key])]
            either.append(f"({' AND '.join(condition.sql for condition in all_of)})")
            values += [value for condition in all_of for value in condition.values]
        else:
            either.append(f"g.obligor_id IN ({_listed(way)})")
    return _Condition(f"({' OR '.join(either)})", tuple(values), sum(_rows(way, counts) for way in ways))


def _seen(scope: Scope) -> list[_Condition]:
    """The person has a claim that concerns an office of the scope."""
    if scope.offices is None:
        return []
    of_person = f"o.obligor_id = g.obligor_id AND o.office_id IN ({_listed(scope.offices)})"
    return [
        _Condition(f"EXISTS (SELECT 1 FROM register_obligoroffice o WHERE {of_person}{_EXISTS_END}", rows=_OF_OFFICE)
    ]


@dataclass(frozen=True)
class _Typed:
    """The line as typed but for width and script, and what of it may be a name, folded."""

    plain: str
    folded_name: str


def _ranked(obligor_ids: list[int], typed: _Typed, *, owed: Mapping[int, Owed], folding: Folding) -> Iterable[Hit]:
    names = Obligor.objects.filter(pk__in=obligor_ids).values_list("pk", "name", "name_kana")
    for pk, *spellings in names:
        yen = owed[pk].yen if pk in owed else 0
        near = min(_nearness(spelling, typed, folding=folding) for spelling in spellings)
        yield Hit(near, 0 if yen else 1, -yen, pk)


def _nearness(spelling: str, typed: _Typed, *, folding: Folding) -> int:
    """0 the very name, 1 the same name folded, 2 and 3 its beginning, 4 anything else."""
    if not typed.folded_name:
        return 0
    plain, folded = strict(spelling), folding.name(spelling)
    if folded == typed.folded_name:
        return 0 if plain == typed.plain else 1
    if folded.startswith(typed.folded_name):
        return 2 if plain.startswith(typed.plain) else 3
    return 4
