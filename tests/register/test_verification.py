"""What `saiken verify` finds: every kind of damage, planted in a register that was in order, by name and with nothing else.

The one idea: damage is planted past all triggers; the rule words that come back are exactly those that name it.
"""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.register.actions.appropriate import appropriate
from saiken.register.actions.close_year import close_year
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.reverse import reverse
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.transfer import transfer
from saiken.register.models import CarryOver, Entry, SheetMember
from saiken.register.queries.verify import CHECKS, differences
from saiken.register.typed_figures import TypedFigures
from tests.support.command_line import run_saiken
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered

BY = {"by": "kakari", "on": date(2018, 9, 1)}


@pytest.fixture
def full(small: SmallRegister) -> SmallRegister:
    """A register with a little of everything: entries of every two-sided kind, a reversal, typed figures, goals."""
    small.claim("old", yen=5_000, fiscal_year=2017)  # entry 1
    current = small.claim("current", yen=8_000)  # entry 2
    over = small.claim("over", yen=700)  # entry 3
    receive(claim_id=current, yen=3_000, lawbook=BOOK, **BY)  # entry 4
    receive(claim_id=over, yen=900, particulars=Particulars(overpayment=True), lawbook=BOOK, **BY)  # entry 5
    appropriate(from_claim_id=over, to_claim_id=current, yen=150, lawbook=BOOK, **BY)  # entries 6 and 7
    reverse(sequence=receive(claim_id=current, yen=10, lawbook=BOOK, **BY), lawbook=BOOK, **BY)  # entries 8 and 9
    transfer(claim_id=small.claim("moved", yen=400), to_office_id=small.ward, lawbook=BOOK, **BY)  # entries 10 to 12
    sheet_id = small.figures_only_sheet()
    typed = TypedFigures(dict.fromkeys(LEDGER_COLUMNS, 0))
    record_figures(sheet_id=sheet_id, fiscal_year=2018, figures=typed, source="旧台帳", **BY)
    for _ in range(2):
        set_goal(sheet_id=small.sheet, fiscal_year=2019, kind="first_goal", columns={"past_assessed": 1}, **BY)
    return small


DAMAGE = {
    "year": (
        "UPDATE register_entry SET accounting_year = 2019, portion = 'past' WHERE sequence = 4",
        {"accounting-year"},
    ),
    "year before the claim's own": (
        "UPDATE register_entry SET accounting_year = 2000 WHERE sequence IN (8, 9)",
        {"accounting-year"},
    ),
    "portion": ("UPDATE register_entry SET portion = 'past' WHERE sequence = 4", {"portion"}),
    "yen": ("UPDATE register_entry SET yen = yen + 1 WHERE sequence = 4", {"balance"}),
    "office": ("UPDATE register_entry SET office_id = {ward} WHERE sequence = 9", {"booked"}),
    "moment": (
        "UPDATE register_entry SET recorded_at = '2001-01-01 00:00:00+00:00' WHERE sequence = 4",
        {"sequence"},
    ),
    "a removed entry": ("DELETE FROM register_entry WHERE sequence = 4", {"sequence", "balance", "standing"}),
    "one side of a transfer": (
        "UPDATE register_entry SET yen = yen + 1 WHERE sequence = 12",
        {"two-sides", "balance"},
    ),
    "a reversal": ("UPDATE register_entry SET reverses_id = 4 WHERE sequence = 9", {"reversal"}),
    "an overpayment nobody recorded": (
        "UPDATE register_entry SET allows_overpayment = {false} WHERE sequence = 5",
        {"below-zero"},
    ),
    "a balance": (
        "UPDATE register_claimbalance SET balance_yen = balance_yen + 1",
        {"balance", "case-file", "work-item"},
    ),
    "no balances": ("DELETE FROM register_claimbalance", {"balance", "case-file", "person-office", "work-item"}),
    "the clock's number": ("UPDATE register_ledgerclock SET last_sequence = 99", {"sequence"}),
    "the clock's moment": (
        "UPDATE register_ledgerclock SET last_recorded_at = '2001-01-01 00:00:00+00:00'",
        {"moment"},
    ),
    "a class": (
        "UPDATE register_receivable SET allowed_classes = '[\"private_law\"]' WHERE number = '016'",
        {"class"},
    ),
    "typed figures": ("UPDATE register_figuresversion SET figures = '{{\"columns\": {{}}}}'", {"typed-figures"}),
    "typed figures that are no figures": ("UPDATE register_figuresversion SET figures = '[1]'", {"typed-figures"}),
    "typed figures of no sheet": ("UPDATE register_figuresversion SET fiscal_year = 1999", {"typed-figures"}),
    "a state span": (
        "UPDATE register_statespan SET state_id = 'S06' WHERE state_id = 'S01'",
        {"standing", "work-item"},
    ),
    "the day of a span": ("UPDATE register_statespan SET from_on = '2018-07-02' WHERE state_id = 'S01'", {"standing"}),
    "a standing": ("UPDATE register_claimstanding SET next_change_on = '2031-01-01'", {"standing"}),
    "no standings": ("DELETE FROM register_claimstanding", {"standing", "case-file", "work-item"}),
    "another law": ("UPDATE register_claimstanding SET law_hash = 'other'", {"standing"}),
    "a revision": ("UPDATE register_statespan SET revision = 9 WHERE revision = 2", {"standing"}),
    "a file's figures": ("UPDATE register_casefile SET balance_yen = balance_yen + 1", {"case-file"}),
    "a file's day": ("UPDATE register_casefile SET completes_on = NULL", {"case-file"}),
    "a plan for a file": ("UPDATE register_casefile SET next_on = '2018-12-01'", {"case-file", "work-item"}),
    "no file": ("DELETE FROM register_casefile", {"case-file"}),
    "an office of a person": ("DELETE FROM register_obligoroffice", {"person-office"}),
    "a key of a person": ("DELETE FROM register_searchgram WHERE gram = '見本'", {"search"}),
    "a key of nobody's": ("INSERT INTO register_searchgram (gram, obligor_id) VALUES ('別人', 1)", {"search"}),
    "a version": ("DELETE FROM register_goalversion WHERE version = 1", {"version"}),
}


