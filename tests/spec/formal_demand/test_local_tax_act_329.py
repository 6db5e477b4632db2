"""市税の督促（地方税法329条）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("local_tax_act/329/1",)
DUE = date(2026, 6, 30)
LATE = "督促の期限（2026-07-20）を過ぎています。期限は事務を戒める定めであり、遅れた督促も有効です"

PROPOSITIONS = (
    Proposition(
        "市税の督促状は、納期限後二十日以内に発し、十日先の期限を指定する",
        ACT,
        "demand_dates",
        {"due_on": DUE, "sent_on": date(2026, 7, 20)},
        {"deadline_on": date(2026, 7, 20), "is_late": False, "designated_on": date(2026, 7, 30), "fee_yen": 0},
        (
            "1日目は納期限の翌日7月1日、20日目は7月20日",
            "発付の日7月20日は期限の日なので遅れていない",
            "7月20日の翌日から10日目は7月30日",
        ),
    ),
    Proposition(
        "督促の期限を一日でも過ぎれば遅れた督促であるが、督促としては有効である",
        ACT,
        "demand_dates",
        {"due_on": DUE, "sent_on": date(2026, 7, 21)},
        {"deadline_on": date(2026, 7, 20), "is_late": True, "designated_on": date(2026, 7, 31)},
        ("20日目は7月20日、発付はその翌日", "7月21日から10日後は7月31日"),
        "期限は訓示規定（徳島地方裁判所昭和30年12月27日判決、鶴ヶ島市の公表資料）",
    ),
    Proposition(
        "年をまたいでも、督促の期限は納期限の翌日から数える",
        ACT,
        "demand_dates",
        {"due_on": date(2025, 12, 25), "sent_on": date(2026, 1, 9)},
        {"deadline_on": date(2026, 1, 14), "is_late": False, "designated_on": date(2026, 1, 19)},
        ("12月26日から31日までが6日、残り14日で1月14日", "1月9日の10日後は1月19日"),
    ),
    Proposition(
        "うるう年の二月二十九日も一日として数える",
        ACT,
        "demand_dates",
        {"due_on": date(2028, 2, 15), "sent_on": date(2028, 2, 20)},
        {"deadline_on": date(2028, 3, 6), "designated_on": date(2028, 3, 1)},
        ("2月16日から29日までが14日、残り6日で3月6日", "2月20日から9日で2月29日、10日で3月1日"),
    ),
    Proposition(
        "納期限の当日には督促することができない",
        ACT,
        "demand_dates",
        {"due_on": DUE, "sent_on": DUE},
        worked=("納期限の6月30日中は、まだ滞納ではない",),
        refused="納期限までは督促できません",
    ),
    Proposition(
        "督促の日より後でない日を、納付の期限に指定することはできない",
        ACT,
        "demand_dates",
        {"due_on": DUE, "sent_on": date(2026, 7, 10), "designated_on": date(2026, 7, 10)},
        worked=("指定期限が発付の日と同じでは、納付する間がない",),
        refused="指定する期限は督促の日より後",
    ),
    Proposition(
        "納期限の翌日から、残高のある市税は督促すべきものとなる",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 7, 1), "balance_yen": 12_000},
        {"allowed": True, "failing": (), "warnings": ()},
        ("7月1日は納期限の翌日、残高12,000円、督促はまだない",),
    ),
    Proposition(
        "督促の期限が過ぎても督促の義務は消えず、遅れている旨が示される",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 10, 1)},
        {"allowed": True, "warnings": (LATE,)},
        ("期限は7月20日、10月1日は過ぎている", "訓示規定なので督促はできる"),
    ),
    Proposition(
        "完納された市税は督促しない",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 7, 10), "balance_yen": 0},
        {"allowed": False, "failing": ("balance_left",)},
        ("残高0円",),
    ),
    Proposition(
        "納期限の前に残高もなければ、欠ける要件はすべて並べて示される",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 6, 30), "balance_yen": 0},
        {"allowed": False, "failing": ("balance_left", "past_due")},
        ("残高0円、6月30日は納期限の当日。欠ける要件は二つ",),
    ),
    Proposition(
        "督促は一つの債権に一度だけで、二度目は催告として送る",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 7, 18), "events": ({"event": "formal_demand", "on": date(2026, 7, 10)},)},
        {"allowed": False, "failing": ("first_demand",)},
        ("7月10日に督促済み",),
    ),
    Proposition(
        "返戻された督促状は届いていないので、改めて督促する",
        (*ACT, "local_tax_act/20/4"),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 18),
            "events": ({"event": "formal_demand", "on": date(2026, 7, 10), "delivery": "returned"},),
        },
        {"allowed": True, "failing": ()},
        ("7月10日の督促状は返戻、送達されていない",),
    ),
    Proposition(
        "返戻の記録のある督促状も届いていないので、改めて督促する",
        (*ACT, "local_tax_act/20/4"),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 18),
            "events": (
                {"event": "formal_demand", "on": date(2026, 7, 10), "document_number": "督第1号"},
                {"event": "returned_mail", "on": date(2026, 7, 15), "document_number": "督第1号"},
            ),
        },
        {"allowed": True, "failing": ()},
        ("7月10日の督促状（督第1号）は7月15日に返戻された",),
    ),
    Proposition(
        "返戻された督促状を公示送達したときは、督促を重ねない",
        (*ACT, "local_tax_act/20-2/3"),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 9, 18),
            "events": (
                {
                    "event": "formal_demand",
                    "on": date(2026, 7, 10),
                    "document_number": "督第1号",
                    "delivery": "returned",
                },
                {"event": "service_by_publication", "on": date(2026, 8, 3), "document_number": "督第1号"},
            ),
        },
        {"allowed": False, "failing": ("first_demand",)},
        ("督第1号は8月3日からの公示で送達された",),
    ),
    Proposition(
        "誤って発し取り消した督促は督促に当たらず、改めて督促する",
        ACT,
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 18),
            "events": (
                {
                    "event": "formal_demand",
                    "on": date(2026, 7, 10),
                    "until": date(2026, 7, 12),
                    "outcome": "withdrawn",
                },
            ),
        },
        {"allowed": True, "failing": ()},
        ("7月10日の督促は7月12日に取り消された",),
    ),
    Proposition(
        "徴収の猶予の期間中は、新たに督促することができない",
        ("local_tax_act/15-2-3/1",),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 9, 1),
            "events": ({"event": "collection_grace", "on": date(2026, 7, 15), "until": date(2026, 12, 31)},),
        },
        {"allowed": False, "failing": ("no_collection_grace",)},
        ("9月1日は猶予の期間（7月15日～12月31日）の中",),
    ),
    Proposition(
        "徴収の猶予の期間中の督促は、要件と条文を示して拒まれる",
        ("local_tax_act/15-2-3/1",),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 9, 1),
            "carried_out": True,
            "events": ({"event": "collection_grace", "on": date(2026, 7, 15), "until": date(2026, 12, 31)},),
        },
        worked=("欠ける要件は徴収の猶予の期間中でないこと",),
        refused="徴収の猶予の期間中でない（地方税法15条の2の3第1項）",
    ),
    Proposition(
        "徴収の猶予が終わった翌日からは、督促することができる",
        ("local_tax_act/15-2-3/1",),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2027, 1, 1),
            "events": ({"event": "collection_grace", "on": date(2026, 7, 15), "until": date(2026, 12, 31)},),
        },
        {"allowed": True, "failing": ()},
        ("猶予の最後の日は12月31日、1月1日はその翌日",),
    ),
    Proposition(
        "違法として取り消された徴収の猶予は、督促を妨げない",
        ("local_tax_act/15-2-3/1",),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 20),
            "events": (
                {
                    "event": "collection_grace",
                    "on": date(2026, 7, 15),
                    "until": date(2026, 12, 31),
                    "outcome": "cancelled_as_illegal",
                },
            ),
        },
        {"allowed": True, "failing": ()},
        ("取り消された猶予は初めからなかったものとする",),
    ),
    Proposition(
        "換価の猶予の期間中でも、督促は行う",
        ("local_tax_act/329/1", "local_tax_act/15-6/1"),
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 20),
            "events": ({"event": "conversion_grace", "on": date(2026, 7, 5), "until": date(2027, 7, 4)},),
        },
        {"allowed": True, "warnings": ("換価の猶予の期間中ですが、督促は妨げられません",)},
        ("換価の猶予が止めるのは換価だけ",),
        "敦賀市の公表資料（督促は発送される）",
    ),
    Proposition(
        "分割納付の約束があっても、督促は省けない",
        ACT,
        "may_demand",
        {"due_on": DUE, "on": date(2026, 7, 20), "events": ({"event": "payment_pledge", "on": date(2026, 7, 5)},)},
        {"allowed": True, "warnings": ("分割納付の約束があっても、督促は省けません",)},
        ("分割納付の約束は猶予ではない",),
        "鶴ヶ島市の公表資料",
    ),
    Proposition(
        "債務者が死亡していれば、督促は相続人に宛てるべきことが示される",
        ("local_tax_act/9/1", "local_tax_act/329/1"),
        "may_demand",
        {"due_on": DUE, "on": date(2026, 7, 20), "events": ({"event": "death", "on": date(2026, 7, 2)},)},
        {"allowed": True, "warnings": ("債務者は死亡しています。督促は相続人に宛ててください",)},
        ("死亡により納付の義務は相続人が承継する",),
    ),
    Proposition(
        "繰上徴収をした市税には、督促を要しない",
        ACT,
        "may_demand",
        {
            "due_on": DUE,
            "on": date(2026, 7, 1),
            "events": ({"event": "advance_demand", "on": date(2026, 6, 1), "designated_on": date(2026, 6, 10)},),
        },
        {"allowed": False, "failing": ("no_advance",)},
        ("329条1項ただし書", "6月10日を過ぎれば、督促なしに差し押さえることができる"),
        "e-Gov法令検索 地方税法329条",
    ),
    Proposition(
        "市税以外の債権では、期限を繰り上げても督促を要する",
        ("local_autonomy_act/231-3/1",),
        "may_demand",
        {
            "kind": "health_insurance_premium",
            "due_on": DUE,
            "on": date(2026, 7, 1),
            "events": ({"event": "advance_demand", "on": date(2026, 6, 1), "designated_on": date(2026, 6, 10)},),
        },
        {"allowed": True, "failing": ()},
        ("督促を省く定めは市税の繰上徴収だけ",),
    ),
)

test_proposition = holds(PROPOSITIONS)
