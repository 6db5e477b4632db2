"""Kept standings: written with the fact, right on every later day, rolled on by day, known as they were.

The one idea: what is kept is compared with what the facts give; the roll is run as its command, stopped in the middle, and run again.
"""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection

from saiken.cli import day as day_command
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.law.lawbook import LawBook
from saiken.register.actions import _standings
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.actions.transfer import transfer
from saiken.register.models import AccessLog, AuditRow, ClaimStanding, StateSpan
from saiken.register.queries.as_of import NOW, AsOf, freeze
from saiken.register.queries.data_to_check import claims_to_check
from saiken.register.queries.due_standings import due_standings
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.standing import basis_hash
from saiken.register.queries.standing_faults import standings
from saiken.register.queries.state_table import open_claims
from tests.support.command_line import run_saiken
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered

BY = {"lawbook": BOOK, "by": "kakari", "on": date(2018, 9, 1)}


def _states(small: SmallRegister, fiscal_year: int, as_of: AsOf = NOW) -> dict[tuple[str, str], int]:
    return dict(open_claims([small.premium], fiscal_year=fiscal_year, as_of=as_of).counts)


def _row(claim_id: int) -> tuple[str, str, date | None]:
    return ClaimStanding.objects.values_list("standing", "state_id", "next_change_on").get(pk=claim_id)


def test_a_claim_stands_from_its_assessment_on(small: SmallRegister) -> None:
    claim_id = small.claim()
    assert _row(claim_id) == ("not_due", "", date(2018, 7, 1))
    spans = StateSpan.objects.filter(claim_id=claim_id, revision=1).order_by("from_on")
    assert list(spans.values_list("from_on", "state_id"))[:3] == [
        (date(2018, 4, 1), ""),
        (date(2018, 7, 1), "S01"),
        (date(2020, 7, 1), "S16"),
    ]
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    assert _row(claim_id)[:2] == ("open", "S02")
    receive(claim_id=claim_id, yen=10_000, **BY)
    assert _row(claim_id) == ("no_balance", "", None)


def test_a_fact_that_changes_nothing_writes_no_revision(small: SmallRegister) -> None:
    claim_id = small.claim()
    small.event(claim_id, EventKind.NOTE, date(2018, 7, 20))
    transfer(claim_id=claim_id, to_office_id=small.ward, **BY)
    assert set(StateSpan.objects.values_list("revision", flat=True)) == {1}


def test_a_later_day_is_read_right_without_a_roll(small: SmallRegister) -> None:
    small.claim()
    assert [_states(small, year) for year in (2018, 2019, 2020)] == [
        {("current", "S01"): 1},
        {("past", "S01"): 1},
        {("past", "S16"): 1},
    ]


def test_a_claim_that_fell_due_while_the_accounts_were_open_counts_with_its_first_state(small: SmallRegister) -> None:
    small.claim(due_on=date(2019, 4, 1), due_before_shift_on=date(2019, 3, 31))  # 3/31 was a Sunday
    assert _states(small, 2018) == {("current", "S01"): 1}


def test_the_state_is_known_as_it_was_known_then(small: SmallRegister) -> None:
    claim_id = small.claim()
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    at_first = freeze()
    seizure = small.event(claim_id, EventKind.SEIZURE, date(2018, 8, 20))
    with_it = freeze()
    reverse_case_event(event_id=seizure, note="誤り", **BY)
    found = [_states(small, 2018, as_of) for as_of in (at_first, with_it, NOW)]
    assert found == [{("current", "S02"): 1}, {("current", "S05"): 1}, {("current", "S02"): 1}]
    assert list(StateSpan.objects.order_by("revision").values_list("revision", flat=True).distinct()) == [1, 2, 3, 4]


def test_joint_obligors_count_once_with_who_is_furthest(small: SmallRegister) -> None:
    claim_id = small.claim()
    joint = FurtherObligor(small.other_obligor, PartyRole.JOINT)
    name_obligor(claim_id=claim_id, further=joint, lawbook=BOOK, by="kakari", on=date(2018, 6, 1))
    both = (small.obligor, small.other_obligor)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20), obligor_ids=both)
    small.event(claim_id, EventKind.SEIZURE, date(2018, 8, 20), obligor_ids=both[1:])
    assert _states(small, 2018) == {("current", "S05"): 1}


def test_money_by_force_does_not_renew_prescription(small: SmallRegister) -> None:
    paid, seized = small.claim("paid"), small.claim("seized")
    receive(claim_id=paid, yen=1, particulars=Particulars(channel=Channel.BANK), **BY)
    receive(claim_id=seized, yen=1, particulars=Particulars(channel=Channel.SEIZURE), **BY)
    completes = dict(ClaimStanding.objects.values_list("claim_id", "completes_on"))
    assert (completes[paid], completes[seized]) == (date(2020, 9, 2), date(2020, 7, 1))


