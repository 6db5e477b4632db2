"""一人にいくつもの条件が当たるときに、どの区分とするか。"""

from datetime import date

from tests.spec.harness import Proposition, holds
from tests.spec.states.facts import DEMANDED, PRIVATE, UNENFORCEABLE, claim, happened

SEIZED = happened("seizure", "2023-11-01")
JUDGED = happened("judgment", "2023-12-20", outcome="fixed")
PLEDGED = happened("payment_pledge", "2023-10-10", instalment_yen=1_000)
BROKEN = happened("pledge_breach", "2024-01-11")
SUSPENDED = happened("disposition_suspension", "2024-02-01")
NOTIFIED = happened("debt_adjustment_notice", "2024-01-15")
BANKRUPT = happened("bankruptcy_commencement", "2024-01-20")
INVESTIGATED = happened("property_investigation", "2024-01-10")
UNKNOWN = happened("whereabouts_unknown", "2024-01-20")
UNRESOLVED = happened("suspension_not_resolved", "2024-02-15")
HOPELESS = happened("no_prospect_of_conversion", "2024-02-01")
HARDSHIP = happened("hardship_without_suspension", "2024-02-20")

PROPOSITIONS = (
    Proposition(
        title="時効の期間が経過したときは、滞納処分の停止よりも⑯が優先する",
        cites=("city_form/table3/0/16", "city_form/table3/0/14"),
        rule="claim_state",
        given=claim(DEMANDED, happened("disposition_suspension", "2027-02-01"), on=date(2028, 7, 31)),
        expected={"state": "⑯", "extinct_on": None, "lost": ("②", "⑭")},
        worked=(
            "時効の期間は2028年7月31日に経過し、停止から3年（2030年2月2日）より早い",
            "停止をしても時効は進む",
        ),
    ),
    Proposition(
        title="滞納処分の停止は、破産免責よりも優先して⑭とする",
        cites=("city_form/table3/0/14", "city_form/table3/0/13"),
        rule="claim_state",
        given=claim(DEMANDED, happened("discharge", "2024-01-25"), SUSPENDED),
        expected={"state": "⑭", "lost": ("②", "⑬")},
        worked=("様式の順は、⑫から⑬、そして⑭へと進む",),
    ),
    Proposition(
        title="滞納処分の停止は、差押えが残っていても優先して⑭とする",
        cites=("city_form/table3/0/14", "city_form/table3/0/5"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, SUSPENDED),
        expected={"state": "⑭", "lost": ("②", "⑤")},
        worked=("停止は、これ以上の処分をしないという市の決定である",),
    ),
    Proposition(
        title="滞納処分の停止は、換価の見込みなしよりも優先して⑭とする",
        cites=("city_form/table3/0/14", "city_form/table3/0/10"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, HOPELESS, happened("disposition_suspension", "2024-03-01")),
        expected={"state": "⑭", "lost": ("②", "⑩")},
        worked=("様式の順は、⑩から⑭へと進む",),
    ),
    Proposition(
        title="滞納処分の停止は、取り消されるまで、分割納付よりも優先して⑭とする",
        cites=("city_form/table3/0/14", "city_form/table3/0/6"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, SUSPENDED),
        expected={"state": "⑭", "lost": ("②", "⑥")},
        worked=("停止の間も任意の納付は受けられるが、停止は続いている",),
    ),
    Proposition(
        title="差押えをしたまま換価の猶予により分割して納めている間は、⑤でなく⑥である",
        cites=("city_form/table3/0/6", "city_form/table3/0/5"),
        rule="claim_state",
        given=claim(
            DEMANDED, SEIZED, happened("conversion_grace", "2023-12-01", until="2024-11-30", instalment_yen=5_000)
        ),
        expected={"state": "⑥", "lost": ("②", "⑤")},
        worked=("猶予の間は換価せず、納付を受けている",),
    ),
    Proposition(
        title="差押えをしたまま換価の猶予により期限を延ばしている間は、⑤でなく⑧である",
        cites=("city_form/table3/0/8", "city_form/table3/0/5"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, happened("conversion_grace", "2023-12-01", until="2024-11-30")),
        expected={"state": "⑧", "lost": ("②", "⑤")},
        worked=("猶予の間は換価をすることができない",),
    ),
    Proposition(
        title="訴訟の間に分割納付を約束したときは、④でなく⑥である",
        cites=("city_form/table3/0/6", "city_form/table3/0/4"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("lawsuit", "2023-10-01"),
            happened("payment_pledge", "2024-01-10", instalment_yen=1_000),
            legal_class=PRIVATE,
        ),
        expected={"state": "⑥", "lost": ("②", "④")},
        worked=("現に行われているのは、約束による納付である",),
    ),
    Proposition(
        title="分割して納めている間は、財産の調査をしていても③でなく⑥である",
        cites=("city_form/table3/0/6", "city_form/table3/0/3"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, INVESTIGATED),
        expected={"state": "⑥", "lost": ("②", "③")},
        worked=("②と③は、ほかの区分に当たるまでの段階である",),
    ),
    Proposition(
        title="破産手続の開始より前にした差押えは続けることができるので、⑫でなく⑤である",
        cites=("city_form/table3/0/5", "city_form/table3/0/12"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, BANKRUPT),
        expected={"state": "⑤", "lost": ("②", "⑫")},
        worked=("2023年11月1日の差押えは、2024年1月20日の開始より前にされた",),
    ),
    Proposition(
        title="私債権は、破産手続が係属する間は強制執行ができないので、債務名義があっても⑫である",
        cites=("city_form/table3/0/12", "bankruptcy_act/42/1"),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, BANKRUPT, legal_class=PRIVATE),
        expected={"state": "⑫", "lost": ("②",)},
        worked=("破産手続の間は、執行を予定しているとはいえず、⑤の条件に当たらない",),
    ),
    Proposition(
        title="債務名義があっても受任通知を受けたときは、執行を行っていない限り⑫である",
        cites=("city_form/table3/0/12", "city_form/table3/0/5"),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, NOTIFIED, legal_class=PRIVATE),
        expected={"state": "⑫", "lost": ("②",)},
        worked=("執行の予定は、受任通知を受けた後は推定しない",),
    ),
    Proposition(
        title="強制執行を行っている間は、受任通知を受けても⑤である",
        cites=("city_form/table3/0/5", "city_form/table3/0/12"),
        rule="claim_state",
        given=claim(DEMANDED, JUDGED, happened("compulsory_execution", "2024-01-05"), NOTIFIED, legal_class=PRIVATE),
        expected={"state": "⑤", "lost": ("②", "⑫")},
        worked=("受任通知は、行っている執行を止めない",),
    ),
    Proposition(
        title="破産手続に交付要求をした強制徴収公債権は、④でなく⑫である",
        cites=("city_form/table3/0/12", "city_form/table3/0/4"),
        rule="claim_state",
        given=claim(DEMANDED, BANKRUPT, happened("distribution_request", "2024-02-01")),
        expected={"state": "⑫", "lost": ("②", "④")},
        worked=("交付要求は、係属する破産手続の中の手続である",),
    ),
    Proposition(
        title="免責の決定があったときは、受任通知があっても⑫でなく⑬である",
        cites=("city_form/table3/0/13", "city_form/table3/0/12"),
        rule="claim_state",
        given=claim(DEMANDED, NOTIFIED, happened("discharge", "2024-03-01"), legal_class=PRIVATE),
        expected={"state": "⑬", "lost": ("②", "⑫")},
        worked=("様式の順は、⑫から⑬へと進む",),
    ),
    Proposition(
        title="市税の分割納付は受任通知では終わらないので、⑫でなく⑥である",
        cites=("city_form/table3/0/6", "city_form/table3/0/12"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, NOTIFIED),
        expected={"state": "⑥", "lost": ("②", "⑫")},
        worked=("租税は債務整理の対象とならず、約束は破られていない",),
    ),
    Proposition(
        title="私債権の分割納付は受任通知により終わり、⑫となる",
        cites=("city_form/table3/0/12", "city_form/table3/0/6"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, NOTIFIED, legal_class=PRIVATE),
        expected={"state": "⑫", "lost": ("②",)},
        worked=("2023年10月10日の約束より後に、2024年1月15日の受任通知を受けた",),
    ),
    Proposition(
        title="破産手続の開始により分割納付の約束は終わり、⑫となる",
        cites=("city_form/table3/0/12", "city_form/table3/0/6"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, BANKRUPT),
        expected={"state": "⑫", "lost": ("②",)},
        worked=("2023年10月10日の約束より後に、2024年1月20日に開始した",),
    ),
    Proposition(
        title="免責の後に市税の分割納付を約束したときは、⑬でなく⑥である",
        cites=("city_form/table3/0/6", "bankruptcy_act/253/1/1"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("discharge", "2024-02-01"),
            happened("payment_pledge", "2024-03-01", instalment_yen=1_000),
        ),
        expected={"state": "⑥", "lost": ("②", "⑬")},
        worked=("租税等の請求権は免責されないので、約束は有効である",),
    ),
    Proposition(
        title="免責の後に非強制徴収公債権の分割納付を約束しても、責任は戻らず⑬である",
        cites=("city_form/table3/0/13", "bankruptcy_act/253/1"),
        rule="claim_state",
        given=claim(
            DEMANDED,
            happened("discharge", "2024-02-01"),
            happened("payment_pledge", "2024-03-01", instalment_yen=1_000),
            legal_class=UNENFORCEABLE,
        ),
        expected={"state": "⑬", "lost": ("②",)},
        worked=("免責された債権について、納付を求めることはできない",),
    ),
    Proposition(
        title="約束が破られた後に差押えを予告したときは、⑨でなく④である",
        cites=("city_form/table3/0/4", "city_form/table3/0/9"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, BROKEN, happened("notice_of_intended_seizure", "2024-02-20")),
        expected={"state": "④", "lost": ("②", "⑨")},
        worked=("現に行われているのは、差押えの手続である",),
    ),
    Proposition(
        title="約束が破られた後に差し押さえたときは、⑨でなく⑤である",
        cites=("city_form/table3/0/5", "city_form/table3/0/9"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, BROKEN, happened("seizure", "2024-03-01")),
        expected={"state": "⑤", "lost": ("②", "⑨")},
        worked=("現に行われているのは、差押えと換価である",),
    ),
    Proposition(
        title="見込みなしの判断の後に交付要求をしたときは、⑩でなく④である",
        cites=("city_form/table3/0/4", "city_form/table3/0/10"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, HOPELESS, happened("distribution_request", "2024-03-01")),
        expected={"state": "④", "lost": ("②", "⑩")},
        worked=("係属中の手続は、過去の判断に優先する",),
    ),
    Proposition(
        title="所在不明の者に対する訴訟が係属する間は、⑪でなく④である",
        cites=("city_form/table3/0/4", "city_form/table3/0/11"),
        rule="claim_state",
        given=claim(DEMANDED, UNKNOWN, UNRESOLVED, happened("lawsuit", "2024-03-01"), legal_class=PRIVATE),
        expected={"state": "④", "lost": ("②", "⑪")},
        worked=("訴状を公示送達して、訴訟を続けることができる",),
    ),
    Proposition(
        title="換価の見込みがなく、困窮しているが停止できないときは、⑩でなく⑮である",
        cites=("city_form/table3/0/15", "city_form/table3/0/10"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, HOPELESS, HARDSHIP),
        expected={"state": "⑮", "lost": ("②", "⑩")},
        worked=("停止できないという判断は、見込みを調べた後の段階である",),
    ),
    Proposition(
        title="換価の見込みがなく、所在も分からないときは、⑪でなく⑩である",
        cites=("city_form/table3/0/10", "city_form/table3/0/11"),
        rule="claim_state",
        given=claim(DEMANDED, SEIZED, HOPELESS, UNKNOWN, UNRESOLVED),
        expected={"state": "⑩", "lost": ("②", "⑪")},
        worked=("差押えを経た判断は、所在についての判断よりも進んだ段階にある",),
    ),
    Proposition(
        title="約束が破られた後に所在が分からなくなり停止に至らないときは、⑨でなく⑪である",
        cites=("city_form/table3/0/11", "city_form/table3/0/9"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, BROKEN, UNKNOWN, UNRESOLVED),
        expected={"state": "⑪", "lost": ("②", "⑨")},
        worked=("所在の分からない者とは交渉できない",),
    ),
    Proposition(
        title="約束が破られた後に財産を調べている間は、③でなく⑨である",
        cites=("city_form/table3/0/9", "city_form/table3/0/3"),
        rule="claim_state",
        given=claim(DEMANDED, PLEDGED, BROKEN, happened("property_investigation", "2024-02-01")),
        expected={"state": "⑨", "lost": ("②", "③")},
        worked=("約束の後の交渉は、調査だけの段階よりも進んでいる",),
    ),
    Proposition(
        title="督促状を送る前に受任通知を受けたときは、①でなく⑫である",
        cites=("city_form/table3/0/12", "city_form/table3/0/1"),
        rule="claim_state",
        given=claim(happened("debt_adjustment_notice", "2023-07-05"), on=date(2023, 7, 10), legal_class=PRIVATE),
        expected={"state": "⑫", "lost": ("①",)},
        worked=("①は、ほかの条件が一つもないときの区分である",),
    ),
)

test_proposition = holds(PROPOSITIONS)
