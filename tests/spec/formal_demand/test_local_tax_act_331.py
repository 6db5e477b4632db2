"""督促の後の差押え（地方税法331条）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("local_tax_act/331/1/1",)
DUE = date(2026, 8, 31)
DEMAND = {"event": "formal_demand", "on": date(2026, 9, 15)}


PROPOSITIONS = (
    Proposition(
        "督促状を発した日から起算して十日を経過した日までに完納しないときは、その翌日から差し押さえる",
        ACT,
        "force_dates",
        {"due_on": DUE, "sent_on": date(2026, 10, 1)},
        {"seizure_from": date(2026, 10, 12), "court_action_from": None},
        ("10月1日を1日目として10日目は10月10日", "十日を経過した日は10月11日", "差押えは10月12日から"),
        "土地区画整理の公開質問（10月1日の督促で新たな時効は10月12日から）と一致",
    ),
    Proposition(
        "差押えの始期は、月末を越えても暦の日で数える",
        ACT,
        "force_dates",
        {"due_on": date(2028, 1, 31), "sent_on": date(2028, 2, 20)},
        {"seizure_from": date(2028, 3, 2)},
        ("2月20日を1日目として10日目はうるう年の2月29日", "十日を経過した日は3月1日、差押えは3月2日から"),
    ),
    Proposition(
        "公示送達による督促では、掲示等の措置を始めた日から数える",
        (*ACT, "national_tax_collection_circular/k47-11"),
        "force_dates",
        {"due_on": DUE, "sent_on": date(2026, 9, 18)},
        {"seizure_from": date(2026, 9, 29)},
        ("措置を始めた9月18日を1日目とする", "10日目は9月27日、経過した日は28日、差押えは29日から"),
        "国税徴収法基本通達47条関係11",
    ),
    Proposition(
        "督促の後に繰上徴収の事由が生じたときは、十日を待たずに差し押さえることができる",
        ("local_tax_act/331/3", "local_tax_act/13-2/1"),
        "force_dates",
        {"due_on": DUE, "sent_on": date(2026, 9, 15), "advance_on": date(2026, 9, 18)},
        {"seizure_from": date(2026, 9, 18)},
        ("本来は9月26日から", "9月18日に事由が生じたので、その日から"),
    ),
    Proposition(
        "繰上徴収の事由が督促の前からあっても、督促の日より前には差し押さえられない",
        ("local_tax_act/331/3", "local_tax_act/13-2/1"),
        "force_dates",
        {"due_on": DUE, "sent_on": date(2026, 9, 15), "advance_on": date(2026, 9, 1)},
        {"seizure_from": date(2026, 9, 15)},
        ("事由は9月1日、督促は9月15日", "早くても督促の日から"),
    ),
    Proposition(
        "十日を経過した後に生じた繰上徴収の事由は、差押えの始期を動かさない",
        ("local_tax_act/331/3",),
        "force_dates",
        {"due_on": DUE, "sent_on": date(2026, 9, 15), "advance_on": date(2026, 10, 1)},
        {"seizure_from": date(2026, 9, 26)},
        ("9月15日を1日目とする10日を経過した日は9月25日、差押えは26日から", "10月1日の事由は遅い"),
    ),
    Proposition(
        "繰上徴収の事由による早い差押えは、市税以外の公課には及ぼさない",
        ("local_autonomy_act/231-3/3",),
        "force_dates",
        {
            "kind": "health_insurance_premium",
            "due_on": DUE,
            "sent_on": date(2026, 9, 15),
            "advance_on": date(2026, 9, 18),
        },
        {"seizure_from": date(2026, 9, 26)},
        ("指定期限9月25日、十日を経過した日9月25日", "早める定めがないので9月26日から"),
    ),
    Proposition(
        "督促から十一日目に当たる日には、まだ差し押さえることができない",
        ACT,
        "may_seize",
        {"due_on": DUE, "on": date(2026, 9, 25), "events": (DEMAND,)},
        {"allowed": False, "failing": ("waited",)},
        ("9月15日を1日目とすると9月25日は11日目、すなわち十日を経過した日", "その日の終わりまでは待つ"),
    ),
    Proposition(
        "督促から十日を経過した日の翌日には、差し押さえることができる",
        ACT,
        "may_seize",
        {"due_on": DUE, "on": date(2026, 9, 26), "events": (DEMAND,)},
        {"allowed": True, "failing": (), "warnings": ()},
        ("十日を経過した日は9月25日、翌日は26日",),
    ),
    Proposition(
        "督促のない市税は、どれだけ経っても差し押さえることができない",
        ACT,
        "may_seize",
        {"due_on": DUE, "on": date(2027, 9, 26)},
        {"allowed": False, "failing": ("demanded", "waited")},
        ("督促がないので、待つ日も始まらない",),
    ),
    Proposition(
        "返戻された督促状は、差押えの前提となる督促に当たらない",
        (*ACT, "local_tax_act/20/4"),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 12, 1),
            "events": ({**DEMAND, "delivery": "returned"},),
        },
        {"allowed": False, "failing": ("demanded", "waited")},
        ("返戻された督促状は送達されていない",),
    ),
    Proposition(
        "返戻の記録のある督促状も、差押えの前提となる督促に当たらない",
        (*ACT, "local_tax_act/20/4"),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 12, 1),
            "events": (
                {**DEMAND, "document_number": "督第1号"},
                {"event": "returned_mail", "on": date(2026, 9, 22), "document_number": "督第1号"},
            ),
        },
        {"allowed": False, "failing": ("demanded", "waited")},
        ("督第1号は9月22日に返戻され、公示送達もない",),
    ),
    Proposition(
        "返戻された督促状を公示送達したときは、公示を始めた日から十日を経過した日の翌日に差し押さえることができる",
        (*ACT, "local_tax_act/20-2/3", "national_tax_collection_circular/k47-11"),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 10, 12),
            "events": (
                {**DEMAND, "document_number": "督第1号", "delivery": "returned"},
                {"event": "service_by_publication", "on": date(2026, 10, 1), "document_number": "督第1号"},
            ),
        },
        {"allowed": True, "failing": ()},
        ("公示を始めた10月1日を1日目とすると、十日を経過した日は10月11日", "翌日の10月12日から"),
    ),
    Proposition(
        "公示送達から十日を経過した日には、まだ差し押さえることができない",
        (*ACT, "local_tax_act/20-2/3"),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 10, 11),
            "events": (
                {**DEMAND, "document_number": "督第1号", "delivery": "returned"},
                {"event": "service_by_publication", "on": date(2026, 10, 1), "document_number": "督第1号"},
            ),
        },
        {"allowed": False, "failing": ("waited",)},
        ("十日を経過した日は10月11日、差押えは10月12日から",),
    ),
    Proposition(
        "取り消した督促は、差押えの前提となる督促に当たらない",
        ACT,
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 12, 1),
            "events": ({**DEMAND, "until": date(2026, 9, 18), "outcome": "withdrawn"},),
        },
        {"allowed": False, "failing": ("demanded", "waited")},
        ("9月15日の督促は9月18日に取り消された",),
    ),
    Proposition(
        "返戻の後に改めて発した督促から、差押えの期間を数える",
        ACT,
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 10, 11),
            "events": ({**DEMAND, "delivery": "returned"}, {"event": "formal_demand", "on": date(2026, 10, 1)}),
        },
        {"allowed": False, "failing": ("waited",)},
        ("数えるのは10月1日の督促から", "差押えは10月12日から、10月11日はまだ"),
    ),
    Proposition(
        "督促から六月以上を経た差押えの前には、催告をする",
        (*ACT, "national_tax_collection_circular/k47-18"),
        "may_seize",
        {"due_on": DUE, "on": date(2027, 3, 16), "events": (DEMAND,)},
        {
            "allowed": True,
            "warnings": ("督促から6月以上を経ています。差押えの前に催告してください（国税徴収法基本通達47条関係）",),
        },
        ("9月16日から6月は翌年3月15日まで", "3月16日は六月を経ている"),
        "国税徴収法基本通達47条関係18",
    ),
    Proposition(
        "督促から六月を経ない間は、催告を要しない",
        (*ACT, "national_tax_collection_circular/k47-18"),
        "may_seize",
        {"due_on": DUE, "on": date(2027, 3, 15), "events": (DEMAND,)},
        {"allowed": True, "warnings": ()},
        ("六月の最後の日は3月15日",),
        "国税徴収法基本通達47条関係18",
    ),
    Proposition(
        "徴収の猶予の間は、新たに差し押さえることができない",
        ("local_tax_act/15-2-3/1",),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 11, 1),
            "events": (DEMAND, {"event": "collection_grace", "on": date(2026, 10, 1), "until": date(2027, 9, 30)}),
        },
        {"allowed": False, "failing": ("no_collection_grace",)},
        ("11月1日は猶予の期間の中",),
    ),
    Proposition(
        "換価の猶予の間も差押えはできるが、換価はできない",
        ("local_tax_act/15-6/1",),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 11, 1),
            "events": (DEMAND, {"event": "conversion_grace", "on": date(2026, 10, 1), "until": date(2027, 9, 30)}),
        },
        {"allowed": True, "warnings": ("換価の猶予の期間中です。差押えはできますが、換価はできません",)},
        ("猶予されるのは換価だけ",),
    ),
    Proposition(
        "滞納処分の執行を停止している間は、差し押さえることができない",
        ("local_tax_act/15-7/1",),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 11, 1),
            "events": (DEMAND, {"event": "disposition_suspension", "on": date(2026, 10, 1)}),
        },
        {"allowed": False, "failing": ("no_suspension",)},
        ("停止は終わりの日がないので、取り消されるまで続く",),
    ),
    Proposition(
        "私債権を自ら差し押さえようとすると、欠ける要件と条文を示して拒まれる",
        ("local_autonomy_act/231-3/3",),
        "may_seize",
        {"kind": "private_rent", "due_on": DUE, "on": date(2027, 11, 1), "events": (DEMAND,), "carried_out": True},
        worked=("家賃は私債権で、自力執行ができない",),
        refused="自力執行のできる強制徴収公債権である（自治法231条の3第3項）",
    ),
    Proposition(
        "繰上徴収の告知で指定した納期限までに完納しないときは、督促を要せず、その翌日から差し押さえることができる",
        ("local_tax_act/331/1/2", "local_tax_act/13-2/1"),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 8, 11),
            "events": ({"event": "advance_demand", "on": date(2026, 8, 3), "designated_on": date(2026, 8, 10)},),
        },
        {"allowed": True, "failing": ()},
        ("変更した納期限は8月10日、翌日は8月11日", "督促はいらない"),
        "e-Gov法令検索 地方税法331条",
    ),
    Proposition(
        "繰上徴収で指定した納期限の当日には、まだ差し押さえることができない",
        ("local_tax_act/331/1/2",),
        "may_seize",
        {
            "due_on": DUE,
            "on": date(2026, 8, 10),
            "events": ({"event": "advance_demand", "on": date(2026, 8, 3), "designated_on": date(2026, 8, 10)},),
        },
        {"allowed": False, "failing": ("waited",)},
        ("8月10日中は納付できる",),
    ),
    Proposition(
        "期限の指定がない繰上げの記録だけでは、差押えの前提とならない",
        ("local_tax_act/331/1/2",),
        "may_seize",
        {"due_on": DUE, "on": date(2026, 8, 11), "events": ({"event": "advance_demand", "on": date(2026, 8, 3)},)},
        {"allowed": False, "failing": ("demanded", "waited")},
        ("指定した納期限が分からない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
