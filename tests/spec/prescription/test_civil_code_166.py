"""私債権の時効：期間、新旧の移り変わり、援用。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private

_OLD_CAUSE = {"cause_on": "2015-04-01", "due_on": "2024-05-31", "on": "2025-01-01"}

PROPOSITIONS = (
    Proposition(
        title="私債権は、履行期限の翌日から5年で時効が完成し、援用を要する",
        cites=("civil_code/166/1/1", "civil_code/145"),
        rule="prescription",
        given=private(on="2026-07-01"),
        expected={
            "completes_on": "2026-07-01",
            "complete": True,
            "needs_invocation": True,
            "invoked_on": None,
            "regime": "new",
        },
        worked=("市は履行期限を知っているので、知った時から5年による", "2021-07-01 から5年、末日 2026-06-30"),
    ),
    Proposition(
        title="2020年4月1日より前の契約による貸付金の時効は10年である",
        cites=("civil_code_old/167/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given=old_loan(on="2025-06-30"),
        expected={"completes_on": "2025-07-01", "period_years": 10, "regime": "old", "complete": False},
        worked=("2015-07-01 から10年、末日 2025-06-30",),
    ),
    Proposition(
        title="契約が施行日前であれば、履行期限が施行日後の貸付金も10年である",
        cites=("civil_code_old/167/1", "civil_code_amendment_2017/10/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_loan", **_OLD_CAUSE},
        expected={"completes_on": "2034-06-01", "period_years": 10, "regime": "old"},
        worked=("期間の新旧は契約の日 2015-04-01 で決まる", "2024-06-01 から10年、末日 2034-05-31"),
    ),
    Proposition(
        title="契約が施行日前の水道料金の時効は2年である",
        cites=("civil_code_old/173/0/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_water", **_OLD_CAUSE},
        expected={"completes_on": "2026-06-01", "period_years": 2, "regime": "old"},
        worked=("2024-06-01 から2年、末日 2026-05-31",),
    ),
    Proposition(
        title="契約が施行日前の給食費の時効は2年である",
        cites=("civil_code_old/173", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_school_lunch", **_OLD_CAUSE},
        expected={"completes_on": "2026-06-01", "period_years": 2},
        worked=("2024-06-01 から2年、末日 2026-05-31",),
    ),
    Proposition(
        title="契約が施行日前の診療費の時効は3年である",
        cites=("civil_code_old/170/0/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_medical", **_OLD_CAUSE},
        expected={"completes_on": "2027-06-01", "period_years": 3},
        worked=("2024-06-01 から3年、末日 2027-05-31",),
    ),
    Proposition(
        title="契約が施行日前の家賃の時効は5年である",
        cites=("civil_code_old/169", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_rent", **_OLD_CAUSE},
        expected={"completes_on": "2029-06-01", "period_years": 5, "regime": "old"},
        worked=("2024-06-01 から5年、末日 2029-05-31",),
    ),
    Proposition(
        title="短い時効のあった債権も、施行日以後の契約であれば5年になる",
        cites=("civil_code/166/1/1", "civil_code_amendment_2017/10/4"),
        rule="prescription",
        given={"kind": "private_water", "cause_on": "2020-04-01", "due_on": "2020-05-31", "on": "2025-01-01"},
        expected={"completes_on": "2025-06-01", "period_years": 5, "regime": "new"},
        worked=("契約の日 2020-04-01 は施行日", "2020-06-01 から5年、末日 2025-05-31"),
    ),
    Proposition(
        title="期間は旧法による水道料金でも、施行日後の催告には新法の効力がある",
        cites=("civil_code_amendment_2017/10/2", "civil_code/150/1", "civil_code_old/173/0/1"),
        rule="prescription",
        given={
            "kind": "private_water",
            **_OLD_CAUSE,
            "on": "2026-08-01",
            "events": [event("informal_demand", "2026-05-20", delivered_on="2026-05-21")],
        },
        expected={"completes_on": "2026-11-22", "period_years": 2, "barred_by": "informal_demand"},
        worked=("期間は契約の日により2年、末日 2026-05-31", "催告は 2026-05-21 で新法による。6月の末日は 2026-11-21"),
    ),
    Proposition(
        title="私債権は、完成した後に援用されて消滅する",
        cites=("civil_code/145",),
        rule="prescription",
        given=private(event("prescription_invoked", "2026-08-10"), on="2026-11-21"),
        expected={
            "completes_on": "2026-07-01",
            "complete": True,
            "invoked_on": "2026-08-10",
            "effects": ["prescription_invoked"],
        },
        worked=("2026-07-01 に完成し、2026-08-10 の援用で消滅する",),
    ),
    Proposition(
        title="完成の前の援用に効力はない",
        cites=("civil_code/145", "civil_code/146"),
        rule="prescription",
        given=private(event("prescription_invoked", "2026-06-30"), on="2026-11-21"),
        expected={"invoked_on": None, "complete": True, "effects": ["no_effect"]},
        worked=("2026-06-30 はまだ期間の中で、援用できる時効がない",),
    ),
    Proposition(
        title="援用の後の承認は、消滅した債権を復活させない",
        cites=("civil_code/145",),
        rule="prescription",
        given=private(
            event("prescription_invoked", "2026-08-10"), event("acknowledgment", "2026-09-01"), on="2026-11-21"
        ),
        expected={
            "completes_on": "2026-07-01",
            "invoked_on": "2026-08-10",
            "effects": ["prescription_invoked", "no_effect"],
        },
        worked=("2026-08-10 に消滅している",),
    ),
    Proposition(
        title="私債権が完成した後の承認は、完成の援用を妨げ、翌日から新たに進ませる",
        cites=("civil_code/145", "civil_code/152/1"),
        rule="prescription",
        given=private(event("acknowledgment", "2026-08-10"), on="2026-11-21"),
        expected={
            "commences_on": "2026-08-11",
            "completes_on": "2031-08-11",
            "complete": False,
            "assumptions": ["時効完成の後の承認により援用ができなくなり、翌日から新たに進むものとした"],
        },
        worked=("2026-07-01 に完成したが援用されていない", "2026-08-10 の承認の翌日から5年、末日 2031-08-10"),
    ),
    Proposition(
        title="完成の後の催告や差押えは、私債権の時効を戻さない",
        cites=("civil_code/145",),
        rule="prescription",
        given=private(event("informal_demand", "2026-07-01"), event("seizure", "2026-07-10"), on="2026-11-21"),
        expected={"completes_on": "2026-07-01", "complete": True, "effects": ["no_effect", "no_effect"]},
        worked=("承認に当たる債務者の行為がない",),
    ),
    Proposition(
        title="完成の後でも、援用のないまま確定した判決は新たな10年を始める",
        cites=("civil_code/169/1", "civil_code/147/2"),
        rule="prescription",
        given=private(event("judgment", "2026-10-15"), on="2026-11-21"),
        expected={"commences_on": "2026-10-16", "completes_on": "2036-10-16", "period_years": 10},
        worked=("訴訟で援用されず権利が確定した", "2026-10-16 から10年、末日 2036-10-15"),
    ),
    Proposition(
        title="履行期限が延びたときは、新しい履行期限の翌日から進む",
        cites=("civil_code/166/1", "local_autonomy_order/171-6/1"),
        rule="prescription",
        given=private(event("performance_deferral", "2022-05-01", until="2024-04-30", applied_on="2022-04-10")),
        expected={"commences_on": "2024-05-01", "completes_on": "2029-05-01"},
        worked=(
            "申請は承認に当たるが、新しい期限 2024-04-30 までは行使できない",
            "2024-05-01 から5年、末日 2029-04-30",
        ),
    ),
    Proposition(
        title="新しい履行期限の前の一部納付は、起算日をその期限より早めない",
        cites=("civil_code/166/1", "civil_code/152/1"),
        rule="prescription",
        given=private(
            event("performance_deferral", "2022-05-01", until="2024-04-30"), event("partial_payment", "2023-01-31")
        ),
        expected={
            "commences_on": "2024-05-01",
            "completes_on": "2029-05-01",
            "effects": ["renewed", "renewed", "no_effect"],
        },
        worked=("2023-01-31 の納付の翌日は、まだ行使できない日", "起算日は 2024-05-01 のまま"),
    ),
    Proposition(
        title="新しい履行期限のない履行延期は、申請による承認としてだけ数える",
        cites=("local_autonomy_order/171-6/1", "civil_code/152/1"),
        rule="prescription",
        given=private(event("performance_deferral", "2022-05-01")),
        expected={"commences_on": "2022-05-02", "effects": ["renewed", "no_effect"]},
        worked=("申請の翌日 2022-05-02 から新たに進む", "新しい期限がないので、ほかは動かない"),
    ),
    Proposition(
        title="強制徴収公債権に履行延期があっても、納期限は変わらず承認として数える",
        cites=("local_autonomy_order/171-6/1", "civil_code/152/1"),
        rule="prescription",
        given={
            "kind": "long_term_care_premium",
            "cause_on": "2024-04-01",
            "due_on": "2024-06-30",
            "on": "2026-01-01",
            "events": [event("performance_deferral", "2025-02-01", until="2026-12-31")],
        },
        expected={"commences_on": "2025-02-02", "completes_on": "2027-02-02"},
        worked=("履行延期の定めは強制徴収公債権に用いない", "承認の翌日 2025-02-02 から2年"),
    ),
)

test_proposition = holds(PROPOSITIONS)
