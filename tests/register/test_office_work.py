"""Lists sent, halts, campaigns, assignments, rules and results of hand-overs: the work that offices order and share.

The one idea: each is told from what an official would do and see, on both databases.
"""

from datetime import date
from typing import Any

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.domain.errors import DomainError, Refused
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.answer_row import RowAnswer, answer_row
from saiken.register.actions.apply_assignments import apply_assignments
from saiken.register.actions.assess import assess
from saiken.register.actions.assign_officers import Move
from saiken.register.actions.draft_hand_overs import draft_hand_overs
from saiken.register.actions.end_halt import end_halt
from saiken.register.actions.end_hand_over_rule import end_hand_over_rule
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.receive import receive
from saiken.register.actions.register_office import register_office
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_goal import NewGoal, set_hand_over_goal
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.actions.start_campaign import NewCampaign, start_campaign
from saiken.register.actions.undo_assignments import undo_assignments
from saiken.register.models import CampaignMember, CaseFile, HandOver, HandOverStanding
from saiken.register.models.office import OfficeKind
from saiken.register.queries.assignment import Choice, loads_of, preview, recent_runs
from saiken.register.queries.campaigns import campaign_page, campaigns_of
from saiken.register.queries.halts import demand_not_halted, halt_lines, halt_of_claims
from saiken.register.queries.hand_over_candidates import all_candidates, candidates, rules_on
from saiken.register.queries.hand_over_results import results
from saiken.register.queries.scope import Scope
from saiken.register.queries.sent_lists import lists_received, lists_sent, sent_list_page, waiting_for
from tests.support.bureau_officers import allot
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY, LATER = date(2019, 6, 1), date(2019, 7, 1)
WHO = {"by": "kakari", "on": DAY}


@pytest.fixture
def outside(small: SmallRegister) -> int:
    """An office beside the bureau."""
    return register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, **WHO)


def _loan(small: SmallRegister, number: str, *, obligor_id: int, yen: int = 50_000) -> int:
    assessment = small.assessment(number, yen=yen, receivable_id=small.premium, obligor_id=obligor_id)
    (claim_id,) = assess(assessments=[assessment], lawbook=BOOK, **WHO)
    return claim_id


# ── lists sent ──


def _sent(small: SmallRegister, outside: int, **facts: Any) -> int:
    given: dict[str, Any] = {
        "from_office_id": outside,
        "own": frozenset({outside}),
        "title": "居所の確認",
        "question": "この人は住んでいますか",
        "answers": ("住んでいる", "住んでいない"),
        "due_on": LATER,
        "obligor_ids": (small.obligor, small.other_obligor),
        "submission": "list-1",
    }
    return send_list(new=NewList(**(given | facts)), **WHO)


def test_a_list_goes_where_a_file_is_and_every_row_is_answered(small: SmallRegister, outside: int) -> None:
    small.claim("1")
    bureau = frozenset({small.bureau})
    list_id = _sent(small, outside)
    assert _sent(small, outside) == list_id
    assert (waiting_for(bureau, DAY).rows, waiting_for(bureau, DAY).overdue) == (1, 0)
    assert (waiting_for(bureau, date(2019, 7, 2)).overdue, waiting_for(frozenset({outside}), DAY).rows) == (1, 0)
    scope = Scope(by="b", offices=bureau)
    (row,) = sent_list_page(list_id, offices=bureau, scope=scope, on=DAY).rows
    assert (row.obligor_id, row.seen, row.balance_yen) == (small.obligor, 0, 10_000)
    answer = RowAnswer(row.row_id, "住んでいる", offices=bureau, seen=0, note="訪問した")
    assert answer_row(answer=answer, **WHO) == 1
    assert answer_row(answer=answer, **WHO) == 1
    with pytest.raises(Refused, match="ほかの人がこの行に答えました"):
        answer_row(answer=RowAnswer(row.row_id, "住んでいない", offices=bureau, seen=0), by="other", on=DAY)
    assert answer_row(answer=RowAnswer(row.row_id, "住んでいない", offices=bureau, seen=1), **WHO) == 2
    sender = sent_list_page(
        list_id, offices=frozenset({outside}), scope=Scope(by="o", offices=frozenset({outside})), on=DAY
    )
    assert [(rate.office, rate.percent) for rate in sender.rates] == [("見本局", 100)]
    assert (sender.rows[0].choice, sender.rows[0].seen, sender.may_answer) == ("住んでいない", 2, frozenset())
    assert [line.waiting for line in lists_received(bureau, on=DAY) + lists_sent(frozenset({outside}), on=DAY)] == [
        0,
        0,
    ]