def _roll(on: str) -> dict[str, Any]:
    ended = run_saiken("day", "roll", "--on", on, "--json")
    assert ended.exit_code == 0, ended.stderr
    return json.loads(ended.stdout)


def test_the_roll_moves_what_time_changed_and_a_second_run_nothing(small: SmallRegister) -> None:
    claims = [small.claim(str(number)) for number in range(3)]
    first = _roll("2018-07-01")
    assert (first["computed"], first["changed"]) == (3, 3)
    assert first["moves"] == [
        {"from": {"standing": "not_due", "state": ""}, "to": {"standing": "open", "state": "S01"}, "claims": 3}
    ]
    assert _roll("2018-07-01")["computed"] == 0
    assert [_row(pk)[1] for pk in claims] == ["S01"] * 3
    caught_up = _roll("2021-01-01")  # two years of nights were missed
    assert (caught_up["changed"], _row(claims[0])[1]) == (3, "S16")
    assert _roll("2019-01-01")["computed"] == 0  # a day that has been is not gone back to
    assert "区分などが変わった債権 0件\n" in run_saiken("day", "roll", "--on", "2021-01-02").stdout
    assert "滞納発生直後" in run_saiken("day", "roll", "--on", "2031-01-02").stdout or _row(claims[0])[2] is None


def test_a_roll_that_is_stopped_goes_on_where_it_was(small: SmallRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [small.claim(str(number)) for number in range(4)]
    monkeypatch.setattr(day_command, "_PORTION", 2)
    real, calls = _standings.insert_rows, []

    def dies_in_the_second_portion(*arguments: Any, **named: Any) -> None:
        calls.append(arguments)
        if len(calls) > 2:
            raise KeyboardInterrupt
        real(*arguments, **named)

    monkeypatch.setattr(_standings, "insert_rows", dies_in_the_second_portion)
    assert run_saiken("day", "roll", "--on", "2018-07-01").exit_code == 130
    assert [_row(pk)[0] for pk in claims] == ["open", "open", "not_due", "not_due"]
    monkeypatch.setattr(_standings, "insert_rows", real)
    assert (_roll("2018-07-01")["computed"], {_row(pk)[0] for pk in claims}) == (2, {"open"})
    assert list(standings(BOOK)) == []


def test_rows_of_another_law_are_redone(small: SmallRegister) -> None:
    claim_id = small.claim()
    other = LawBook(BOOK.acts, BOOK.parameters, BOOK.ordinances, "other")
    receive(claim_id=claim_id, yen=1, **(BY | {"lawbook": other}))
    assert due_standings(date(2018, 6, 2), basis=basis_hash(BOOK)) == (claim_id,)
    assert [fault.subject for fault in standings(BOOK)] == ["台帳全体"]
    assert _roll("2018-09-01")["computed"] == 1
    assert list(standings(BOOK)) == []


def test_a_claim_without_a_row_is_found_by_the_roll(small: SmallRegister) -> None:
    claim_id = small.claim()
    tampered("DELETE FROM register_claimstanding", "DELETE FROM register_statespan")
    assert _roll("2018-06-01")["moves"][0]["from"] == {"standing": "", "state": ""}
    assert (_row(claim_id)[0], list(standings(BOOK))) == ("not_due", [])


def test_a_tampered_span_is_found(small: SmallRegister) -> None:
    claim_id = small.claim()
    tampered("UPDATE register_statespan SET state_id = 'S14' WHERE state_id = 'S01'")
    assert [(fault.rule, fault.subject) for fault in standings(BOOK)] == [("standing", f"債権 {claim_id}")]


def test_the_roll_leaves_an_audit_row_per_portion(small: SmallRegister) -> None:
    small.claim()
    _roll("2018-07-01")
    row = AuditRow.objects.get(action="roll_standings")
    assert json.loads(row.detail)["moved"] == {"not_due/ → open/S01": 1}


def test_claims_to_check_are_listed_with_their_reason_within_the_scope(small: SmallRegister) -> None:
    wrong, settled = small.claim("wrong"), small.claim("settled")
    for claim_id in (wrong, settled):
        small.event(claim_id, EventKind.COLLECTION_SUSPENSION, date(2018, 8, 1))
    receive(claim_id=settled, yen=10_000, **BY)
    found = claims_to_check(scope=everything("kansa"), on=date(2018, 9, 1), lawbook=BOOK)
    assert [(line.claim_id, line.obligor, line.balance_yen) for line in found.lines] == [(wrong, "見本 太郎", 10_000)]
    assert ("徴収停止" in found.lines[0].reason, [one.claims for one in found.offices]) == (True, [1])
    assert AccessLog.objects.get().what == "data_to_check"
    nobody = claims_to_check(scope=Scope("kaikei", frozenset()), on=date(2018, 9, 1), lawbook=BOOK)
    assert (nobody.lines, nobody.claims) == ((), 0)
    elsewhere = claims_to_check(scope=everything("kansa"), on=date(2018, 9, 1), lawbook=BOOK, office_id=small.ward)
    assert (elsewhere.lines, elsewhere.next_after) == ((), None)


def test_a_claim_is_explained_to_people_and_to_programs(small: SmallRegister) -> None:
    claim_id = small.claim(yen=120_000, fiscal_year=2023)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2023, 7, 20), delivered_on=date(2023, 7, 22))
    told = run_saiken("explain", claim_id, "--on", "2024-03-31")
    assert told.exit_code == 0, told.stderr
    for words in ("介護保険料", "120,000円", "延滞金", "介護保険法200条", "②", "令和5年7月22日（2023-07-22）", "［"):
        assert words in told.stdout
    document = json.loads(run_saiken("explain", "016/2023/1", "--on", "2024-03-31", "--json").stdout)
    assert (document["state"]["id"], document["prescription"][0]["completes_on"]) == ("S02", "2025-07-23")
    assert document["charge"]["yen"] == 5_900  # 92 days at 2.4 % and 183 at 8.7 %, 725 + 5,234, cut below 100
    assert AccessLog.objects.filter(what="explain").count() == 2


