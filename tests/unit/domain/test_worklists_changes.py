"""The list of changed states by both clocks: the day of the change, and the day on which it was recorded.

The one idea: one claim of the other lists' tests, with what was known of it before.
"""

from dataclasses import replace
from datetime import date

from saiken.domain.worklists.by_claim import claim_items
from saiken.domain.worklists.item import ClaimFacts
from tests.unit.domain.test_worklists_claims import CATALOGUE, facts


def _states_changed(found: ClaimFacts) -> set[tuple[date, date, date]]:
    return {
        (item.from_on, item.due_on, item.until_on)
        for item in claim_items(found, CATALOGUE)
        if item.list_id == "state_changed"
    }


def test_a_state_that_was_recorded_late_has_changed_on_the_day_of_recording() -> None:
    known = [(date(2024, 7, 1), "S01"), (date(2026, 7, 1), "S16")]
    steps = [(date(2024, 7, 1), "S01"), (date(2024, 8, 1), "S02"), (date(2026, 7, 1), "S16")]
    prescription = (date(2026, 7, 1), date(2026, 7, 1), date(2026, 7, 8))
    late = facts(on=date(2024, 10, 3), steps=steps, known=[(date(2024, 7, 1), known), (date(2024, 10, 1), steps)])
    assert _states_changed(late) == {prescription, (date(2024, 10, 1), date(2024, 8, 1), date(2024, 10, 8))}
    told = next(item.why for item in claim_items(late, CATALOGUE) if item.from_on == date(2024, 10, 1))
    assert told == "2024-10-01 の記録により、 2024-08-01 からの区分が S01 から S02 に変わった"
    assert _states_changed(replace(late, on=date(2024, 10, 8))) == {prescription}


def test_a_change_is_told_once_and_a_new_revision_without_another_state_tells_none() -> None:
    before = [(date(2024, 7, 1), "S01")]
    steps = [(date(2024, 7, 1), "S01"), (date(2024, 9, 30), "S02")]
    once = facts(on=date(2024, 10, 1), steps=steps, known=[(date(2024, 7, 1), before), (date(2024, 9, 30), steps)])
    assert _states_changed(once) == {(date(2024, 9, 30), date(2024, 9, 30), date(2024, 10, 7))}
    further = [*steps, (date(2027, 1, 1), "S16")]
    again = replace(once, steps=further, known=[*once.known, (date(2024, 10, 1), further)])
    assert _states_changed(again) == _states_changed(once) | {(date(2027, 1, 1), date(2027, 1, 1), date(2027, 1, 8))}
    fresh = [(date(2024, 10, 1), ""), (date(2024, 10, 2), "S01")]
    assert (
        _states_changed(
            facts(on=date(2024, 10, 2), steps=fresh, known=[(date(2024, 7, 1), ()), (date(2024, 10, 1), fresh)])
        )
        == set()
    )
