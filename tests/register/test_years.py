"""Closing a year: what is carried over, what forbids it, and that doing it twice changes nothing.

The one idea: the command is run as an accounting officer would run it, and then the register is asked.
"""

import json
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from saiken.domain.errors import Refused
from saiken.register.actions.close_year import close_year
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.transfer import transfer
from saiken.register.models import CarryOver, Entry, YearClose
from saiken.register.queries.verify import differences
from tests.support.command_line import Finished, run_saiken
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered

AFTER = {"by": "kakari", "on": date(2019, 6, 1)}
BY = {"by": "kakari", "on": date(2018, 9, 1)}


def _close(*arguments: object) -> Finished:
    return run_saiken("year", "close", "--fiscal-year", 2018, "--on", "2019-06-01", *arguments)


@pytest.fixture
def year(small: SmallRegister) -> SmallRegister:
    """A carried-over claim, a current one, an overpaid one and one paid in full."""
    old, current = small.claim("old", yen=5_000, fiscal_year=2017), small.claim("current", yen=8_000)
    receive(claim_id=old, yen=1_000, lawbook=BOOK, **BY)
    receive(claim_id=current, yen=3_000, lawbook=BOOK, by="kakari", on=date(2019, 5, 31))
    receive(claim_id=small.claim("paid", yen=700), yen=700, lawbook=BOOK, **BY)
    receive(
        claim_id=small.claim("over", yen=700), yen=900, particulars=Particulars(overpayment=True), lawbook=BOOK, **BY
    )
    return small


def test_the_close_carries_every_balance_over(year: SmallRegister) -> None:
    plan = close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    close = YearClose.objects.get()
    assert (plan.carried_yen, close.carried_yen, close.carried_count) == (8_800, 8_800, 3)
    assert (close.carried_in_yen, close.past_assessed_yen, close.past_received_yen) == (5_000, 5_000, 1_000)
    assert (close.current_assessed_yen, close.current_received_yen) == (9_400, 4_600)
    assert close.last_sequence == Entry.objects.count()
    carried = CarryOver.objects.order_by("carried_yen").values_list("carried_yen", flat=True)
    assert list(carried) == [-200, 4_000, 5_000]
    assert list(differences(lawbook=BOOK)) == []


def test_closing_twice_changes_nothing(year: SmallRegister) -> None:
    close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    rows = (list(YearClose.objects.values()), list(CarryOver.objects.values()))
    assert close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER).already
    assert (list(YearClose.objects.values()), list(CarryOver.objects.values())) == rows


def test_the_accounts_must_have_closed(year: SmallRegister) -> None:
    with pytest.raises(Refused, match="2019-05-31"):
        close_year(receivable_id=year.premium, fiscal_year=2018, by="kakari", on=date(2019, 5, 31))
    water = close_year(receivable_id=year.water, fiscal_year=2018, by="kakari", on=date(2019, 4, 1))
    assert water.closes_on == date(2019, 3, 31)