def test_a_list_that_is_not_whole_or_not_ones_own_is_refused(small: SmallRegister, outside: int) -> None:
    small.claim("1")
    for facts, sentence in (
        ({"answers": ("はい",)}, "2つ以上"),
        ({"due_on": date(2019, 5, 1)}, "期限が過ぎています"),
        ({"title": " "}, "件名"),
        ({"own": frozenset()}, "自分の所属から"),
        ({"obligor_ids": (small.other_obligor,)}, "担当案件がありません"),
    ):
        with pytest.raises(DomainError, match=sentence):
            _sent(small, outside, **facts)
    list_id = _sent(small, outside)
    stranger = frozenset({small.ward})
    with pytest.raises(Refused, match="ほかの所属への照会"):
        sent_list_page(list_id, offices=stranger, scope=Scope(by="w", offices=stranger), on=DAY)
    (row,) = sent_list_page(list_id, offices=frozenset(), scope=Scope(by="a", offices=None), on=DAY).rows
    with pytest.raises(Refused, match="ほかの所属への照会"):
        answer_row(answer=RowAnswer(row.row_id, "住んでいる", offices=stranger, seen=0), **WHO)
    with pytest.raises(DomainError, match="答えを選んで"):
        answer_row(answer=RowAnswer(row.row_id, "さあ", offices=frozenset({small.bureau}), seen=0), **WHO)


# ── halts ──


