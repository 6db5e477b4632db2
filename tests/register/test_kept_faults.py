"""What the verification says of kept figures: nothing of sound ones, before and after they are brought on, and the place of each damage.

The one idea: one thing in one row is changed past everything that writes it; the sentences that come back name just that.
"""

import json
from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from django.db import transaction
from django.utils.timezone import localdate

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.actions.receive import receive
from saiken.register.models import AccessLog, AccessSpan, KeptFigures
from saiken.register.queries.class_figures import class_growth
from saiken.register.queries.growing import Growth
from saiken.register.queries.kept_faults import kept_figures
from saiken.register.queries.open_claims import Cell, growth_of
from saiken.register.queries.use_by_hour import midnight
from saiken.register.queries.verify import differences
from saiken.register.queries.year_figures import GROWTH
from saiken.register.upkeep.keep_figures import keep_figures
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

T = TypeVar("T")

BY = {"by": "kakari", "on": date(2018, 9, 1)}

SHEET = "様式 見本局/016・026 2018年度"


@pytest.fixture
def night(small: SmallRegister) -> SmallRegister:
    """A register whose figures were written down: three claims, the use of yesterday."""
    for number, yen in (("A-1", 10_000), ("A-2", 3_000)):
        small.claim(number, yen=yen)
    small.claim("A-3", yen=500, obligor_id=small.other_obligor)
    look = AccessLog.objects.create(at=midnight(_yesterday()) + timedelta(hours=10), by="noon", what="claim")
    AccessSpan.objects.create(access=look, first=1, last=3)
    keep_figures()
    return small


def _names() -> list[str]:
    return list(KeptFigures.objects.values_list("pk", flat=True))


def _yesterday() -> date:
    return localdate() - timedelta(days=1)


def _members(small: SmallRegister) -> tuple[int, int]:
    return small.premium, small.loan


def _found() -> list[tuple[str, str]]:
    faults = list(kept_figures())
    assert {fault.rule for fault in faults} <= {"kept-figures"}
    return [(fault.subject, fault.message) for fault in faults]


def _change(growth: Growth[T], change: Callable[[T], T]) -> None:
    row = KeptFigures.objects.get(pk=growth.what)
    row.content = growth.pack(change(growth.unpack(bytes(row.content))))
    row.save()


def _after(damage: Callable[[], object]) -> list[tuple[str, str]]:
    """What is said of the damage, which is then undone."""
    with transaction.atomic():
        damage()
        found = _found()
        transaction.set_rollback(True)
    return found


