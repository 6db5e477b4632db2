"""時効の完成を延ばす手段と、それぞれの最後の日（地方税法18条の2、自治法236条4項、民法147条から152条まで）。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, private, tax

PROPOSITIONS = (
    Proposition(
        title="督促をしていない市税では、承認、督促、催告、差押え、交付要求のどれも、完成する日の前日まで間に合う",
        cites=("local_tax_act/18-2/1/2", "civil_code/150/1", "civil_code/152/1"),
        rule="remedies",
        given=tax(),
        expected={
            "remedies": ["acknowledgment", "formal_demand", "informal_demand", "seizure", "distribution_request"],
            "last_days": [
                {"event": "acknowledgment", "last_on": "2026-06-30"},
                {"event": "formal_demand", "last_on": "2026-06-30"},
                {"event": "informal_demand", "last_on": "2026-06-30"},
                {"event": "seizure", "last_on": "2026-06-30"},
                {"event": "distribution_request", "last_on": "2026-06-30"},
            ],
            "done_today": [
                {"event": "acknowledgment", "completes_on": "2031-06-02"},
                {"event": "formal_demand", "completes_on": "2031-06-12"},
                {"event": "informal_demand", "completes_on": "2026-12-02"},
                {"event": "seizure", "completes_on": None},
                {"event": "distribution_request", "completes_on": None},
            ],
        },
        worked=(
            "2021-07-01 から5年の末日は 2026-06-30",
            "2026-06-01 の承認は 2026-06-02 から5年、末日は 2031-06-01",
            "2026-06-01 の督促は10日を経過した 2026-06-11 の翌日から5年、末日は 2031-06-11",
            "2026-06-01 の催告は 2026-06-02 から6月、末日は 2026-12-01",
            "差押えと交付要求は終わるまで完成しない",
        ),
    ),
    Proposition(
        title="最初の督促がされた後は、督促は手段に数えない",
        cites=("local_tax_act/18-2/1/2",),
        rule="remedies",
        given=tax(event("formal_demand", "2021-08-20")),
        expected={
            "remedies": ["acknowledgment", "informal_demand", "seizure", "distribution_request"],
            "last_days": [
                {"event": "acknowledgment", "last_on": "2026-08-30"},
                {"event": "informal_demand", "last_on": "2026-08-30"},
                {"event": "seizure", "last_on": "2026-08-30"},
                {"event": "distribution_request", "last_on": "2026-08-30"},
            ],
        },
        worked=("10日を経過した 2021-08-30 の翌日から5年の末日は 2026-08-30",),
    ),
    Proposition(
        title="督促を記録した日には、もう一度の督促を手段に数えない",
        cites=("local_autonomy_act/236/4",),
        rule="remedies",
        given=private(event("formal_demand", "2026-06-01")),
        expected={
            "remedies": [
                "acknowledgment",
                "informal_demand",
                "negotiation_agreement",
                "court_payment_order",
                "lawsuit",
                "compulsory_execution",
            ]
        },
        worked=("2026-06-01 の督促が最初の督促で、時効はその翌日から新たに進む",),
    ),
    Proposition(
        title="催告による猶予の間は、再度の催告も協議の合意も完成を延ばさない",
        cites=("civil_code/150/2", "civil_code/151/3"),
        rule="remedies",
        given=private(event("informal_demand", "2026-05-20")),
        expected={
            "last_days": [
                {"event": "acknowledgment", "last_on": "2026-11-20"},
                {"event": "formal_demand", "last_on": "2026-11-20"},
                {"event": "informal_demand", "last_on": None},
                {"event": "negotiation_agreement", "last_on": None},
                {"event": "court_payment_order", "last_on": "2026-11-20"},
                {"event": "lawsuit", "last_on": "2026-11-20"},
                {"event": "compulsory_execution", "last_on": "2026-11-20"},
            ],
            "works_today": [
                "acknowledgment",
                "formal_demand",
                "court_payment_order",
                "lawsuit",
                "compulsory_execution",
            ],
        },
        worked=("2026-05-20 の催告により 2026-11-20 まで完成しない", "その間の催告と協議の合意に効力はない"),
    ),
    Proposition(
        title="完成まで6月より長い間は、今日の催告は完成する日を動かさず、前日までの催告が動かす",
        cites=("civil_code/150/1",),
        rule="remedies",
        given=private(on="2025-06-01"),
        expected={
            "works_today": [
                "acknowledgment",
                "formal_demand",
                "court_payment_order",
                "lawsuit",
                "compulsory_execution",
            ],
            "last_days": [
                {"event": "acknowledgment", "last_on": "2026-06-30"},
                {"event": "formal_demand", "last_on": "2026-06-30"},
                {"event": "informal_demand", "last_on": "2026-06-30"},
                {"event": "negotiation_agreement", "last_on": "2026-06-30"},
                {"event": "court_payment_order", "last_on": "2026-06-30"},
                {"event": "lawsuit", "last_on": "2026-06-30"},
                {"event": "compulsory_execution", "last_on": "2026-06-30"},
            ],
        },
        worked=(
            "もとの末日は 2026-06-30",
            "2025-06-01 の催告の猶予は 2025-12-01 まで、協議の合意の猶予は 2026-06-01 までで、もとの末日より早い",
        ),
    ),
    Proposition(
        title="完成した後と、裁判上の手続が続く間は、守るべき日がない",
        cites=("civil_code/147/1/1",),
        rule="remedies",
        given=private(event("lawsuit", "2026-05-01")),
        expected={"remedies": []},
        worked=("訴えが終わるまで完成しない",),
    ),
    Proposition(
        title="期間が満ちた日からは、完成を延ばす手段はない",
        cites=("civil_code/166/1",),
        rule="remedies",
        given=private(on="2026-07-01"),
        expected={"remedies": []},
        worked=("2021-07-01 から5年の末日は 2026-06-30",),
    ),
    Proposition(
        title="保証人に対する手段は、保証人を名宛てとするものを数える",
        cites=("civil_code/153/1", "civil_code/457/1"),
        rule="remedies",
        given=private(
            parties=[{"key": "a", "role": "principal"}, {"key": "b", "role": "guarantor", "from_on": "2021-04-01"}],
            party="b",
        ),
        expected={"works_today": []},
        worked=("主たる債務の時効は 2026-07-01 に完成し、保証人への手段だけでは保証債務もその時に免れる",),
    ),
)

test_proposition = holds(PROPOSITIONS)
