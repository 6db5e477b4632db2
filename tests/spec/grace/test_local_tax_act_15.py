"""徴収の猶予（地方税法15条）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

FLOOD = date(2026, 9, 1)
ASKED: dict[str, Any] = {
    "due_on": date(2026, 6, 30),
    "cause": "disaster_or_theft",
    "applied_on": date(2026, 9, 10),
    "yen": 600_000,
    "from_on": FLOOD,
    "until": date(2027, 8, 31),
}
LATE: dict[str, Any] = {
    "due_on": date(2026, 9, 30),
    "cause": "fixed_late",
    "statutory_due_on": date(2025, 6, 30),
    "fixed_on": date(2026, 7, 1),
    "applied_on": date(2026, 9, 30),
    "yen": 300_000,
    "from_on": date(2026, 10, 1),
    "until": date(2027, 9, 30),
}


def _cause(cause: str, item: int, title: str) -> Proposition:
    return Proposition(
        title,
        (f"local_tax_act/15/1/{item}",),
        "may_give_collection_grace",
        {**ASKED, "cause": cause},
        {"allowed": True, "failing": ()},
        ("9月1日から1年の最後の日は翌年8月31日", "60万円は担保を要しない100万円以下"),
        "e-Gov法令検索 地方税法15条",
    )


PROPOSITIONS = (
    _cause(
        "disaster_or_theft",
        1,
        "災害により市税を一時に納付できない者は、申請により一年以内の徴収の猶予を受けることができる",
    ),
    _cause(
        "illness_or_injury", 2, "本人又は生計を一にする親族の病気により納付できない者は、徴収の猶予を受けることができる"
    ),
    _cause("business_closed", 3, "事業を廃止し又は休止した者は、徴収の猶予を受けることができる"),
    _cause("serious_loss", 4, "事業につき著しい損失を受けた者は、徴収の猶予を受けることができる"),
    _cause("like_disaster_or_illness", 5, "災害や病気に類する事実のあった者は、徴収の猶予を受けることができる"),
    _cause("like_closure_or_loss", 5, "休廃業や損失に類する事実のあった者は、徴収の猶予を受けることができる"),
    Proposition(
        "災害等による徴収の猶予の申請には期限がなく、納期限から一年を過ぎてもすることができる",
        ("local_tax_act/15/1",),
        "may_give_collection_grace",
        {**ASKED, "due_on": date(2025, 6, 30)},
        {"allowed": True},
        ("納期限は令和7年6月30日、申請は令和8年9月10日", "15条1項は申請の期限を定めない"),
        "境港市、飯能市の公表資料",
    ),
    Proposition(
        "徴収の猶予の期間は、一日でも一年を超えることができない",
        ("local_tax_act/15/1",),
        "may_give_collection_grace",
        {**ASKED, "until": date(2027, 9, 1)},
        {"allowed": False, "failing": ("one_year",)},
        ("9月1日から1年は翌年8月31日まで、9月1日は超える",),
    ),
    Proposition(
        "申請がなければ、徴収の猶予をすることができない",
        ("local_tax_act/15/1/1",),
        "may_give_collection_grace",
        {**ASKED, "applied_on": None},
        {"allowed": False, "failing": ("applied",)},
        ("申請の日がない",),
    ),
    Proposition(
        "災害を受けても一時に納付できる者には、徴収の猶予をしない",
        ("local_tax_act/15/1/1",),
        "may_give_collection_grace",
        {**ASKED, "cannot_pay_at_once": False, "carried_out": True},
        worked=("納付できる資力がある",),
        refused="一時に納付することができない（地方税法15条第1項第1号）",
    ),
    Proposition(
        "保険料の徴収の猶予は、地方税法ではなく、それぞれの条例による",
        ("local_tax_act/15/1/1",),
        "may_give_collection_grace",
        {**ASKED, "kind": "health_insurance_premium"},
        {"allowed": False, "failing": ("tax",)},
        ("国民健康保険料は市税ではない",),
    ),
    Proposition(
        "百万円を超え三月を超える猶予には、担保を徴する",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 1_000_001},
        {"allowed": False, "failing": ("security",)},
        ("1,000,001円は100万円を1円超える", "期間は1年で3月を超える"),
    ),
    Proposition(
        "百万円ちょうどの猶予には、担保を要しない",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 1_000_000},
        {"allowed": True},
        ("100万円以下",),
    ),
    Proposition(
        "三月以内の猶予には、額にかかわらず担保を要しない",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 5_000_000, "until": date(2026, 11, 30)},
        {"allowed": True},
        ("9月1日から3月は11月30日まで",),
    ),
    Proposition(
        "三月を一日でも超える高額の猶予には、担保を徴する",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 5_000_000, "until": date(2026, 12, 1)},
        {"allowed": False, "failing": ("security",)},
        ("3月の最後の日は11月30日、12月1日は超える",),
    ),
    Proposition(
        "担保の提供があれば、高額の猶予もすることができる",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 5_000_000, "has_security": True},
        {"allowed": True},
        ("猶予する額に相当する担保がある",),
    ),
    Proposition(
        "担保を徴することのできない特別の事情があれば、担保を要しない",
        ("local_tax_act/16/1",),
        "may_give_collection_grace",
        {**ASKED, "yen": 5_000_000, "security_excused": True},
        {"allowed": True},
        ("条例の定める特別の事情がある",),
    ),
    Proposition(
        "やむを得ない理由があれば、はじめから通じて二年までの延長をすることができる",
        ("local_tax_act/15/4",),
        "may_give_collection_grace",
        {
            **ASKED,
            "from_on": date(2027, 9, 1),
            "until": date(2028, 8, 31),
            "first_from_on": FLOOD,
            "unavoidable_reason": True,
        },
        {"allowed": True, "failing": ()},
        ("はじめの9月1日から2年は令和10年8月31日まで",),
    ),
    Proposition(
        "延長した猶予は、通じて二年を超えることができず、やむを得ない理由を要する",
        ("local_tax_act/15/4",),
        "may_give_collection_grace",
        {**ASKED, "from_on": date(2027, 10, 1), "until": date(2028, 9, 1), "first_from_on": FLOOD},
        {"allowed": False, "failing": ("two_years", "unavoidable_reason")},
        ("2年は令和10年8月31日まで、9月1日は超える", "やむを得ない理由も示されていない"),
    ),
    Proposition(
        "二月二十九日に始まる一年の猶予は、翌年の二月末日に終わる",
        ("local_tax_act/15/1", "civil_code/143/2"),
        "may_give_collection_grace",
        {**ASKED, "from_on": date(2028, 2, 29), "until": date(2029, 3, 1)},
        {"allowed": False, "failing": ("one_year",)},
        ("2029年2月に29日はないので、1年は2月28日まで", "3月1日は超える"),
    ),
    Proposition(
        "終わりが始まりより前の猶予は、入力の誤りとして断る",
        ("local_tax_act/15/1",),
        "may_give_collection_grace",
        {**ASKED, "until": date(2026, 8, 31)},
        worked=("8月31日は始まりの9月1日より前",),
        refused="猶予の終わりが始まりより前",
    ),
    Proposition(
        "誠実でない申請は、要件を満たしても認めないことができる旨が示される",
        ("local_tax_act/15-2/9",),
        "may_give_collection_grace",
        {**ASKED, "insincere": True},
        {
            "allowed": True,
            "warnings": (
                "質問に答えない、偽りがある等、誠実な申請でないときは、認めないことができます（地方税法15条の2第9項）",
            ),
        },
        ("認めないかどうかは市長の判断による",),
    ),
    Proposition(
        "法定納期限から一年を経過した日以後に確定した税は、納期限内の申請により猶予することができる",
        ("local_tax_act/15/2",),
        "may_give_collection_grace",
        LATE,
        {"allowed": True, "failing": ()},
        (
            "法定納期限6月30日の翌日から1年は翌年6月30日まで、一年を経過した日は7月1日",
            "申請は納期限の当日9月30日",
            "猶予は納期限から1年の翌年9月30日まで",
        ),
    ),
    Proposition(
        "一年を経過する日までに確定した税は、確定の遅れによる猶予の対象とならない",
        ("local_tax_act/15/2",),
        "may_give_collection_grace",
        {**LATE, "fixed_on": date(2026, 6, 30)},
        {"allowed": False, "failing": ("fixed_late",)},
        ("6月30日は1年の最後の日で、経過した日ではない",),
    ),
    Proposition(
        "確定の遅れによる猶予の申請は、納期限を一日でも過ぎるとすることができない",
        ("local_tax_act/15/2",),
        "may_give_collection_grace",
        {**LATE, "applied_on": date(2026, 10, 1)},
        {"allowed": False, "failing": ("applied_in_time",)},
        ("納期限は9月30日",),
    ),
    Proposition(
        "確定の遅れによる猶予は、納期限から一年を超えることができない",
        ("local_tax_act/15/2",),
        "may_give_collection_grace",
        {**LATE, "from_on": date(2026, 10, 15), "until": date(2027, 10, 14)},
        {"allowed": False, "failing": ("year_from_due",)},
        ("猶予そのものは1年以内", "納期限9月30日から1年は翌年9月30日までで、10月14日は超える"),
    ),
    Proposition(
        "法定納期限が分からなければ、確定の遅れを理由とすることができない",
        ("local_tax_act/15/2",),
        "may_give_collection_grace",
        {**LATE, "statutory_due_on": None},
        {"allowed": False, "failing": ("fixed_late",)},
        ("一年を経過した日を求められない",),
    ),
    Proposition(
        "確定の遅れによる猶予の延長には、納期限内の申請を重ねて求めない",
        ("local_tax_act/15/4",),
        "may_give_collection_grace",
        {
            **LATE,
            "applied_on": date(2027, 9, 1),
            "from_on": date(2027, 10, 1),
            "until": date(2028, 9, 30),
            "first_from_on": date(2026, 10, 1),
            "unavoidable_reason": True,
        },
        {"allowed": True, "failing": ()},
        ("延長は15条4項による", "はじめの10月1日から2年は令和10年9月30日まで"),
    ),
)

test_proposition = holds(PROPOSITIONS)
