"""The ledger of one claim, folded by hand.

The one idea: each test is a short story of entries in the order they were written and what is owed at the end, or the sentence with which
the last one is refused.
"""

from datetime import date

import pytest

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.ledger import Position, Posting, carried_yen, fold
from saiken.domain.errors import Refused

PRINCIPAL, CHARGE = Component.PRINCIPAL, Component.LATE_CHARGE
_ACCOUNTS = {"received": Account.RECEIPT, "refunded": Account.RECEIPT, "appropriated": Account.RECEIPT}
_ACCOUNTS["written_off"] = Account.WRITE_OFF


def _story(*lines: tuple[str, int], **last: object) -> Position:
    """Fold (kind, yen) lines numbered from 1; `last` are fields of the last one."""
    postings = [_posting(number, kind, yen) for number, (kind, yen) in enumerate(lines, start=1)]
    postings[-1] = _posting(len(lines), *lines[-1], **last)
    return fold(postings)


def _posting(number: int, kind: str, yen: int, **fields: object) -> Posting:
    plain = {
        "account": _ACCOUNTS.get(kind, Account.ASSESSMENT),
        "component": PRINCIPAL,
        "effective_on": date(2018, 6, 1),
        "accounting_year": 2018,
        "portion": Portion.CURRENT,
        "place": "016",
    }
    return Posting(sequence=number, kind=EntryKind(kind), yen=yen, **{**plain, **fields})  # type: ignore[arg-type]


def test_what_is_owed_is_assessed_less_received_less_written_off() -> None:
    position = _story(
        ("assessed", 10_000), ("increased", 500), ("reduced", -200), ("received", 3_000), ("written_off", 7_300)
    )
    assert position.balances_yen == {PRINCIPAL: 0}


def test_components_are_never_mixed() -> None:
    position = _story(("assessed", 10_000), ("assessed", 300), component=CHARGE)
    assert position.balances_yen == {PRINCIPAL: 10_000, CHARGE: 300}
    assert position.balance_yen == 10_300
    with pytest.raises(Refused, match="残高を超える"):
        _story(("assessed", 10_000), ("received", 1), component=CHARGE)


@pytest.mark.parametrize("last", [("received", 601), ("reduced", -601), ("written_off", 601)])
def test_the_balance_does_not_go_below_zero(last: tuple[str, int]) -> None:
    with pytest.raises(Refused, match="残高を超える"):
        _story(("assessed", 1_000), ("received", 400), last)


def test_an_overpayment_is_recorded_and_given_back() -> None:
    overpaid = (("assessed", 1_000), ("received", 1_400))
    assert _story(*overpaid, allows_overpayment=True).balance_yen == -400
    postings = [_posting(1, "assessed", 1_000), _posting(2, "received", 1_400, allows_overpayment=True)]
    assert fold([*postings, _posting(3, "refunded", -100)]).balance_yen == -300
    assert fold([*postings, _posting(3, "appropriated", -400)]).balance_yen == 0
    for kind in ("refunded", "appropriated"):
        with pytest.raises(Refused, match="過納となっている金額まで"):
            fold([*postings, _posting(3, kind, -401)])
    with pytest.raises(Refused, match="残高を超える"):
        fold([*postings, _posting(3, "received", 1)])


def test_a_reversal_takes_back_one_whole_entry_once() -> None:
    paid = [_posting(1, "assessed", 1_000), _posting(2, "received", 400)]
    back = _posting(3, "reversed", -400, account=Account.RECEIPT, reverses=2)
    assert fold([*paid, back]).balance_yen == 1_000
    refused = [
        [*paid, back, _posting(4, "reversed", -400, account=Account.RECEIPT, reverses=2)],
        [*paid, _posting(3, "reversed", -399, account=Account.RECEIPT, reverses=2)],
        [*paid, _posting(3, "reversed", -400, account=Account.ASSESSMENT, reverses=2)],
        [*paid, _posting(3, "reversed", -400, account=Account.RECEIPT, reverses=9)],
        [*paid, back, _posting(4, "reversed", 400, account=Account.RECEIPT, reverses=3)],
    ]
    for postings in refused:
        with pytest.raises(Refused, match="取消しは"):
            fold(postings)


def test_a_transfer_moves_the_whole_balance_and_what_follows_is_booked_there() -> None:
    moved = [
        _posting(1, "assessed", 1_000),
        _posting(2, "transferred", -1_000),
        _posting(3, "transferred", 1_000, place="027"),
    ]
    assert fold([*moved, _posting(4, "received", 1_000, place="027")]).balance_yen == 0
    with pytest.raises(Refused, match="移管されています"):
        fold([*moved, _posting(4, "received", 1_000)])
    with pytest.raises(Refused, match="残高の全額"):
        _story(("assessed", 1_000), ("transferred", -999))


@pytest.mark.parametrize(
    ("kind", "yen", "account"),
    [
        ("assessed", -1, Account.ASSESSMENT),
        ("reduced", 1, Account.ASSESSMENT),
        ("received", 0, Account.RECEIPT),
        ("received", 1, Account.ASSESSMENT),
    ],
)
def test_kind_account_and_sign_belong_together(kind: str, yen: int, account: Account) -> None:
    with pytest.raises(Refused, match="種類と金額の正負"):
        fold([_posting(1, kind, yen, account=account)])


def test_what_is_carried_over_is_what_the_closed_years_left() -> None:
    postings = [
        _posting(1, "assessed", 1_000),
        _posting(2, "assessed", 50, component=CHARGE),
        _posting(3, "received", 50, component=CHARGE),
        _posting(4, "received", 300),
        _posting(5, "received", 300, accounting_year=2019, portion=Portion.PAST),
    ]
    assert carried_yen(postings, through_year=2018) == {PRINCIPAL: 700}
    assert carried_yen(postings, through_year=2019) == {PRINCIPAL: 400}
