"""Protected persons: a measure hides, a release shows for minutes to one person, every look is on record."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.answer_release import answer_release
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.release_to_oneself import release_to_oneself
from saiken.register.actions.request_release import request_release
from saiken.register.actions.review_protection import review_protection
from saiken.register.models import AccessLog, LedgerClock, Obligor
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.protection import (
    STALE,
    guard_of,
    measures,
    open_requests,
    released,
    releases,
)
from saiken.register.queries.scope import Scope, everything
from tests.support.small_register import SmallRegister

DAY = date(2026, 11, 2)
MANAGER = {"by": "kachou", "on": DAY}
OFFICER = {"by": "tantou", "on": DAY}


def _measure(small: SmallRegister) -> int:
    new = NewProtection(small.obligor, ProtectionGround.STALKING, "警察署からの連絡", date(2027, 11, 1))
    return begin_protection(protection=new, **MANAGER)


def _hidden(small: SmallRegister) -> bool:
    return Obligor.objects.get(pk=small.obligor).protected


def test_a_measure_hides_until_it_is_ended_and_never_ends_by_itself(small: SmallRegister) -> None:
    measure = _measure(small)
    assert _hidden(small)
    with pytest.raises(Refused, match="すでに登録"):
        _measure(small)
    longer = {"review_on": date(2028, 11, 1), "reason": "延長の申出", "by": "kachou", "on": date(2027, 11, 20)}
    prolonged = review_protection(obligor_id=small.obligor, measure_id=measure, **longer)
    assert _hidden(small)
    assert [one.review_on for one in measures(scope=everything("kachou"))] == [date(2028, 11, 1)]
    with pytest.raises(Refused, match="すでに見直され"):
        review_protection(obligor_id=small.obligor, measure_id=measure, **longer)
    ended = {"review_on": None, "reason": "終了の申出", "by": "kachou", "on": date(2028, 6, 1)}
    review_protection(obligor_id=small.obligor, measure_id=prolonged, **ended)
    assert not _hidden(small)
    assert measures(scope=everything("kachou")) == ()


def test_a_measure_is_not_ended_under_the_name_of_another_person(small: SmallRegister) -> None:
    measure = _measure(small)
    ended = {"review_on": None, "reason": "終了の申出", "by": "kachou", "on": date(2027, 11, 20)}
    with pytest.raises(InvalidInput, match="見直す支援措置がありません"):
        review_protection(obligor_id=small.obligor + 1, measure_id=measure, **ended)
    assert _hidden(small)


def test_one_of_two_measures_ended_shows_nothing_while_the_other_runs(small: SmallRegister) -> None:
    first = _measure(small)
    other = NewProtection(small.other_obligor, ProtectionGround.STALKING, "別の番号での申出", date(2027, 11, 1))
    second = begin_protection(protection=other, **MANAGER)
    joining = Joining(small.obligor, small.other_obligor, "同じ人", confirmed=True)
    join_obligors(joining=joining, **MANAGER)
    ended = {
        "obligor_id": small.obligor,
        "review_on": None,
        "reason": "終了の申出",
        "by": "kachou",
        "on": date(2027, 6, 1),
    }
    review_protection(measure_id=first, **ended)
    assert _hidden(small)
    review_protection(measure_id=second, **ended)
    assert not _hidden(small)


def test_a_request_that_nobody_answered_is_made_anew_and_listed_again(small: SmallRegister) -> None:
    _measure(small)
    asked = {"obligor_id": small.obligor, "reason": "送達", "scope": everything("tantou"), **OFFICER}
    request_release(**asked)
    later = timezone.now() + STALE + timedelta(days=1)
    assert not guard_of(small.obligor, by="tantou", at=later).waits
    LedgerClock.objects.update(last_recorded_at=later)
    again = request_release(**asked)
    waiting = open_requests(scope=everything("kachou"), besides="kachou", since=later - STALE)
    assert [one.request_id for one in waiting] == [again]


def test_a_release_shows_to_one_person_for_minutes_and_ends_by_the_clock(small: SmallRegister) -> None:
    _measure(small)
    scope = everything("tantou")
    asked = request_release(obligor_id=small.obligor, reason="差押調書の送達", scope=scope, **OFFICER)
    with pytest.raises(Refused, match="決定を待って"):
        request_release(obligor_id=small.obligor, reason="もう一度", scope=scope, **OFFICER)
    with pytest.raises(Refused, match="自分の申請"):
        answer_release(request_id=asked, minutes=30, reason="", scope=scope, **OFFICER)
    since = timezone.now() - timedelta(days=1)
    (waiting,) = open_requests(scope=everything("kachou"), besides="kachou", since=since)
    answer_release(request_id=waiting.request_id, minutes=30, reason="", scope=everything("kachou"), **MANAGER)
    now = timezone.now()
    running = released(small.obligor, by="tantou", at=now)
    assert running is not None
    assert running.until_at - running.from_at == timedelta(minutes=30)
    assert released(small.obligor, by="kachou", at=now) is None
    assert released(small.other_obligor, by="tantou", at=now) is None
    assert released(small.obligor, by="tantou", at=running.until_at) is None
    looked = AccessLog.objects.get(what="protection_release")
    assert (looked.by, looked.subject, looked.purpose) == ("tantou", f"債務者 {small.obligor}", "差押調書の送達")
    assert [(line.released_to, line.by, line.minutes) for line in releases()[0]] == [("tantou", "kachou", 30)]


def test_a_refusal_shows_nothing_and_answers_the_request(small: SmallRegister) -> None:
    _measure(small)
    scope = everything("tantou")
    asked = request_release(obligor_id=small.obligor, reason="電話", scope=scope, **OFFICER)
    assert guard_of(small.obligor, by="tantou", at=timezone.now()).waits
    answer_release(request_id=asked, minutes=0, reason="不要", scope=everything("kachou"), **MANAGER)
    guard = guard_of(small.obligor, by="tantou", at=timezone.now())
    assert (guard.waits, guard.release) == (False, None)
    assert not AccessLog.objects.filter(what="protection_release").exists()
    with pytest.raises(Refused, match="すでに答え"):
        answer_release(request_id=asked, minutes=30, reason="", scope=everything("kachou"), **MANAGER)


def test_a_release_to_oneself_needs_a_reason_and_no_more_than_an_hour(small: SmallRegister) -> None:
    _measure(small)
    own = {"obligor_id": small.obligor, "scope": everything("kachou"), **MANAGER}
    with pytest.raises(InvalidInput, match="60分まで"):
        release_to_oneself(minutes=61, reason="送達", **own)
    with pytest.raises(InvalidInput, match="理由"):
        release_to_oneself(minutes=30, reason=" ", **own)
    release_to_oneself(minutes=60, reason="送達", **own)
    with pytest.raises(Refused, match="すでに一時解除"):
        release_to_oneself(minutes=30, reason="送達", **own)


def test_nobody_asks_about_somebody_out_of_sight(small: SmallRegister) -> None:
    _measure(small)
    blind = Scope(by="tantou", offices=frozenset())
    with pytest.raises(Refused, match="所属の異なる"):
        request_release(obligor_id=small.obligor, reason="送達", scope=blind, **OFFICER)
    assert measures(scope=blind) == ()
