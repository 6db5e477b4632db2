"""債権が消滅する事由と不納欠損（地方自治法236条・96条、民法145条、地方税法15条の7・18条）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

MAY = "may_write_off"
ON = date(2026, 11, 21)
TAX: dict[str, Any] = {
    "cause": "prescription_completed",
    "kind": "tax",
    "legal_class": "public_enforceable",
    "cause_on": date(2026, 7, 1),
    "completes_on": date(2026, 7, 1),
    "decided_on": date(2026, 7, 31),
    "yen": {"principal": 56_400, "late_charge": 1_300},
    "on": ON,
}
WATER: dict[str, Any] = {
    **TAX,
    "cause": "prescription_invoked",
    "kind": "private_water",
    "legal_class": "private_law",
    "cause_on": date(2026, 7, 10),
    "invoked_on": date(2026, 7, 10),
}
STOPPED: dict[str, Any] = {
    **{key: value for key, value in TAX.items() if key != "completes_on"},
    "cause": "suspended_three_years",
    "cause_on": date(2026, 6, 16),
    "extinct_on": date(2026, 6, 16),
}
WAIVED: dict[str, Any] = {
    **{key: value for key, value in TAX.items() if key != "completes_on"},
    "cause": "waived",
    "kind": "private_loan",
    "legal_class": "private_law",
    "cause_on": date(2026, 7, 5),
    "waived_on": date(2026, 7, 5),
    "waiver_basis": "ordinance",
}


def _lacks(title: str, cites: str, keys: tuple[str, ...], worked: str, given: dict[str, Any]) -> Proposition:
    return Proposition(title, (cites,), MAY, given, {"allowed": False, "failing": keys}, (worked,))


PROPOSITIONS = (
    Proposition(
        "時効の完成した市税は、援用を要せず、不納欠損とすることができる",
        ("local_tax_act/18/2",),
        MAY,
        TAX,
        {"allowed": True, "failing": ()},
        ("時効は7月1日に完成、決裁は7月31日、額は本体と延滞金に分けてある",),
    ),
    Proposition(
        "時効の完成した非強制徴収公債権も、援用を要せず、不納欠損とすることができる",
        ("local_autonomy_act/236/2",),
        MAY,
        {**TAX, "kind": "other_public", "legal_class": "public_unenforceable"},
        {"allowed": True},
        ("公債権の時効は援用を要しない",),
    ),
    _lacks(
        "時効が完成しても、援用のない私債権は不納欠損とすることができない",
        "civil_code/145",
        ("class",),
        "私債権は援用があって初めて消滅する",
        {**TAX, "kind": "private_water", "legal_class": "private_law"},
    ),
    _lacks(
        "時効の完成する日の前日には、市税を不納欠損とすることができない",
        "local_tax_act/18/2",
        ("took_effect", "decided"),
        "完成は7月1日、6月30日はまだ",
        {**TAX, "decided_on": date(2026, 6, 30), "on": date(2026, 6, 30)},
    ),
    _lacks(
        "時効の完成する日が分からなければ、時効による不納欠損はできない",
        "local_tax_act/18/2",
        ("took_effect", "cause_day"),
        "完成の日を示す証拠がない",
        {**TAX, "completes_on": None},
    ),
    Proposition(
        "時効の完成の後に援用された私債権は、援用の日を事由の日として不納欠損とすることができる",
        ("civil_code/145",),
        MAY,
        WATER,
        {"allowed": True, "failing": ()},
        ("完成7月1日の後の7月10日に援用",),
    ),
    Proposition(
        "完成した日の援用も、完成の後の援用である",
        ("civil_code/145",),
        MAY,
        {**WATER, "cause_on": date(2026, 7, 1), "invoked_on": date(2026, 7, 1)},
        {"allowed": True},
        ("7月1日の始まりに期間は過ぎている",),
    ),
    _lacks(
        "時効の完成する前の援用には、効力がない",
        "civil_code/145",
        ("invoked_after",),
        "援用6月30日は完成7月1日の前",
        {**WATER, "cause_on": date(2026, 6, 30), "invoked_on": date(2026, 6, 30)},
    ),
    _lacks(
        "援用の日がなければ、援用による不納欠損はできない",
        "civil_code/145",
        ("invoked_after", "took_effect", "cause_day"),
        "援用の記録がない",
        {**WATER, "invoked_on": None},
    ),
    _lacks(
        "公債権は援用を要しないので、援用を事由とすることができない",
        "local_autonomy_act/236/2",
        ("class",),
        "市税の事由は時効の完成である",
        {**WATER, "kind": "tax", "legal_class": "public_enforceable"},
    ),
    Proposition(
        "停止が三年続いて消滅した市税は、消滅の日を事由の日として不納欠損とすることができる",
        ("local_tax_act/15-7/4",),
        MAY,
        STOPPED,
        {"allowed": True, "failing": ()},
        ("2023年6月15日の停止は2026年6月16日に消滅",),
    ),
    _lacks(
        "停止が三年に達する前には、停止を事由とする不納欠損はできない",
        "local_tax_act/15-7/4",
        ("took_effect", "decided"),
        "消滅は6月16日、6月15日はまだ三年の内",
        {**STOPPED, "decided_on": date(2026, 6, 15), "on": date(2026, 6, 15)},
    ),
    _lacks(
        "滞納処分のできない債権には、停止による消滅がない",
        "local_tax_act/15-7/4",
        ("class",),
        "非強制徴収公債権には滞納処分の停止がない",
        {**STOPPED, "kind": "other_public", "legal_class": "public_unenforceable"},
    ),
    Proposition(
        "無財産により直ちに消滅させた市税は、その日を事由の日として不納欠損とすることができる",
        ("local_tax_act/15-7/5",),
        MAY,
        {
            **STOPPED,
            "cause": "extinguished_at_once",
            "extinct_on": None,
            "extinguished_on": date(2026, 7, 20),
            "cause_on": date(2026, 7, 20),
        },
        {"allowed": True},
        ("7月20日に即時に消滅、決裁7月31日",),
    ),
    Proposition(
        "施行令により免除した私債権は、免除の日を事由の日として不納欠損とすることができる",
        ("local_autonomy_order/171-7/1",),
        MAY,
        {**WAIVED, "cause": "released", "waived_on": None, "released_on": date(2026, 7, 5), "waiver_basis": None},
        {"allowed": True},
        ("7月5日に免除、決裁7月31日",),
    ),
    _lacks(
        "強制徴収公債権には、施行令の免除がない",
        "local_autonomy_order/171-7/1",
        ("class",),
        "強制徴収公債権は滞納処分の停止による",
        {
            **WAIVED,
            "cause": "released",
            "kind": "tax",
            "legal_class": "public_enforceable",
            "released_on": date(2026, 7, 5),
        },
    ),
    Proposition(
        "条例により放棄した私債権は、放棄の日を事由の日として不納欠損とすることができる",
        ("local_autonomy_act/96/1/10",),
        MAY,
        WAIVED,
        {"allowed": True, "failing": ()},
        ("7月5日に条例により放棄",),
    ),
    Proposition(
        "議会の議決により放棄した非強制徴収公債権も、不納欠損とすることができる",
        ("local_autonomy_act/96/1/10",),
        MAY,
        {
            **WAIVED,
            "kind": "other_public",
            "legal_class": "public_unenforceable",
            "waiver_basis": "assembly_resolution",
        },
        {"allowed": True},
        ("議決による放棄",),
    ),
    _lacks(
        "議決も条例もない放棄は、不納欠損の事由とならない",
        "local_autonomy_act/96/1/10",
        ("waiver_basis",),
        "放棄の根拠がない",
        {**WAIVED, "waiver_basis": None},
    ),
    Proposition(
        "強制徴収公債権の放棄による不納欠損は拒まれ、滞納処分の停止によることが示される",
        ("local_autonomy_act/96/1/10",),
        MAY,
        {**WAIVED, "kind": "tax", "legal_class": "public_enforceable", "carried_out": True},
        worked=("市税は放棄できない",),
        refused="強制徴収公債権は滞納処分の停止による",
    ),
    _lacks(
        "事由の日は、証拠の示す日と一致しなければならない",
        "local_tax_act/18/2",
        ("cause_day",),
        "完成は7月1日、事由の日は7月2日とされている",
        {**TAX, "cause_on": date(2026, 7, 2)},
    ),
    _lacks(
        "決裁の日が事由の日より前の不納欠損はできない",
        "local_tax_act/18/2",
        ("decided",),
        "決裁6月30日は完成7月1日の前",
        {**TAX, "decided_on": date(2026, 6, 30)},
    ),
    _lacks(
        "決裁のない不納欠損はできない",
        "local_tax_act/18/2",
        ("decided",),
        "決裁の日がない",
        {**TAX, "decided_on": None},
    ),
    _lacks(
        "額の内訳を示さない不納欠損はできない",
        "local_tax_act/18/2",
        ("yen",),
        "内訳がない",
        {**TAX, "yen": {}},
    ),
    _lacks(
        "零円の内訳を含む不納欠損はできない",
        "local_tax_act/18/2",
        ("yen",),
        "延滞金が0円",
        {**TAX, "yen": {"principal": 56_400, "late_charge": 0}},
    ),
)

test_proposition = holds(PROPOSITIONS)