def test_a_halt_stops_its_measures_until_it_ends(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    own = frozenset({small.bureau})
    halt = NewHalt("感染症の拡大", DAY, own, measures=("seizure",), office_id=small.bureau)
    halt_id = order_halt(halt=halt, **WHO)
    assert set(halt_of_claims({"seizure", "disposition"}, [claim_id], on=LATER)) == {claim_id}
    with pytest.raises(Refused, match="当分の間、停止されています（感染症の拡大）"):
        demand_not_halted({"seizure"}, [claim_id], on=LATER)
    demand_not_halted({"call"}, [claim_id], on=LATER)
    demand_not_halted({"seizure"}, [claim_id], on=date(2019, 5, 31))
    end_halt(halt_id=halt_id, reason="収まった", offices=own, by="kakari", on=LATER)
    demand_not_halted({"seizure"}, [claim_id], on=date(2019, 7, 2))
    assert halt_of_claims({"seizure"}, [claim_id], on=LATER) != {}
    (line,) = halt_lines(date(2019, 7, 2))
    assert (line.until_on, line.ended_because, line.lasts) == (LATER, "収まった", False)
    with pytest.raises(Refused, match="すでに終わっています"):
        end_halt(halt_id=halt_id, reason="再び", offices=own, by="kakari", on=LATER)


def test_only_the_own_offices_measures_are_halted_and_with_a_reason(small: SmallRegister) -> None:
    own = frozenset({small.ward})
    for halt, sentence in (
        (NewHalt("理由", DAY, own), "自分の所属"),
        (NewHalt("理由", DAY, own, office_id=small.bureau), "自分の所属"),
        (NewHalt(" ", DAY, own, office_id=small.ward), "理由がありません"),
        (NewHalt("理由", DAY, own, office_id=small.ward, until_on=date(2019, 5, 1)), "始まりより前"),
    ):
        with pytest.raises(DomainError, match=sentence):
            order_halt(halt=halt, **WHO)
    everywhere = order_halt(halt=NewHalt("地震", DAY, None, receivable_id=small.premium), **WHO)
    with pytest.raises(Refused, match="自分の所属"):
        end_halt(halt_id=everywhere, reason="x", offices=own, **WHO)


# ── campaigns ──


def test_a_campaign_counts_what_its_frozen_group_paid_in_its_days(small: SmallRegister) -> None:
    first, second = small.claim("1"), small.claim("2", yen=30_000)
    own = frozenset({small.bureau, small.ward})
    new = NewCampaign(
        small.bureau, own, "夏の強化期間", DAY, date(2019, 6, 30), 20_000, (small.bureau,), "c-1",
        further_days=5, least_yen=20_000, receivable_id=small.premium,
    )  # fmt: skip
    campaign_id = start_campaign(new=new, **WHO)
    assert start_campaign(new=new, **WHO) == campaign_id
    assert list(CampaignMember.objects.values_list("claim_id", "balance_yen")) == [(second, 30_000)]
    small.claim("3", yen=90_000)
    for claim_id, day, yen in (
        (first, DAY, 1), (second, date(2019, 5, 31), 2), (second, DAY, 4), (second, date(2019, 7, 5), 8), (second, date(2019, 7, 6), 16)
    ):  # fmt: skip
        receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="kakari", on=day)
    page = campaign_page(campaign_id, on=date(2019, 12, 1))
    assert (page.claims, page.yen, page.collected_yen, page.progress) == (1, 30_000, 12, "0.0%")
    assert [(part.office, part.collected_yen, part.paying_claims) for part in page.offices] == [("見本局", 12, 1)]
    assert campaign_page(campaign_id, on=DAY).collected_yen == 4
    assert len(campaigns_of(frozenset({small.bureau}), on=DAY)) == 1
    assert campaigns_of(frozenset({small.ward}), on=DAY) == ()
    assert len(campaigns_of(None, on=DAY)) == 1


def test_a_campaign_over_others_claims_or_nobodys_is_refused(small: SmallRegister) -> None:
    own = frozenset({small.bureau})
    for facts, sentence in (
        ({"office_ids": (small.ward,)}, "自分の所属とその下"),
        ({"goal_yen": 0}, "1円以上"),
        ({"until_on": date(2019, 5, 1)}, "始まりより前"),
        ({"name": ""}, "名称"),
        ({}, "条件に合う債権がありません"),
    ):
        given: dict[str, Any] = {
            "office_id": small.bureau, "own": own, "name": "x", "from_on": DAY, "until_on": LATER, "goal_yen": 1,
            "office_ids": (small.bureau,), "submission": "c",
        }  # fmt: skip
        with pytest.raises(DomainError, match=sentence):
            start_campaign(new=NewCampaign(**(given | facts)), **WHO)


# ── assignments ──


def test_cases_are_shared_evenly_applied_and_taken_back(small: SmallRegister, officers: tuple[int, int]) -> None:
    small.claim("1")
    _loan(small, "2", obligor_id=small.other_obligor)
    found = preview(Choice(small.bureau, officers, DAY))
    assert [(load.cases_after, load.yen_after) for load in found.loads] == [(1, 50_000), (1, 10_000)]
    assert found.seal == preview(Choice(small.bureau, officers, DAY)).seal
    moves = [Move(move.file_id, move.before_id, move.after_id) for move in found.moves]
    assert allot(small, moves) == 2
    assert allot(small, moves) == 2
    assert [(load.cases, load.yen) for load in loads_of(small.bureau, on=DAY)] == [(0, 0), (1, 50_000), (1, 10_000)]
    with pytest.raises(Refused, match="担当が変わった"):
        allot(small, moves, run="r2")
    assert undo_assignments(run="r1", new_run="u1", own=frozenset({small.bureau}), **WHO) == 2
    assert undo_assignments(run="r1", new_run="u2", own=frozenset({small.bureau}), **WHO) == 0
    assert set(CaseFile.objects.values_list("officer_id", flat=True)) == {None}
    assert [(run.run, run.undone, run.undoes) for run in recent_runs(small.bureau)] == [
        ("u1", False, True),
        ("r1", True, False),
    ]
    with pytest.raises(Refused, match="取消しを取り消す"):
        undo_assignments(run="u1", new_run="u3", own=frozenset({small.bureau}), **WHO)


