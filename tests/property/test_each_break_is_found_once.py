"""One cell or one chain broken in any computed sheet: exactly one finding, with the right rule, at the right place.

The one idea: a reviewer loses trust when one slip lights up a whole sheet, so the count matters as much as the rule.
"""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saiken.domain.sheets.check import Rule
from tests.support.checked_sheets import EDITIONS, cell, drawn_sheet, findings_of, letter, with_cell

editions = st.sampled_from(sorted(EDITIONS))
seeds = st.integers(0, 10**9)
deltas = st.one_of(st.integers(-5, 5), st.integers(-90_000, 90_000)).filter(bool)


@settings(max_examples=200)
@given(editions, seeds)
def test_a_computed_sheet_has_no_finding(edition_id: str, seed: int) -> None:
    assert findings_of(drawn_sheet(edition_id, seed)) == ()


@settings(max_examples=400)
@given(editions, seeds, st.data(), deltas)
def test_one_wrong_yen_cell_is_one_finding_that_names_it(
    edition_id: str, seed: int, data: st.DataObject, delta: int
) -> None:
    edition, sheet = EDITIONS[edition_id], drawn_sheet(edition_id, seed)
    spec = data.draw(st.sampled_from(edition.rows))
    column = data.draw(st.sampled_from([column for column in edition.columns if not column.is_rate]))
    right = cell(sheet, spec.id, column.id)
    found = findings_of(with_cell(sheet, spec.id, column.id, value=right + delta))
    assert len(found) == 1
    assert found[0].row == spec.label(sheet.fiscal_year)
    assert found[0].rule in (Rule.FORMULA, Rule.CARRY_OVER, Rule.GOAL_CHAIN)
    if found[0].column == column.letter:
        assert (found[0].expected, found[0].found) == (right, right + delta)
    else:
        assert f"{column.letter}、" in found[0].message or f"{column.letter}のいずれ" in found[0].message


@settings(max_examples=150)
@given(editions, seeds, st.data(), st.integers(1, 300))
def test_one_wrong_rate_is_one_finding_on_it(edition_id: str, seed: int, data: st.DataObject, tenths: int) -> None:
    edition, sheet = EDITIONS[edition_id], drawn_sheet(edition_id, seed)
    spec = data.draw(st.sampled_from(edition.rows))
    column = data.draw(st.sampled_from([column for column in edition.columns if column.is_rate]))
    row = sheet.row(spec.id)
    assert row is not None
    wrong = f"{200 + tenths // 10}.{tenths % 10}%"
    assume(row.cells[column.id] != wrong)
    found = findings_of(with_cell(sheet, spec.id, column.id, value=wrong))
    assert [(one.rule, one.column, one.expected, one.found) for one in found] == [
        (Rule.RATE, column.letter, row.cells[column.id], wrong)
    ]


@settings(max_examples=200)
@given(editions, seeds, st.data(), st.integers(1, 50_000))
def test_a_broken_chain_is_one_finding_on_the_lower_row(
    edition_id: str, seed: int, data: st.DataObject, delta: int
) -> None:
    edition = EDITIONS[edition_id]
    spec = data.draw(st.sampled_from([spec for spec in edition.rows if spec.carried_in_from]))
    sheet = drawn_sheet(edition_id, seed, broken_row=spec.id, broken_by=delta)
    found = [one for one in findings_of(sheet) if one.rule in (Rule.CARRY_OVER, Rule.GOAL_CHAIN)]
    printed = cell(sheet, spec.id, "past_carried_in")
    assert findings_of(sheet) == tuple(found)
    assert [(one.row, one.column, one.expected, one.found) for one in found] == [
        (spec.label(sheet.fiscal_year), letter(sheet, "past_carried_in"), printed - delta, printed)
    ]
    assert found[0].rule is (Rule.CARRY_OVER if spec.kind == "result" else Rule.GOAL_CHAIN)
