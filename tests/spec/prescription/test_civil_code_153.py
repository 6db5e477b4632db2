"""誰について効力があるか：連帯債務、保証、相続（民法153条、457条、旧434条）。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private, tax

_JOINT = {"parties": [{"key": "a", "role": "principal"}, {"key": "b", "role": "joint"}]}
_GUARANTEE = {"parties": [{"key": "a", "role": "principal"}, {"key": "b", "role": "guarantor"}]}
_HEIRS = {
    "parties": [
        {"key": "a", "role": "principal"},
        {"key": "b", "role": "heir", "from_on": "2025-04-10"},
        {"key": "c", "role": "heir", "from_on": "2025-04-10"},
    ]
}
_OLD = {"cause_on": "2019-04-01", "due_on": "2021-06-30", "kind": "private_rent"}

PROPOSITIONS = (
    Proposition(
        title="連帯債務者の一人の承認は、ほかの者の時効に影響しない",
        cites=("civil_code/153/3", "civil_code/441"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-05-10", obligors=["b"]), party="a", **_JOINT),
        expected={"completes_on": "2026-07-01", "effects": []},
        worked=("乙の承認は甲について数えない",),
    ),
    Proposition(
        title="承認した連帯債務者については、時効は新たに進む",
        cites=("civil_code/152/1", "civil_code/153/3"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-05-10", obligors=["b"]), party="b", **_JOINT),
        expected={"commences_on": "2025-05-11", "completes_on": "2030-05-11"},
        worked=("乙については 2025-05-11 から5年",),
    ),
    Proposition(
        title="新法の連帯債務では、一人への催告もほかの者に効力がない",
        cites=("civil_code/441", "civil_code/153/1"),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-20", obligors=["b"]), party="a", on="2026-08-01", **_JOINT),
        expected={"completes_on": "2026-07-01", "complete": True},
        worked=("原因の日 2021-04-01 は施行日後で、乙への催告は甲に及ばない",),
    ),
    Proposition(
        title="旧法の連帯債務では、一人への請求がほかの者にも効力を生ずる",
        cites=("civil_code_old/434", "civil_code_amendment_2017/20/2"),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-20", obligors=["b"]), party="a", on="2026-08-01", **_JOINT)
        | _OLD,
        expected={"completes_on": "2026-11-21", "effects": ["postponed"]},
        worked=("原因の日 2019-04-01 は施行日前で、乙への請求は甲にも及ぶ", "6月の末日は 2026-11-20"),
    ),
    Proposition(
        title="旧法の連帯債務でも、一人の承認や一人への差押えはほかの者に及ばない",
        cites=("civil_code_old/434", "civil_code/153/3"),
        rule="prescription",
        given=private(
            event("acknowledgment", "2025-05-10", obligors=["b"]),
            event("seizure", "2026-05-20", obligors=["b"]),
            party="a",
            **_JOINT,
        )
        | _OLD,
        expected={"completes_on": "2026-07-01", "effects": []},
        worked=("請求でない事由は相対的である",),
    ),
    Proposition(
        title="旧法の連帯債務で一人への訴えが確定しても、ほかの者の期間は10年にならない",
        cites=("civil_code_old/434", "civil_code/169/1"),
        rule="prescription",
        given=private(
            event("lawsuit", "2024-06-01", until="2025-02-10", outcome="fixed", obligors=["b"]), party="a", **_JOINT
        )
        | _OLD,
        expected={"commences_on": "2025-02-11", "completes_on": "2030-02-11", "period_years": 5},
        worked=("請求としての更新は甲に及び、2025-02-11 から進む", "判決の10年は当事者の乙だけ。甲は5年"),
    ),
    Proposition(
        title="連帯して納める市税も、新法の連帯債務の規定による",
        cites=("local_tax_act/10", "civil_code/441"),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20", obligors=["b"]), party="a", **_JOINT),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-01"},
        worked=("督促は乙についてだけ効力がある",),
    ),
    Proposition(
        title="連帯納税義務者の全員に宛てた督促は、それぞれの最初の督促である",
        cites=("local_tax_act/10-2/1", "local_tax_act/18-2/1/2"),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20", obligors=["a", "b"]), party="b", **_JOINT),
        expected={"commences_on": "2021-07-31", "completes_on": "2026-07-31"},
        worked=("乙についても 2021-07-31 から5年",),
    ),
    Proposition(
        title="主たる債務者への差押えや承認は、保証人にも効力を生ずる",
        cites=("civil_code/457/1",),
        rule="prescription",
        given=private(event("acknowledgment", "2025-05-10", obligors=["a"]), party="b", **_GUARANTEE),
        expected={"commences_on": "2025-05-11", "completes_on": "2030-05-11"},
        worked=("主たる債務の更新は保証債務に及ぶ",),
    ),
    Proposition(
        title="保証人への請求は保証人に対する催告であり、主たる債務の時効に影響しない",
        cites=("civil_code/150/1", "civil_code/153/2"),
        rule="prescription",
        given=private(
            event("guarantor_claim", "2026-05-18", delivered_on="2026-05-20", obligors=["b"]),
            party="a",
            on="2026-06-01",
            **_GUARANTEE,
        ),
        expected={"completes_on": "2026-07-01", "effects": []},
        worked=("乙への請求は甲について数えない",),
    ),
    Proposition(
        title="保証人への請求は、保証人について6月の間、時効の完成を猶予する",
        cites=("civil_code/150/1", "civil_code/457/1"),
        rule="prescription",
        given=private(
            event("acknowledgment", "2022-06-30", obligors=["a"]),
            event("guarantor_claim", "2027-05-18", delivered_on="2027-05-20", obligors=["b"]),
            party="b",
            on="2027-06-01",
            **_GUARANTEE,
        ),
        expected={"effects": ["renewed", "postponed"]},
        worked=("主たる債務の承認は乙に及び、乙への請求は 2027-11-20 まで乙の時効の完成を猶予する",),
    ),
    Proposition(
        title="主たる債務が判決で10年になれば、保証債務も10年になる",
        cites=("civil_code/457/1", "civil_code/169/1"),
        rule="prescription",
        given=private(event("judgment", "2025-02-10", obligors=["a"]), party="b", **_GUARANTEE),
        expected={"completes_on": "2035-02-11", "period_years": 10},
        worked=("主たる債務に従い、2025-02-11 から10年",),
    ),
    Proposition(
        title="保証人の承認は、主たる債務の時効に影響しない",
        cites=("civil_code/153/3", "civil_code/458"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-05-10", obligors=["b"]), party="a", **_GUARANTEE),
        expected={"completes_on": "2026-07-01"},
        worked=("乙の承認は甲について数えない",),
    ),
    Proposition(
        title="保証人が承認しても、主たる債務の時効が完成すれば保証人も免れることができる",
        cites=("civil_code/457/1", "civil_code/145"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-05-10", obligors=["b"]), party="b", on="2026-11-21", **_GUARANTEE),
        expected={"completes_on": "2026-07-01", "complete": True, "needs_invocation": True},
        worked=(
            "保証債務だけなら 2030-05-11 だが、主たる債務が 2026-07-01 に完成する",
            "保証人は主たる債務の時効を援用できる",
        ),
    ),
    Proposition(
        title="主たる債務者が完成の後に承認しても、保証人は完成を援用できる",
        cites=("civil_code/457/1", "civil_code/145"),
        rule="prescription",
        given=private(event("acknowledgment", "2026-08-10", obligors=["a"]), party="b", on="2026-11-21", **_GUARANTEE),
        expected={"completes_on": "2026-07-01", "complete": True},
        worked=("完成の利益の放棄は、放棄した者にだけ効力がある",),
    ),
    Proposition(
        title="旧法の連帯保証では、保証人への請求が主たる債務者にも効力を生ずる",
        cites=("civil_code_old/458", "civil_code_old/434", "civil_code_amendment_2017/21/1"),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-20", obligors=["b"]), party="a", on="2026-08-01", **_GUARANTEE)
        | _OLD,
        expected={"completes_on": "2026-11-21"},
        worked=("保証契約は施行日前で、乙への請求は甲に及ぶ",),
    ),
    Proposition(
        title="新法の連帯保証では、保証人への請求は主たる債務者に効力がない",
        cites=("civil_code/458", "civil_code/441"),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-20", obligors=["b"]), party="a", on="2026-08-01", **_GUARANTEE),
        expected={"completes_on": "2026-07-01", "complete": True},
        worked=("別段の合意がなければ、乙への請求は甲に及ばない",),
    ),
    Proposition(
        title="死亡の前の経過は、すべての相続人に効力がある",
        cites=("civil_code/153/1", "civil_code/899"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-04-10"), party="c", **_HEIRS),
        expected={"commences_on": "2025-04-11", "completes_on": "2030-04-11"},
        worked=("相続人は承継人として、死亡の日までの承認の効力を受ける",),
    ),
    Proposition(
        title="死亡の後の経過は、相続人ごとに数える",
        cites=("civil_code/153/1", "civil_code/899"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-09-01", obligors=["b"]), party="c", **_HEIRS),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-01"},
        worked=("乙の承認は丙について数えない",),
    ),
    Proposition(
        title="承認した相続人については、時効は新たに進む",
        cites=("civil_code/152/1", "civil_code/899"),
        rule="prescription",
        given=private(event("acknowledgment", "2025-09-01", obligors=["b"]), party="b", **_HEIRS),
        expected={"commences_on": "2025-09-02", "completes_on": "2030-09-02"},
        worked=("乙については 2025-09-02 から5年",),
    ),
    Proposition(
        title="故人への死亡の後の督促は、相続人に効力がない",
        cites=("civil_code/153/1", "local_tax_act/9/1"),
        rule="prescription",
        given=tax(event("informal_demand", "2026-05-20"), party="b", on="2026-08-01", **_HEIRS),
        expected={"completes_on": "2026-07-01", "complete": True},
        worked=("2025-04-10 の死亡の後の催告は、相続人に宛てていない",),
    ),
    Proposition(
        title="相続人が分かっていて確定の日がないときは、義務を負った日に確定したものとして示す",
        cites=("civil_code/160",),
        rule="prescription",
        given=private(event("death", "2026-04-10"), on="2026-08-01", party="b")
        | {"parties": [{"key": "a", "role": "principal"}, {"key": "b", "role": "heir", "from_on": "2026-04-10"}]},
        expected={
            "completes_on": "2026-10-11",
            "assumptions": ["相続人の確定の日が与えられていないため、相続人が義務を負った日に確定したものとした"],
        },
        worked=("2026-04-10 の翌日から6月の末日は 2026-10-10",),
    ),
    Proposition(
        title="当事者にない者については、答えずに断る",
        cites=("civil_code/153/1",),
        rule="prescription",
        given=private(party="c", **_JOINT),
        refused="当事者が見つかりません",
        worked=("丙は債務者として与えられていない",),
    ),
    Proposition(
        title="改正前の連帯債務者の一人への訴えは主たる債務者に及び、保証人にも及ぶ",
        cites=("civil_code_old/434", "civil_code/457/1"),
        rule="prescription",
        given=old_loan(event("lawsuit", "2024-07-10", until="2025-01-10", outcome="fixed", obligors=["c"]), party="b")
        | {
            "parties": [
                {"key": "a", "role": "principal"},
                {"key": "b", "role": "guarantor"},
                {"key": "c", "role": "joint"},
            ]
        },
        expected={"completes_on": "2035-01-11", "effects": ["renewed"]},
        worked=(
            "丙への訴えは旧434条により甲に及ぶ",
            "甲に及ぶものは保証人の乙に及ぶ",
            "確定の翌日 2025-01-11 から10年",
        ),
    ),
)

test_proposition = holds(PROPOSITIONS)
