"""The claims of some receivables that are open after a year's accounts closed: by portion and state, and who owes them.

The one idea: they are kept as numbers and sums and brought on by the claims that moved: what those were is taken out, what they are put in,
both by the same statement at two positions. So table 3, the counts of persons and the lists behind them cost the same at any size. It shows
no person.
"""

import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from django.db import connection

from saiken.domain.claim.attribution import Portion
from saiken.register.models import Claim
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.growing import Growing, Growth
from saiken.register.queries.kept_content import Unusable, reader, rows, text, whole
from saiken.register.queries.position import Position, touched
from saiken.register.queries.state_table import STATE_ON_DAY, open_claims_sql, parameters

#: Beyond so many claims that moved they are all read anew.
_MOST_MOVED = 20_000
_CHUNK = 1_000

#: Kept in memory: the sheets of some years.
_MOST = 400

_PLACED = """
WITH open_claim AS ({open_claims})
SELECT c.id, CASE WHEN c.fiscal_year < %(year)s OR c.past_from_start THEN 'past' ELSE 'current' END AS portion,
       {state_on_day} AS state_id, c.stands_for, o.balance_yen, c.obligor_id
FROM open_claim o JOIN register_claim c ON c.id = o.claim_id
ORDER BY c.id
"""

#: Portion and state; the state is empty where none is known.
Key = tuple[str, str]


class Placed(NamedTuple):
    """One open claim."""

    claim_id: int
    portion: str
    state_id: str
    stands_for: int
    balance_yen: int
    obligor_id: int

    @property
    def key(self) -> Key:
        """Where it is counted."""
        return self.portion, self.state_id


@dataclass(frozen=True)
class Cell:
    """The claims of a portion and state by number, ascending; how many they stand for, and their yen."""

    claim_ids: "array[int]"
    count: int = 0
    yen: int = 0


@dataclass(frozen=True)
class OpenClaimsOfYear:
    """The cells that hold a claim; `obligors` has a bit for each principal obligor, `version` moves with every change."""

    cells: Mapping[Key, Cell]
    obligors: int
    version: tuple[int, int]


_growing: Growing[OpenClaimsOfYear] = Growing(_MOST)


def open_of_year(receivable_ids: tuple[int, ...], fiscal_year: int, *, now: Position) -> OpenClaimsOfYear:
    """The open claims at a position that was just read."""
    return _growing.at(now, growth_of(receivable_ids, fiscal_year))


def growth_of(receivable_ids: tuple[int, ...], fiscal_year: int) -> Growth[OpenClaimsOfYear]:
    """How these are kept."""
    members = sha256(repr(sorted(receivable_ids)).encode()).hexdigest()[:24]
    return Growth(
        what=f"open/{fiscal_year}/{members}",
        compute=partial(_computed, receivable_ids=receivable_ids, fiscal_year=fiscal_year),
        advance=partial(_advanced, receivable_ids=receivable_ids, fiscal_year=fiscal_year),
        pack=_packed,
        unpack=_unpacked,
    )


def placed(
    receivable_ids: Collection[int], fiscal_year: int, *, as_of: AsOf, among: Collection[int] | None = None
) -> Iterator[Placed]:
    """The open claims by number, all or those `among` some numbers."""
    statement = _PLACED.format(open_claims=open_claims_sql(receivable_ids, among=among), state_on_day=STATE_ON_DAY)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters(fiscal_year, as_of))
        while rows := cursor.fetchmany(5_000):
            for pk, portion, state_id, stands_for, yen, obligor_id in rows:
                yield Placed(int(pk), portion, state_id, int(stands_for), int(yen), obligor_id)


