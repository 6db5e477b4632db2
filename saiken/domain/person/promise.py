"""Promises to pay (納付の約束) made in a conversation, and whether money that came in kept them.

The one idea: a promise is kept, in part, broken or still open by what was received from the day it was given to the day it names; every yen
counts for one promise only, the one that falls due first. Plans and pledges have rules of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class PromiseResult(StrEnum):
    """期日前, 守られた, 一部が守られた, 守られなかった."""

    PROMISE_OPEN = "promise_open"
    PROMISE_KEPT = "promise_kept"
    PROMISE_KEPT_IN_PART = "promise_kept_in_part"
    PROMISE_BROKEN = "promise_broken"


@dataclass(frozen=True)
class Promise:
    """Given on `on`: `yen` by the end of `due_on`; `key` is where it is kept."""

    on: date
    due_on: date
    yen: int
    key: int = 0


@dataclass(frozen=True)
class Receipt:
    """Money that the obligor paid, on the day of payment."""

    on: date
    yen: int


@dataclass(frozen=True)
class Followed:
    """A promise with what came in for it and what follows from that."""

    promise: Promise
    received_yen: int
    result: PromiseResult


def follow(promises: Sequence[Promise], receipts: Sequence[Receipt], *, on: date) -> tuple[Followed, ...]:
    """約束の日から期日までの入金は、期日の早い約束から順に充てて数える."""
    waiting = [receipt for receipt in sorted(receipts, key=lambda receipt: receipt.on) if receipt.on <= on]
    given = sorted((promise for promise in promises if promise.on <= on), key=lambda one: (one.due_on, one.on, one.key))
    found = []
    for promise in given:
        received_yen, waiting = _taken(promise, waiting)
        found.append(Followed(promise, received_yen, _result(promise, received_yen, on=on)))
    return tuple(found)


def _taken(promise: Promise, waiting: Sequence[Receipt]) -> tuple[int, list[Receipt]]:
    """What the promise takes of the receipts, and what of them is left for later ones."""
    taken, left = 0, []
    for receipt in waiting:
        part = min(receipt.yen, promise.yen - taken) if promise.on <= receipt.on <= promise.due_on else 0
        taken += part
        if receipt.yen > part:
            left.append(replace(receipt, yen=receipt.yen - part))
    return taken, left


def _result(promise: Promise, received_yen: int, *, on: date) -> PromiseResult:
    if received_yen >= promise.yen:
        return PromiseResult.PROMISE_KEPT
    if on <= promise.due_on:
        return PromiseResult.PROMISE_OPEN
    return PromiseResult.PROMISE_KEPT_IN_PART if received_yen else PromiseResult.PROMISE_BROKEN