def test_an_assignment_made_in_advance_takes_effect_on_its_day(small: SmallRegister, officers: tuple[int, int]) -> None:
    small.claim("1")
    file_id = CaseFile.objects.get().pk
    allot(small, [Move(file_id, None, officers[0])], from_on=LATER)
    assert CaseFile.objects.get().officer_id is None
    assert apply_assignments(by="night", on=date(2019, 6, 30)) == 0
    assert apply_assignments(by="night", on=LATER) == 1
    assert apply_assignments(by="night", on=LATER) == 0
    assert CaseFile.objects.get().officer_id == officers[0]


def test_what_cannot_be_assigned_is_refused(small: SmallRegister, officers: tuple[int, int]) -> None:
    small.claim("1")
    file_id = CaseFile.objects.get().pk
    for moves, from_on, sentence in (
        ([], DAY, "案件がありません"),
        ([Move(file_id, None, officers[0])], date(2019, 5, 1), "過ぎた日"),
        ([Move(file_id, None, 999)], DAY, "担当者でない"),
        ([Move(999, None, officers[0])], DAY, "この所属の案件ではない"),
    ):
        with pytest.raises(DomainError, match=sentence):
            allot(small, moves, from_on=from_on)
    with pytest.raises(DomainError, match="一人以上"):
        preview(Choice(small.bureau, (999,), DAY))
    narrowed = preview(Choice(small.bureau, officers, DAY, holder=None, least_yen=1, below_yen=10_000))
    assert narrowed.moves == ()
    by_kind = Choice(small.bureau, officers[:1], DAY, receivable_id=small.premium, legal_class="public_enforceable")
    assert len(preview(by_kind).changed) == 1


# ── rules and results of hand-overs ──


def _rule(small: SmallRegister, outside: int, **facts: Any) -> int:
    given: dict[str, Any] = {
        "from_office_id": small.bureau, "to_office_id": outside, "condition": "high_balance", "least_yen": 10_000,
        "offices": frozenset({small.bureau}),
    }  # fmt: skip
    return set_hand_over_rule(rule=NewRule(**(given | facts)), **WHO)


def _plain(condition: str, **facts: Any) -> dict[str, Any]:
    return {"condition": condition, "least_yen": None} | facts


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, {1, 2}),
        ({"least_yen": 10_001}, {2}),
        (_plain("dual_arrears"), {2}),
        (_plain("months_after_due", months=6), {1, 2}),
        (_plain("months_after_due", months=12), set()),
        (_plain("months_after_demand", months=6), {1}),
        (_plain("moved_out"), {2}),
        (_plain("on_request"), {1, 2}),
    ],
)
def test_each_condition_finds_its_persons(
    small: SmallRegister, outside: int, facts: dict[str, Any], found: set[int]
) -> None:
    claim_id = small.claim("1")
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    _loan(small, "2", obligor_id=small.other_obligor)
    water = small.assessment("3", receivable_id=small.water, obligor_id=small.other_obligor)
    assess(assessments=[water], lawbook=BOOK, **WHO)
    put_mark(obligor_id=small.other_obligor, mark=NewMark("moved_out", small.bureau), by="kakari", on=DAY)
    names = {small.obligor: 1, small.other_obligor: 2}
    rule_id = _rule(small, outside, **facts)
    assert {names[pk] for pk in all_candidates(rule_id, on=DAY)} == found
    shown = candidates(rule_id, on=DAY, scope=Scope(by="x", offices=frozenset({small.bureau})))
    assert ({names[line.obligor_id] for line in shown.lines}, shown.next_after) == (found, None)