def test_an_explanation_says_of_whom_each_thing_holds(small: SmallRegister) -> None:
    guaranteed, inherited = small.claim("G1", fiscal_year=2023), small.claim("H1", fiscal_year=2023)
    for claim_id, role in ((guaranteed, PartyRole.GUARANTOR), (inherited, PartyRole.HEIR)):
        further = FurtherObligor(small.other_obligor, role)
        name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, by="kakari", on=date(2023, 6, 1))
    small.event(guaranteed, EventKind.FORMAL_DEMAND, date(2023, 7, 20))
    told = run_saiken("explain", guaranteed, "--on", "2024-03-31").stdout
    assert ("〔主たる債務者 " in told, "〔保証人 " in told) == (True, True)
    small.event(inherited, EventKind.DEATH, date(2023, 8, 1))
    small.event(inherited, EventKind.INHERITANCE_RENUNCIATION, date(2023, 9, 1), obligor_ids=(small.other_obligor,))
    before, after = (run_saiken("explain", inherited, "--on", day).stdout for day in ("2023-08-31", "2023-09-01"))
    assert ("相続放棄" in before, "（相続放棄）" in after, "民法939条" in after) == (False, True, True)


def test_a_private_claim_is_explained_with_delay_damages(small: SmallRegister) -> None:
    facts = {"receivable_id": small.loan, "legal_class": LegalClass.PRIVATE_LAW}
    small.claim("L1", yen=300_000, fiscal_year=2021, **facts)
    document = json.loads(run_saiken("explain", "026/2021/L1", "--on", "2026-11-21", "--json").stdout)
    assert (document["charge"]["yen"], document["prescription"][0]["needs_invocation"]) == (
        48_575,
        True,
    )  # 1,970 days at 3 %
    assert "遅延損害金" in run_saiken("explain", "026/2021/L1", "--on", "2026-11-21").stdout


def test_what_cannot_be_told_is_said_so(small: SmallRegister) -> None:
    bare = small.claim("bare", cause_on=date(2009, 4, 1))
    told = run_saiken("explain", bare, "--on", "2018-09-01")
    assert ("データ確認" in told.stdout, "10,000円" in told.stdout) == (True, True)
    document = json.loads(run_saiken("explain", bare, "--json").stdout)
    assert document["state"]["standing"] == "data_to_check"
    contradicting = small.claim("contradicting")
    small.event(contradicting, EventKind.COLLECTION_SUSPENSION, date(2018, 8, 1))
    assert "・強制徴収公債権に徴収停止" in run_saiken("explain", contradicting, "--on", "2018-09-01").stdout
    late = small.claim("late", fiscal_year=2025)
    assert "算出しません" in run_saiken("explain", late, "--on", "2027-01-05").stdout  # no rate is published
    assert "納期限前" in run_saiken("explain", late, "--on", "2025-06-01").stdout


@pytest.mark.parametrize("name", ["99", "016/2018/none", "016", "016/heisei/1"])
def test_a_claim_that_is_not_there_is_refused(small: SmallRegister, name: str) -> None:
    small.claim()
    ended = run_saiken("explain", name)
    assert (ended.exit_code, ended.stdout) == (2, "")
    connection.close()
