"""第二次納税義務者への催告書（地方税法11条・331条）"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        "第二次納税義務者には、納付通知書の期限後二十日以内に催告書を発する",
        ("local_tax_act/11/2",),
        "secondary_demand_deadline",
        {"notice_due_on": date(2026, 10, 30)},
        {"deadline_on": date(2026, 11, 19)},
        ("10月31日が1日目", "20日目は11月19日"),
    ),
    Proposition(
        "第二次納税義務者の財産は、催告書を発した日から起算して十日を経過した日の翌日から差し押さえることができる",
        ("local_tax_act/331/2", "local_tax_act/331/1/1"),
        "force_dates",
        {"due_on": date(2026, 10, 30), "sent_on": date(2026, 11, 10)},
        {"seizure_from": date(2026, 11, 21)},
        ("督促状を催告書と読み替え、11月10日を1日目とする", "10日目は11月19日、経過した日は20日、差押えは21日から"),
    ),
)

test_proposition = holds(PROPOSITIONS)
