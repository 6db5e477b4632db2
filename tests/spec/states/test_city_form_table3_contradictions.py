"""事実が互いに合わない債権は、区分せずに確認を求める。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, UNENFORCEABLE, claim, happened
from tests.spec.states.test_city_form_table3_notes import DIED, GUARANTEED

SEIZED = happened("seizure", "2023-11-01")
HEIRS = (
    {"key": "principal", "role": "principal"},
    {"key": "elder", "role": "heir", "share": "1/2"},
    {"key": "younger", "role": "heir", "share": "1/2"},
)


def _unclear(*rules: str) -> dict[str, object]:
    return {"standing": "data_to_check", "state": "", "contradictions": rules}


PROPOSITIONS = (
    Proposition(
        title="債権が生じる前の免責が記録されているときは、⑬とせずに確認を求める",
        cites=("city_form/table3/0/13", "bankruptcy_act/253/1"),
        rule="claim_state",
        given=claim(happened("discharge", "2023-03-01"), cause_on=date(2023, 4, 1), legal_class=PRIVATE),
        expected=_unclear("discharged_before_it_arose"),
        worked=("免責は2023年3月1日、債権が生じたのは4月1日である",),
    ),
    Proposition(
        title="破産手続の開始より後に生じた債権に免責が記録されているときは、確認を求める",
        cites=("city_form/table3/0/13", "bankruptcy_act/253/1"),
        rule="claim_state",
        given=claim(
            happened("bankruptcy_commencement", "2023-03-01"),
            happened("discharge", "2023-07-15"),
            cause_on=date(2023, 4, 1),
            legal_class=PRIVATE,
        ),
        expected=_unclear("arose_after_commencement"),
        worked=("免責されるのは、2023年3月1日の開始の前に生じた破産債権である",),
    ),
    Proposition(
        title="債権が生じる前の督促が記録されているときは、確認を求める",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-03-20"), cause_on=date(2023, 4, 1)),
        expected=_unclear("before_its_cause"),
        worked=("督促は2023年3月20日、債権が生じたのは4月1日である",),
    ),
    Proposition(
        title="債権が生じる前に死亡した者が債務者とされているときは、確認を求める",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(happened("death", "2023-03-01"), cause_on=date(2023, 4, 1)),
        expected=_unclear("died_before_it_arose"),
        worked=("死亡は2023年3月1日、債権が生じたのは4月1日である",),
    ),
    Proposition(
        title="終わりの日が始まりの日より前の出来事があるときは、確認を求める",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("property_investigation", "2024-01-10", until="2024-01-09")),
        expected=_unclear("ends_before_it_begins"),
        worked=("2024年1月10日に始まった調査が、1月9日に終わっている",),
    ),
    Proposition(
        title="発した日より前に督促状が届いているときは、確認を求める",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-07-20", delivered_on="2023-07-19")),
        expected=_unclear("delivered_before_sent"),
        worked=("7月20日に発した督促状が、7月19日に届いている",),
    ),
    Proposition(
        title="月々の額が0円の分割納付が記録されているときは、確認を求める",
        cites=("city_form/table3/0/6",),
        rule="claim_state",
        given=claim(DEMANDED, happened("payment_pledge", "2023-10-10", instalment_yen=0)),
        expected=_unclear("instalment_of_nothing"),
        worked=("0円ずつでは完納までの月数を数えられない",),
    ),
    Proposition(
        title="強制徴収公債権に裁判所による強制執行が記録されているときは、確認を求める",
        cites=("city_form/table3/0/5", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(DEMANDED, happened("compulsory_execution", "2023-12-01")),
        expected=_unclear("court_execution_of_enforceable"),
        worked=("強制徴収公債権は、自ら滞納処分により徴収する",),
    ),
    Proposition(
        title="強制徴収公債権に徴収停止が記録されているときは、確認を求める",
        cites=("city_form/table3/0/14", "local_autonomy_order/171-5"),
        rule="claim_state",
        given=claim(DEMANDED, happened("collection_suspension", "2024-02-01")),
        expected=_unclear("measure_of_other_class"),
        worked=("徴収停止は、強制徴収できない債権のためのものである",),
    ),
    Proposition(
        title="強制徴収公債権に履行延期の特約が記録されているときは、確認を求める",
        cites=("city_form/table3/0/8", "local_autonomy_order/171-6/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("performance_deferral", "2024-02-01")),
        expected=_unclear("measure_of_other_class"),
        worked=("履行延期の特約は、強制徴収できない債権のためのものである",),
    ),
    Proposition(
        title="私債権に滞納処分としての差押えが記録されているときは、確認を求める",
        cites=("city_form/table3/0/5", "local_autonomy_act/231-3/3"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, legal_class=PRIVATE),
        expected=_unclear("own_force_without_power"),
        worked=("私債権は自ら差し押さえることができず、裁判所の手続による",),
    ),
    Proposition(
        title="私債権に滞納処分の停止が記録されているときは、確認を求める",
        cites=("city_form/table3/0/14", "local_tax_act/15-7/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("disposition_suspension", "2024-02-01"), legal_class=PRIVATE),
        expected=_unclear("measure_of_enforceable"),
        worked=("滞納処分の停止は、滞納処分のできる債権のためのものである",),
    ),
    Proposition(
        title="債務名義のない強制執行が記録されているときは、確認を求める",
        cites=("city_form/table3/0/5", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(DEMANDED, happened("compulsory_execution", "2023-12-01"), legal_class=PRIVATE),
        expected=_unclear("execution_without_title"),
        worked=("判決も、確定した支払督促も、和解又は調停の調書もない",),
    ),
    Proposition(
        title="債務名義を得る前の日の強制執行が記録されているときは、確認を求める",
        cites=("city_form/table3/0/5", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("compulsory_execution", "2023-12-01"),
            happened("judgment", "2023-12-20", outcome="fixed"),
            legal_class=UNENFORCEABLE,
        ),
        expected=_unclear("execution_without_title"),
        worked=("執行は2023年12月1日、債務名義は12月20日である",),
    ),
    Proposition(
        title="督促状が届く前の差押えが記録されているときは、確認を求める",
        cites=("city_form/table3/0/5", "local_tax_act/331/1"),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-11-20"), SEIZED),
        expected=_unclear("seizure_before_demand"),
        worked=("差押えは2023年11月1日、督促は11月20日である",),
    ),
    Proposition(
        title="繰上徴収をしたときは、督促の前の差押えも⑤とする",
        cites=("city_form/table3/0/5", "local_tax_act/13-2/1"),
        rule="claim_state",
        given=claim(happened("advance_demand", "2023-10-20"), SEIZED),
        expected={"standing": "open", "state": "⑤", "contradictions": ()},
        worked=("繰上徴収では、督促を待たずに差し押さえることができる",),
    ),
    Proposition(
        title="差押えがないのに換価の見込みなしが記録されているときは、確認を求める",
        cites=("city_form/table3/0/10",),
        rule="claim_state",
        given=claim(DEMANDED, happened("no_prospect_of_conversion", "2024-02-01")),
        expected=_unclear("no_prospect_without_seizure"),
        worked=("換価の見込みは、差し押さえた財産についてのものである",),
    ),
    Proposition(
        title="約束がないのに不履行が記録されているときは、確認を求める",
        cites=("city_form/table3/0/9",),
        rule="claim_state",
        given=claim(DEMANDED, happened("pledge_breach", "2024-02-01")),
        expected=_unclear("breach_without_plan"),
        worked=("分納誓約、猶予、履行延期のいずれもない",),
    ),
    Proposition(
        title="死亡の記録がないのに相続人の調査が記録されているときは、確認を求める",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("heir_investigation", "2024-02-01")),
        expected=_unclear("heirs_without_death"),
        worked=("相続は死亡によって開始する",),
    ),
    Proposition(
        title="死亡の記録がないのに相続人が当事者とされているときは、確認を求める",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(DEMANDED, parties=HEIRS),
        expected=_unclear("heirs_without_death"),
        worked=("相続は死亡によって開始する",),
    ),
    Proposition(
        title="相続人が幾人かあり、相続分の分からない者がいるときは、確認を求める",
        cites=("city_form/table3/3",),
        rule="claim_state",
        given=claim(DEMANDED, DIED, parties=(*HEIRS[:2], {"key": "younger", "role": "heir"})),
        expected=_unclear("heir_without_share"),
        worked=("相続額の最も大きい者を決められない",),
    ),
    Proposition(
        title="相続分の合計が一を超えるときは、確認を求める",
        cites=("city_form/table3/3", "civil_code/899"),
        rule="claim_state",
        given=claim(DEMANDED, DIED, parties=(*HEIRS[:2], {"key": "younger", "role": "heir", "share": "2/3"})),
        expected=_unclear("shares_above_one"),
        worked=("1/2 + 2/3 = 7/6",),
    ),
    Proposition(
        title="相続人が知れた後に死亡した者に対する手続が記録されているときは、確認を求める",
        cites=("city_form/table3/3", "civil_code/899"),
        rule="claim_state",
        given=claim(DEMANDED, DIED, SEIZED, parties=HEIRS),
        expected=_unclear("against_the_deceased"),
        worked=("2023年9月1日に死亡した者に対し、11月1日に差押えが記録されている",),
    ),
    Proposition(
        title="当事者でない者についての出来事が記録されているときは、確認を求める",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("contact", "2024-01-10", obligors=("stranger",)), parties=GUARANTEED),
        expected=_unclear("unknown_party"),
        worked=("折衝の相手は、主たる債務者でも保証人でもない",),
    ),
    Proposition(
        title="その日に債務を負う者がいないときは、確認を求める",
        cites=("city_form/table3/2",),
        rule="claim_state",
        given=claim(
            parties=(
                {"key": "second", "role": "joint", "from_on": date(2024, 4, 1)},
                {"key": "principal", "role": "principal", "from_on": date(2024, 4, 1)},
            )
        ),
        expected=_unclear("nobody_answers") | {"next_change_on": date(2024, 4, 1)},
        worked=("二人とも2024年4月1日から債務を負う",),
    ),
    Proposition(
        title="同じ日の同じ督促が二度記録されているときは、確認を求める",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("formal_demand", "2023-07-20", document_number="督-2")),
        expected=_unclear("demanded_twice"),
        worked=("一人に対する一度の督促は、一件である",),
    ),
    Proposition(
        title="債権を放棄した後に残高があり、催告が記録されているときは、確認を求める",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("claim_waiver", "2024-01-10"),
            happened("informal_demand", "2024-02-01"),
            legal_class=PRIVATE,
        ),
        expected=_unclear("collected_after_giving_up"),
        worked=("2024年1月10日に放棄した債権を、2月1日に催告している",),
    ),
    Proposition(
        title="債権を放棄し、不納欠損とするまでの間に徴収の手続がなければ、区分は変わらない",
        cites=("city_form/table3/0/14",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("collection_suspension", "2024-01-10"),
            happened("claim_waiver", "2024-03-10"),
            legal_class=PRIVATE,
        ),
        expected={"standing": "open", "state": "⑭"},
        worked=("放棄の後も、不納欠損とするまで残高がある",),
    ),
    Proposition(
        title="合わない事実がいくつもあるときは、全てを挙げる",
        cites=("city_form/table3/0/5", "city_form/table3/0/14"),
        rule="claim_state",
        given=claim(SEIZED, happened("collection_suspension", "2024-02-01")),
        expected=_unclear("measure_of_other_class", "seizure_before_demand"),
        worked=("強制徴収公債権に徴収停止がある", "督促の前に差押えがある"),
    ),
)

test_proposition = holds(PROPOSITIONS)
