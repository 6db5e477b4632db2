"""滞納処分の停止（地方税法15条の7・15条の8）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

MAY, EFFECTS, AT_ONCE, CANCEL = (
    "may_suspend_disposition",
    "effects_of_suspension",
    "may_extinguish_at_once",
    "must_cancel_suspension",
)
NOTIFY = "停止したときは本人に通知してください"
THREE = ("local_tax_act/15-7/4", "national_tax_collection_circular/k153-15")
UNKNOWN: dict[str, Any] = {
    "ground": "whereabouts_and_property_unknown",
    "property_known": False,
    "whereabouts_known": False,
}
STOP = date(2023, 6, 15)


def _gone(title: str, suspended_on: date, extinct_on: date, *worked: str) -> Proposition:
    return Proposition(
        title,
        (*THREE, "civil_code/143/2"),
        EFFECTS,
        {"ground": "no_property", "suspended_on": suspended_on},
        {"extinct_on": extinct_on, "gone_on": extinct_on, "gone_by": "suspension"},
        worked,
        "国税徴収法基本通達153条関係15",
    )


PROPOSITIONS = (
    Proposition(
        "滞納処分をすることのできる財産がないときは、執行を停止することができる",
        ("local_tax_act/15-7/1/1",),
        MAY,
        {"ground": "no_property", "surplus_yen": 0},
        {"allowed": True, "failing": (), "warnings": (NOTIFY,)},
        ("費用と優先する債権を超える財産が0円",),
    ),
    Proposition(
        "費用と優先する債権を超える財産が一円でもあれば、無財産とはいえない",
        ("local_tax_act/15-7/1/1",),
        MAY,
        {"ground": "no_property", "surplus_yen": 1},
        {"allowed": False, "failing": ("ground",)},
        ("1円の余りがある",),
    ),
    Proposition(
        "財産が不明であることは、無財産であることと異なる",
        ("local_tax_act/15-7/1/1",),
        MAY,
        {"ground": "no_property", "property_known": False},
        {"allowed": False, "failing": ("ground",)},
        ("調査が及んでいない財産について、ないとはいえない",),
    ),
    Proposition(
        "滞納処分により個人の生活を著しく窮迫させるおそれがあるときは、執行を停止することができる",
        ("local_tax_act/15-7/1/2",),
        MAY,
        {"ground": "severe_hardship", "would_be_destitute": True, "surplus_yen": 300_000},
        {"allowed": True},
        ("財産があっても、生活保護を要する程度となる",),
    ),
    Proposition(
        "法人には生活がないので、生活の窮迫による停止はない",
        ("local_tax_act/15-7/1/2",),
        MAY,
        {"ground": "severe_hardship", "would_be_destitute": True, "is_corporation": True},
        {"allowed": False, "failing": ("ground",)},
        ("2号は個人に限る",),
        "国税徴収法基本通達153条関係",
    ),
    Proposition(
        "所在と財産がともに不明であるときは、執行を停止することができる",
        ("local_tax_act/15-7/1/3",),
        MAY,
        UNKNOWN,
        {"allowed": True},
        ("所在も財産も不明",),
    ),
    Proposition(
        "所在が不明でも、財産が明らかなら、不明による停止はできない",
        ("local_tax_act/15-7/1/3",),
        MAY,
        {**UNKNOWN, "property_known": True, "surplus_yen": 50_000},
        {"allowed": False, "failing": ("ground",)},
        ("財産があるので滞納処分ができる",),
    ),
    Proposition(
        "財産が不明でも、所在が明らかなら、不明による停止はできない",
        ("local_tax_act/15-7/1/3",),
        MAY,
        {**UNKNOWN, "whereabouts_known": True},
        {"allowed": False, "failing": ("ground",)},
        ("ともに不明であることを要する",),
    ),
    Proposition(
        "一部の徴収金に限る停止は、原則としてできない旨が示される",
        ("local_tax_act/15-7/1",),
        MAY,
        {"ground": "no_property", "all_arrears": False},
        {
            "allowed": True,
            "warnings": ("一部の徴収金に限る停止は、原則としてできません。滞納の全部について判断してください", NOTIFY),
        },
        ("停止は滞納者の状態による",),
    ),
    Proposition(
        "私債権の滞納処分の停止は拒まれ、徴収停止によることが示される",
        ("local_tax_act/15-7/1",),
        MAY,
        {"ground": "no_property", "legal_class": "private_law", "carried_out": True},
        worked=("私債権には滞納処分がない",),
        refused="ほかの債権は徴収停止による",
    ),
    _gone(
        "停止が三年続いた徴収金は、停止の翌日から三年を経た翌日に消滅している",
        STOP,
        date(2026, 6, 16),
        "停止6月15日の翌日16日が1日目",
        "三年の最後の日は2026年6月15日、消滅は6月16日",
    ),
    _gone(
        "うるう年の二月二十八日に停止した徴収金は、三年後の三月一日に消滅している",
        date(2024, 2, 28),
        date(2027, 3, 1),
        "1日目は2024年2月29日",
        "2027年2月に29日はないので、三年は末日の28日に満了",
    ),
    _gone(
        "うるう年の二月二十九日に停止した徴収金も、三年後の三月一日に消滅している",
        date(2024, 2, 29),
        date(2027, 3, 1),
        "1日目は2024年3月1日",
        "三年の最後の日は2027年2月28日",
    ),
    _gone(
        "三年目がうるう年でも、応当日の前日に満了する",
        date(2025, 2, 28),
        date(2028, 3, 1),
        "1日目は2025年3月1日",
        "応当日2028年3月1日の前日は2月29日で、その日に満了",
    ),
    _gone(
        "年度末の三月三十一日に停止した徴収金は、三年後の四月一日に消滅し、翌年度に属する",
        date(2023, 3, 31),
        date(2026, 4, 1),
        "1日目は4月1日、三年の最後の日は2026年3月31日",
    ),
    Proposition(
        "停止の間も時効は進み、時効が先に完成すれば、その日に消滅する",
        ("local_tax_act/18/2", "national_tax_collection_circular/k153-12"),
        EFFECTS,
        {"ground": "no_property", "suspended_on": STOP, "completes_on": date(2025, 7, 1)},
        {
            "extinct_on": date(2026, 6, 16),
            "gone_on": date(2025, 7, 1),
            "gone_by": "prescription",
            "prescription_runs": True,
        },
        ("停止による消滅は2026年6月16日", "時効の完成2025年7月1日が早い"),
        "国税徴収法基本通達153条関係12",
    ),
    Proposition(
        "停止が先に三年に達すれば、時効の完成を待たずに消滅する",
        THREE,
        EFFECTS,
        {"ground": "no_property", "suspended_on": STOP, "completes_on": date(2027, 7, 1)},
        {"gone_on": date(2026, 6, 16), "gone_by": "suspension"},
        ("2026年6月16日が2027年7月1日より早い",),
    ),
    Proposition(
        "同じ日に達するときは、停止による消滅として扱う",
        THREE,
        EFFECTS,
        {"ground": "no_property", "suspended_on": STOP, "completes_on": date(2026, 6, 16)},
        {"gone_on": date(2026, 6, 16), "gone_by": "suspension"},
        ("どちらも2026年6月16日",),
    ),
    Proposition(
        "生活の窮迫により停止したときは、差押えを解除しなければならない",
        ("local_tax_act/15-7/3",),
        EFFECTS,
        {"ground": "severe_hardship", "suspended_on": STOP, "seized": True},
        {"must_release_seizure": True, "must_notify": True, "at_once_possible": False},
        ("2号による停止で差押えがある",),
    ),
    Proposition(
        "無財産により停止したときの差押えは、法により当然に解除するものではない",
        ("local_tax_act/15-7/3",),
        EFFECTS,
        {"ground": "no_property", "suspended_on": STOP, "seized": True},
        {"must_release_seizure": False, "at_once_possible": True},
        ("15条の7第3項は2号だけ",),
    ),
    Proposition(
        "停止の間の延滞金は、停止の日から免除される",
        ("local_tax_act/15-9/1",),
        EFFECTS,
        {"ground": "no_property", "suspended_on": STOP},
        {"waiver_from": STOP, "must_release_seizure": False},
        ("停止した期間に対応する全額",),
    ),
    Proposition(
        "無財産で限定承認に係る徴収金は、直ちに消滅させることができる",
        ("local_tax_act/15-7/5",),
        AT_ONCE,
        {"ground": "no_property", "qualified_acceptance": True},
        {"allowed": True, "failing": ()},
        ("1号による停止で、限定承認がある",),
    ),
    Proposition(
        "無財産で徴収できないことが明らかな徴収金は、直ちに消滅させることができる",
        ("local_tax_act/15-7/5",),
        AT_ONCE,
        {"ground": "no_property", "plainly_uncollectable": True},
        {"allowed": True},
        ("解散した法人で財産が全くない等",),
    ),
    Proposition(
        "無財産というだけでは、直ちに消滅させることができない",
        ("local_tax_act/15-7/5",),
        AT_ONCE,
        {"ground": "no_property"},
        {"allowed": False, "failing": ("plain",)},
        ("三年の継続を待つ",),
    ),
    Proposition(
        "所在と財産の不明による停止からは、直ちに消滅させることができない",
        ("local_tax_act/15-7/5",),
        AT_ONCE,
        {"ground": "whereabouts_and_property_unknown", "plainly_uncollectable": True},
        {"allowed": False, "failing": ("by_no_property",)},
        ("即時の消滅は1号に限る",),
    ),
    Proposition(
        "生活の窮迫による停止からの即時の消滅は、要件と条文を示して拒まれる",
        ("local_tax_act/15-7/5",),
        AT_ONCE,
        {"ground": "severe_hardship", "qualified_acceptance": True, "carried_out": True},
        worked=("2号による停止",),
        refused="財産がないこと（1号）による停止である（地方税法15条の7第5項、地方税法15条の7第1項第1号）",
    ),
    Proposition(
        "停止の後三年以内に財産が見つかったときは、停止を取り消さなければならない",
        ("local_tax_act/15-8/1",),
        CANCEL,
        {"suspended_on": STOP, "on": date(2026, 6, 15), "surplus_yen": 200_000},
        {"allowed": True, "failing": (), "warnings": ("取り消したときは本人に通知してください",)},
        ("三年の最後の日は2026年6月15日", "三つの事由のいずれにも当たらない"),
    ),
    Proposition(
        "停止の事由が一つでも残っていれば、停止は続く",
        ("local_tax_act/15-8/1",),
        CANCEL,
        {"suspended_on": STOP, "on": date(2025, 6, 15), "surplus_yen": 200_000, "would_be_destitute": True},
        {"allowed": False, "failing": ("no_ground_left",)},
        ("財産は見つかったが、2号の窮迫に当たる",),
    ),
    Proposition(
        "三年を過ぎて消滅した後は、停止を取り消すことができない",
        ("local_tax_act/15-8/1", "local_tax_act/15-7/4"),
        CANCEL,
        {"suspended_on": STOP, "on": date(2026, 6, 16), "surplus_yen": 200_000},
        {"allowed": False, "failing": ("within_three_years",)},
        ("6月16日には義務が消滅している",),
    ),
)

test_proposition = holds(PROPOSITIONS)
