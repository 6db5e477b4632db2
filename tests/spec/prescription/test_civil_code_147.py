"""裁判上の請求等による完成猶予と更新（民法147条）、判決で確定した権利の10年（169条）、仮差押え（149条）。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private

_NOT_FIXED = "終わり方が「確定」と与えられていない裁判上の手続は、権利が確定せずに終わったものとした"

PROPOSITIONS = (
    Proposition(
        title="訴えが続く間は、時効は完成しない",
        cites=("civil_code/147/1/1",),
        rule="prescription",
        given=private(event("lawsuit", "2026-06-01"), on="2026-11-21"),
        expected={"completes_on": None, "complete": False, "barred_by": "lawsuit", "effects": ["postponed"]},
        worked=("終わりのない手続が完成を妨げている",),
    ),
    Proposition(
        title="終わりの日が基準日より後に与えられた手続は、まだ続いている",
        cites=("civil_code/147/1/1",),
        rule="prescription",
        given=private(event("lawsuit", "2026-06-01", until="2027-03-31", outcome="fixed"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "lawsuit", "next_change_on": "2027-03-31"},
        worked=("2026-11-21 には終わっていない", "2027-03-31 に答えが変わる"),
    ),
    Proposition(
        title="訴えで権利が確定したときは、その翌日から10年進む",
        cites=("civil_code/147/2", "civil_code/169/1"),
        rule="prescription",
        given=private(event("lawsuit", "2024-06-01", until="2025-02-10", outcome="fixed")),
        expected={"commences_on": "2025-02-11", "completes_on": "2035-02-11", "period_years": 10},
        worked=("2025-02-10 に確定し、翌日から10年、末日 2035-02-10",),
    ),
    Proposition(
        title="訴えの終わりが記録になくても、確定した判決があればその日に終わったものとする",
        cites=("civil_code/147/2", "civil_code/169/1"),
        rule="prescription",
        given=private(event("lawsuit", "2024-06-01"), event("judgment", "2025-02-10")),
        expected={"commences_on": "2025-02-11", "completes_on": "2035-02-11", "effects": ["renewed", "renewed"]},
        worked=("判決の確定 2025-02-10 で訴えも終わる", "翌日から10年"),
    ),
    Proposition(
        title="訴えが取り下げられたときは、終わりから6月だけ完成が猶予される",
        cites=("civil_code/147/1",),
        rule="prescription",
        given=private(event("lawsuit", "2026-03-01", until="2026-08-31", outcome="withdrawn"), on="2026-11-21"),
        expected={"commences_on": "2021-07-01", "completes_on": "2027-03-01", "barred_by": "lawsuit"},
        worked=("2026-08-31 の翌日から6月。2月に応当日31日がなく、末日 2027-02-28", "満ちる最初の日は 2027-03-01"),
    ),
    Proposition(
        title="訴えが早く却下されたときは、もとの期間の末日が残る",
        cites=("civil_code/147/1",),
        rule="prescription",
        given=private(event("lawsuit", "2024-03-01", until="2024-08-31", outcome="dismissed")),
        expected={"completes_on": "2026-07-01", "barred_by": None},
        worked=("6月の末日は 2025-02-28 で、もとの末日 2026-06-30 より早い",),
    ),
    Proposition(
        title="訴えに対し請求棄却の判決があっても、時効は更新されない",
        cites=("civil_code/147/1",),
        rule="prescription",
        given=private(
            event("lawsuit", "2026-03-01"), event("judgment", "2026-08-31", outcome="dismissed"), on="2026-11-21"
        ),
        expected={"completes_on": "2027-03-01", "effects": ["postponed", "no_effect"]},
        worked=("2026-08-31 に終わり、6月の末日は 2027-02-28",),
    ),
    Proposition(
        title="支払督促が確定したときも、その翌日から10年進む",
        cites=("civil_code/147/1/2", "civil_code/147/2", "civil_code/169/1"),
        rule="prescription",
        given=private(event("court_payment_order", "2024-09-01", until="2024-11-05", outcome="fixed")),
        expected={"commences_on": "2024-11-06", "completes_on": "2034-11-06", "period_years": 10},
        worked=("2024-11-05 に確定し、翌日から10年",),
    ),
    Proposition(
        title="調停が不成立で終わったときは、終わりから6月は完成しない",
        cites=("civil_code/147/1/3", "civil_code/147/1"),
        rule="prescription",
        given=private(event("mediation", "2026-02-01", until="2026-06-10", outcome="completed"), on="2026-11-21"),
        expected={"completes_on": "2026-12-11", "assumptions": [_NOT_FIXED]},
        worked=(
            "権利の確定と与えられていないので、確定せずに終わったものとする",
            "2026-06-10 から6月の末日は 2026-12-10",
        ),
    ),
    Proposition(
        title="破産手続参加で債権が確定したときは、その翌日から10年進む",
        cites=("civil_code/147/1/4", "civil_code/147/2", "civil_code/169/1"),
        rule="prescription",
        given=private(event("bankruptcy_participation", "2023-05-01", until="2024-12-20", outcome="fixed")),
        expected={"commences_on": "2024-12-21", "completes_on": "2034-12-21"},
        worked=("2024-12-20 に確定して終わり、翌日から10年",),
    ),
    Proposition(
        title="破産手続の終結により、参加していた手続も終わる",
        cites=("civil_code/147/1/4", "civil_code/147/1"),
        rule="prescription",
        given=private(
            event("bankruptcy_participation", "2026-05-01"), event("bankruptcy_closed", "2026-09-15"), on="2026-11-21"
        ),
        expected={"completes_on": "2027-03-16", "assumptions": [_NOT_FIXED]},
        worked=("2026-09-15 に確定と与えられずに終わる", "翌日から6月の末日は 2027-03-15"),
    ),
    Proposition(
        title="確定の時に履行期限の来ていない債権には、10年の時効を用いない",
        cites=("civil_code/169/2", "civil_code/147/2"),
        rule="prescription",
        given={
            "kind": "private_loan",
            "cause_on": "2021-04-01",
            "due_on": "2026-03-31",
            "on": "2026-06-01",
            "events": [event("judgment", "2025-02-10")],
        },
        expected={"commences_on": "2026-04-01", "completes_on": "2031-04-01", "period_years": 5},
        worked=("確定の日 2025-02-10 に期限 2026-03-31 は来ていない", "期限の翌日 2026-04-01 から5年"),
    ),
    Proposition(
        title="判決で10年となった債権は、その後の承認でも10年で数え直す",
        cites=("civil_code/169/1", "civil_code/152/1"),
        rule="prescription",
        given=private(event("judgment", "2025-02-10"), event("partial_payment", "2026-05-10")),
        expected={"commences_on": "2026-05-11", "completes_on": "2036-05-11", "period_years": 10},
        worked=("納付の翌日 2026-05-11 から10年",),
    ),
    Proposition(
        title="判決がまだ確定していない間は、完成しない",
        cites=("civil_code/147/1/1",),
        rule="prescription",
        given=private(event("judgment", "2026-05-10", until="2026-12-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "judgment"},
        worked=("確定の日 2026-12-01 は基準日より後",),
    ),
    Proposition(
        title="仮差押えは、終わってから6月まで完成を猶予するだけで、更新しない",
        cites=("civil_code/149",),
        rule="prescription",
        given=private(
            event("provisional_attachment", "2026-05-01", until="2026-07-15", outcome="completed"), on="2026-11-21"
        ),
        expected={"commences_on": "2021-07-01", "completes_on": "2027-01-16", "barred_by": "provisional_attachment"},
        worked=("2026-07-15 に終わり、翌日から6月の末日は 2027-01-15",),
    ),
    Proposition(
        title="仮差押えが続く間は、完成しない",
        cites=("civil_code/149/0/1",),
        rule="prescription",
        given=private(event("provisional_attachment", "2026-05-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "provisional_attachment"},
        worked=("仮差押えは終わっていない",),
    ),
    Proposition(
        title="改正前の仮差押えは中断し、終わった時から新たに進む",
        cites=("civil_code_old/147/0/2", "civil_code_old/157/1"),
        rule="prescription",
        given=old_loan(event("provisional_attachment", "2018-05-01", until="2019-03-31", outcome="completed")),
        expected={"commences_on": "2019-04-01", "completes_on": "2029-04-01", "effects": ["interrupted"]},
        worked=("2019-03-31 に終わり、翌日から10年",),
    ),
    Proposition(
        title="改正前に取り消された仮差押えは、中断しない",
        cites=("civil_code_old/154",),
        rule="prescription",
        given=old_loan(event("provisional_attachment", "2018-05-01", until="2019-03-31", outcome="withdrawn")),
        expected={"commences_on": "2015-07-01", "completes_on": "2025-07-01", "effects": ["no_effect"]},
        worked=("取消しにより初めから中断しなかったものとなる",),
    ),
    Proposition(
        title="改正前の訴えで確定した権利も、裁判の確定の翌日から10年進む",
        cites=("civil_code_old/157/2", "civil_code_old/174-2/1"),
        rule="prescription",
        given=old_loan(event("lawsuit", "2018-06-01", until="2019-02-10", outcome="fixed")),
        expected={"commences_on": "2019-02-11", "completes_on": "2029-02-11", "effects": ["interrupted"]},
        worked=("2019-02-10 に確定し、翌日から10年",),
    ),
    Proposition(
        title="改正前に取り下げられた訴えは、中断しない",
        cites=("civil_code_old/149",),
        rule="prescription",
        given=old_loan(event("lawsuit", "2018-06-01", until="2019-02-10", outcome="withdrawn")),
        expected={"completes_on": "2025-07-01", "effects": ["no_effect"]},
        worked=("取下げにより中断の効力を生じない", "もとの末日 2025-06-30 のまま"),
    ),
    Proposition(
        title="改正前に申し立てた支払督促が失効したときは、中断しない",
        cites=("civil_code_old/150",),
        rule="prescription",
        given=old_loan(event("court_payment_order", "2018-06-01", until="2018-09-10", outcome="withdrawn")),
        expected={"completes_on": "2025-07-01", "effects": ["no_effect"]},
        worked=("失効した支払督促は中断の効力を生じない",),
    ),
    Proposition(
        title="改正前に始まった訴えが続く間は、中断したままである",
        cites=("civil_code_old/147/0/1", "civil_code_amendment_2017/10/2"),
        rule="prescription",
        given=old_loan(event("lawsuit", "2019-06-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "lawsuit", "effects": ["interrupted"]},
        worked=("事由の日 2019-06-01 は施行日前で、旧法による",),
    ),
)

test_proposition = holds(PROPOSITIONS)
