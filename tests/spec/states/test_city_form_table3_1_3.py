"""未納となる日と、①から③まで（督促状を送る前、督促の後、調査の間）。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, UNENFORCEABLE, claim, happened

PROPOSITIONS = (
    Proposition(
        title="納期限の日までは未納でなく、どの区分にも当たらない",
        cites=("city_form/table3/0/1",),
        rule="claim_state",
        given=claim(on=date(2023, 6, 30), cause_on=date(2023, 4, 1)),
        expected={"standing": "not_due", "state": "", "next_change_on": date(2023, 7, 1)},
        worked=("納期限は2023年6月30日で、その日の終わりまでに納めればよい", "翌日の7月1日から未納となりうる"),
    ),
    Proposition(
        title="納期限の翌日に残高のある債権は、督促状を送るまで①である",
        cites=("city_form/table3/0/1",),
        rule="claim_state",
        given=claim(on=date(2023, 7, 1)),
        expected={"standing": "open", "state": "①", "since": date(2023, 7, 1), "lost": (), "next_states": ("⑯", "②")},
        worked=(
            "2023年7月1日に残高60,000円があり、督促状を送っていない",
            "時間だけで変わるのは、時効の期間が経過して⑯となるとき",
        ),
    ),
    Proposition(
        title="完納された債権は残高がなく、どの区分にも当たらない",
        cites=("city_form/table3/1",),
        rule="claim_state",
        given=claim(DEMANDED, receipts=({"on": date(2023, 8, 1), "yen": 60_000},)),
        expected={"standing": "no_balance", "state": "", "next_change_on": None},
        worked=("調定60,000円 − 納付60,000円 = 0円",),
    ),
    Proposition(
        title="納期限の前に完納された債権は、納期限の前から残高がない",
        cites=("city_form/table3/1",),
        rule="claim_state",
        given=claim(
            on=date(2023, 6, 1), cause_on=date(2023, 4, 1), receipts=({"on": date(2023, 5, 31), "yen": 60_000},)
        ),
        expected={"standing": "no_balance", "state": ""},
        worked=("2023年5月31日に60,000円が納付され、6月1日には残高がない",),
    ),
    Proposition(
        title="督促状を発しても、届く日の前日までは①である",
        cites=("city_form/table3/0/1",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-07-20", delivered_on="2023-07-22"), on=date(2023, 7, 21)),
        expected={"state": "①", "next_change_on": date(2023, 7, 22)},
        worked=("督促状は7月20日に発し、7月22日に届く", "7月21日にはまだ届いていない"),
    ),
    Proposition(
        title="督促状が届いた日から②である",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-07-20", delivered_on="2023-07-22"), on=date(2023, 7, 22)),
        expected={"state": "②", "since": date(2023, 7, 22), "lost": ()},
        worked=("督促状は7月22日に届き、ほかの事実はない",),
    ),
    Proposition(
        title="到達の日の記録がない督促状は、返戻されない限り、発した日に届いたものとして②とする",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED),
        expected={"state": "②", "since": date(2023, 7, 20)},
        worked=("7月20日に発した督促状に返戻の記録がない",),
    ),
    Proposition(
        title="誤って発し取り消した督促は督促に当たらず、①に戻る",
        cites=("city_form/table3/0/1",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-07-20", until="2023-08-01", outcome="withdrawn")),
        expected={"state": "①", "lost": ()},
        worked=("7月20日の督促は8月1日に取り消された",),
    ),
    Proposition(
        title="同じ日に取り消して改めて発した督促は、二度の督促ではない",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", until="2023-07-20", outcome="withdrawn"),
            happened("formal_demand", "2023-07-20", document_number="督-2"),
        ),
        expected={"standing": "open", "state": "②", "contradictions": ()},
        worked=("残る督促は一通である",),
    ),
    Proposition(
        title="返戻された督促状は届いていないので、①のままである",
        cites=("city_form/table3/0/1",),
        rule="claim_state",
        given=claim(happened("formal_demand", "2023-07-20", delivery="returned")),
        expected={"state": "①", "lost": ()},
        worked=("督促状は返戻され、公示送達もされていない",),
    ),
    Proposition(
        title="返戻された督促状を公示送達したときは、掲示の日から7日を経過するまで①である",
        cites=("city_form/table3/0/1", "local_tax_act/20-2/3"),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", delivery="returned", document_number="督-1"),
            happened("service_by_publication", "2023-08-01", document_number="督-1"),
            on=date(2023, 8, 7),
        ),
        expected={"state": "①", "next_change_on": date(2023, 8, 8)},
        worked=("8月1日の掲示から7日を経過した8月8日に、届いたものとみなされる",),
    ),
    Proposition(
        title="公示送達により督促状が届いたものとみなされた日から②である",
        cites=("city_form/table3/0/2", "local_tax_act/20-2/3"),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", delivery="returned", document_number="督-1"),
            happened("service_by_publication", "2023-08-01", document_number="督-1"),
            on=date(2023, 8, 8),
        ),
        expected={"state": "②", "since": date(2023, 8, 8)},
        worked=("8月1日の掲示から7日を経過した8月8日に、届いたものとみなされる",),
    ),
    Proposition(
        title="催告や納付の交渉をしている間は②である",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("informal_demand", "2023-10-01"), happened("contact", "2024-01-15")),
        expected={"state": "②", "lost": ()},
        worked=("督促状の後は、催告と折衝だけが記録されている",),
    ),
    Proposition(
        title="私債権も、督促状が届いた後は②である",
        cites=("city_form/table3/0/2", "local_autonomy_order/171"),
        rule="claim_state",
        given=claim(DEMANDED, legal_class=PRIVATE),
        expected={"state": "②"},
        worked=("①から③までの条件は、債権区分によって異ならない",),
    ),
    Proposition(
        title="督促状を送り、財産の調査をしている間は③である",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("property_investigation", "2024-01-10")),
        expected={"state": "③", "since": date(2024, 1, 10), "lost": ("②",)},
        worked=("②の条件も当たるが、調査は督促と催告の次の段階である",),
    ),
    Proposition(
        title="非強制徴収公債権も、所在の調査をしている間は③である",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("whereabouts_investigation", "2024-01-10"), legal_class=UNENFORCEABLE),
        expected={"state": "③", "lost": ("②",)},
        worked=("①から③までの条件は、債権区分によって異ならない",),
    ),
    Proposition(
        title="督促状が返戻されて所在の調査をしている間は、督促状を送った後の調査として③である",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(
            happened("formal_demand", "2023-07-20", delivery="returned"),
            happened("whereabouts_investigation", "2023-09-01"),
        ),
        expected={"state": "③", "since": date(2023, 9, 1), "lost": ("①",)},
        worked=("督促状は送ったが届いていないので①の条件も当たる", "調査が行われているので③が優先する"),
    ),
    Proposition(
        title="督促状を送る前の調査だけでは③とならず、①のままである",
        cites=("city_form/table3/0/1", "city_form/table3/0/3"),
        rule="claim_state",
        given=claim(happened("property_investigation", "2023-07-10"), on=date(2023, 7, 15)),
        expected={"state": "①", "lost": ()},
        worked=("③は、督促状を送ったことを前提とする",),
    ),
    Proposition(
        title="調査が終わった日の翌日から、ほかの事実がなければ②に戻る",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("property_investigation", "2024-01-10", until="2024-03-30")),
        expected={"state": "②", "lost": ()},
        worked=("調査は2024年3月30日まで続き、3月31日には行われていない",),
    ),
    Proposition(
        title="調査の終わりの日までは③であり、その翌日に変わりうる",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("property_investigation", "2024-01-10", until="2024-03-31")),
        expected={"state": "③", "next_change_on": date(2024, 4, 1)},
        worked=("終わりの日の2024年3月31日は、まだ調査の期間に入る",),
    ),
    Proposition(
        title="債務者が死亡し、相続人を調べている間は③である",
        cites=("city_form/table3/0/3",),
        rule="claim_state",
        given=claim(DEMANDED, happened("death", "2023-09-01"), happened("heir_investigation", "2023-10-01")),
        expected={"state": "③", "party": "principal", "lost": ("②",)},
        worked=("相続人はまだ知れず、死亡した債務者の名の下で調べている",),
    ),
)

test_proposition = holds(PROPOSITIONS)
