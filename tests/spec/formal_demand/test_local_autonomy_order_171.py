"""私債権等の督促と裁判所の手続（地方自治法施行令171条・171条の2）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("local_autonomy_order/171",)
COURT = ("local_autonomy_order/171-2",)
DUE = date(2025, 3, 31)
DEMAND = {"event": "formal_demand", "on": date(2025, 4, 20)}


PROPOSITIONS = (
    Proposition(
        "家賃などの私債権も、期限を指定して督促しなければならない",
        ACT,
        "demand_dates",
        {"kind": "private_rent", "due_on": DUE, "sent_on": date(2025, 4, 18)},
        {"deadline_on": date(2025, 4, 20), "designated_on": date(2025, 4, 28), "fee_yen": 0, "is_late": False},
        ("4月1日から20日目は4月20日", "4月18日の10日後は4月28日", "私債権に督促手数料の定めはない"),
    ),
    Proposition(
        "私債権は差押えができず、督促の翌日から十二月を経て裁判所の手続による",
        COURT,
        "force_dates",
        {"kind": "private_loan", "due_on": DUE, "sent_on": date(2025, 4, 20)},
        {"seizure_from": None, "court_action_from": date(2026, 4, 21)},
        ("4月21日から12月は翌年4月20日まで", "裁判所の手続は4月21日から"),
        "相当の期間を一年とする例（美唄市の規則）",
    ),
    Proposition(
        "相当の期間が二月二十九日から数えるときは、翌年の二月末日に満了する",
        (*COURT, "civil_code/143/2"),
        "force_dates",
        {"kind": "private_loan", "due_on": date(2028, 1, 31), "sent_on": date(2028, 2, 28)},
        {"court_action_from": date(2029, 3, 1)},
        ("1日目は2028年2月29日", "2029年2月に29日はないので、末日の2月28日に満了", "裁判所の手続は3月1日から"),
    ),
    Proposition(
        "履行を延期した期限が到来するまでは、督促しない",
        ("local_autonomy_order/171-6/1",),
        "may_demand",
        {
            "kind": "private_loan",
            "due_on": DUE,
            "on": date(2025, 6, 1),
            "events": ({"event": "performance_deferral", "on": date(2025, 4, 5), "until": date(2026, 3, 31)},),
        },
        {"allowed": False, "failing": ("no_deferral",)},
        ("延期後の期限は2026年3月31日",),
    ),
    Proposition(
        "督促から相当の期間を経た私債権は、裁判所の手続によらなければならない",
        COURT,
        "may_take_to_court",
        {"kind": "private_rent", "due_on": DUE, "on": date(2026, 4, 21), "events": (DEMAND,)},
        {"allowed": True, "failing": ()},
        ("督促の翌日から12月は2026年4月20日まで、4月21日は過ぎている",),
    ),
    Proposition(
        "相当の期間の最後の日には、まだ裁判所の手続によらない",
        COURT,
        "may_take_to_court",
        {"kind": "private_rent", "due_on": DUE, "on": date(2026, 4, 20), "events": (DEMAND,)},
        {"allowed": False, "failing": ("waited",)},
        ("満了の日は4月20日",),
    ),
    Proposition(
        "督促をしていない私債権は、裁判所の手続に進めない",
        COURT,
        "may_take_to_court",
        {"kind": "private_water", "due_on": DUE, "on": date(2026, 4, 21)},
        {"allowed": False, "failing": ("demanded", "waited")},
        ("督促がなく、期間も始まらない",),
    ),
    Proposition(
        "徴収停止をした債権は、裁判所の手続による義務を負わない",
        (*COURT, "local_autonomy_order/171-5"),
        "may_take_to_court",
        {
            "kind": "private_rent",
            "due_on": DUE,
            "on": date(2026, 5, 1),
            "events": (DEMAND, {"event": "collection_suspension", "on": date(2026, 4, 25)}),
        },
        {"allowed": False, "failing": ("not_given_up",)},
        ("4月25日から徴収停止中",),
    ),
    Proposition(
        "特別の事情があると認めるときは、裁判所の手続によらないことができる",
        COURT,
        "may_take_to_court",
        {"kind": "private_rent", "due_on": DUE, "on": date(2026, 5, 1), "events": (DEMAND,), "special_reason": True},
        {"allowed": False, "failing": ("no_special_reason",)},
        ("ほかの要件は満たすが、特別の事情がある",),
    ),
    Proposition(
        "強制徴収公債権は滞納処分によるべきで、裁判所の手続の対象とならない",
        COURT,
        "may_take_to_court",
        {"kind": "tax", "due_on": DUE, "on": date(2026, 5, 1), "events": (DEMAND,)},
        {"allowed": False, "failing": ("not_enforceable", "waited")},
        ("市税は自力執行ができ、相当の期間の定めもない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
