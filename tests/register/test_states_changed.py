"""The list of states that changed overnight: by the clock, by what was done today, by what was recorded late.

The one idea: one claim whose state is known on every day; the clock of recording is set by the test.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from saiken.domain.claim.case_event import EventKind
from saiken.register.actions.roll_standings import roll_standings
from saiken.register.models import ClaimStanding, StateSpan, WorkItem
from saiken.register.queries.verify import differences
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

#: Later than the tests are ever run, so that the register's clock never stands still.
RECORDED = date(2090, 9, 1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> "_Clock":
    """The clock of recording, at noon of a day in Japan."""
    return _Clock(monkeypatch)


class _Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.turn(RECORDED)

    def turn(self, day: date) -> None:
        at = datetime.combine(day, time(3), UTC)
        self._monkeypatch.setattr(timezone, "now", lambda: at)


def _changed(day: date) -> list[tuple[date, date, str]]:
    rows = WorkItem.objects.filter(list_id="state_changed", from_on__lte=day, until_on__gt=day).order_by("pk")
    return [(row.from_on, row.due_on, row.why) for row in rows]


def _roll(claim_id: int, day: date) -> None:
    roll_standings(claim_ids=[claim_id], lawbook=BOOK, by="night", on=day)


def test_what_the_night_changes_is_on_the_list_in_the_morning(small: SmallRegister, clock: _Clock) -> None:
    claim_id = small.claim(fiscal_year=2090)
    _roll(claim_id, RECORDED)
    (completes_on,) = ClaimStanding.objects.values_list("completes_on", flat=True)
    assert completes_on is not None
    assert _changed(completes_on - timedelta(days=1)) == []
    assert [row[:2] for row in _changed(completes_on)] == [(completes_on, completes_on)]
    clock.turn(completes_on)
    _roll(claim_id, completes_on)
    assert [row[:2] for row in _changed(completes_on)] == [(completes_on, completes_on)]
    assert list(differences(lawbook=BOOK)) == []


def test_what_is_done_today_is_on_the_list_today(small: SmallRegister, clock: _Clock) -> None:
    claim_id = small.claim(fiscal_year=2090)
    _roll(claim_id, RECORDED)
    clock.turn(RECORDED + timedelta(days=1))
    today = RECORDED + timedelta(days=1)
    small.event(claim_id, EventKind.DISPOSITION_SUSPENSION, today)
    assert [row[:2] for row in _changed(today)] == [(today, today)]
    assert _changed(today + timedelta(days=7)) == []
    assert list(differences(lawbook=BOOK)) == []


def test_what_is_recorded_late_is_on_the_list_from_the_day_of_recording(small: SmallRegister, clock: _Clock) -> None:
    claim_id = small.claim(fiscal_year=2090)
    _roll(claim_id, RECORDED)
    today, happened_on = RECORDED + timedelta(days=1), RECORDED - timedelta(days=40)
    clock.turn(today)
    small.event(claim_id, EventKind.DISPOSITION_SUSPENSION, happened_on)
    (row,) = _changed(today)
    assert row[:2] == (today, happened_on)
    assert f"{today} の記録により" in row[2]
    assert _changed(RECORDED) == _changed(today + timedelta(days=7)) == []
    clock.turn(today + timedelta(days=2))
    small.event(claim_id, EventKind.CONTACT, today + timedelta(days=2))
    assert [kept[:2] for kept in _changed(today + timedelta(days=2))] == [(today, happened_on)]
    assert StateSpan.objects.values("revision").distinct().count() > 1
    assert list(differences(lawbook=BOOK)) == []
    WorkItem.objects.filter(list_id="state_changed", from_on=today).delete()
    assert [fault.rule for fault in differences(lawbook=BOOK)] == ["work-item"]
