"""期限の繰上げ（地方税法13条の2、地方自治法施行令171条の3）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("local_tax_act/13-2/1",)
OTHER = ("local_autonomy_order/171-3",)
DUE, ON = date(2026, 12, 25), date(2026, 11, 2)


def _ground(ground: str, title: str) -> Proposition:
    return Proposition(
        title,
        ACT,
        "may_advance",
        {"kind": "tax", "due_on": DUE, "on": ON, "ground": ground},
        {"allowed": True, "failing": ()},
        ("納期限は12月25日、11月2日はその前", "告知済みで、納期限では全額を徴収できない見込み"),
        "e-Gov法令検索 地方税法13条の2",
    )


PROPOSITIONS = (
    _ground("execution_begun", "破産等の強制換価手続が始まったときは、納期限前でも市税を徴収することができる"),
    _ground("qualified_acceptance", "相続人が限定承認をしたときは、納期限前でも市税を徴収することができる"),
    _ground("dissolution", "法人が解散したときは、納期限前でも市税を徴収することができる"),
    _ground("leaves_without_agent", "納税管理人を定めずに転出するときは、納期限前でも市税を徴収することができる"),
    _ground("evasion", "不正に徴収を免れようとしたときは、納期限前でも市税を徴収することができる"),
    Proposition(
        "契約による期限の利益の喪失は、市税の繰上徴収の事由とならない",
        ACT,
        "may_advance",
        {"kind": "tax", "due_on": DUE, "on": ON, "ground": "benefit_of_time_lost"},
        {"allowed": False, "failing": ("ground",)},
        ("市税の事由は法の各号に限る",),
    ),
    Proposition(
        "額が確定せず、納期限で徴収できる見込みのある市税は、繰り上げることができない",
        (*ACT, "local_tax_act/13-2/2"),
        "may_advance",
        {
            "kind": "tax",
            "due_on": DUE,
            "on": ON,
            "ground": "dissolution",
            "notified": False,
            "collectable_by_due": True,
        },
        {"allowed": False, "failing": ("fixed", "not_collectable_by_due")},
        ("告知がなく、徴収の見込みもある。欠ける要件は二つ",),
    ),
    Proposition(
        "納期限を過ぎた市税には、繰上徴収の余地がない",
        ACT,
        "may_advance",
        {"kind": "tax", "due_on": DUE, "on": date(2026, 12, 26), "ground": "dissolution"},
        {"allowed": False, "failing": ("before_due",)},
        ("12月26日は納期限の翌日",),
    ),
    Proposition(
        "分割払の契約で期限の利益が失われた私債権は、遅滞なく期限を繰り上げて通知する",
        OTHER,
        "may_advance",
        {"kind": "private_loan", "due_on": DUE, "on": ON, "ground": "benefit_of_time_lost"},
        {"allowed": True, "failing": ()},
        ("契約により繰り上げることができ、履行延期の事情も支障もない",),
    ),
    Proposition(
        "履行延期のできる事情がある私債権は、期限を繰り上げない",
        OTHER,
        "may_advance",
        {
            "kind": "private_loan",
            "due_on": DUE,
            "on": ON,
            "ground": "benefit_of_time_lost",
            "deferral_ground": True,
        },
        {"allowed": False, "failing": ("no_deferral_ground",)},
        ("無資力等の事情がある者には、延期を先に考える",),
    ),
    Proposition(
        "繰り上げる根拠がなく支障もある私債権は、期限を繰り上げない",
        OTHER,
        "may_advance",
        {"kind": "private_loan", "due_on": DUE, "on": ON, "harmful": True},
        {"allowed": False, "failing": ("ground", "not_harmful")},
        ("法令にも契約にも根拠がなく、支障がある",),
    ),
)

test_proposition = holds(PROPOSITIONS)
