"""市税の徴収権の時効：期間、起算日、完成の効果。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, tax

PROPOSITIONS = (
    Proposition(
        title="市税の徴収権は、納期限の翌日から5年で時効が完成し、援用を要しない",
        cites=("local_tax_act/18/1", "local_tax_act/18/2"),
        rule="prescription",
        given=tax(on="2026-06-30"),
        expected={
            "commences_on": "2021-07-01",
            "completes_on": "2026-07-01",
            "complete": False,
            "needs_invocation": False,
            "period_years": 5,
        },
        worked=(
            "納期限 2021-06-30 の翌日 2021-07-01 が起算日",
            "5年の末日は応当日の前日 2026-06-30。満ちた最初の日は 2026-07-01",
        ),
    ),
    Proposition(
        title="期間の末日が終わるまでは完成せず、その翌日に完成している",
        cites=("local_tax_act/18/1", "civil_code/141"),
        rule="prescription",
        given=tax(on="2026-07-01"),
        expected={"completes_on": "2026-07-01", "complete": True, "next_change_on": None},
        worked=("末日 2026-06-30 の終わりに満ちる", "2026-07-01 は満ちた後の日"),
    ),
    Proposition(
        title="起算日が2月29日で、満了の年に2月29日がないときは、2月末日に満ちる",
        cites=("local_tax_act/18/1", "civil_code/143/2"),
        rule="prescription",
        given=tax(on="2026-06-01") | {"cause_on": "2024-01-01", "due_on": "2024-02-28"},
        expected={"commences_on": "2024-02-29", "completes_on": "2029-03-01"},
        worked=(
            "起算日は 2024-02-29（うるう日）",
            "2029年2月に29日はなく、末日の 2029-02-28 に満ちる",
            "満ちた最初の日は 2029-03-01",
        ),
    ),
    Proposition(
        title="納期限が2月末日であれば3月1日から数え、5年後の2月末日に満ちる",
        cites=("local_tax_act/18/1", "civil_code/143/2"),
        rule="prescription",
        given=tax(on="2026-06-01") | {"cause_on": "2023-01-01", "due_on": "2023-02-28"},
        expected={"commences_on": "2023-03-01", "completes_on": "2028-03-01"},
        worked=("起算日は 2023-03-01", "5年の末日は応当日 2028-03-01 の前日 2028-02-29", "満ちた最初の日は 2028-03-01"),
    ),
    Proposition(
        title="時効の末日が休日でも、完成は繰り延べない",
        cites=("local_tax_act/18/1", "local_tax_act/20-5/2", "civil_code/142"),
        rule="prescription",
        given=tax(on="2027-02-01") | {"cause_on": "2021-04-01", "due_on": "2022-01-31"},
        expected={"commences_on": "2022-02-01", "completes_on": "2027-02-01", "complete": True},
        worked=(
            "起算日 2022-02-01、5年の末日は 2027-01-31（日曜日）",
            "休日の繰延べは行為の期限の定めで、時効の満了には用いない",
            "満ちた最初の日は 2027-02-01",
        ),
    ),
    Proposition(
        title="完成した後に債務を承認しても、消滅した市税は復活しない",
        cites=("local_tax_act/18/2",),
        rule="prescription",
        given=tax(event("acknowledgment", "2026-07-01"), on="2026-11-21"),
        expected={"completes_on": "2026-07-01", "complete": True, "effects": ["no_effect"]},
        worked=(
            "2026-07-01 に完成し、その日の承認は完成の後である",
            "市税の時効の利益は放棄できず、完成した日は動かない",
        ),
    ),
    Proposition(
        title="完成する日の前日の承認は、時効を更新する",
        cites=("local_tax_act/18/3", "civil_code/152/1"),
        rule="prescription",
        given=tax(event("acknowledgment", "2026-06-30"), on="2026-11-21"),
        expected={"commences_on": "2026-07-01", "completes_on": "2031-07-01", "complete": False},
        worked=("2026-06-30 はまだ期間の中", "翌日 2026-07-01 から5年、末日 2031-06-30"),
    ),
    Proposition(
        title="完成した後の差押えや督促にも効力はない",
        cites=("local_tax_act/18/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2026-07-10"), event("seizure", "2026-08-01"), on="2026-11-21"),
        expected={"completes_on": "2026-07-01", "effects": ["no_effect", "no_effect"], "barred_by": None},
        worked=("2026-07-01 に消滅している",),
    ),
    Proposition(
        title="市税に援用の届出があっても、時効の完成は変わらない",
        cites=("local_tax_act/18/2",),
        rule="prescription",
        given=tax(event("prescription_invoked", "2026-05-01"), on="2026-06-01"),
        expected={"completes_on": "2026-07-01", "invoked_on": None, "effects": ["no_effect"]},
        worked=("援用を要しない債権なので、援用に意味はない",),
    ),
    Proposition(
        title="2020年4月1日より前の市税も期間は5年で、旧法の債権として扱う",
        cites=("local_tax_act/18/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given=tax(on="2024-06-30") | {"cause_on": "2019-04-01", "due_on": "2019-06-30"},
        expected={"completes_on": "2024-07-01", "regime": "old", "period_years": 5},
        worked=("起算日 2019-07-01 から5年、末日 2024-06-30",),
    ),
    Proposition(
        title="2020年3月31日が原因の日であれば旧法、4月1日であれば新法による",
        cites=("civil_code_amendment_2017/10/4",),
        rule="prescription",
        given=tax(on="2024-06-30") | {"cause_on": "2020-04-01", "due_on": "2020-06-30"},
        expected={"completes_on": "2025-07-01", "regime": "new"},
        worked=("原因の日 2020-04-01 は施行日", "起算日 2020-07-01 から5年、末日 2025-06-30"),
    ),
    Proposition(
        title="答えは、時だけで完成する日に変わる",
        cites=("local_tax_act/18/1",),
        rule="prescription",
        given=tax(on="2023-01-01"),
        expected={"next_change_on": "2026-07-01"},
        worked=("経過がなければ、次に変わるのは完成する日 2026-07-01",),
    ),
)

test_proposition = holds(PROPOSITIONS)
