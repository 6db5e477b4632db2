"""差押え等による完成猶予と更新（民法148条）。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private, tax

PROPOSITIONS = (
    Proposition(
        title="差押えが続く間は、時効は完成しない",
        cites=("civil_code/148/1/1", "local_tax_act/18/3"),
        rule="prescription",
        given=tax(event("seizure", "2026-05-10"), on="2026-11-21"),
        expected={"completes_on": None, "complete": False, "barred_by": "seizure", "effects": ["postponed"]},
        worked=("差押えは終わっておらず、終わる日は定まらない",),
    ),
    Proposition(
        title="差押えが解除されたときは、その翌日から新たに進む",
        cites=("civil_code/148/2",),
        rule="prescription",
        given=tax(event("seizure", "2023-01-10", until="2023-05-31", outcome="released")),
        expected={"commences_on": "2023-06-01", "completes_on": "2028-06-01", "effects": ["renewed"]},
        worked=("2023-05-31 に解除され、2023-06-01 から5年",),
    ),
    Proposition(
        title="換価と配当を終えた差押えも、その翌日から新たに進ませる",
        cites=("civil_code/148/2",),
        rule="prescription",
        given=tax(event("seizure", "2024-01-10", until="2024-02-29", outcome="completed")),
        expected={"commences_on": "2024-03-01", "completes_on": "2029-03-01"},
        worked=("2024-02-29 に配当を終え、2024-03-01 から5年、末日 2029-02-28",),
    ),
    Proposition(
        title="違法として取り消された差押えは更新せず、取消しから6月の猶予にとどまる",
        cites=("civil_code/148/1", "civil_code/148/2"),
        rule="prescription",
        given=tax(event("seizure", "2026-03-10", until="2026-05-20", outcome="cancelled_as_illegal"), on="2026-08-01"),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-11-21", "barred_by": "seizure"},
        worked=("2026-05-20 の翌日から6月の末日は 2026-11-20",),
    ),
    Proposition(
        title="取り下げられた強制執行は更新せず、6月の猶予にとどまる",
        cites=("civil_code/148/1",),
        rule="prescription",
        given=private(
            event("compulsory_execution", "2026-03-10", until="2026-08-31", outcome="withdrawn"), on="2026-11-21"
        ),
        expected={"commences_on": "2021-07-01", "completes_on": "2027-03-01"},
        worked=("2026-08-31 の翌日から6月の末日は 2027-02-28",),
    ),
    Proposition(
        title="終わり方の与えられていない差押えは、配当又は解除で終わったものとして示す",
        cites=("civil_code/148/2",),
        rule="prescription",
        given=tax(event("seizure", "2023-01-10", until="2023-05-31")),
        expected={
            "commences_on": "2023-06-01",
            "assumptions": ["終わり方が与えられていない差押え等は、配当又は解除で終わったものとした"],
        },
        worked=("取下げや取消しと言われていないので、終わった翌日から進む",),
    ),
    Proposition(
        title="差押えの間に期間の末日が過ぎても、解除の翌日から新たに進む",
        cites=("civil_code/148/1/1", "civil_code/148/2"),
        rule="prescription",
        given=tax(event("seizure", "2026-06-30", until="2026-10-31", outcome="released"), on="2026-11-21"),
        expected={"commences_on": "2026-11-01", "completes_on": "2031-11-01", "complete": False},
        worked=("末日 2026-06-30 の差押えは完成の前", "2026-10-31 まで完成せず、翌日から5年"),
    ),
    Proposition(
        title="財産開示手続も完成を猶予し、終わった翌日から新たに進ませる",
        cites=("civil_code/148/1/4", "civil_code/148/2"),
        rule="prescription",
        given=private(event("property_disclosure", "2024-04-01", until="2024-07-31", outcome="completed")),
        expected={"commences_on": "2024-08-01", "completes_on": "2029-08-01"},
        worked=("2024-07-31 に終わり、翌日から5年",),
    ),
    Proposition(
        title="改正前の財産開示手続は、中断の事由に当たらない",
        cites=("civil_code_old/147/0/2", "civil_code_amendment_2017/10/2"),
        rule="prescription",
        given=old_loan(event("property_disclosure", "2018-04-01", until="2018-07-31", outcome="completed")),
        expected={"completes_on": "2025-07-01", "effects": ["no_effect"]},
        worked=("旧法の中断の事由は、差押え、仮差押え、仮処分に限られる",),
    ),
    Proposition(
        title="改正前の差押えは中断し、終わった翌日から新たに進む",
        cites=("civil_code_old/147/0/2", "civil_code_old/157/1"),
        rule="prescription",
        given=old_loan(event("seizure", "2018-04-01", until="2019-09-30", outcome="completed")),
        expected={"commences_on": "2019-10-01", "completes_on": "2029-10-01", "effects": ["interrupted"]},
        worked=("2019-09-30 に終わり、翌日から10年",),
    ),
    Proposition(
        title="改正前に取り消された差押えは、中断しない",
        cites=("civil_code_old/154",),
        rule="prescription",
        given=old_loan(event("seizure", "2018-04-01", until="2019-09-30", outcome="cancelled_as_illegal")),
        expected={"completes_on": "2025-07-01", "effects": ["no_effect"]},
        worked=("取消しにより中断の効力を生じない",),
    ),
    Proposition(
        title="改正前に始まった差押えが今も続くときは、完成しない",
        cites=("civil_code_old/147/0/2", "civil_code_amendment_2017/10/2"),
        rule="prescription",
        given=old_loan(event("seizure", "2019-04-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "seizure", "effects": ["interrupted"]},
        worked=("差押えは終わっていない",),
    ),
    Proposition(
        title="解除されたことだけが分かる差押えは、最も早い日である始まりの日に終わったものとして数える",
        cites=("civil_code/148/2",),
        rule="prescription",
        given=tax(event("seizure", "2023-05-01", outcome="released")),
        expected={
            "completes_on": "2028-05-02",
            "barred_by": None,
            "assumptions": [
                "終わり方だけが与えられ、終わりの日が与えられていないものは、始まりの日に終わったものとした"
            ],
        },
        worked=("終わりは 2023-05-01 より前ではない", "翌日 2023-05-02 から5年"),
    ),
    Proposition(
        title="違法として取り消されたことだけが分かる差押えは、始まりの日から6月だけ完成を猶予する",
        cites=("civil_code/148/1",),
        rule="prescription",
        given=tax(event("seizure", "2026-05-01", outcome="cancelled_as_illegal")),
        expected={"completes_on": "2026-11-02", "barred_by": "seizure", "effects": ["postponed"]},
        worked=("2026-05-02 から6月の末日は 2026-11-01",),
    ),
    Proposition(
        title="市税の交付要求で解除されたことだけが分かるものは、始まりの翌日から新たに進む",
        cites=("local_tax_act/18-2/1/3",),
        rule="prescription",
        given=tax(event("distribution_request", "2024-05-01", outcome="released")),
        expected={"completes_on": "2029-05-02", "effects": ["renewed"]},
        worked=("2024-05-02 から5年",),
    ),
)

test_proposition = holds(PROPOSITIONS)