def test_sound_figures_have_no_fault_before_and_after_they_are_brought_on(night: SmallRegister) -> None:
    assert {name.split("/")[0] for name in _names()} == {"ledger", "open", "classes", "use"}
    assert _found() == []
    first = night.claim("B-1", yen=700)
    night.event(first, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    receive(claim_id=first, yen=700, lawbook=BOOK, **BY)
    assert _found() == []
    assert list(differences(lawbook=BOOK)) == []


def test_a_register_that_keeps_nothing_has_no_fault(small: SmallRegister) -> None:
    small.claim()
    assert not KeptFigures.objects.exists()
    assert _found() == []


def test_a_yen_of_the_ledger_is_named_by_receivable_year_and_portion(night: SmallRegister) -> None:
    key = (night.premium, 2018, "current", "assessment")
    _change(GROWTH, lambda kept: replace(kept, sums={**kept.sums, key: kept.sums[key] + 1}))
    place, told = "016 見本保険料 2018年度 現年度分", "調定の控えは {}円ですが、記入の合計は {}円です"
    assert _found() == [(place, told.format("13,501", "13,500"))]
    night.claim("B-1", yen=700)  # it stays wrong when it is brought on
    assert _found() == [(place, told.format("14,201", "14,200"))]
    assert [fault.rule for fault in differences(lawbook=BOOK)] == ["kept-figures"]
    keep_figures()
    assert _found() == []


def test_a_sum_by_class_is_named_by_its_class(night: SmallRegister) -> None:
    wrong = (night.loan, LegalClass.PRIVATE_LAW.value, 2018, "past", "receipt")
    _change(class_growth(_members(night)), lambda kept: {**kept, wrong: 5})
    subject, message = "026 見本貸付金 私債権 2018年度 過年度分", "収納の控えは 5円ですが、記入の合計は 0円です"
    assert _found() == [(subject, message)]


def _cells(small: SmallRegister, change: Callable[[Cell], Cell]) -> Callable[[], None]:
    def changed() -> None:
        _change(
            growth_of(_members(small), 2018),
            lambda kept: replace(kept, cells={key: change(cell) for key, cell in kept.cells.items()}),
        )

    return changed


def test_open_claims_of_a_sheet_are_named_by_sheet_year_and_state(night: SmallRegister) -> None:
    (state,) = set(_kept_cells(night))
    place = f"{SHEET} 現年度分 {state[1]}"
    ids = list(_kept_cells(night)[state].claim_ids)
    counted = "控えは {}件（{}円）ですが、算出すると 3件（13,500円）です"
    numbers = "控えの債権の番号が、算出したものと違います（{}）"
    assert _after(_cells(night, lambda cell: replace(cell, yen=cell.yen - 500))) == [
        (place, counted.format(3, "13,000"))
    ]
    assert _after(_cells(night, lambda cell: replace(cell, count=2))) == [(place, counted.format(2, "13,500"))]
    strange = array("q", [*ids[1:], *range(901, 908)])
    assert _after(_cells(night, lambda cell: replace(cell, claim_ids=strange))) == [
        (place, numbers.format(f"余分 901・902・903・904・905 など、不足 {ids[0]}"))
    ]
    turned = array("q", reversed(ids))
    assert _after(_cells(night, lambda cell: replace(cell, claim_ids=turned))) == [(place, numbers.format("順序"))]
    assert _found() == []


def _kept_cells(small: SmallRegister) -> Any:
    growth = growth_of(_members(small), 2018)
    return growth.unpack(bytes(KeptFigures.objects.get(pk=growth.what).content)).cells


def test_persons_who_are_too_many_or_lacking_are_named(night: SmallRegister) -> None:
    without = 1 << night.other_obligor
    _change(growth_of(_members(night), 2018), lambda kept: replace(kept, obligors=kept.obligors ^ without | 1 << 77))
    told = f"債務者の番号の数は、控えは 2、算出すると 2 です（余分 77、不足 {night.other_obligor}）"
    assert _found() == [(SHEET, told)]


def test_what_cannot_be_read_and_what_runs_ahead_is_said(night: SmallRegister) -> None:
    unreadable = "控えを読めません。saiken day roll を行ってください"
    opened = growth_of(_members(night), 2018).what
    use = f"use/{_yesterday().isoformat()}"
    for name, subject in (
        ("ledger", "年度ごとの集計"),
        (opened, SHEET),
        (class_growth(_members(night)).what, "債権区分ごとの集計（016 見本保険料、026 見本貸付金）"),
        (use, f"利用の集計 {_yesterday().isoformat()}"),
    ):
        for content in (b"?", b"[1]", b"", b'"former"', b'{"sums": {"former": 1}}', b"[[1, 2]]"):
            row = KeptFigures.objects.filter(pk=name)
            assert _after(lambda row=row, content=content: row.update(content=content)) == [(subject, unreadable)]
    ahead = "控えは記入 99 までのものですが、台帳がそこまで進んでいません"
    assert _after(lambda: KeptFigures.objects.filter(pk="ledger").update(last_sequence=99)) == [
        ("年度ごとの集計", ahead)
    ]


def test_a_position_that_is_too_early_counts_entries_twice(night: SmallRegister) -> None:
    KeptFigures.objects.filter(pk="ledger").update(last_sequence=2)
    message = "調定の控えは 14,000円ですが、記入の合計は 13,500円です"
    assert _found() == [("016 見本保険料 2018年度 現年度分", message)]


def test_the_use_of_a_day_is_compared_until_somebody_looks_again(night: SmallRegister) -> None:
    row = KeptFigures.objects.get(pk=f"use/{_yesterday().isoformat()}")
    ((by, hour, looks, shown),) = json.loads(bytes(row.content))
    row.content = json.dumps([[by, hour, looks, shown + 1]]).encode()
    row.save()
    told = "人と時間ごとの回数が閲覧の記録と違います（控えは 1回・4件、記録からは 1回・3件です）"
    assert _found() == [(f"利用の集計 {_yesterday().isoformat()}", told)]
    AccessLog.objects.create(at=midnight(_yesterday()) + timedelta(hours=11), by="noon", what="claim")
    assert _found() == []  # counted from the log from now on