def bits(numbers: Iterable[int]) -> int:
    """A bit for each number."""
    wanted = list(numbers)
    octets = bytearray(max(wanted, default=0) // 8 + 1)
    for number in wanted:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def counted(claims: Iterable[Placed], *, version: tuple[int, int] = (0, 0)) -> OpenClaimsOfYear:
    """The cells that claims, given by number, fill."""
    cells: dict[Key, Cell] = {}
    obligors: set[int] = set()
    sums: dict[Key, tuple[int, int]] = {}
    for claim in claims:
        cells.setdefault(claim.key, Cell(array("q"))).claim_ids.append(claim.claim_id)
        count, yen = sums.get(claim.key, (0, 0))
        sums[claim.key] = (count + claim.stands_for, yen + claim.balance_yen)
        obligors.add(claim.obligor_id)
    whole = {key: Cell(cell.claim_ids, *sums[key]) for key, cell in cells.items()}
    return OpenClaimsOfYear(whole, bits(obligors), version)


def _computed(now: Position, *, receivable_ids: tuple[int, ...], fiscal_year: int) -> OpenClaimsOfYear:
    return counted(placed(receivable_ids, fiscal_year, as_of=now.as_of), version=(now.sequence, now.span))


def _advanced(
    figures: OpenClaimsOfYear,
    *,
    since: Position,
    until: Position,
    receivable_ids: tuple[int, ...],
    fiscal_year: int,
) -> OpenClaimsOfYear:
    by_receivable = touched(since, until)
    moved = frozenset().union(*(by_receivable.get(pk, frozenset()) for pk in receivable_ids))
    if not moved:
        return figures
    if len(moved) > _MOST_MOVED:
        return _computed(until, receivable_ids=receivable_ids, fiscal_year=fiscal_year)
    cells, gone_obligors, owing = dict(figures.cells), set(), set()
    for claim_ids, obligor_ids in _with_their_persons(moved):
        before = list(placed(receivable_ids, fiscal_year, as_of=since.as_of, among=claim_ids))
        after = list(placed(receivable_ids, fiscal_year, as_of=until.as_of, among=claim_ids))
        for key in {claim.key for claim in (*before, *after)}:
            cells[key] = _exchanged(
                cells.get(key, Cell(array("q"))),
                gone=[claim for claim in before if claim.key == key],
                come=[claim for claim in after if claim.key == key],
            )
        gone_obligors |= obligor_ids
        owing |= {claim.obligor_id for claim in after}
    kept = {key: cell for key, cell in cells.items() if cell.claim_ids}
    obligors = figures.obligors & ~bits(gone_obligors) | bits(owing)
    return replace(figures, cells=kept, obligors=obligors, version=(until.sequence, until.span))


def _with_their_persons(claim_ids: Collection[int]) -> Iterator[tuple[list[int], set[int]]]:
    """All claims of the persons of these claims, a number of persons at a time, with the persons."""
    ordered = sorted(claim_ids)
    persons: set[int] = set()
    for start in range(0, len(ordered), _CHUNK):
        chunk = ordered[start : start + _CHUNK]
        persons |= set(Claim.objects.filter(pk__in=chunk).values_list("obligor_id", flat=True))
    numbers = sorted(persons)
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        yield list(Claim.objects.filter(obligor_id__in=some).values_list("pk", flat=True)), set(some)


def _exchanged(cell: Cell, *, gone: list[Placed], come: list[Placed]) -> Cell:
    """The cell without the ones and with the others."""
    numbers = _numbers(
        cell.claim_ids,
        gone={claim.claim_id for claim in gone} - {claim.claim_id for claim in come},
        come={claim.claim_id for claim in come} - {claim.claim_id for claim in gone},
    )
    count = cell.count + sum(claim.stands_for for claim in come) - sum(claim.stands_for for claim in gone)
    return Cell(numbers, count, cell.yen + sum(one.balance_yen for one in come) - sum(one.balance_yen for one in gone))


def _numbers(claim_ids: "array[int]", *, gone: set[int], come: set[int]) -> "array[int]":
    if len(gone) + len(come) > _CHUNK:
        kept = set(claim_ids)
        if not gone <= kept:
            raise Unusable
        return array("q", sorted(kept - gone | come))
    numbers = claim_ids[:]
    for number in gone:
        place = bisect_left(numbers, number)
        if numbers[place : place + 1] != array("q", [number]):
            raise Unusable
        numbers.pop(place)
    for number in come:
        numbers.insert(bisect_left(numbers, number), number)
    return numbers


def _packed(figures: OpenClaimsOfYear) -> bytes:
    """A line of JSON that says what follows, then the numbers of each cell, then the bits; compressed."""
    obligors = figures.obligors.to_bytes((figures.obligors.bit_length() + 7) // 8, "little")
    heads = [[*key, cell.count, cell.yen, len(cell.claim_ids)] for key, cell in figures.cells.items()]
    head = json.dumps({"cells": heads, "version": figures.version}).encode()
    numbers = b"".join(cell.claim_ids.tobytes() for cell in figures.cells.values())
    return zlib.compress(b"".join((head, b"\n", numbers, obligors)), 1)


@reader
def _unpacked(content: bytes) -> OpenClaimsOfYear:
    head, _, rest = zlib.decompress(content).partition(b"\n")
    told = json.loads(head)
    cells: dict[Key, Cell] = {}
    for portion, state_id, count, yen, claims in rows(told["cells"], width=5):
        claim_ids = array("q", rest[: claims * 8])
        if len(claim_ids) != claims:
            raise ValueError(f"{len(claim_ids)} numbers of {claims}")
        cells[Portion(portion).value, text(state_id)] = Cell(claim_ids, whole(count), whole(yen))
        rest = rest[claims * 8 :]
    sequence, span = told["version"]
    return OpenClaimsOfYear(cells, int.from_bytes(rest, "little"), (whole(sequence), whole(span)))
