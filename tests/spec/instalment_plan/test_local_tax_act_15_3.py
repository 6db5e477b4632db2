"""分割納付の不履行と約束の効果（地方税法15条の3、民法152条）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

ACT = ("local_tax_act/15-3/1/2",)
PLAN: dict[str, Any] = {"balance_yen": 30_000, "first_on": date(2026, 4, 30), "instalment_yen": 10_000}
APRIL, MAY = {"on": date(2026, 4, 30), "yen": 10_000}, {"on": date(2026, 5, 30), "yen": 10_000}

PROPOSITIONS = (
    Proposition(
        "納付日までに約束の累計を納めていれば、不履行ではない",
        ACT,
        "breach",
        {**PLAN, "payments": (APRIL, MAY), "on": date(2026, 6, 15)},
        {"broken": False, "assumptions": ("許す遅れは 0 日、許す不足は 0 円とする設定による",)},
        ("4月末に10,000円、5月末までに累計20,000円",),
    ),
    Proposition(
        "納付日の当日のうちは、まだ不履行ではない",
        ACT,
        "breach",
        {**PLAN, "payments": (), "on": date(2026, 4, 30)},
        {"broken": False},
        ("4月30日中は納付できる",),
    ),
    Proposition(
        "納付日の翌日に足りなければ、不履行となる",
        ACT,
        "breach",
        {**PLAN, "payments": (), "on": date(2026, 5, 1)},
        {"broken": True, "number": 1, "broken_on": date(2026, 5, 1), "lacking_yen": 10_000, "arrears_yen": 10_000},
        ("4月30日までの累計10,000円に対し納付0円", "翌5月1日に不履行となる"),
    ),
    Proposition(
        "一円でも足りなければ、許す定めがない限り不履行である",
        ACT,
        "breach",
        {**PLAN, "payments": ({"on": date(2026, 4, 30), "yen": 9_999},), "on": date(2026, 5, 1)},
        {"broken": True, "lacking_yen": 1},
        ("10,000 − 9,999 = 1円の不足",),
    ),
    Proposition(
        "前の回に多く納めた額は、次の回の累計に数える",
        ACT,
        "breach",
        {**PLAN, "payments": ({"on": date(2026, 4, 10), "yen": 20_000},), "on": date(2026, 6, 1)},
        {"broken": False},
        ("5月30日までの累計20,000円を4月に納めている",),
    ),
    Proposition(
        "遅れて納めても不履行があったことは消えず、今の遅れだけがなくなる",
        ACT,
        "breach",
        {**PLAN, "payments": ({"on": date(2026, 5, 10), "yen": 10_000},), "on": date(2026, 5, 20)},
        {"broken": True, "number": 1, "broken_on": date(2026, 5, 1), "arrears_yen": 0},
        ("4月30日の回を5月10日に納めた", "5月20日現在の遅れはない"),
    ),
    Proposition(
        "二回目から滞ったときは、二回目の納付日の翌日に不履行となる",
        ACT,
        "breach",
        {**PLAN, "payments": (APRIL,), "on": date(2026, 7, 10)},
        {"broken": True, "number": 2, "broken_on": date(2026, 5, 31), "lacking_yen": 10_000, "arrears_yen": 20_000},
        ("5月30日の累計20,000円に対し10,000円", "7月10日には6月30日の回も遅れ、計20,000円"),
    ),
    Proposition(
        "分割納付の約束は債務の承認であり、翌日から新たな時効期間が始まる",
        ("civil_code/152/1",),
        "effects_of_pledge",
        {"pledged_on": date(2026, 11, 20)},
        {"prescription_restarts_on": date(2026, 11, 21)},
        ("11月20日に承認、1日目は11月21日",),
    ),
    Proposition(
        "分割納付の約束は猶予ではなく、延滞金は免除されず、督促も差押えも妨げられない",
        ("local_tax_act/15-9/1",),
        "effects_of_pledge",
        {"pledged_on": date(2026, 11, 20)},
        {"late_charge_waived": False, "seizure_held_back": False, "demand_held_back": False},
        ("免除と差押えの制限は、法の定める猶予に限る",),
    ),
)

test_proposition = holds(PROPOSITIONS)