def test_a_night_drafts_once_and_hands_over_only_where_the_rule_says_so(small: SmallRegister, outside: int) -> None:
    small.claim("1")
    _loan(small, "2", obligor_id=small.other_obligor)
    rule_id = _rule(small, outside, proposes=True, least_yen=20_000)
    for _ in range(2):
        ids = tuple(all_candidates(rule_id, on=DAY))
        draft_hand_overs(rule_id=rule_id, obligor_ids=ids, lawbook=BOOK, by="night", on=DAY)
    assert list(HandOverStanding.objects.values_list("step", flat=True)) == ["hand_over_drafted"]
    automatic = _rule(small, outside, is_automatic=True)
    ids = tuple(all_candidates(automatic, on=DAY))
    assert ids == (small.obligor,)
    draft_hand_overs(rule_id=automatic, obligor_ids=ids, lawbook=BOOK, by="night", on=DAY)
    assert HandOverStanding.objects.filter(step="hand_over_accepted").count() == 1
    assert HandOver.objects.filter(rule__isnull=False).count() == 2
    end_hand_over_rule(rule_id=automatic, offices=frozenset({outside}), by="kakari", on=LATER)
    assert [rule.rule_id for rule in rules_on(LATER)] == [rule_id]
    assert rules_on(LATER, offices=frozenset({small.ward})) == ()


def test_rules_that_are_not_whole_are_refused(small: SmallRegister, outside: int) -> None:
    for facts, sentence in (
        ({"least_yen": None}, "金額の要否"),
        (_plain("months_after_due"), "月数の要否"),
        ({"months": 3}, "月数の要否"),
        ({"to_office_id": small.bureau}, "同じ所属"),
        ({"offices": frozenset({small.ward})}, "引き継ぐ所属か受ける所属"),
    ):
        with pytest.raises(DomainError, match=sentence):
            _rule(small, outside, **facts)


def test_the_years_table_counts_what_was_held_and_collected(small: SmallRegister, outside: int) -> None:
    claim_id = small.claim("1", yen=100_000)
    proposal = Proposal(small.obligor, small.bureau, outside, "dual_arrears", "p", frozenset({small.bureau}))
    number = propose_hand_over(proposal=proposal, lawbook=BOOK, by="kakari", on=date(2019, 1, 10))
    step = NextStep(number, HandOverStepKind.ACCEPTED, frozenset({outside}), "hand_over_proposed")
    advance_hand_over(step=step, lawbook=BOOK, by="kakari", on=date(2019, 2, 1))
    for year, yen in ((2018, 40_000), (2019, 20_000), (2019, 25_000)):
        goal = NewGoal(outside, year, small.premium, "dual_arrears", yen, frozenset({outside}))
        set_hand_over_goal(goal=goal, **WHO)
    for day, yen in ((date(2019, 1, 31), 1_000), (date(2019, 3, 1), 10_000), (DAY, 5_000)):
        receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="kakari", on=day)
    (line,) = results(outside, 2018, until_on=date(2020, 1, 1)).lines
    assert (line.cases, line.yen, line.goal_yen, line.collected_yen, line.progress) == (
        1,
        100_000,
        40_000,
        10_000,
        "25.0%",
    )
    table = results(outside, 2019, until_on=date(2020, 1, 1))
    (line,) = table.lines
    assert (line.cases, line.yen, line.goal_yen, line.collected_yen) == (1, 89_000, 25_000, 5_000)
    assert (line.progress, line.last_progress, table.progress, table.cases) == ("20.0%", "25.0%", "20.0%", 1)
    assert results(small.ward, 2019, until_on=DAY).lines == ()
