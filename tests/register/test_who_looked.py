"""The auditor's questions: who looked at this person, and what use is unusual."""

from collections import OrderedDict
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessFailureLog
from django.utils import timezone

from saiken.domain.claim.party import PartyRole
from saiken.register.access import log_claims, log_obligors, log_read
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.models import AccessLog, AccessSpan, KeptFigures
from saiken.register.models.access_span import LONGEST_RUN
from saiken.register.queries import use_by_hour as use_by_hour_module
from saiken.register.queries.scope import everything
from saiken.register.queries.sign_ins import failed_sign_ins
from saiken.register.queries.unusual_use import Asked, unusual_use
from saiken.register.queries.use_by_hour import HourOfUse, keep_use, use_by_hour
from saiken.register.queries.who_looked import who_looked
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister


def test_looks_at_the_person_the_claims_and_lists_of_them_are_all_found(small: SmallRegister) -> None:
    own, joint = small.claim("1"), small.claim("2", obligor_id=small.other_obligor)
    further = FurtherObligor(small.obligor, PartyRole.JOINT)
    name_obligor(claim_id=joint, further=further, lawbook=BOOK, **WHO)
    log_read(everything("a"), what="obligor", subject=f"債務者 {small.obligor}")
    log_claims(everything("b"), what="data_to_check", claim_ids=[own + 900, own + 901, own])
    log_claims(everything("c"), what="claim", claim_ids=[joint])
    log_claims(everything("d"), what="trace", claim_ids=range(max(1, own - 3), joint + LONGEST_RUN + 5))
    log_obligors(everything("e"), what="work", obligor_ids=[small.obligor, small.other_obligor + 7])
    log_read(everything("nobody"), what="obligor", subject=f"債務者 {small.obligor + 70}")
    log_claims(everything("nobody"), what="claim", claim_ids=[joint + 5_000])
    log_read(everything("nobody"), what="sheet", subject="様式 1")
    assert [line.by for line in who_looked(small.obligor).page.lines] == ["e", "d", "c", "b", "a"]
    assert [line.by for line in who_looked(small.obligor, by="d").page.lines] == ["d"]
    newest = who_looked(small.obligor).page.lines[0].number
    assert [line.by for line in who_looked(small.obligor, before=newest).page.lines] == ["d", "c", "b", "a"]
    assert [line.by for line in who_looked(small.other_obligor).page.lines] == ["d", "c"]


def test_a_long_run_is_kept_in_rows_no_longer_than_is_looked_back(small: SmallRegister) -> None:
    log_claims(everything("a"), what="trace", claim_ids=range(1, 2 * LONGEST_RUN + 2))
    spans = list(AccessSpan.objects.order_by("first").values_list("first", "last"))
    assert spans == [(1, LONGEST_RUN), (LONGEST_RUN + 1, 2 * LONGEST_RUN), (2 * LONGEST_RUN + 1, 2 * LONGEST_RUN + 1)]


def _look(by: str, at: datetime, *, numbers: range) -> None:
    row = AccessLog.objects.create(at=at, by=by, what="claim", subject="債権")
    AccessSpan.objects.bulk_create(AccessSpan(access=row, first=number, last=number) for number in numbers)


def test_nights_holidays_many_persons_and_failures_are_counted(small: SmallRegister) -> None:
    monday = datetime(2026, 11, 9, 3, tzinfo=UTC)  # noon in Japan
    _look("noon", monday, numbers=range(1, 4))
    _look("night", monday + timedelta(hours=11), numbers=range(1, 2))
    _look("sunday", monday - timedelta(days=1), numbers=range(1, 2))
    _look("many", monday, numbers=range(1, 31))
    _look("many", monday + timedelta(minutes=10), numbers=range(31, 61))
    _look("outside", monday - timedelta(days=40), numbers=range(1, 100))
    failure = {"user_agent": "", "http_accept": "", "path_info": ""}
    for name in ("tantou", "tantou", "himitsu-no-kotoba"):
        row = AccessFailureLog.objects.create(username=name, ip_address="10.0.0.1", **failure)
        AccessFailureLog.objects.filter(pk=row.pk).update(attempt_time=monday)
    found = unusual_use(Asked((monday - timedelta(days=7)).date(), monday.date(), persons=60))
    assert [(one.by, one.looks, one.is_holiday) for one in found.odd_hours] == [
        ("sunday", 1, True),
        ("night", 1, False),
    ]
    assert [(one.by, one.shown) for one in found.many_persons] == [("many", 60)]
    assert [(one.username, one.failures) for one in found.failures] == [("ta…", 2), ("hi…", 1)]
    assert {one.by: one.looks for one in found.looks} == {"noon": 1, "night": 1, "sunday": 1, "many": 2}


def test_days_that_are_over_are_counted_once_and_the_hour_of_another_look_again(
    small: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday = datetime(2026, 11, 9, 3, tzinfo=UTC)
    _look("noon", monday, numbers=range(1, 4))
    assert keep_use(monday.date() + timedelta(days=1), days=3) == 1
    counted: list[datetime] = []
    count = use_by_hour_module._counted_hour
    monkeypatch.setattr(use_by_hour_module, "_counted_hour", lambda span: counted.append(span.start) or count(span))
    monkeypatch.setattr(use_by_hour_module, "_kept", OrderedDict())
    expected = (HourOfUse("noon", monday, 1, 3),)
    assert use_by_hour([monday.date()]) == use_by_hour([monday.date()]) == expected
    assert counted == []
    KeptFigures.objects.update(content=b"[1]")
    assert use_by_hour([monday.date()]) == expected  # from memory
    monkeypatch.setattr(use_by_hour_module, "_kept", OrderedDict())
    assert use_by_hour([monday.date()]) == expected  # a row that cannot be read is as good as none
    assert counted == [monday]
    keep_use(monday.date() + timedelta(days=1), days=3)
    monkeypatch.setattr(use_by_hour_module, "_kept", OrderedDict())
    counted.clear()
    assert (use_by_hour([monday.date()]), counted) == (expected, [])  # the next night replaced it
    monkeypatch.setattr(use_by_hour_module, "now", lambda: monday + timedelta(hours=3))
    _look("noon", monday + timedelta(minutes=1), numbers=range(1, 3))
    assert use_by_hour([monday.date()]) == (HourOfUse("noon", monday, 2, 5),)
    assert counted == [monday]
    later = monday + timedelta(hours=2)
    _look("noon", later, numbers=range(1, 2))
    assert set(use_by_hour([monday.date()])) == {HourOfUse("noon", monday, 2, 5), HourOfUse("noon", later, 1, 1)}
    assert counted == [monday, later]


def test_a_name_that_is_nobodys_is_shown_cut(small: SmallRegister) -> None:
    failure = {"user_agent": "", "http_accept": "", "path_info": "", "attempt_time": timezone.now()}
    AccessFailureLog.objects.create(username="himitsu-no-kotoba", ip_address="10.0.0.1", **failure)
    assert [line.username for line in failed_sign_ins().lines] == ["hi…"]
