"""市税以外の公債権の督促と手数料（地方自治法231条の3）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("local_autonomy_act/231-3/1",)
FEE = ("local_autonomy_act/231-3/2",)
DUE, SENT = date(2026, 4, 30), date(2026, 5, 15)


def _variant(profile: str, place: str, designated_on: date, *, fee_yen: int, worked: str) -> Proposition:
    return Proposition(
        f"公債権の督促は、{place}の定めによれば、期限と手数料がその定めに従う",
        (*ACT, *FEE),
        "demand_dates",
        {"kind": "other_public", "profile": profile, "due_on": DUE, "sent_on": SENT},
        {"deadline_on": date(2026, 5, 20), "designated_on": designated_on, "fee_yen": fee_yen},
        ("4月30日の翌日から20日目は5月20日", worked, f"手数料は{fee_yen}円"),
        f"{place}の条例（公表された例規）",
    )


TEN, FIFTEEN = "5月15日の10日後は5月25日", "5月15日の15日後は5月30日"

PROPOSITIONS = (
    Proposition(
        "国民健康保険料の督促は、初期値の条例では納期限後二十日以内、手数料はない",
        (*ACT, *FEE),
        "demand_dates",
        {"kind": "health_insurance_premium", "due_on": DUE, "sent_on": SENT},
        {"deadline_on": date(2026, 5, 20), "designated_on": date(2026, 5, 25), "fee_yen": 0, "is_late": False},
        ("4月30日の翌日から20日目は5月20日", TEN),
    ),
    _variant("koryo", "広陵町", date(2026, 5, 30), fee_yen=150, worked=FIFTEEN),
    _variant("kisosaki", "木曽岬町", date(2026, 5, 30), fee_yen=80, worked=FIFTEEN),
    _variant("hachirogata", "八郎潟町", date(2026, 5, 30), fee_yen=150, worked=FIFTEEN),
    _variant("izumiotsu", "泉大津市", date(2026, 5, 25), fee_yen=10, worked=TEN),
    _variant("naruto", "鳴門市", date(2026, 5, 25), fee_yen=0, worked=TEN),
    _variant("niihama", "新居浜市", date(2026, 5, 25), fee_yen=100, worked=TEN),
    Proposition(
        "督促の期限を三十日とする定めでは、二十一日目の督促も遅れていない",
        ACT,
        "demand_dates",
        {"kind": "other_public", "profile": "sapporo", "due_on": DUE, "sent_on": date(2026, 5, 21)},
        {"deadline_on": date(2026, 5, 30), "is_late": False, "designated_on": date(2026, 5, 31)},
        ("4月30日の翌日から30日目は5月30日", "5月21日の10日後は5月31日"),
        "札幌市の定め（自治体法務の解説）",
    ),
    Proposition(
        "手数料を廃止した条例でも、廃止の前に納期限の到来した分には手数料がある",
        FEE,
        "demand_dates",
        {
            "kind": "late_stage_medical_premium",
            "profile": "kai",
            "due_on": date(2024, 3, 31),
            "sent_on": date(2024, 4, 15),
        },
        {"fee_yen": 100},
        ("廃止は令和6年4月1日以後に納期限の到来する分から", "納期限は3月31日なので100円"),
        "甲斐市の公表資料",
    ),
    Proposition(
        "手数料を廃止した日に納期限の到来する分からは、手数料がない",
        FEE,
        "demand_dates",
        {
            "kind": "late_stage_medical_premium",
            "profile": "kai",
            "due_on": date(2024, 4, 1),
            "sent_on": date(2024, 4, 15),
        },
        {"fee_yen": 0},
        ("納期限は4月1日、廃止の日以後",),
        "甲斐市の公表資料",
    ),
    Proposition(
        "公課の差押えは、指定期限が十日を経過した日より後であれば、指定期限の翌日からできる",
        ("local_autonomy_act/231-3/3", "local_tax_act/331/1/1"),
        "force_dates",
        {
            "kind": "health_insurance_premium",
            "due_on": DUE,
            "sent_on": date(2026, 5, 20),
            "designated_on": date(2026, 6, 5),
        },
        {"seizure_from": date(2026, 6, 6), "court_action_from": None},
        ("5月20日を1日目とする十日を経過した日は5月30日", "指定期限6月5日の方が遅い", "差押えは翌6月6日から"),
    ),
    Proposition(
        "公課の差押えは、指定期限が十日を経過した日より前でも、その経過を待つ",
        ("local_autonomy_act/231-3/3", "local_tax_act/331/1/1"),
        "force_dates",
        {
            "kind": "long_term_care_premium",
            "due_on": DUE,
            "sent_on": date(2026, 5, 20),
            "designated_on": date(2026, 5, 27),
        },
        {
            "seizure_from": date(2026, 5, 31),
            "assumptions": ("公課の差押えの始期は、指定期限の翌日と十日を経過した日の翌日の遅い方とする設定による",),
        },
        ("十日を経過した日は5月30日、指定期限は5月27日", "遅い方の翌日は5月31日"),
    ),
    Proposition(
        "督促と指定が重なる日では、十日を経過した日の翌日と指定期限の翌日は同じである",
        ("local_autonomy_act/231-3/3", "local_tax_act/331/1/1"),
        "force_dates",
        {"kind": "child_allowance", "due_on": DUE, "sent_on": date(2026, 5, 20)},
        {"designated_on": date(2026, 5, 30), "seizure_from": date(2026, 5, 31)},
        ("指定期限は10日後の5月30日、十日を経過した日も5月30日", "ともに翌日は5月31日"),
    ),
    Proposition(
        "自力執行のできない公債権は、督促の後一年を経て、裁判所の手続による",
        ("local_autonomy_order/171-2",),
        "force_dates",
        {"kind": "other_public", "due_on": DUE, "sent_on": date(2026, 5, 20)},
        {
            "seizure_from": None,
            "court_action_from": date(2027, 5, 21),
            "assumptions": ("相当の期間は市の定めた設定値による",),
        },
        ("相当の期間は設定値の12月", "5月21日から12月は翌年5月20日まで", "裁判所の手続は5月21日から"),
    ),
    Proposition(
        "法律の定めにより強制徴収のできる使用料は、そのほかの公債権でも差押えができる",
        ("local_autonomy_act/231-3/3", "local_autonomy_act/s6/0/3"),
        "force_dates",
        {"kind": "other_public", "legal_class": "public_enforceable", "due_on": DUE, "sent_on": date(2026, 5, 20)},
        {"seizure_from": date(2026, 5, 31), "court_action_from": None},
        ("下水道使用料など。十日を経過した日も指定期限も5月30日", "差押えは5月31日から"),
    ),
)

test_proposition = holds(PROPOSITIONS)
