"""市税以外の公債権の時効：期間、督促と納入の通知、保険料の特例。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, premium

_OTHER = {"kind": "other_public", "cause_on": "2021-04-01", "due_on": "2021-06-30"}
_RESTART = (
    "市税以外の督促による更新は、条例の設定により到達の翌日からとした（督促の指定期限の翌日からとする扱いもある）"
)
_ARRIVAL = "到達の日が与えられていない文書は、発した日に届いたものとした"

PROPOSITIONS = (
    Proposition(
        title="そのほかの公債権は、行使できる時から5年で時効が完成し、援用を要しない",
        cites=("local_autonomy_act/236/1", "local_autonomy_act/236/2"),
        rule="prescription",
        given={**_OTHER, "on": "2026-07-01"},
        expected={"completes_on": "2026-07-01", "complete": True, "needs_invocation": False, "period_years": 5},
        worked=("納期限の翌日 2021-07-01 から5年、末日 2026-06-30",),
    ),
    Proposition(
        title="国民健康保険料は2年で時効が完成する",
        cites=("national_health_insurance_act/110/1",),
        rule="prescription",
        given=premium(on="2026-06-30"),
        expected={"commences_on": "2024-07-01", "completes_on": "2026-07-01", "period_years": 2, "complete": False},
        worked=("納期限の翌日 2024-07-01 から2年、末日 2026-06-30",),
    ),
    Proposition(
        title="介護保険料は2年で時効が完成する",
        cites=("long_term_care_insurance_act/200/1",),
        rule="prescription",
        given={"kind": "long_term_care_premium", "cause_on": "2023-04-01", "due_on": "2024-02-29", "on": "2026-01-01"},
        expected={"commences_on": "2024-03-01", "completes_on": "2026-03-01", "period_years": 2},
        worked=("納期限 2024-02-29 の翌日 2024-03-01 から2年、末日 2026-02-28",),
    ),
    Proposition(
        title="後期高齢者医療保険料は2年で時効が完成する",
        cites=("elderly_medical_care_act/160/1",),
        rule="prescription",
        given={
            "kind": "late_stage_medical_premium",
            "cause_on": "2024-04-01",
            "due_on": "2024-07-31",
            "on": "2026-01-01",
        },
        expected={"completes_on": "2026-08-01", "period_years": 2},
        worked=("納期限の翌日 2024-08-01 から2年、末日 2026-07-31",),
    ),
    Proposition(
        title="児童手当の徴収金は2年で時効が完成する",
        cites=("child_allowance_act/23/1",),
        rule="prescription",
        given={"kind": "child_allowance", "cause_on": "2024-04-01", "due_on": "2024-05-31", "on": "2026-01-01"},
        expected={"completes_on": "2026-06-01", "period_years": 2, "needs_invocation": False},
        worked=("納期限の翌日 2024-06-01 から2年、末日 2026-05-31",),
    ),
    Proposition(
        title="保険料の最初の督促は、届いた日の翌日から時効を新たに進ませる",
        cites=("national_health_insurance_act/110/2", "civil_code/97/1"),
        rule="prescription",
        given=premium(event("formal_demand", "2024-07-20", delivered_on="2024-07-22")),
        expected={"commences_on": "2024-07-23", "completes_on": "2026-07-23", "assumptions": [_RESTART]},
        worked=("2024-07-22 に届き、翌日 2024-07-23 から2年、末日 2026-07-22",),
    ),
    Proposition(
        title="届いた日が与えられていない督促は、発した日に届いたものとし、そのことを示す",
        cites=("local_autonomy_act/236/4", "civil_code/97/1"),
        rule="prescription",
        given={**_OTHER, "on": "2026-06-01", "events": [event("formal_demand", "2021-07-20")]},
        expected={"commences_on": "2021-07-21", "completes_on": "2026-07-21", "assumptions": [_ARRIVAL, _RESTART]},
        worked=("発した日 2021-07-20 の翌日 2021-07-21 から5年",),
    ),
    Proposition(
        title="私債権の督促も、法令による最初のものは時効を更新する",
        cites=("local_autonomy_act/236/4", "local_autonomy_order/171"),
        rule="prescription",
        given={
            "kind": "private_water",
            "cause_on": "2021-04-01",
            "due_on": "2021-06-30",
            "on": "2026-06-01",
            "events": [event("formal_demand", "2021-08-01", delivered_on="2021-08-03")],
        },
        expected={"commences_on": "2021-08-04", "completes_on": "2026-08-04", "needs_invocation": True},
        worked=("届いた日 2021-08-03 の翌日 2021-08-04 から5年",),
    ),
    Proposition(
        title="保険料の二度目の督促は更新せず、催告として6月の猶予にとどまる",
        cites=("national_health_insurance_act/110/2", "civil_code/150/1"),
        rule="prescription",
        given=premium(
            event("formal_demand", "2024-07-20", delivered_on="2024-07-22"),
            event("formal_demand", "2026-07-01", delivered_on="2026-07-03"),
            on="2026-08-01",
        ),
        expected={"commences_on": "2024-07-23", "completes_on": "2027-01-04", "barred_by": "formal_demand"},
        worked=("最初の督促により末日は 2026-07-22", "2026-07-03 から6月の末日は 2027-01-03"),
    ),
    Proposition(
        title="公示送達した督促は、公示を始めた日から7日を過ぎた時に届いたものとする",
        cites=("local_autonomy_act/231-3/4", "local_tax_act/20-2/3"),
        rule="prescription",
        given=premium(event("formal_demand", "2024-09-02", delivery="published")),
        expected={"commences_on": "2024-09-10", "completes_on": "2026-09-10"},
        worked=(
            "2024-09-02 から起算して7日目は 2024-09-08、7日を過ぎて届いたとみなす日は 2024-09-09",
            "翌日 2024-09-10 から2年",
        ),
    ),
    Proposition(
        title="納入の通知は、指定した納期限の翌日から時効を進ませる",
        cites=("local_autonomy_act/236/4", "local_autonomy_act/231"),
        rule="prescription",
        given={
            **_OTHER,
            "on": "2026-06-01",
            "events": [event("payment_notice", "2021-06-10", delivered_on="2021-06-11", designated_on="2021-07-15")],
        },
        expected={"commences_on": "2021-07-16", "completes_on": "2026-07-16"},
        worked=("通知が指定した期限 2021-07-15 の翌日から5年",),
    ),
    Proposition(
        title="基準日までに届いていない督促は、まだ数えない",
        cites=("civil_code/97/1",),
        rule="prescription",
        given=premium(event("formal_demand", "2024-07-20", delivered_on="2024-07-22"), on="2024-07-21"),
        expected={"completes_on": "2026-07-01", "effects": ["ignored"], "next_change_on": "2024-07-22"},
        worked=("2024-07-21 には届いていない", "届く 2024-07-22 に答えが変わる"),
    ),
    Proposition(
        title="国民健康保険料の審査請求は裁判上の請求とみなされ、続く間は完成しない",
        cites=("national_health_insurance_act/91/2", "civil_code/147/1/1"),
        rule="prescription",
        given=premium(event("review_request", "2026-03-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "review_request"},
        worked=("審査請求は終わっていない",),
    ),
    Proposition(
        title="国民健康保険料の審査請求が棄却されたときは、終わりから6月は完成しない",
        cites=("national_health_insurance_act/91/2", "civil_code/147/1"),
        rule="prescription",
        given=premium(event("review_request", "2026-03-01", until="2026-08-31", outcome="dismissed"), on="2026-11-21"),
        expected={"completes_on": "2027-03-01", "barred_by": "review_request"},
        worked=("2026-08-31 に終わり、翌日から6月の末日は 2027-02-28", "満ちる最初の日は 2027-03-01"),
    ),
    Proposition(
        title="児童手当の徴収金の審査請求も裁判上の請求とみなされる",
        cites=("child_allowance_act/23/2", "civil_code/147/1"),
        rule="prescription",
        given={
            "kind": "child_allowance",
            "cause_on": "2024-04-01",
            "due_on": "2024-05-31",
            "on": "2026-07-01",
            "events": [event("review_request", "2026-01-15", until="2026-05-20", outcome="dismissed")],
        },
        expected={"completes_on": "2026-11-21", "complete": False},
        worked=("2026-05-20 に終わり、6月の末日は 2026-11-20",),
    ),
    Proposition(
        title="保険料の猶予は時効を止めず、申請が承認として更新するだけである",
        cites=("civil_code/152/1", "local_tax_act/18-2/4"),
        rule="prescription",
        given=premium(event("conversion_grace", "2025-01-10", until="2025-12-31", applied_on="2024-12-25")),
        expected={
            "commences_on": "2024-12-26",
            "completes_on": "2026-12-26",
            "effects": ["renewed", "no_effect"],
            "assumptions": ["市税以外の債権では、猶予の間も時効が進むものとした（申請は承認として扱う）"],
        },
        worked=("申請の翌日 2024-12-26 から2年、末日 2026-12-25", "猶予の日数は加えない"),
    ),
    Proposition(
        title="市税以外の債権の交付要求は、差押えと同じに扱う",
        cites=("civil_code/148/1/1", "local_autonomy_act/236/3"),
        rule="prescription",
        given=premium(
            event("distribution_request", "2025-03-01", until="2025-09-30", outcome="withdrawn"), on="2026-06-01"
        ),
        expected={
            "commences_on": "2024-07-01",
            "completes_on": "2026-07-01",
            "assumptions": ["市税以外の交付要求と参加差押えは、差押えと同じに扱った"],
        },
        worked=("取下げで終わり、6月の末日は 2026-03-31 で、もとの末日 2026-06-30 より早い", "更新はされない"),
    ),
)

test_proposition = holds(PROPOSITIONS)
