"""The recovery office's table of a year for a spreadsheet: cases handed over (1), the effect of joint work (2), both.

The one idea: one row a line, the part named in the first column, so it can be filtered and added up. It shows no person.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.hand_over import condition_of
from saiken.formats.list_table.write import ListTable, Value
from saiken.register.queries.collected import percent
from saiken.register.queries.hand_over_results import Results
from saiken.register.queries.joint_effect import JointEffect

_HEADS = (
    "部", "債権", "条件", "件数・人数", "金額（円）", "目標①（円）", "徴収額・効果②（円）", "進捗②/①", "前年度の進捗",
)  # fmt: skip


def hand_over_year(found: Results, joint: JointEffect, *, office: str, on: date) -> ListTable:
    """The table of an office's year on a day."""
    notes = (
        f"{office}　{found.fiscal_year}年度　{on.isoformat()} 現在",
        "(1)は引継ぎを受けた債権の受入れの日からの徴収額、(2)は年度の定めによる効果で、同じ収入を両方には数えません。",
    )
    return ListTable("引継ぎの成果", _HEADS, list(_rows(found, joint)), notes)


def _rows(found: Results, joint: JointEffect) -> Iterator[tuple[Value, ...]]:
    for line in found.lines:
        condition = condition_of(line.condition).japanese
        yield (
            "(1)", line.receivable, condition, line.cases, line.yen, line.goal_yen, line.collected_yen, line.progress,
            line.last_progress,
        )  # fmt: skip
    yield (
        "(1)の合計", "", "", found.cases, found.yen, found.goal_yen, found.collected_yen, found.progress, "",
    )  # fmt: skip
    for one in joint.lines:
        yield (
            "(2)", one.receivable, one.condition, one.persons, one.yen, one.goal_yen, one.effect_yen, one.progress, "",
        )  # fmt: skip
    yield "(2)の合計", "", "", joint.persons, joint.yen, joint.goal_yen, joint.effect_yen, joint.progress, ""
    goal_yen, both_yen = found.goal_yen + joint.goal_yen, found.collected_yen + joint.effect_yen
    yield "(1)＋(2)", "", "", None, None, goal_yen, both_yen, percent(both_yen, goal_yen), ""
