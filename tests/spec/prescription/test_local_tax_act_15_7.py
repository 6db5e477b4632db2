"""滞納処分の停止と時効（地方税法15条の7）、徴収停止。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, premium, private, tax

PROPOSITIONS = (
    Proposition(
        title="滞納処分の停止をしても、時効は進む",
        cites=("local_tax_act/15-7/4", "local_tax_act/18/1"),
        rule="prescription",
        given=tax(event("disposition_suspension", "2025-06-15"), on="2026-06-30"),
        expected={"completes_on": "2026-07-01", "extinct_on": None, "barred_by": None, "effects": ["no_effect"]},
        worked=("停止から3年の消滅 2028-06-16 より、時効の完成 2026-07-01 が早い",),
    ),
    Proposition(
        title="停止が3年続いたときは、停止の日の翌日から3年で義務が消滅する",
        cites=("local_tax_act/15-7/4",),
        rule="prescription",
        given=tax(event("disposition_suspension", "2022-06-15"), on="2026-05-01"),
        expected={"extinct_on": "2025-06-16", "completes_on": "2026-07-01", "complete": False},
        worked=(
            "停止の日 2022-06-15 の翌日 2022-06-16 から3年の末日は 2025-06-15",
            "消滅している最初の日は 2025-06-16",
        ),
    ),
    Proposition(
        title="2023年6月15日の停止は、2026年6月16日に義務を消滅させる",
        cites=("local_tax_act/15-7/4",),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20"), event("disposition_suspension", "2023-06-15"), on="2026-06-15"),
        expected={"extinct_on": "2026-06-16", "completes_on": "2026-07-31", "next_change_on": "2026-06-16"},
        worked=("2023-06-16 から3年の末日は 2026-06-15",),
        source="国税徴収法基本通達153条関係15（停止の翌日から起算して3年を経過した日）",
    ),
    Proposition(
        title="うるう日の翌日から数える停止の3年は、2月末日に終わる",
        cites=("local_tax_act/15-7/4", "civil_code/143/2"),
        rule="prescription",
        given=tax(event("disposition_suspension", "2024-02-28"), on="2026-06-01") | {"due_on": "2023-06-30"},
        expected={"extinct_on": "2027-03-01"},
        worked=("起算日 2024-02-29。2027年2月に29日はなく、末日 2027-02-28",),
    ),
    Proposition(
        title="3年の途中で取り消された停止では、義務は消滅しない",
        cites=("local_tax_act/15-8/1",),
        rule="prescription",
        given=tax(event("disposition_suspension", "2022-06-15", until="2025-06-14"), on="2026-06-01"),
        expected={"extinct_on": None, "completes_on": "2026-07-01"},
        worked=("3年の末日 2025-06-15 の前日に終わった",),
    ),
    Proposition(
        title="停止で消滅した後の承認は、義務を復活させない",
        cites=("local_tax_act/15-7/4",),
        rule="prescription",
        given=tax(
            event("disposition_suspension", "2022-06-15"), event("acknowledgment", "2025-06-16"), on="2026-05-01"
        ),
        expected={"extinct_on": "2025-06-16", "completes_on": "2026-07-01", "effects": ["no_effect", "no_effect"]},
        worked=("2025-06-16 に既に消滅している",),
    ),
    Proposition(
        title="停止の間の承認は時効を更新し、3年の消滅には影響しない",
        cites=("local_tax_act/15-7/4", "civil_code/152/1"),
        rule="prescription",
        given=tax(
            event("disposition_suspension", "2024-06-15"), event("partial_payment", "2025-05-10"), on="2026-05-01"
        ),
        expected={"extinct_on": "2027-06-16", "completes_on": "2030-05-11"},
        worked=("納付の翌日 2025-05-11 から5年", "停止の3年の末日は 2027-06-15"),
    ),
    Proposition(
        title="徴収できないことが明らかなときは、停止と同時に義務を消滅させることができる",
        cites=("local_tax_act/15-7/5",),
        rule="prescription",
        given=tax(event("disposition_suspension", "2025-06-15", reason="15-7/5"), on="2026-05-01"),
        expected={"extinct_on": "2025-06-15", "effects": ["extinguished"]},
        worked=("即時に消滅させる決定の日 2025-06-15",),
    ),
    Proposition(
        title="地方税の滞納処分の例による保険料にも、停止による消滅がある",
        cites=("local_tax_act/15-7/4", "local_autonomy_act/231-3/3"),
        rule="prescription",
        given=premium(
            event("disposition_suspension", "2024-08-01"), event("acknowledgment", "2026-05-10"), on="2026-06-01"
        ),
        expected={"extinct_on": "2027-08-02", "completes_on": "2028-05-11"},
        worked=("2024-08-02 から3年の末日は 2027-08-01", "承認の翌日 2026-05-11 から2年の末日 2028-05-10 より早い"),
    ),
    Proposition(
        title="私債権に滞納処分の停止はなく、消滅もしない",
        cites=("local_tax_act/15-7/4",),
        rule="prescription",
        given=private(event("disposition_suspension", "2022-06-15"), on="2026-06-01"),
        expected={"extinct_on": None, "completes_on": "2026-07-01", "effects": ["no_effect"]},
        worked=("滞納処分のできない債権である",),
    ),
    Proposition(
        title="徴収停止をしても、時効は進む",
        cites=("local_autonomy_order/171-5",),
        rule="prescription",
        given=private(event("collection_suspension", "2024-06-15"), on="2026-06-01"),
        expected={
            "completes_on": "2026-07-01",
            "effects": ["no_effect"],
            "assumptions": ["徴収停止の間も時効が進むものとした"],
        },
        worked=("徴収停止を時効の猶予とする定めはない",),
    ),
    Proposition(
        title="停止の取消しが基準日より後に記録されているときは、その日までは停止が続いているものとして答える",
        cites=("local_tax_act/15-7/4", "local_tax_act/15-8/1"),
        rule="prescription",
        given=tax(
            event("acknowledgment", "2025-02-01"),
            event("disposition_suspension", "2024-06-15", until="2026-10-31"),
            on="2026-06-01",
        ),
        expected={"extinct_on": "2027-06-16", "completes_on": "2030-02-02", "next_change_on": "2026-10-31"},
        worked=(
            "2026-06-01 には停止が続いている",
            "停止の翌日 2024-06-16 から3年の末日は 2027-06-15",
            "取消しの 2026-10-31 に答えが変わる",
        ),
    ),
    Proposition(
        title="取り消されたことだけが分かる停止では、義務は消滅しない",
        cites=("local_tax_act/15-8/1",),
        rule="prescription",
        given=tax(event("disposition_suspension", "2022-06-15", outcome="cancelled_as_illegal"), on="2026-06-01"),
        expected={"extinct_on": None, "completes_on": "2026-07-01"},
        worked=("停止は3年続かなかった",),
    ),
    Proposition(
        title="滞納処分のできない公債権に滞納処分の停止はなく、消滅もしない",
        cites=("local_tax_act/15-7/4", "local_autonomy_act/231-3/3"),
        rule="prescription",
        given=tax(event("disposition_suspension", "2022-06-15"), on="2026-06-01")
        | {"kind": "other_public", "legal_class": "public_unenforceable"},
        expected={"extinct_on": None, "completes_on": "2026-07-01", "effects": ["no_effect"]},
        worked=("停止は滞納処分のできる債権にだけある",),
    ),
)

test_proposition = holds(PROPOSITIONS)