def test_a_closed_year_takes_no_entry_and_late_money_goes_to_the_next(year: SmallRegister) -> None:
    claim_id = year.claim("late", yen=1_000)
    close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    receive(claim_id=claim_id, yen=100, lawbook=BOOK, by="kakari", on=date(2019, 5, 30))
    late = Entry.objects.order_by("sequence").last()
    assert late is not None
    assert (late.accounting_year, late.portion) == (2019, "past")
    assert list(differences(lawbook=BOOK)) == []
    columns = [field.column for field in Entry._meta.concrete_fields]
    copied = {"sequence": "sequence + 1", "accounting_year": "2018", "portion": "'current'"}
    statement = (
        f"INSERT INTO register_entry ({', '.join(columns)}) "
        f"SELECT {', '.join(copied.get(column, column) for column in columns)} FROM register_entry WHERE sequence = {late.pk}"
    )
    with pytest.raises(IntegrityError, match="year_closed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_years_are_closed_in_order(year: SmallRegister) -> None:
    close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    with pytest.raises(Refused, match="次に締めるのは 2019年度"):
        close_year(receivable_id=year.premium, fiscal_year=2020, by="kakari", on=date(2021, 6, 1))
    close_year(receivable_id=year.premium, fiscal_year=2019, by="kakari", on=date(2020, 6, 1))
    assert YearClose.objects.get(fiscal_year=2019).carried_in_yen == 8_800


def test_a_claim_moves_to_a_receivable_that_closed_less(year: SmallRegister) -> None:
    close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    claim_id = Entry.objects.filter(kind="assessed", yen=8_000).values_list("claim_id", flat=True).get()
    transfer(claim_id=claim_id, to_receivable_id=year.loan, lawbook=BOOK, by="kakari", on=date(2019, 5, 1))
    years = Entry.objects.filter(kind="transferred").values_list("accounting_year", flat=True)
    assert list(years) == [2019, 2019]
    assert list(differences(lawbook=BOOK)) == []


def test_the_command_shows_first_and_closes_when_told(year: SmallRegister) -> None:
    shown = _close("--json")
    assert (shown.exit_code, YearClose.objects.count()) == (0, 0)
    plans = {plan["number"]: plan for plan in json.loads(shown.stdout)}
    assert (plans["016"]["carried_yen"], plans["016"]["closed"]) == (8_800, False)
    assert "--yes" in shown.stderr
    done = _close("--yes", "--json", "--by", "kaikei")
    assert (done.exit_code, YearClose.objects.count()) == (0, 3)
    assert all(plan["closed"] for plan in json.loads(done.stdout))
    again = _close("--yes")
    assert (again.exit_code, YearClose.objects.count()) == (0, 3)
    assert "締めたものはありません" in again.stdout


def test_the_command_closes_only_what_may_be_closed_on_the_day(year: SmallRegister) -> None:
    april = run_saiken("year", "close", "--fiscal-year", 2018, "--on", "2019-04-01", "--yes", "--json")
    closed = {plan["number"]: plan["closed"] for plan in json.loads(april.stdout)}
    assert (april.exit_code, closed) == (0, {"016": False, "026": False, "088": True})
    shown = run_saiken("year", "close", "--fiscal-year", 2018, "--on", "2019-05-31", "--yes").stdout
    assert shown.count("出納閉鎖（2019-05-31）前のため締めません") == 2
    assert "締めたものはありません" in shown
    assert list(YearClose.objects.values_list("receivable__number", flat=True)) == ["088"]


def test_the_command_closes_one_receivable(year: SmallRegister) -> None:
    assert _close("--yes", "--receivable", "見本局/016").exit_code == 0
    assert list(YearClose.objects.values_list("receivable__number", flat=True)) == ["016"]
    assert _close("--yes", "--receivable", "016").exit_code == 2
    assert _close("--yes", "--receivable", "見本局/999").exit_code == 2


def test_a_close_is_refused_naming_the_entry_that_does_not_tie_out(year: SmallRegister) -> None:
    tampered("UPDATE register_entry SET portion = 'past' WHERE sequence = 4")
    with pytest.raises(Refused, match="記入 4"):
        close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    refused = _close("--yes")
    assert (refused.exit_code, YearClose.objects.count()) == (1, 0)
    assert "記入 4" in refused.stderr


def test_tampering_after_the_close_is_found(year: SmallRegister) -> None:
    close_year(receivable_id=year.premium, fiscal_year=2018, **AFTER)
    tampered("UPDATE register_carryover SET carried_yen = carried_yen + 1 WHERE carried_yen = 4000")
    assert [fault.rule for fault in differences(lawbook=BOOK)] == ["carry-over"]
    with pytest.raises(Refused, match="繰越額"):
        close_year(receivable_id=year.premium, fiscal_year=2019, by="kakari", on=date(2020, 6, 1))