def test_the_verification_names_what_was_damaged_and_nothing_else(full: SmallRegister) -> None:
    assert list(differences(lawbook=BOOK)) == []
    assert {damage: _found_after(statement, full) for damage, (statement, _) in DAMAGE.items()} == {
        damage: rules for damage, (_, rules) in DAMAGE.items()
    }
    assert list(differences(lawbook=BOOK)) == []


def _found_after(statement: str, full: SmallRegister) -> set[str]:
    """The rules that name the damage, which is then undone."""
    wrong = "FALSE" if connection.vendor == "postgresql" else "0"
    with transaction.atomic():
        tampered(statement.format(ward=full.ward, false=wrong))
        found = {fault.rule for fault in differences(lawbook=BOOK)}
        transaction.set_rollback(True)
    return found


def test_sides_that_answer_each_other_wrongly_are_found(full: SmallRegister) -> None:
    over, other = full.claim("over2", yen=100), full.claim("other", yen=900)
    receive(claim_id=over, yen=900, particulars=Particulars(overpayment=True), lawbook=BOOK, **BY)
    giving, arriving = appropriate(from_claim_id=over, to_claim_id=other, yen=700, lawbook=BOOK, **BY)
    tampered(
        f"UPDATE register_entry SET counterpart_id = 4 WHERE sequence = {arriving}",
        f"UPDATE register_entry SET counterpart_id = {giving} WHERE sequence = 7",
        f"UPDATE register_entry SET counterpart_id = 6 WHERE sequence = {arriving}",
    )
    assert [(fault.rule, fault.subject) for fault in differences(lawbook=BOOK)] == [
        ("two-sides", "記入 7"),
        ("two-sides", f"記入 {arriving}"),
    ]


def test_a_damaged_close_is_found_and_forbids_the_next(full: SmallRegister) -> None:
    close_year(receivable_id=full.premium, fiscal_year=2018, by="kakari", on=date(2019, 6, 1))
    assert list(differences(lawbook=BOOK)) == []
    assert CarryOver.objects.exists()
    tampered("UPDATE register_yearclose SET carried_in_yen = carried_in_yen + 1")
    assert [fault.rule for fault in differences(lawbook=BOOK)] == ["carry-over"]
    tampered("UPDATE register_yearclose SET carried_in_yen = carried_in_yen - 1", "DELETE FROM register_carryover")
    assert {fault.rule for fault in differences(lawbook=BOOK)} == {"carry-over"}


def test_a_receivable_on_two_sheets_of_a_year_is_found(small: SmallRegister) -> None:
    SheetMember.objects.create(sheet_id=small.water_sheet(), receivable_id=small.premium)
    assert [(fault.rule, fault.subject) for fault in differences(lawbook=BOOK)] == [("sheet", "016 見本保険料")]


def test_the_command_names_each_difference_and_ends_with_1(full: SmallRegister) -> None:
    intact = run_saiken("verify", "--json")
    assert (intact.exit_code, json.loads(intact.stdout)) == (0, {"checks": [*CHECKS, "standings"], "differences": []})
    tampered("UPDATE register_entry SET portion = 'past' WHERE sequence = 4")
    found = run_saiken("verify")
    assert (found.exit_code, found.stdout.splitlines()[0].split("\t")[:2]) == (1, ["portion", "記入 4"])
    assert found.stdout.splitlines()[-1] == "違い 1件"


def test_an_empty_register_verifies(register: dict[str, Any]) -> None:
    assert not Entry.objects.exists()
    assert run_saiken("verify").exit_code == 0
