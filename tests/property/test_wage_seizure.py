"""What of pay may be seized, whatever the pay: never more than is paid, never more for more dependents, never less for more pay."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.rules.pay import Pay
from saiken.domain.rules.wage_seizure import EXTRA, LIVING, wage_exemption
from saiken.domain.rules.wage_seizure_cases import pays_in_turn
from saiken.domain.rules.wage_seizure_court import court_wage_exemption
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
OLD, NEW = date(2026, 3, 31), date(2026, 4, 1)
UNIT_YEN = 1_000

pays = st.builds(
    Pay, st.integers(0, 3_000_000), st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 200_000)
)
dependents = st.integers(0, 8)


def _seizable(pay: Pay, many: int, *, on: date = NEW) -> int:
    return wage_exemption(pay, dependents=many, on=on, lawbook=BOOK).value.seizable_yen


@given(pays, dependents)
def test_what_is_seized_is_left_after_what_is_withheld_and_the_living_part(pay: Pay, many: int) -> None:
    found = wage_exemption(pay, dependents=many, on=NEW, lawbook=BOOK).value
    assert 0 <= found.seizable_yen <= max(0, pay.net_yen - found.yen(LIVING))
    assert found.yen(EXTRA) <= 2 * found.yen(LIVING)
    assert all(part.yen % UNIT_YEN == 0 for part in found.parts)


@given(pays, dependents)
def test_a_dependent_more_and_the_later_amounts_never_raise_what_is_seized(pay: Pay, many: int) -> None:
    assert _seizable(pay, many + 1) <= _seizable(pay, many)
    assert _seizable(pay, many) <= _seizable(pay, many, on=OLD)


@given(pays, dependents, st.integers(0, 500_000))
def test_higher_pay_never_lowers_what_is_seized(pay: Pay, many: int, more_yen: int) -> None:
    higher = Pay(pay.gross_yen + more_yen, pay.income_tax_yen, pay.resident_tax_yen, pay.social_insurance_yen)
    assert _seizable(higher, many) >= _seizable(pay, many)


@given(pays, pays, dependents)
def test_two_pays_are_granted_the_living_part_once(first: Pay, second: Pay, many: int) -> None:
    one, other = pays_in_turn(first, second, dependents=many, on=NEW, lawbook=BOOK).value
    assert other.yen(LIVING) <= one.yen(LIVING)
    assert other.yen(EXTRA) >= 0
    assert other.seizable_yen >= _seizable(second, many)


@given(pays)
def test_a_court_protects_three_quarters_or_the_cap(pay: Pay) -> None:
    found = court_wage_exemption(pay, on=NEW, lawbook=BOOK).value
    assert found.seizable_yen == max(found.net_yen // 4, found.net_yen - 330_000)
