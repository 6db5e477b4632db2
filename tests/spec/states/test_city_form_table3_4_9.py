"""④から⑨まで（差押え等の手続、換価と執行、分割納付、猶予、不履行）。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, UNENFORCEABLE, claim, happened

SEIZED = happened("seizure", "2023-11-01")
JUDGED = happened("judgment", "2023-12-20", outcome="fixed")
PLEDGED = happened("payment_pledge", "2023-10-10", instalment_yen=1_000)

PROPOSITIONS = (
    Proposition(
        title="差押えを予告し、差押えの手続を進めている間は④である",
        cites=("city_form/table3/0/4",),
        rule="claim_state",
        given=claim(DEMANDED, happened("notice_of_intended_seizure", "2024-02-01")),
        expected={"state": "④", "since": date(2024, 2, 1), "lost": ("②",)},
        worked=("2024年2月1日の予告の後、差押えも新たな約束もない",),
    ),
    Proposition(
        title="差押えを予告した後に分割納付を約束したときは、④でなく⑥である",
        cites=("city_form/table3/0/4", "city_form/table3/0/6"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("notice_of_intended_seizure", "2024-02-01"),
            happened("payment_pledge", "2024-02-10", instalment_yen=5_000),
        ),
        expected={"state": "⑥", "lost": ("②",)},
        worked=("予告はその後の約束により終わる", "60,000円 ÷ 5,000円 = 12月"),
    ),
    Proposition(
        title="交付要求をしている間は④である",
        cites=("city_form/table3/0/4",),
        rule="claim_state",
        given=claim(DEMANDED, happened("distribution_request", "2023-12-01")),
        expected={"state": "④", "since": date(2023, 12, 1), "lost": ("②",)},
        worked=("2023年12月1日の交付要求が係属している",),
    ),
    Proposition(
        title="参加差押えをしている間は④である",
        cites=("city_form/table3/0/4",),
        rule="claim_state",
        given=claim(DEMANDED, happened("participating_seizure", "2023-12-01")),
        expected={"state": "④", "lost": ("②",)},
        worked=("先の差押えが解除されるまで、自らの差押えではない",),
    ),
    Proposition(
        title="交付要求が終わった翌日からは④でない",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("distribution_request", "2023-12-01", until="2024-03-30", outcome="completed")),
        expected={"state": "②", "lost": ()},
        worked=("交付要求は2024年3月30日に終わり、残高がある",),
    ),
    Proposition(
        title="私債権は、支払督促を申し立て、債務名義を得る手続をしている間は④である",
        cites=("city_form/table3/0/4", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(DEMANDED, happened("court_payment_order", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "④", "lost": ("②",)},
        worked=("2024年2月1日に申し立てた支払督促が、まだ確定していない",),
    ),
    Proposition(
        title="非強制徴収公債権は、訴訟が係属している間は④である",
        cites=("city_form/table3/0/4", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(DEMANDED, happened("lawsuit", "2024-02-01"), legal_class=UNENFORCEABLE),
        expected={"state": "④", "lost": ("②",)},
        worked=("2024年2月1日に提起した訴えが係属している",),
    ),
    Proposition(
        title="起訴前の和解を申し立てている間は④である",
        cites=("city_form/table3/0/4",),
        rule="claim_state",
        given=claim(DEMANDED, happened("settlement_before_suit", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "④"},
        worked=("和解が調うと、和解調書が債務名義となる",),
    ),
    Proposition(
        title="調停が係属している間は④である",
        cites=("city_form/table3/0/4",),
        rule="claim_state",
        given=claim(DEMANDED, happened("mediation", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "④"},
        worked=("調停が調うと、調停調書が債務名義となる",),
    ),
    Proposition(
        title="訴えが棄却されて終わったときは、④でも⑤でもない",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("lawsuit", "2023-10-01", until="2024-03-01", outcome="dismissed"),
            legal_class=PRIVATE,
        ),
        expected={"state": "②", "lost": ()},
        worked=("訴訟は2024年3月1日に棄却で終わり、債務名義は得られていない",),
    ),
    Proposition(
        title="差押えをした後は、換価の見込みがないと認めない限り、換価を予定するものとして⑤である",
        cites=("city_form/table3/0/5",),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED),
        expected={"state": "⑤", "since": date(2023, 11, 1), "lost": ("②",)},
        worked=("2023年11月1日の差押えが効力を有している",),
    ),
    Proposition(
        title="換価を行っている間は⑤である",
        cites=("city_form/table3/0/5",),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, happened("conversion", "2024-03-01")),
        expected={"state": "⑤", "since": date(2024, 3, 1)},
        worked=("2024年3月1日に換価を始め、配当はまだである",),
    ),
    Proposition(
        title="換価と配当を終えて残高があり、見込みの判断をしていないときは②に戻る",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("seizure", "2023-11-01", until="2024-03-20", outcome="completed"),
            happened("conversion", "2024-03-01"),
            happened("distribution", "2024-03-20"),
            receipts=({"on": date(2024, 3, 20), "yen": 40_000},),
        ),
        expected={"state": "②", "lost": ()},
        worked=("配当40,000円の後、残高は 60,000 − 40,000 = 20,000円", "差押えも換価も終わっている"),
    ),
    Proposition(
        title="差押えを解除した翌日から、ほかの事実がなければ②に戻る",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("seizure", "2023-11-01", until="2024-03-30", outcome="released")),
        expected={"state": "②", "lost": ()},
        worked=("2024年3月30日に解除され、31日には差押えがない",),
    ),
    Proposition(
        title="違法として取り消された差押えは、取消しの後はなかったものとする",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("seizure", "2023-11-01", until="2024-03-01", outcome="cancelled_as_illegal")),
        expected={"state": "②", "lost": ()},
        worked=("2024年3月1日に取り消された差押えは、初めからなかったものとして見る",),
    ),
    Proposition(
        title="私債権は、判決を得た後、強制執行を予定するものとして⑤である",
        cites=("city_form/table3/0/5", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, legal_class=PRIVATE),
        expected={"state": "⑤", "since": date(2023, 12, 20), "lost": ("②",)},
        worked=("2023年12月20日の判決が債務名義である", "執行の見込みがないと認めていない"),
    ),
    Proposition(
        title="仮執行宣言を付した支払督促が確定した翌日から⑤である",
        cites=("city_form/table3/0/5", "local_autonomy_order/171-2"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("court_payment_order", "2023-10-01", until="2024-03-30", outcome="fixed"),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑤", "since": date(2024, 3, 30), "lost": ("②",)},
        worked=("支払督促は2024年3月30日に確定して終わり、債務名義となった",),
    ),
    Proposition(
        title="調停が調って終わったときは、調停調書により⑤である",
        cites=("city_form/table3/0/5",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("mediation", "2023-10-01", until="2024-01-31", outcome="completed"),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑤", "since": date(2024, 1, 31)},
        worked=("2024年1月31日に調停が調い、調停調書が債務名義となった",),
    ),
    Proposition(
        title="強制執行を行っている間は⑤である",
        cites=("city_form/table3/0/5",),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, happened("compulsory_execution", "2024-02-01"), legal_class=UNENFORCEABLE),
        expected={"state": "⑤", "since": date(2024, 2, 1), "lost": ("②",)},
        worked=("判決の後、2024年2月1日から強制執行を行っている",),
    ),
    Proposition(
        title="分納誓約により納めており、ちょうど120月で完納するときは⑥である",
        cites=("city_form/table3/0/6",),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, balance_yen=120_000),
        expected={"state": "⑥", "since": date(2023, 10, 10), "lost": ("②",)},
        worked=("120,000円 ÷ 1,000円 = 120月、十年以内",),
    ),
    Proposition(
        title="分納誓約により納めており、完納に121月かかるときは⑦である",
        cites=("city_form/table3/0/7",),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, balance_yen=120_001),
        expected={"state": "⑦", "lost": ("②",)},
        worked=("120,001円 ÷ 1,000円 = 120月と1円、端数の月を加えて121月、十年を超える",),
    ),
    Proposition(
        title="納付により残高が減り、残りが120月以内となれば⑦から⑥に変わる",
        cites=("city_form/table3/0/6", "city_form/table3/0/7"),
        rule="claim_state_steps",
        given={
            key: value
            for key, value in claim(
                DEMANDED,
                PLEDGED,
                balance_yen=122_000,
                receipts=({"on": date(2023, 11, 10), "yen": 1_000}, {"on": date(2023, 12, 10), "yen": 1_000}),
                until=date(2024, 4, 1),
            ).items()
            if key != "on"
        },
        expected={
            "steps": (
                {"from_on": date(2023, 6, 30), "state": "not_due"},
                {"from_on": date(2023, 7, 1), "state": "①"},
                {"from_on": date(2023, 7, 20), "state": "②"},
                {"from_on": date(2023, 10, 10), "state": "⑦"},
                {"from_on": date(2023, 12, 10), "state": "⑥"},
            )
        },
        worked=(
            "2023年10月10日: 122,000円 ÷ 1,000円 = 122月",
            "11月10日: 121,000円 ÷ 1,000円 = 121月",
            "12月10日: 120,000円 ÷ 1,000円 = 120月",
        ),
    ),
    Proposition(
        title="換価の猶予により分割して納めている間は⑥である",
        cites=("city_form/table3/0/6", "local_tax_act/15-6/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("conversion_grace", "2023-12-01", until="2024-11-30", instalment_yen=5_000)),
        expected={"state": "⑥", "next_change_on": date(2024, 12, 1)},
        worked=("60,000円 ÷ 5,000円 = 12月", "猶予は2024年11月30日まで、翌日に変わりうる"),
    ),
    Proposition(
        title="履行延期の特約により分割して納めている私債権は⑥である",
        cites=("city_form/table3/0/6", "local_autonomy_order/171-6/1"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("performance_deferral", "2023-12-01", instalment_yen=2_000),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑥"},
        worked=("60,000円 ÷ 2,000円 = 30月",),
    ),
    Proposition(
        title="二つの約束が重なるときは、後の約束による",
        cites=("city_form/table3/0/7",),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, happened("payment_pledge", "2024-01-10", instalment_yen=400)),
        expected={"state": "⑦", "since": date(2024, 1, 10)},
        worked=("後の約束は月400円: 60,000円 ÷ 400円 = 150月",),
    ),
    Proposition(
        title="額を定めない納付の約束は分割納付ではなく、②のままである",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(DEMANDED, happened("payment_pledge", "2023-10-10")),
        expected={"state": "②", "lost": ()},
        worked=("月々の額がなく、猶予でも履行延期でもない",),
    ),
    Proposition(
        title="徴収の猶予により期限を延ばし、分割によらない間は⑧である",
        cites=("city_form/table3/0/8", "local_tax_act/15/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("collection_grace", "2023-12-01", until="2024-11-30")),
        expected={"state": "⑧", "next_change_on": date(2024, 12, 1), "lost": ("②",)},
        worked=("分割の額がなく、2024年11月30日まで期限を延ばしている",),
    ),
    Proposition(
        title="履行延期の特約により期限を延ばし、分割によらない間は⑧である",
        cites=("city_form/table3/0/8", "local_autonomy_order/171-6/1"),
        rule="claim_state",
        given=claim(
            DEMANDED, happened("performance_deferral", "2023-12-01", until="2025-11-30"), legal_class=UNENFORCEABLE
        ),
        expected={"state": "⑧", "lost": ("②",)},
        worked=("分割の額がなく、資力の回復を待っている",),
    ),
    Proposition(
        title="猶予の期間が過ぎた翌日から、差押えがあれば⑤に戻る",
        cites=("city_form/table3/0/5", "city_form/table3/0/8"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, happened("conversion_grace", "2023-12-01", until="2024-03-30")),
        expected={"state": "⑤", "lost": ("②",)},
        worked=("猶予は2024年3月30日で終わり、差押えは続いている",),
    ),
    Proposition(
        title="分納の約束が守られず、新たな約束がない間は⑨である",
        cites=("city_form/table3/0/9",),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, happened("pledge_breach", "2024-02-11")),
        expected={"state": "⑨", "since": date(2024, 2, 11), "lost": ("②",)},
        worked=("2024年2月11日に不履行となり、その後の約束がない",),
    ),
    Proposition(
        title="私債権の分納の約束が守られず、新たな約束がない間も⑨である",
        cites=("city_form/table3/0/9",),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, happened("pledge_breach", "2024-02-11"), legal_class=PRIVATE),
        expected={"state": "⑨", "lost": ("②",), "next_states": ("⑯", "⑥", "④")},
        worked=("2024年2月11日に不履行となり、その後の約束がない", "次は、新たな約束で⑥、訴えの提起等で④となる"),
    ),
    Proposition(
        title="不履行の後に改めて約束したときは、⑨でなく⑥である",
        cites=("city_form/table3/0/6", "city_form/table3/0/9"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            PLEDGED,
            happened("pledge_breach", "2024-02-11"),
            happened("payment_pledge", "2024-03-01", instalment_yen=600),
        ),
        expected={"state": "⑥", "since": date(2024, 3, 1), "lost": ("②",)},
        worked=("新たな約束: 60,000円 ÷ 600円 = 100月",),
    ),
    Proposition(
        title="猶予が取り消されたときは、取消しの日の翌日から⑨である",
        cites=("city_form/table3/0/9", "local_tax_act/15-3/1"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("collection_grace", "2023-12-01", until="2024-03-30", outcome="released", instalment_yen=5_000),
        ),
        expected={"state": "⑨", "lost": ("②",)},
        worked=("猶予は2024年3月30日に取り消され、その後の約束がない",),
    ),
    Proposition(
        title="猶予が期間どおりに終わっただけでは⑨としない",
        cites=("city_form/table3/0/2",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("collection_grace", "2023-12-01", until="2024-03-30", outcome="completed"),
        ),
        expected={"state": "②", "lost": ()},
        worked=("猶予は期間の終わりまで守られ、破られても取り消されてもいない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
