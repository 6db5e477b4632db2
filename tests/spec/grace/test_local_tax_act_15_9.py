"""猶予の効果（地方税法15条の2の3・15条の9・18条の2）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

RULE = "effects_of_grace"
FLOOD: dict[str, Any] = {
    "grace_kind": "collection_grace",
    "cause": "disaster_or_theft",
    "from_on": date(2026, 9, 1),
    "until": date(2027, 8, 31),
    "applied_on": date(2026, 9, 10),
}
CONVERSION: dict[str, Any] = {
    "grace_kind": "conversion_grace_by_application",
    "from_on": date(2027, 1, 10),
    "until": date(2028, 1, 9),
    "applied_on": date(2026, 12, 20),
}


def _waiver(cause: str, waiver: str, title: str, worked: str) -> Proposition:
    return Proposition(
        title,
        ("local_tax_act/15-9/1", "local_tax_act/15-2/4"),
        RULE,
        {**FLOOD, "cause": cause},
        {"waiver": waiver, "waived_days": 365},
        ("9月1日から翌年8月31日まで365日", worked),
        "e-Gov法令検索 地方税法15条の9",
    )


PROPOSITIONS = (
    Proposition(
        "徴収の猶予の間は、新たな督促も差押えもせず、差押えは申請により解除することができる",
        ("local_tax_act/15-2-3/1", "local_tax_act/15-2-3/2"),
        RULE,
        FLOOD,
        {
            "new_demand": False,
            "new_seizure": False,
            "conversion": False,
            "seizure_may_be_released": True,
            "collectable_again_from": date(2027, 9, 1),
        },
        ("猶予の最後の日は8月31日、9月1日から再び徴収できる",),
    ),
    Proposition(
        "換価の猶予の間は、換価をしないが、督促と差押えはすることができる",
        ("local_tax_act/15-6/1", "local_tax_act/15-6-3/1"),
        RULE,
        CONVERSION,
        {"new_demand": True, "new_seizure": True, "conversion": False, "seizure_may_be_released": True},
        ("猶予するのは換価だけ",),
    ),
    _waiver(
        "disaster_or_theft", "full_waiver", "災害・盗難による徴収の猶予の間の延滞金は、全額を免除する", "1号なので全額"
    ),
    _waiver(
        "illness_or_injury", "full_waiver", "病気・負傷による徴収の猶予の間の延滞金は、全額を免除する", "2号なので全額"
    ),
    _waiver(
        "like_disaster_or_illness",
        "full_waiver",
        "災害・病気に類する事実による猶予の間の延滞金は、全額を免除する",
        "1号・2号に類する5号なので全額",
    ),
    _waiver(
        "business_closed",
        "above_grace_rate",
        "休廃業による徴収の猶予の間の延滞金は、猶予特例基準割合を超える部分を免除する",
        "3号なので一部",
    ),
    _waiver(
        "serious_loss",
        "above_grace_rate",
        "事業の損失による徴収の猶予の間の延滞金は、猶予特例基準割合を超える部分を免除する",
        "4号なので一部",
    ),
    _waiver(
        "like_closure_or_loss",
        "above_grace_rate",
        "休廃業・損失に類する事実による猶予の間の延滞金は、一部を免除する",
        "3号・4号に類する5号なので一部",
    ),
    _waiver(
        "fixed_late",
        "above_grace_rate",
        "税額の確定の遅れによる猶予の間の延滞金は、一部を免除する",
        "15条2項なので一部",
    ),
    Proposition(
        "換価の猶予の間の延滞金は、猶予特例基準割合を超える部分を免除する",
        ("local_tax_act/15-9/1", "local_tax_act/s3-2/3"),
        RULE,
        CONVERSION,
        {"waiver": "above_grace_rate", "waived_days": 365},
        ("1月10日から翌年1月9日まで365日",),
    ),
    Proposition(
        "取消しの事由が生じた日以後の延滞金は、免除しないことができる",
        ("local_tax_act/15-9/1",),
        RULE,
        {**FLOOD, "cancel_cause_on": date(2026, 12, 1)},
        {"waived_days": 91},
        ("9月30日、10月31日、11月30日で91日", "12月1日以後は免除しないことができる"),
    ),
    Proposition(
        "猶予の前に生じた取消しの事由では、免除される日がない",
        ("local_tax_act/15-9/1",),
        RULE,
        {**FLOOD, "cancel_cause_on": date(2026, 8, 1)},
        {"waived_days": 0},
        ("事由の日以後が猶予の全部に及ぶ",),
    ),
    Proposition(
        "猶予の終わった後に生じた事由は、免除を減らさない",
        ("local_tax_act/15-9/1",),
        RULE,
        {**FLOOD, "cancel_cause_on": date(2027, 10, 1)},
        {"waived_days": 365},
        ("事由は猶予の後",),
    ),
    Proposition(
        "市税の猶予の申請は債務の承認となって時効を更新し、猶予の間は時効が進行しない",
        ("local_tax_act/18-2/4", "civil_code/152/1"),
        RULE,
        FLOOD,
        {"prescription_stops": True, "prescription_restarts_on": date(2026, 9, 11), "assumptions": ()},
        ("申請9月10日の翌日は9月11日", "猶予の間は18条の2第4項により進まない"),
    ),
    Proposition(
        "市税以外の公課には、猶予の間に時効の進行を止める定めがない",
        ("civil_code/152/1", "national_health_insurance_act/110/2"),
        RULE,
        {**CONVERSION, "kind": "health_insurance_premium"},
        {
            "prescription_stops": False,
            "prescription_restarts_on": date(2026, 12, 21),
            "assumptions": ("公課の換価の猶予の間に時効が進行するかは定まっていないので、進行するものとした",),
        },
        ("申請12月20日の翌日は12月21日", "地方税法18条の2は市税だけの定め"),
    ),
    Proposition(
        "職権による換価の猶予には申請がなく、承認による時効の更新もない",
        ("local_tax_act/18-2/4", "local_tax_act/15-5-3/1"),
        RULE,
        {**CONVERSION, "grace_kind": "conversion_grace_by_office", "applied_on": None},
        {"prescription_stops": True, "prescription_restarts_on": None, "new_demand": True},
        ("申請がない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
