"""Figures that are brought on are those that would be computed: after every kind of write, after a start, and beside a transaction.

The one idea: the same questions are asked after each write from memory, from the table in a memory that is empty, and computed anew; a row
that was damaged past everything that writes it changes no answer.
"""

import json
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from saiken.domain.claim.case_event import EventKind
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.receive import receive
from saiken.register.actions.undo_join import undo_join
from saiken.register.models import KeptFigures
from saiken.register.queries import class_figures, growing, open_claims, year_figures
from saiken.register.queries.as_of import NOW
from saiken.register.queries.growing import Growing
from saiken.register.queries.joined import kept_numbers, persons, persons_in
from saiken.register.queries.kept_content import Unusable
from saiken.register.queries.kept_faults import kept_figures as kept_faults
from saiken.register.queries.position import position
from saiken.register.queries.year_figures import computed_ledger, ledger
from saiken.register.upkeep.keep_figures import keep_figures
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

BY = {"by": "kakari", "on": date(2018, 9, 1)}


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has just started."""
    for module in (open_claims, year_figures, class_figures):
        monkeypatch.setattr(module, "_growing", Growing(8))


def _kept(small: SmallRegister, year: int) -> object:
    found = open_claims.open_of_year((small.premium,), year, now=position())
    cells = {key: (list(cell.claim_ids), cell.count, cell.yen) for key, cell in found.cells.items()}
    return cells, found.obligors, persons_in(found.obligors)


def _computed(small: SmallRegister, year: int) -> object:
    claims = list(open_claims.placed((small.premium,), year, as_of=NOW))
    keys = {claim.key for claim in claims}
    cells = {
        key: (
            [claim.claim_id for claim in claims if claim.key == key],
            sum(claim.stands_for for claim in claims if claim.key == key),
            sum(claim.balance_yen for claim in claims if claim.key == key),
        )
        for key in keys
    }
    numbers = {claim.obligor_id for claim in claims}
    return cells, open_claims.bits(numbers) if numbers else 0, len(persons(numbers, kept_numbers()))


def _writes(small: SmallRegister) -> Iterator[str]:
    """One write after the other, each named."""
    first = small.claim("A-1", yen=10_000)
    yield "assessed"
    second = small.claim("A-2", yen=3_000)
    yield "assessed again"
    small.event(first, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    yield "another state"
    receive(claim_id=first, yen=1_000, lawbook=BOOK, **BY)
    yield "paid in part"
    receive(claim_id=second, yen=3_000, lawbook=BOOK, **BY)
    yield "paid in full"
    receive(claim_id=first, yen=9_000, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))
    yield "paid in full, on an earlier day"
    small.claim("A-3", yen=500)
    yield "open again"


def test_after_every_write_they_are_what_would_be_computed(small: SmallRegister, fresh: None) -> None:
    assert _kept(small, 2018) == _computed(small, 2018)
    for write in _writes(small):
        for year in (2017, 2018, 2019):
            assert _kept(small, year) == _computed(small, year), (write, year)
        assert ledger(NOW) == computed_ledger(NOW), write


def test_a_start_goes_on_from_the_table(small: SmallRegister, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    writes = _writes(small)
    for _ in range(4):
        next(writes)
    assert keep_figures() == KeptFigures.objects.count() > 1
    for module in (open_claims, year_figures, class_figures):
        monkeypatch.setattr(module, "_growing", Growing(8))
    asked: list[str] = []
    from_table = growing._from_table

    def told(growth: growing.Growth, now: growing.Position) -> object:
        found = from_table(growth, now)
        asked.append(growth.what if found else "")
        return found

    monkeypatch.setattr(growing, "_from_table", told)
    for write in writes:
        assert ledger(NOW) == computed_ledger(NOW), write
        assert _kept(small, 2018) == _computed(small, 2018), write
    assert "ledger" in asked


def _json(told: object) -> bytes:
    return json.dumps(told).encode()


def _open(told: object) -> bytes:
    return zlib.compress(_json(told) + b"\n")


@pytest.mark.parametrize(
    ("growth", "contents"),
    [
        (
            year_figures.GROWTH,
            (
                _json({}),
                _json({"sums": {"7": 1}}),
                _json({"sums": [[1, 2018, "current", 5]]}),
                _json({"sums": [[1, 2018, "current", "assessment", "5"]]}),
                _json({"sums": [[1, 2018, "former", "assessment", 5]]}),
            ),
        ),
        (
            class_figures.class_growth((1,)),
            (
                _json({"7": 1}),
                _json([[1, 2018, "current", "assessment", 5]]),
                _json([[1, "former", 2018, "current", "assessment", 5]]),
                _json([[1, "private_law", 2018, "current", "assessment", 5.5]]),
            ),
        ),
        (
            open_claims.growth_of((1,), 2018),
            (
                zlib.compress(b"\xff"),
                _open({"cells": [["current", "S01", 1, 5, 1]], "version": [1, 1]}),
                _open({"cells": [["former", "S01", 0, 5, 0]], "version": [1, 1]}),
                _open({"cells": [["current", None, 0, 5, 0]], "version": [1, 1]}),
                _open({"cells": [], "version": 1}),
            ),
        ),
    ],
    ids=lambda one: getattr(one, "what", ""),
)
def test_only_what_was_packed_is_read(growth: growing.Growth[object], contents: tuple[bytes, ...]) -> None:
    for content in (b"", b"?", _json("former"), _json([1]), zlib.compress(b""), *contents):
        with pytest.raises(Unusable):
            growth.unpack(content)


def test_a_ledger_that_was_packed_with_more_is_still_read() -> None:
    sums = [[1, 2018, "current", "assessment", 5]]
    kept = year_figures.GROWTH.unpack(_json({"sums": sums, "versions": [[1, 7]]}))
    assert year_figures.GROWTH.pack(kept) == _json({"sums": sums})
    assert kept.ledger[1][2018].figures.current_assessed_yen == 5


def test_a_row_that_cannot_be_read_is_as_good_as_none(small: SmallRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    first = small.claim("A-1", yen=10_000)
    small.claim("A-2", yen=3_000, receivable_id=small.loan)
    keep_figures()
    names = {name.split("/")[0] for name in KeptFigures.objects.values_list("pk", flat=True)}
    assert names == {"ledger", "open", "classes"}
    KeptFigures.objects.update(content=b'"former"')
    members = (small.premium, small.loan)
    for _ in ("before", "after a write"):
        for module in (open_claims, year_figures, class_figures):
            monkeypatch.setattr(module, "_growing", Growing(8))
        assert ledger(NOW) == computed_ledger(NOW)
        found = open_claims.open_of_year(members, 2018, now=position())
        assert found == open_claims.counted(open_claims.placed(members, 2018, as_of=NOW), version=found.version)
        assert class_figures._sums(members, NOW) == class_figures._summed(NOW.entries(), receivable_ids=members)
        receive(claim_id=first, yen=5_000, lawbook=BOOK, **BY)
    assert {fault.message for fault in kept_faults()} == {"控えを読めません。saiken day roll を行ってください"}
    keep_figures()
    assert list(kept_faults()) == []


@pytest.mark.parametrize("chunk", [1_000, 1])
def test_claims_that_leave_a_row_that_has_not_got_them_are_counted_anew(
    small: SmallRegister, fresh: None, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    members = (small.premium, small.loan)
    first, second, last = (small.claim(number, yen=1_000) for number in ("A-1", "A-2", "A-3"))
    keep_figures()
    growth = open_claims.growth_of(members, 2018)
    figures = growth.unpack(bytes(KeptFigures.objects.get(pk=growth.what).content))
    ((key, cell),) = figures.cells.items()
    assert list(cell.claim_ids) == [first, second, last]
    without = replace(figures, cells={key: replace(cell, claim_ids=array("q", [first, last]))})
    growing.write_down(growth, without, position=position())
    for claim_id in (second, last):
        receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, **BY)
    assert [fault.message for fault in kept_faults()] == ["控えを読めません。saiken day roll を行ってください"]
    monkeypatch.setattr(open_claims, "_CHUNK", chunk)
    found = open_claims.open_of_year(members, 2018, now=position())
    assert [list(cell.claim_ids) for cell in found.cells.values()] == [[first]]


def test_what_was_rolled_back_is_not_kept(small: SmallRegister, fresh: None) -> None:
    claim_id = small.claim("A-1", yen=1_000)
    before = _kept(small, 2018)
    with transaction.atomic():
        receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, **BY)
        assert _kept(small, 2018) == _computed(small, 2018) != before
        transaction.set_rollback(True)
    assert _kept(small, 2018) == before
    receive(claim_id=claim_id, yen=400, lawbook=BOOK, **BY)  # the same number again
    assert _kept(small, 2018) == _computed(small, 2018) != before


def test_many_that_moved_are_taken_together(small: SmallRegister, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [small.claim(f"A-{number}", yen=1_000) for number in range(4)]
    _kept(small, 2018)
    monkeypatch.setattr(open_claims, "_CHUNK", 1)
    for claim_id in claims[1:]:
        receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, **BY)
    assert _kept(small, 2018) == _computed(small, 2018)
    monkeypatch.setattr(open_claims, "_MOST_MOVED", 0)
    receive(claim_id=claims[0], yen=1, lawbook=BOOK, **BY)
    assert _kept(small, 2018) == _computed(small, 2018)


def test_persons_are_counted_by_the_joins_of_now(small: SmallRegister) -> None:
    numbers = [small.obligor, small.other_obligor]
    assert persons_in(open_claims.bits(numbers)) == 2
    joining = Joining(kept_id=numbers[0], joined_id=numbers[1], reason="同じ人と確認", confirmed=True)
    join_id = join_obligors(joining=joining, **BY)
    assert persons_in(open_claims.bits(numbers)) == len(persons(numbers, kept_numbers())) == 1
    assert [persons_in(open_claims.bits([number])) for number in numbers] == [1, 1]
    undo_join(join_id=join_id, reason="別の人", **BY)
    assert persons_in(open_claims.bits(numbers)) == 2
