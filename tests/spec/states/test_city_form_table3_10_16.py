"""⑩から⑯まで（見込みなし、所在不明等、破産等、免責、停止、生活困窮、時効）。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, UNENFORCEABLE, claim, happened

SEIZED = happened("seizure", "2023-11-01")
JUDGED = happened("judgment", "2023-12-20", outcome="fixed")
UNRESOLVED = happened("suspension_not_resolved", "2024-02-15")
CORPORATION = ({"key": "principal", "role": "principal", "is_corporation": True},)

PROPOSITIONS = (
    Proposition(
        title="差押えの後、換価の見込みがないと認めたときは⑩である",
        cites=("city_form/table3/0/10",),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, happened("no_prospect_of_conversion", "2024-02-01")),
        expected={"state": "⑩", "since": date(2024, 2, 1), "lost": ("②",)},
        worked=("差押えは続いているが、見込みなしの判断の後なので⑤の条件には当たらない",),
    ),
    Proposition(
        title="換価を終えて残高の回収に見込みがないと認めたときは⑩である",
        cites=("city_form/table3/0/10",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("seizure", "2023-11-01", until="2024-02-20", outcome="completed"),
            happened("conversion", "2024-02-01"),
            happened("distribution", "2024-02-20"),
            happened("no_prospect_of_conversion", "2024-03-01"),
            receipts=({"on": date(2024, 2, 20), "yen": 10_000},),
        ),
        expected={"state": "⑩", "since": date(2024, 3, 1)},
        worked=("配当10,000円の後、残高50,000円の回収に見込みがない",),
    ),
    Proposition(
        title="見込みなしの判断の後に別の財産を差し押さえたときは⑤に戻る",
        cites=("city_form/table3/0/5", "city_form/table3/0/10"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            SEIZED,
            happened("no_prospect_of_conversion", "2024-02-01"),
            happened("seizure", "2024-03-10"),
        ),
        expected={"state": "⑤", "since": date(2024, 3, 10), "lost": ("②",)},
        worked=("2024年3月10日の差押えは、2月1日の判断の後の新たな手続である",),
    ),
    Proposition(
        title="債務名義を得た後、執行の見込みがないと認めた私債権は⑩である",
        cites=("city_form/table3/0/10",),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, happened("no_prospect_of_execution", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "⑩", "lost": ("②",)},
        worked=("判断の後は、執行を予定しているとはいえない",),
    ),
    Proposition(
        title="見込みなしの判断の後に強制執行を申し立てたときは⑤に戻る",
        cites=("city_form/table3/0/5", "city_form/table3/0/10"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            JUDGED,
            happened("no_prospect_of_execution", "2024-02-01"),
            happened("compulsory_execution", "2024-03-10"),
            legal_class=UNENFORCEABLE,
        ),
        expected={"state": "⑤", "since": date(2024, 3, 10), "lost": ("②",)},
        worked=("2024年3月10日の執行は、2月1日の判断の後の新たな手続である",),
    ),
    Proposition(
        title="調査しても所在が分からず、停止の決定に至らなかったときは⑪である",
        cites=("city_form/table3/0/11",),
        rule="claim_state",
        given=claim(DEMANDED, happened("whereabouts_unknown", "2024-01-20"), UNRESOLVED),
        expected={"state": "⑪", "since": date(2024, 2, 15), "lost": ("②",)},
        worked=("2024年1月20日に所在不明と認め、2月15日に停止の決定に至らなかった",),
    ),
    Proposition(
        title="所在が分からないだけで、停止について判断していないときは⑪としない",
        cites=("city_form/table3/0/2", "city_form/table3/0/11"),
        rule="claim_state",
        given=claim(DEMANDED, happened("whereabouts_unknown", "2024-01-20")),
        expected={"state": "②", "lost": ()},
        worked=("⑪は、停止の決定に至らなかったことも条件とする",),
    ),
    Proposition(
        title="相続人が定まらず、停止の決定に至らなかった私債権も⑪である",
        cites=("city_form/table3/0/11",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("death", "2023-09-01"),
            happened("heirs_undetermined", "2024-01-20"),
            UNRESOLVED,
            legal_class=PRIVATE,
        ),
        expected={"state": "⑪", "lost": ("②",)},
        worked=("2023年9月1日に死亡し、相続人が定まらない",),
    ),
    Proposition(
        title="相続人のないことが明らかで停止に至らないものは、令和3年度の様式では⑪である",
        cites=("city_form/table3/0/11",),
        rule="claim_state",
        given=claim(
            DEMANDED, happened("death", "2023-09-01"), happened("no_heir", "2024-01-20"), UNRESOLVED, edition="2022"
        ),
        expected={"state": "⑪"},
        worked=("令和3年度の様式は、相続人不存在を⑪に加えている",),
    ),
    Proposition(
        title="相続人のないことが明らかで停止に至らないものは、平成30年度の様式では⑪に当たらない",
        cites=("city_form/table3/0/11",),
        rule="claim_state",
        given=claim(
            DEMANDED, happened("death", "2023-09-01"), happened("no_heir", "2024-01-20"), UNRESOLVED, edition="2019"
        ),
        expected={"state": "②"},
        worked=("平成30年度の様式は、相続人不存在を⑪に挙げていない",),
    ),
    Proposition(
        title="債務整理の受任通知を受けている間は⑫である",
        cites=("city_form/table3/0/12",),
        rule="claim_state",
        given=claim(DEMANDED, happened("debt_adjustment_notice", "2024-01-15"), legal_class=PRIVATE),
        expected={"state": "⑫", "since": date(2024, 1, 15), "lost": ("②",), "next_states": ("⑯", "⑬")},
        worked=("2024年1月15日の受任通知の後、解任等の記録がない",),
    ),
    Proposition(
        title="破産手続が係属する間は⑫である",
        cites=("city_form/table3/0/12",),
        rule="claim_state",
        given=claim(DEMANDED, happened("bankruptcy_commencement", "2024-01-15")),
        expected={"state": "⑫", "lost": ("②",)},
        worked=("2024年1月15日に破産手続が開始した",),
    ),
    Proposition(
        title="自然人の破産手続が終わっても、免責についての裁判があるまでは⑫である",
        cites=("city_form/table3/0/12", "bankruptcy_act/248/4"),
        rule="claim_state",
        given=claim(
            DEMANDED, happened("bankruptcy_commencement", "2024-01-15"), happened("bankruptcy_closed", "2024-01-15")
        ),
        expected={"state": "⑫"},
        worked=("開始と同時に廃止されたが、免責の許可の申立てについての裁判を待っている",),
    ),
    Proposition(
        title="法人の破産手続が終わったときは、免責がなくても⑬である",
        cites=("city_form/table3/0/13",),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("bankruptcy_commencement", "2023-10-01"),
            happened("bankruptcy_closed", "2024-01-15"),
            parties=CORPORATION,
        ),
        expected={"state": "⑬", "since": date(2024, 1, 15), "lost": ("②",)},
        worked=("法人に免責はなく、手続の終わりにより⑬とする",),
    ),
    Proposition(
        title="破産免責の決定があった私債権は⑬である",
        cites=("city_form/table3/0/13", "bankruptcy_act/253/1"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("bankruptcy_commencement", "2023-10-01"),
            happened("discharge", "2024-02-01"),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑬", "since": date(2024, 2, 1), "lost": ("②",)},
        worked=("免責の決定により、破産の係属（⑫）は終わる",),
    ),
    Proposition(
        title="強制徴収公債権も、債務者に破産免責の決定があれば⑬である",
        cites=("city_form/table3/0/13",),
        rule="claim_state",
        given=claim(DEMANDED, happened("discharge", "2024-02-01")),
        expected={"state": "⑬", "lost": ("②",)},
        worked=("租税等は免責されないが、様式は債務者の免責を⑬とする",),
    ),
    Proposition(
        title="滞納処分の停止をしている間は⑭である",
        cites=("city_form/table3/0/14", "local_tax_act/15-7/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("disposition_suspension", "2024-02-01")),
        expected={
            "state": "⑭",
            "since": date(2024, 2, 1),
            "extinct_on": date(2027, 2, 2),
            "next_change_on": date(2027, 2, 2),
            "next_states": ("⑭",),
        },
        worked=(
            "2024年2月1日の翌日から3年は2027年2月1日に満ち、2月2日に消滅する",
            "時効の期間の経過はそれより後である",
        ),
    ),
    Proposition(
        title="停止が3年続いて消滅した債権は、不納欠損とするまで⑭のままである",
        cites=("city_form/table3/0/14", "local_tax_act/15-7/4"),
        rule="claim_state",
        given=claim(DEMANDED, happened("disposition_suspension", "2024-02-01"), on=date(2028, 8, 1)),
        expected={"state": "⑭", "extinct_on": date(2027, 2, 2), "lost": ("②",)},
        worked=(
            "2027年2月2日に停止により消滅した",
            "督促により2023年7月31日から数えた5年の時効（2028年7月31日に経過）より先に消滅しているので、⑯とならない",
        ),
    ),
    Proposition(
        title="停止を取り消した翌日から、そのほかの事実による区分に戻る",
        cites=("city_form/table3/0/2", "local_tax_act/15-8/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("disposition_suspension", "2024-02-01", until="2024-03-30", outcome="released")),
        expected={"state": "②", "lost": ()},
        worked=("停止は2024年3月30日に取り消された",),
    ),
    Proposition(
        title="徴収停止をしている私債権は⑭である",
        cites=("city_form/table3/0/14", "local_autonomy_order/171-5"),
        rule="claim_state",
        given=claim(DEMANDED, happened("collection_suspension", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "⑭", "extinct_on": None, "lost": ("②",)},
        worked=("徴収停止には、年月により債権を消滅させる定めがない",),
    ),
    Proposition(
        title="徴収停止をしている非強制徴収公債権は⑭である",
        cites=("city_form/table3/0/14", "local_autonomy_order/171-5"),
        rule="claim_state",
        given=claim(DEMANDED, happened("collection_suspension", "2024-02-01"), legal_class=UNENFORCEABLE),
        expected={"state": "⑭", "lost": ("②",)},
        worked=("2024年2月1日に徴収停止をした",),
    ),
    Proposition(
        title="生活に困窮しているが、債権の性質により停止できない強制徴収公債権は⑮である",
        cites=("city_form/table3/0/15",),
        rule="claim_state",
        given=claim(DEMANDED, happened("hardship_without_suspension", "2024-02-01")),
        expected={"state": "⑮", "lost": ("②",)},
        worked=("2024年2月1日に、困窮しているが停止できないと判断した",),
    ),
    Proposition(
        title="交渉に応じないため履行延期ができない私債権は⑮である",
        cites=("city_form/table3/0/15",),
        rule="claim_state",
        given=claim(DEMANDED, happened("negotiation_refused", "2024-02-01"), legal_class=PRIVATE),
        expected={"state": "⑮", "lost": ("②",)},
        worked=("2024年2月1日から交渉に応じない",),
    ),
    Proposition(
        title="交渉に応じないことは、強制徴収公債権では⑮の理由とならない",
        cites=("city_form/table3/0/2", "city_form/table3/0/15"),
        rule="claim_state",
        given=claim(DEMANDED, happened("negotiation_refused", "2024-02-01")),
        expected={"state": "②", "lost": ()},
        worked=("強制徴収公債権の⑮は、困窮と債権の性質による",),
    ),
    Proposition(
        title="交渉に応じなかった者が債務を承認したときは、⑮でなくなる",
        cites=("city_form/table3/0/2", "city_form/table3/0/15"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("negotiation_refused", "2024-02-01"),
            happened("acknowledgment", "2024-03-01"),
            legal_class=UNENFORCEABLE,
        ),
        expected={"state": "②", "lost": ()},
        worked=("2024年3月1日の承認により、交渉に応じない状態は終わった",),
    ),
    Proposition(
        title="市税は、時効の期間が経過した日から⑯である",
        cites=("city_form/table3/0/16", "local_tax_act/18/1"),
        rule="claim_state",
        given=claim(DEMANDED, on=date(2028, 7, 31)),
        expected={"state": "⑯", "since": date(2028, 7, 31), "completes_on": date(2028, 7, 31), "lost": ("②",)},
        worked=(
            "督促状を発した2023年7月20日から起算して10日を経過した日は7月30日",
            "翌日の7月31日から5年は2028年7月30日に満ち、7月31日に期間が経過している",
        ),
    ),
    Proposition(
        title="時効の期間が経過する日の前日までは⑯でない",
        cites=("city_form/table3/0/16", "local_tax_act/18/1"),
        rule="claim_state",
        given=claim(DEMANDED, on=date(2028, 7, 30)),
        expected={"state": "②", "next_change_on": date(2028, 7, 31)},
        worked=("2028年7月30日は、5年の期間の最後の日である",),
    ),
    Proposition(
        title="私債権は、時効が援用されていなくても、期間が経過すれば⑯である",
        cites=("city_form/table3/0/16", "civil_code/166/1/1"),
        rule="claim_state",
        given=claim(legal_class=PRIVATE, on=date(2028, 7, 1)),
        expected={"state": "⑯", "completes_on": date(2028, 7, 1), "lost": ("①",)},
        worked=("2023年7月1日から5年は2028年6月30日に満ち、7月1日に期間が経過している",),
    ),
    Proposition(
        title="期間の経過の前に債務を承認すれば、新たな期間が経過するまで⑯とならない",
        cites=("city_form/table3/0/2", "civil_code/152/1"),
        rule="claim_state",
        given=claim(DEMANDED, happened("acknowledgment", "2028-07-01"), on=date(2028, 7, 30)),
        expected={"state": "②", "completes_on": date(2033, 7, 2)},
        worked=("2028年7月1日の承認の翌日から5年は2033年7月1日に満ちる",),
    ),
)

test_proposition = holds(PROPOSITIONS)
