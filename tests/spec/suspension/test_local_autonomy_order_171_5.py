"""徴収停止（地方自治法施行令171条の5）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

ACT = ("local_autonomy_order/171-5",)
MAY, EFFECTS = "may_suspend_collection", "effects_of_collection_suspension"
GONE: dict[str, Any] = {
    "kind": "private_rent",
    "due_on": date(2025, 3, 31),
    "ground": "debtor_not_found",
    "balance_yen": 240_000,
    "whereabouts_known": False,
    "execution_cost_yen": 30_000,
    "on": date(2026, 4, 1),
}
EFFECT = {key: value for key, value in GONE.items() if key != "on"}
SHUT = {"ground": "business_ceased", "is_corporation": True, "will_not_reopen": True, "whereabouts_known": True}
SMALL = {"ground": "small_sum", "whereabouts_known": True}


def _lacks(item: int, title: str, worked: str, **given: Any) -> Proposition:
    return Proposition(
        title,
        (f"local_autonomy_order/171-5/0/{item}",),
        MAY,
        {**GONE, **given},
        {"allowed": False, "failing": ("ground",)},
        (worked,),
    )


PROPOSITIONS = (
    Proposition(
        "債務者の所在が不明で取るべき財産もない債権は、相当の期間の後に徴収を停止することができる",
        ("local_autonomy_order/171-5/0/2",),
        MAY,
        GONE,
        {"allowed": True, "failing": ()},
        ("4月1日から12月は2026年3月31日まで、4月1日は過ぎている", "財産0円は費用30,000円以下"),
        "相当の期間を一年とする例（美祢市、都留市、須崎市の規則）",
    ),
    Proposition(
        "相当の期間の最後の日には、まだ徴収を停止することができない",
        ACT,
        MAY,
        {**GONE, "on": date(2026, 3, 31)},
        {"allowed": False, "failing": ("reasonable_period",)},
        ("12月の最後の日は3月31日",),
    ),
    _lacks(
        2,
        "所在の明らかな債務者については、所在不明による徴収停止ができない",
        "所在が分かっている",
        whereabouts_known=True,
    ),
    _lacks(
        2,
        "執行の費用を一円でも超える財産があれば、所在不明でも徴収停止ができない",
        "30,001円は費用30,000円を超える",
        seizable_yen=30_001,
    ),
    Proposition(
        "財産が執行の費用と同じ額であれば、費用を超えないので徴収を停止することができる",
        ("local_autonomy_order/171-5/0/2",),
        MAY,
        {**GONE, "seizable_yen": 30_000},
        {"allowed": True},
        ("30,000円は費用30,000円を超えない",),
    ),
    Proposition(
        "事業を休止し再開の見込みのない法人に対する債権は、徴収を停止することができる",
        ("local_autonomy_order/171-5/0/1",),
        MAY,
        {**GONE, **SHUT},
        {"allowed": True, "failing": ()},
        ("法人で、再開の見込みが全くなく、財産もない",),
    ),
    _lacks(
        1,
        "事業を休止した個人については、法人の事業休止による徴収停止ができない",
        "個人である",
        **{**SHUT, "is_corporation": False},
    ),
    _lacks(
        1,
        "再開の見込みのある法人については、徴収停止ができない",
        "再開の見込みがある",
        **{**SHUT, "will_not_reopen": False},
    ),
    Proposition(
        "債権が取立ての費用に満たない少額であれば、徴収を停止することができる",
        ("local_autonomy_order/171-5/0/3",),
        MAY,
        {**GONE, **SMALL, "balance_yen": 1_200, "execution_cost_yen": 3_000},
        {"allowed": True},
        ("1,200円は取立ての費用3,000円に満たない",),
    ),
    _lacks(
        3,
        "取立ての費用と同じ額の債権は、費用に満たないとはいえない",
        "3,000円は3,000円に満たなくない",
        **SMALL,
        balance_yen=3_000,
        execution_cost_yen=3_000,
    ),
    Proposition(
        "困難でも不適当でもない債権は、徴収を停止することができない",
        ACT,
        MAY,
        {**GONE, "unsuitable": False},
        {"allowed": False, "failing": ("unsuitable",)},
        ("履行させることが著しく困難又は不適当であることを要する",),
    ),
    Proposition(
        "完全に履行された債権には、停止すべき徴収がない",
        ACT,
        MAY,
        {**GONE, "balance_yen": 0},
        {"allowed": False, "failing": ("unpaid",)},
        ("残高0円",),
    ),
    Proposition(
        "強制徴収公債権の徴収停止は拒まれ、滞納処分の停止によることが示される",
        ACT,
        MAY,
        {**GONE, "kind": "health_insurance_premium", "legal_class": "public_enforceable", "carried_out": True},
        worked=("国民健康保険料は強制徴収公債権",),
        refused="滞納処分の停止による",
    ),
    Proposition(
        "過料には、施行令の徴収停止が及ばない",
        ("local_autonomy_act/240/4",),
        MAY,
        {**GONE, "kind": "other_public", "legal_class": "public_unenforceable", "excluded": "administrative_fine"},
        {"allowed": False, "failing": ("not_excluded",)},
        ("過料に係る債権は自治法240条から除かれる",),
    ),
    Proposition(
        "徴収停止によって債権は消えず、時効は進み、それだけでは不納欠損にできない",
        ACT,
        EFFECTS,
        {**EFFECT, "suspended_on": date(2026, 4, 1)},
        {"claim_stays": True, "prescription_runs": True, "is_write_off_cause": False},
        ("徴収停止は保全と取立てをやめるにとどまる",),
        "自治体債権管理の解説（徴収停止）",
    ),
    Proposition(
        "徴収停止から相当の期間を経て、条例による放棄を検討することができる",
        ("local_autonomy_act/96/1/10",),
        EFFECTS,
        {**EFFECT, "suspended_on": date(2026, 4, 1)},
        {"waiver_from": date(2029, 4, 2)},
        ("停止4月1日の翌日から36月は2029年4月1日まで", "検討は4月2日から"),
        "三年とする例（加古川市、美祢市の規則）",
    ),
)

test_proposition = holds(PROPOSITIONS)
