"""What the screens read behind a figure, on both databases: entries, claims of a state, an obligor, the logs.

The one idea: pages are walked to their end, so that what is on them together is the whole, each row once.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.errors import InvalidInput
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import LEDGER_COLUMNS, load_editions
from saiken.domain.states.table import load_states
from saiken.register.models import AccessLog
from saiken.register.queries.cell_entries import CellEntry, cell_entries
from saiken.register.queries.goal_versions import goal_versions
from saiken.register.queries.logs import LogFilter, accesses, operations
from saiken.register.queries.people import demo_accounts
from saiken.register.queries.person import demand_seen
from saiken.register.queries.person_owed import Owed, owed
from saiken.register.queries.scope import Scope, everything, scope_of
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import SheetEntry, sheet_by_key
from saiken.register.queries.sheet_years import sheet_years, years_of
from saiken.register.queries.state_claims import OpenClaim, StateCell, state_claims
from saiken.register.queries.terms import terms_of
from saiken.register.queries.trace import Wanted, trace
from tests.support.small_city import CARE, FINE, FOUNDED, SHEET_YEAR, TYPED, SmallCity

NOBODY = Scope(by="nobody", offices=frozenset())
EDITIONS, STATES = load_editions(), load_states()
EDITION = EDITIONS["2019"]
YEN_COLUMNS = tuple(column.id for column in EDITION.columns if not column.is_rate)


@pytest.fixture
def city(register: object) -> SmallCity:
    """The small city in an empty register."""
    filled = SmallCity()
    filled.fill()
    return filled


def _entries(sheet: SheetEntry, column: str, year: int = SHEET_YEAR) -> Iterator[CellEntry]:
    terms = terms_of(EDITION, EDITION.column_of_id[column])
    found = cell_entries(sheet, year, terms=terms, scope=everything("test"))
    yield from found.lines
    while found.next_place:
        found = cell_entries(sheet, year, terms=terms, scope=everything("test"), after=found.next_place)
        yield from found.lines


def _claims(sheet: SheetEntry, cell: StateCell) -> Iterator[OpenClaim]:
    after: int | None = 0
    while after is not None:
        found = state_claims(sheet, SHEET_YEAR, cell=cell, scope=everything("test"), after=after)
        yield from found.lines
        after = found.next_after


def test_the_pages_of_entries_are_the_whole_figure_each_entry_once(city: SmallCity) -> None:
    sheet = sheet_by_key(CARE, fiscal_year=SHEET_YEAR)
    row = sheet_value(CARE, SHEET_YEAR, editions=EDITIONS, states=STATES).row("result")
    assert row is not None
    for column in YEN_COLUMNS:
        lines = list(_entries(sheet, column))
        terms = terms_of(EDITION, EDITION.column_of_id[column])
        found = cell_entries(sheet, SHEET_YEAR, terms=terms, scope=NOBODY)
        assert len({line.sequence for line in lines}) == len(lines) == found.entry_count
        assert sum(line.counted_yen for line in lines) == found.entries_yen
        drift = row.yen(column) - to_thousand_yen(found.sum_yen)
        assert drift == 0 or (column not in LEDGER_COLUMNS and abs(drift) <= 3)


@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_the_command_line_traces_the_very_sums_that_the_screens_show(city: SmallCity, year: int) -> None:
    sheet = sheet_by_key(CARE, fiscal_year=SHEET_YEAR)
    for column in YEN_COLUMNS:
        letter = EDITION.column_of_id[column].letter
        wanted = Wanted(number="064", row=f"{short_label(year)}実績", column=letter)
        traced = trace(wanted, editions=EDITIONS, states=STATES, scope=NOBODY)
        shown = cell_entries(sheet, year, terms=terms_of(EDITION, EDITION.column_of_id[column]), scope=NOBODY)
        assert traced.sum_yen == shown.sum_yen


def test_the_pages_of_claims_are_the_whole_state_each_claim_once(city: SmallCity) -> None:
    sheet = sheet_by_key(CARE, fiscal_year=SHEET_YEAR)
    table = sheet_value(CARE, SHEET_YEAR, editions=EDITIONS, states=STATES).states["past"]
    for states in ({"S02"}, {"S16"}, set()):
        cell = StateCell("past", frozenset(states))
        lines = list(_claims(sheet, cell))
        found = state_claims(sheet, SHEET_YEAR, cell=cell, scope=NOBODY)
        assert len({line.claim_id for line in lines}) == len(lines) == found.claims
        assert sum(line.balance_yen for line in lines) == found.balance_yen
        assert found.count == (table.count_total if not states else table.count[next(iter(states))])
    with pytest.raises(InvalidInput):
        state_claims(sheet, SHEET_YEAR, cell=StateCell("future", frozenset()), scope=NOBODY)


def test_persons_are_named_within_the_scope_alone_and_naming_them_is_logged(city: SmallCity) -> None:
    sheet = sheet_by_key(FINE, fiscal_year=SHEET_YEAR)
    cell, before = StateCell("current", frozenset()), AccessLog.objects.count()
    officer = scope_of("officer", on=FOUNDED)
    assessed = terms_of(EDITION, EDITION.column_of_id["current_assessed"])
    for scope in (NOBODY, officer):
        assert {line.obligor for line in state_claims(sheet, SHEET_YEAR, cell=cell, scope=scope).lines} == {""}
        entries = cell_entries(sheet, SHEET_YEAR, terms=assessed, scope=scope)
        assert {line.obligor for line in entries.lines} == {""}
    assert AccessLog.objects.count() == before
    seen = state_claims(sheet, SHEET_YEAR, cell=cell, scope=scope_of("recovery", on=FOUNDED))
    assert all(line.obligor.startswith("架空") for line in seen.lines)
    assert AccessLog.objects.count() == before + 1


def test_an_obligor_is_shown_with_the_claims_of_the_scope(city: SmallCity) -> None:
    def found(username: str) -> Owed:
        return owed([city.obligors["2"]], scope=scope_of(username, on=FOUNDED), on=date(2019, 3, 31), most_shown=50)

    both, care_only = found("recovery"), found("officer")
    assert (len(both.claim_ids), len(care_only.claim_ids), care_only.elsewhere) == (5, 4, 1)
    assert [claim.is_principal for group in both.groups for claim in group.claims].count(False) == 1
    assert both.balance_yen - care_only.balance_yen == 1_000
    with pytest.raises(InvalidInput):
        demand_seen([city.obligors["2"]], NOBODY)


def test_logs_goals_years_and_accounts_are_read_as_written(city: SmallCity) -> None:
    newest = operations(LogFilter())
    older = operations(LogFilter(before=newest.next_before))
    assert newest.lines[-1].number == older.lines[0].number + 1
    assert operations(LogFilter(by="small-city", until=FOUNDED)).lines == ()
    assert accesses(LogFilter(by="nobody-at-all")).lines == ()
    goals = goal_versions(city.sheets[CARE], fiscal_year=SHEET_YEAR, kind="first_goal")
    assert [(goal.version, goal.columns["past_received"]) for goal in goals] == [(1, 500)]
    assert sheet_years() == (2018, 2017, 2016)
    assert years_of(sheet_by_key(TYPED, fiscal_year=SHEET_YEAR)) == (2018, 2017, 2016)
    assert demo_accounts() == ()
