"""連帯債務者、保証人、相続人があるときに、誰の区分によるか。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, claim, happened

TWO = ("principal", "second")
BOTH_DEMANDED = happened("formal_demand", "2023-07-20", obligors=TWO)
JOINT = ({"key": "principal", "role": "principal"}, {"key": "second", "role": "joint"})
GUARANTEED = ({"key": "principal", "role": "principal"}, {"key": "second", "role": "guarantor"})
DIED = happened("death", "2023-09-01", until="2023-09-01")


def _heirs(elder: str, younger: str) -> tuple[dict[str, str], ...]:
    return (
        {"key": "principal", "role": "principal"},
        {"key": "elder", "role": "heir", "share": elder},
        {"key": "younger", "role": "heir", "share": younger},
    )


PROPOSITIONS = (
    Proposition(
        title="連帯債務者の一人が分割して納めているときは、その者により⑥である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            BOTH_DEMANDED,
            happened("payment_pledge", "2023-10-10", instalment_yen=1_000, obligors=("second",)),
            parties=JOINT,
        ),
        expected={"state": "⑥", "party": "second", "lost": ("②", "②")},
        worked=("主たる債務者は②、連帯債務者は⑥で、⑥が進んでいる",),
    ),
    Proposition(
        title="主たる債務者が差し押さえられ、連帯債務者が分割して納めているときは、⑤である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            BOTH_DEMANDED,
            happened("seizure", "2023-11-01"),
            happened("payment_pledge", "2023-10-10", instalment_yen=1_000, obligors=("second",)),
            parties=JOINT,
        ),
        expected={"state": "⑤", "party": "principal", "lost": ("②", "②", "⑥")},
        worked=("強制の手続は、任意の納付よりも進んでいる",),
    ),
    Proposition(
        title="保証人が免責されても、主たる債務者が分割して納めていれば⑥である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            BOTH_DEMANDED,
            happened("payment_pledge", "2023-10-10", instalment_yen=1_000),
            happened("discharge", "2024-02-01", obligors=("second",)),
            parties=GUARANTEED,
            legal_class=PRIVATE,
        ),
        expected={"state": "⑥", "party": "principal", "lost": ("②", "②", "⑬")},
        worked=("回収できる者が一人でも残る債権は回収債権である",),
    ),
    Proposition(
        title="主たる債務者が免責されても、督促を受けた保証人がいれば②である",
        cites=("city_form/table3/2", "bankruptcy_act/253/2"),
        rule="claim_state",
        given=claim(BOTH_DEMANDED, happened("discharge", "2024-02-01"), parties=GUARANTEED, legal_class=PRIVATE),
        expected={"state": "②", "party": "second", "lost": ("②", "⑬")},
        worked=("主たる債務者の免責は、保証人の責任に影響しない",),
    ),
    Proposition(
        title="主たる債務者について徴収停止をし、保証人にまだ何もしていないときは⑭である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("collection_suspension", "2024-02-01"), parties=GUARANTEED, legal_class=PRIVATE),
        expected={"state": "⑭", "party": "principal", "lost": ("②", "①")},
        worked=("まだ督促もしていない保証人は、手続が全く進んでいない",),
    ),
    Proposition(
        title="主たる債務者が所在不明でも、保証人に対する訴訟が係属していれば④である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            BOTH_DEMANDED,
            happened("whereabouts_unknown", "2023-12-01"),
            happened("suspension_not_resolved", "2023-12-20"),
            happened("lawsuit", "2024-02-01", obligors=("second",)),
            parties=GUARANTEED,
            legal_class=PRIVATE,
        ),
        expected={"state": "④", "party": "second", "lost": ("②", "⑪", "②")},
        worked=("保証人から回収できる見込みがあり、回収債権である",),
    ),
    Proposition(
        title="整理債権に当たる者だけのときは、停止の決議のある者により⑭である",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            BOTH_DEMANDED,
            happened("debt_adjustment_notice", "2023-12-01"),
            happened("collection_suspension", "2024-02-01", obligors=("second",)),
            parties=JOINT,
            legal_class=PRIVATE,
        ),
        expected={"state": "⑭", "party": "second", "lost": ("②", "⑫", "②")},
        worked=("主たる債務者は⑫、連帯債務者は⑭で、⑭が後の段階である",),
    ),
    Proposition(
        title="保証人が債務を負う日より前は、その者を考えない",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("collection_suspension", "2024-02-01"),
            parties=(JOINT[0], {"key": "second", "role": "guarantor", "from_on": date(2024, 4, 1)}),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑭", "lost": ("②",), "next_change_on": date(2024, 4, 1)},
        worked=("保証人が債務を負うのは2024年4月1日からである",),
    ),
    Proposition(
        title="一人について時効の期間が経過しても、経過していない連帯債務者がいれば⑯としない",
        cites=("city_form/table3/0/16", "city_form/table3/2", "civil_code/153/3"),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", obligors=TWO),
            happened("acknowledgment", "2026-05-01", obligors=("second",)),
            parties=JOINT,
            legal_class=PRIVATE,
            on=date(2028, 8, 1),
        ),
        expected={"state": "②", "party": "second", "lost": ("②", "⑯"), "completes_on": date(2031, 5, 2)},
        worked=(
            "主たる債務者: 督促の翌日2023年7月21日から5年で、2028年7月21日に経過",
            "連帯債務者: 2026年5月1日の承認の翌日から5年で、2031年5月2日に経過。承認はほかの者に及ばない",
        ),
    ),
    Proposition(
        title="全ての債務者について時効の期間が経過したときは⑯である",
        cites=("city_form/table3/0/16", "city_form/table3/2"),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", obligors=TWO),
            happened("acknowledgment", "2026-05-01", obligors=("second",)),
            parties=JOINT,
            legal_class=PRIVATE,
            on=date(2031, 5, 2),
        ),
        expected={"state": "⑯", "party": "principal", "lost": ("②", "②", "⑯")},
        worked=("遅い方の2031年5月2日に、全ての者について経過した",),
    ),
    Proposition(
        title="相続人の区分が異なるときは、相続額の最も大きい者による",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            DIED,
            happened("debt_adjustment_notice", "2023-12-01", obligors=("elder",)),
            happened("payment_pledge", "2024-01-10", instalment_yen=1_000, obligors=("younger",)),
            parties=_heirs("2/3", "1/3"),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑫", "party": "elder", "lost": ("②", "②", "⑥")},
        worked=("長子の相続分は3分の2で、次子の3分の1より大きい", "次子は⑥でも、長子の⑫による"),
    ),
    Proposition(
        title="相続額が等しいときは、最も手続の進んだ相続人による",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            DIED,
            happened("debt_adjustment_notice", "2023-12-01", obligors=("elder",)),
            happened("payment_pledge", "2024-01-10", instalment_yen=1_000, obligors=("younger",)),
            parties=_heirs("1/2", "1/2"),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑥", "party": "younger", "lost": ("②", "⑫", "②")},
        worked=("相続分は等しく、⑥は⑫に優先する", "次子の負う額は30,000円で、30,000円 ÷ 1,000円 = 30月"),
    ),
    Proposition(
        title="相続人の完納までの月数は、その者の負う額による",
        cites=("city_form/table3/0/6", "civil_code/899"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            DIED,
            happened("payment_pledge", "2024-01-10", instalment_yen=400, obligors=("elder",)),
            parties=_heirs("3/4", "1/4"),
        ),
        expected={"state": "⑥", "party": "elder"},
        worked=("60,000円 × 3/4 = 45,000円", "45,000円 ÷ 400円 = 112.5、113月で完納し、120月を超えない"),
    ),
    Proposition(
        title="死亡の前に届いた督促は、相続人にも効力がある",
        cites=("city_form/table3/3", "civil_code/899"),
        rule="claim_state",
        given=claim(DEMANDED, DIED, parties=_heirs("1/2", "1/2")),
        expected={"state": "②", "party": "elder", "lost": ("②",)},
        worked=("相続人は、死亡した債務者にされた督促を承継する",),
    ),
    Proposition(
        title="死亡した者の所在不明は、相続人に引き継がれない",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("whereabouts_unknown", "2023-08-01"),
            happened("suspension_not_resolved", "2023-08-20"),
            DIED,
            parties=_heirs("1/2", "1/2"),
        ),
        expected={"state": "②", "lost": ("②",)},
        worked=("所在不明は死亡した者に固有の事情である",),
    ),
    Proposition(
        title="相続を放棄した者は初めから相続人でないものとし、ほかの相続人による",
        cites=("city_form/table3/3", "civil_code/939"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            DIED,
            happened("debt_adjustment_notice", "2023-10-01", obligors=("elder",)),
            happened("inheritance_renunciation", "2023-11-01", obligors=("elder",)),
            parties=_heirs("2/3", "1/3"),
        ),
        expected={"state": "②", "party": "younger", "lost": ()},
        worked=("長子は放棄により相続人でない",),
    ),
    Proposition(
        title="相続人の区分が異なっても、保証人があれば、最大の相続人と保証人の進んだ方による",
        cites=("city_form/table3/2", "city_form/table3/3"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            DIED,
            happened("formal_demand", "2023-12-01", obligors=("second",)),
            happened("debt_adjustment_notice", "2023-12-01", obligors=("elder",)),
            parties=(*_heirs("2/3", "1/3"), GUARANTEED[1]),
            legal_class=PRIVATE,
        ),
        expected={"state": "②", "party": "second"},
        worked=("最大の相続人である長子は⑫、督促を受けた保証人は②", "回収できる者が残るので②である"),
    ),
)

test_proposition = holds(PROPOSITIONS)
