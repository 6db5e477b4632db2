"""The ledger of one claim: folds entries into what is owed, and refuses what the register refuses.

The one idea: a position is a function of entries in their order and of nothing else; per component, balance = assessment − receipt −
write-off. The database enforces the same rules while writing; this is where they can be read. It knows no storage.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import POSTINGS, Account, Component, EntryKind
from saiken.domain.errors import Refused


@dataclass(frozen=True)
class Posting:
    """One entry of one claim. `place` names where it is booked (receivable and office); `reverses` is the number it takes back."""

    sequence: int
    kind: EntryKind
    account: Account
    component: Component
    yen: int
    effective_on: date
    accounting_year: int
    portion: Portion
    place: str = ""
    reverses: int | None = None
    allows_overpayment: bool = False

    @property
    def change_yen(self) -> int:
        """What it adds to the balance: an assessment raises it, a receipt and a write-off lower it."""
        return self.yen if self.account is Account.ASSESSMENT else -self.yen


@dataclass(frozen=True)
class Position:
    """What is owed after some postings, where each component is booked, and the postings themselves by number."""

    balances_yen: Mapping[Component, int] = field(default_factory=dict)
    places: Mapping[Component, str] = field(default_factory=dict)
    postings: Mapping[int, Posting] = field(default_factory=dict)

    @property
    def balance_yen(self) -> int:
        """All components together."""
        return sum(self.balances_yen.values())


def fold(postings: Iterable[Posting]) -> Position:
    """The position after all postings in their order; raises Refused at the first that the ledger does not accept."""
    position = Position()
    for posting in postings:
        position = after(position, posting)
    return position


def after(position: Position, posting: Posting) -> Position:
    """The position with one posting more; raises Refused with the rule's sentence."""
    _demand_sign(posting)
    _demand_place(position, posting)
    if posting.kind is EntryKind.REVERSED:
        _demand_reversible(position, posting)
    before_yen = position.balances_yen.get(posting.component, 0)
    balance_yen = before_yen + posting.change_yen
    _demand_balance(posting, before_yen, balance_yen=balance_yen)
    return replace(
        position,
        balances_yen={**position.balances_yen, posting.component: balance_yen},
        places={**position.places, posting.component: posting.place},
        postings={**position.postings, posting.sequence: posting},
    )


def _demand_sign(posting: Posting) -> None:
    accounts, signs = POSTINGS[posting.kind]
    if posting.account not in accounts or posting.yen == 0 or (1 if posting.yen > 0 else -1) not in signs:
        raise Refused("記入の種類と金額の正負が合いません")


def _demand_place(position: Position, posting: Posting) -> None:
    """移管によらずに、別の債権・所属の記入とすることはできない."""
    place = position.places.get(posting.component, posting.place)
    arrives = posting.kind is EntryKind.TRANSFERRED and posting.yen > 0
    if place != posting.place and not arrives:
        raise Refused("この債権は別の債権整理番号又は所属に移管されています")


def _demand_reversible(position: Position, posting: Posting) -> None:
    """取消しは、取り消されていない一つの記入の全額についてのみできる."""
    taken_back = {earlier.reverses for earlier in position.postings.values()}
    target = position.postings.get(posting.reverses or 0)
    two_sided = (EntryKind.REVERSED, EntryKind.TRANSFERRED, EntryKind.APPROPRIATED)
    if (
        target is None
        or target.sequence in taken_back
        or target.kind in two_sided
        or (target.component, target.account, target.yen) != (posting.component, posting.account, -posting.yen)
    ):
        raise Refused("取消しは、取り消されていない一つの記入の全額についてのみできます")


def _demand_balance(posting: Posting, before_yen: int, *, balance_yen: int) -> None:
    """残高は、過納と記録した場合を除き、零を下回らない. 還付・充当は過納の額まで、移管は残高の全額."""
    if balance_yen < 0 and balance_yen < before_yen and not posting.allows_overpayment:
        raise Refused("残高を超える金額は記入できません。過納のときは過納として記入してください")
    gives_back = posting.kind is EntryKind.REFUNDED or (posting.kind is EntryKind.APPROPRIATED and posting.yen < 0)
    if gives_back and balance_yen > 0:
        raise Refused("還付・充当できるのは過納となっている金額までです")
    if posting.kind is EntryKind.TRANSFERRED and posting.yen < 0 and balance_yen != 0:
        raise Refused("移管は残高の全額で行います")


def carried_yen(postings: Iterable[Posting], *, through_year: int) -> dict[Component, int]:
    """What is carried over after the accounts of a year closed, per component, zero left out (滞納繰越)."""
    carried: dict[Component, int] = {}
    for posting in postings:
        if posting.accounting_year <= through_year:
            carried[posting.component] = carried.get(posting.component, 0) + posting.change_yen
    return {component: yen for component, yen in carried.items() if yen}
