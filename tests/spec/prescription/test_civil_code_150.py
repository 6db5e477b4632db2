"""催告（民法150条）、協議を行う旨の合意（151条）、承認（152条）。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private, tax

PROPOSITIONS = (
    Proposition(
        title="催告が届いた日の翌日から6月の末日まで、時効は完成しない",
        cites=("civil_code/150/1", "civil_code/140", "civil_code/143/2"),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-19", delivered_on="2026-05-20"), on="2026-11-20"),
        expected={
            "completes_on": "2026-11-21",
            "complete": False,
            "barred_by": "informal_demand",
            "effects": ["postponed"],
        },
        worked=("2026-05-20 の翌日から6月の末日は応当日の前日 2026-11-20", "満ちる最初の日は 2026-11-21"),
    ),
    Proposition(
        title="8月末に届いた催告の6月は、2月の末日に終わる",
        cites=("civil_code/150/1", "civil_code/143/2"),
        rule="prescription",
        given=private(event("informal_demand", "2026-08-31"), on="2026-11-21") | {"due_on": "2021-09-30"},
        expected={"completes_on": "2027-03-01"},
        worked=("もとの末日は 2026-09-30", "2026-09-01 から6月の末日は 2027-02-28"),
    ),
    Proposition(
        title="11月20日に届いた催告の6月は、翌年5月20日に終わる",
        cites=("civil_code/150/1", "civil_code/143/2"),
        rule="prescription",
        given=private(event("informal_demand", "2026-11-20"), on="2026-11-21") | {"due_on": "2021-12-31"},
        expected={"completes_on": "2027-05-21"},
        worked=("もとの末日は 2026-12-31", "2026-11-21 から6月の末日は 2027-05-20"),
    ),
    Proposition(
        title="もとの末日よりずっと前の催告は、完成する日を動かさない",
        cites=("civil_code/150/1",),
        rule="prescription",
        given=private(event("informal_demand", "2024-05-20")),
        expected={"completes_on": "2026-07-01", "barred_by": None},
        worked=("6月の末日 2024-11-20 は、もとの末日 2026-06-30 より早い",),
    ),
    Proposition(
        title="催告による猶予の間の再度の催告に、猶予の効力はない",
        cites=("civil_code/150/2",),
        rule="prescription",
        given=private(event("informal_demand", "2026-05-20"), event("informal_demand", "2026-11-20"), on="2026-11-20"),
        expected={"completes_on": "2026-11-21", "effects": ["postponed", "no_effect"]},
        worked=("最初の催告の猶予は 2026-11-20 まで", "2026-11-20 の催告はその間にされた"),
    ),
    Proposition(
        title="先の催告の6月が過ぎ、もとの期間も残るときの催告は、新たに6月の猶予を得る",
        cites=("civil_code/150/1",),
        rule="prescription",
        given=private(event("informal_demand", "2025-11-20"), event("informal_demand", "2026-05-21"), on="2026-08-01"),
        expected={"completes_on": "2026-11-22", "effects": ["postponed", "postponed"]},
        worked=("最初の猶予は 2026-05-20 まで", "2026-05-21 の催告から6月の末日は 2026-11-21"),
    ),
    Proposition(
        title="返戻された催告に効力はない",
        cites=("civil_code/97/1", "civil_code/150/1"),
        rule="prescription",
        given=private(event("informal_demand", "2026-06-01", delivery="returned"), on="2026-08-01"),
        expected={"completes_on": "2026-07-01", "complete": True, "effects": ["no_effect"]},
        worked=("届いていないので猶予されず、2026-07-01 に完成する",),
    ),
    Proposition(
        title="差押えの予告は納付を求める催告であり、届いた日の翌日から6月の末日まで完成しない",
        cites=("civil_code/150/1", "local_tax_act/18/3"),
        rule="prescription",
        given=tax(event("notice_of_intended_seizure", "2026-05-18", delivered_on="2026-05-20"), on="2026-08-01"),
        expected={
            "completes_on": "2026-11-21",
            "barred_by": "notice_of_intended_seizure",
            "effects": ["postponed"],
        },
        worked=("2026-05-20 の翌日から6月の末日は 2026-11-20",),
    ),
    Proposition(
        title="差押えの予告による猶予の間の催告に、猶予の効力はない",
        cites=("civil_code/150/2",),
        rule="prescription",
        given=tax(
            event("notice_of_intended_seizure", "2026-05-20"), event("informal_demand", "2026-11-01"), on="2026-11-20"
        ),
        expected={"completes_on": "2026-11-21", "effects": ["postponed", "no_effect"]},
        worked=("予告の猶予は 2026-11-20 まで", "2026-11-01 の催告はその間にされた"),
    ),
    Proposition(
        title="返戻された差押えの予告に、催告の効力はない",
        cites=("civil_code/97/1", "civil_code/150/1"),
        rule="prescription",
        given=tax(event("notice_of_intended_seizure", "2026-05-20", delivery="returned"), on="2026-08-01"),
        expected={"completes_on": "2026-07-01", "complete": True, "effects": ["no_effect"]},
        worked=("届いていないので猶予されない",),
    ),
    Proposition(
        title="私債権の公示による催告は、公示から2週間を過ぎた日に届いたものとする",
        cites=("civil_code/98/3", "civil_code/150/1"),
        rule="prescription",
        given=private(
            event("informal_demand", "2026-05-01", document_number="催第1号", delivery="returned"),
            event("service_by_publication", "2026-05-06", document_number="催第1号"),
            on="2026-08-01",
        ),
        expected={"completes_on": "2026-11-21", "effects": ["postponed"]},
        worked=("2026-05-06 から2週間で 2026-05-20 に届く", "その翌日から6月の末日は 2026-11-20"),
    ),
    Proposition(
        title="改正前の催告は、6月以内に訴えや差押えが続かなければ効力がない",
        cites=("civil_code_old/153",),
        rule="prescription",
        given=old_loan(event("informal_demand", "2019-12-20"), on="2020-03-01")
        | {"cause_on": "2008-04-01", "due_on": "2009-12-31"},
        expected={"completes_on": "2020-01-01", "complete": True, "effects": ["no_effect"]},
        worked=("もとの末日は 2019-12-31", "2020-06-20 までに続く手続がない"),
    ),
    Proposition(
        title="改正前の催告の後6月以内に訴えを起こしたときは、その間に時効は完成しない",
        cites=("civil_code_old/153", "civil_code_old/157/2"),
        rule="prescription",
        given=old_loan(
            event("informal_demand", "2019-12-20"),
            event("lawsuit", "2020-06-20", until="2021-01-15", outcome="fixed"),
            on="2026-11-21",
        )
        | {"cause_on": "2008-04-01", "due_on": "2009-12-31"},
        expected={"commences_on": "2021-01-16", "completes_on": "2031-01-16", "effects": ["postponed", "renewed"]},
        worked=(
            "もとの末日は 2019-12-31、催告から6月の末日は 2020-06-20",
            "その日の訴えで完成が妨げられ、2021-01-15 の確定の翌日から10年",
        ),
    ),
    Proposition(
        title="改正前の催告の後に起こした訴えが取り下げられたときは、催告も効力を失う",
        cites=("civil_code_old/153",),
        rule="prescription",
        given=old_loan(
            event("informal_demand", "2019-12-20"),
            event("lawsuit", "2020-06-01", until="2020-08-15", outcome="withdrawn"),
            on="2026-11-21",
        )
        | {"cause_on": "2008-04-01", "due_on": "2009-12-31"},
        expected={"completes_on": "2020-01-01", "effects": ["no_effect", "no_effect"]},
        worked=("続いた訴えが効力を失い、2020-01-01 に完成していた",),
    ),
    Proposition(
        title="改正前の二度目の督促も催告に当たり、続く手続がなければ効力がない",
        cites=("civil_code_old/153", "local_tax_act/18-2/1/2"),
        rule="prescription",
        given=tax(event("formal_demand", "2018-07-20"), event("formal_demand", "2019-12-01"), on="2023-01-01")
        | {"cause_on": "2018-04-01", "due_on": "2018-06-30"},
        expected={"commences_on": "2018-07-31", "completes_on": "2023-07-31", "effects": ["interrupted", "no_effect"]},
        worked=("最初の督促により 2018-07-31 から5年", "2019-12-01 の督促は更新せず、6月以内の手続もない"),
    ),
    Proposition(
        title="協議の合意があるときは、合意から1年を経過するまで完成しない",
        cites=("civil_code/151/1/1",),
        rule="prescription",
        given=private(event("negotiation_agreement", "2026-06-10"), on="2026-11-21"),
        expected={"completes_on": "2027-06-11", "barred_by": "negotiation_agreement"},
        worked=("2026-06-11 から1年の末日は 2027-06-10",),
    ),
    Proposition(
        title="1年未満の協議期間を定めたときは、その期間の末日まで完成しない",
        cites=("civil_code/151/1/2",),
        rule="prescription",
        given=private(event("negotiation_agreement", "2026-06-10", until="2026-12-10"), on="2026-11-21"),
        expected={"completes_on": "2026-12-11"},
        worked=("定めた期間の末日 2026-12-10 は1年の末日 2027-06-10 より早い",),
    ),
    Proposition(
        title="協議の続行が拒まれたときは、通知から6月と1年の早い方まで完成しない",
        cites=("civil_code/151/1/3", "civil_code/151/1/1"),
        rule="prescription",
        given=private(
            event("negotiation_agreement", "2026-06-10"), event("negotiation_refused", "2026-08-15"), on="2026-11-21"
        ),
        expected={"completes_on": "2027-02-16"},
        worked=("2026-08-15 の翌日から6月の末日は 2027-02-15", "合意から1年の末日 2027-06-10 より早い"),
    ),
    Proposition(
        title="合意の終わりが拒絶として記録されたときも、その日から6月で数える",
        cites=("civil_code/151/1/3",),
        rule="prescription",
        given=private(
            event("negotiation_agreement", "2026-06-10", until="2026-08-15", outcome="withdrawn"), on="2026-11-21"
        ),
        expected={"completes_on": "2027-02-16"},
        worked=("拒絶の通知 2026-08-15 の翌日から6月の末日は 2027-02-15",),
    ),
    Proposition(
        title="協議の合意を重ねても、本来完成すべき時から通じて5年を超えない",
        cites=("civil_code/151/2",),
        rule="prescription",
        given=private(
            event("negotiation_agreement", "2026-06-10"),
            event("negotiation_agreement", "2027-06-01"),
            event("negotiation_agreement", "2028-05-20"),
            event("negotiation_agreement", "2029-05-10"),
            event("negotiation_agreement", "2030-05-01"),
            event("negotiation_agreement", "2031-04-20"),
            on="2031-06-01",
        ),
        expected={"completes_on": "2031-07-01", "complete": False},
        worked=(
            "本来は 2026-07-01 に完成する。その時から5年の末日は 2031-06-30",
            "最後の合意の1年の末日 2032-04-20 より早い",
        ),
    ),
    Proposition(
        title="催告による猶予の間の協議の合意に、猶予の効力はない",
        cites=("civil_code/151/3",),
        rule="prescription",
        given=private(
            event("informal_demand", "2026-05-20"), event("negotiation_agreement", "2026-06-10"), on="2026-08-01"
        ),
        expected={"completes_on": "2026-11-21", "effects": ["postponed", "no_effect"]},
        worked=("催告の猶予は 2026-11-20 まで", "その間の合意は数えない"),
    ),
    Proposition(
        title="協議の合意による猶予の間の催告に、猶予の効力はない",
        cites=("civil_code/151/3",),
        rule="prescription",
        given=private(
            event("negotiation_agreement", "2026-06-10", until="2026-09-10"),
            event("informal_demand", "2026-09-01"),
            on="2026-09-01",
        ),
        expected={"completes_on": "2026-09-11", "effects": ["postponed", "no_effect"]},
        worked=("合意の猶予は 2026-09-10 まで", "その間の催告は数えない"),
    ),
    Proposition(
        title="2020年4月1日より前の協議の合意に、猶予の効力はない",
        cites=("civil_code_amendment_2017/10/3",),
        rule="prescription",
        given=old_loan(event("negotiation_agreement", "2020-03-31"), on="2020-05-01")
        | {"cause_on": "2008-04-01", "due_on": "2010-04-15"},
        expected={"completes_on": "2020-04-16", "effects": ["no_effect"]},
        worked=("施行日の前日の合意は数えない", "2010-04-16 から10年、末日 2020-04-15"),
    ),
    Proposition(
        title="債務の承認により、時効は翌日から新たに進む",
        cites=("civil_code/152/1", "civil_code/140"),
        rule="prescription",
        given=private(event("acknowledgment", "2024-02-28")),
        expected={"commences_on": "2024-02-29", "completes_on": "2029-03-01", "effects": ["renewed"]},
        worked=("2024-02-28 の翌日 2024-02-29 から5年", "2029年2月に29日はなく、末日 2029-02-28"),
    ),
    Proposition(
        title="一部納付と納付誓約は、債務の承認に当たる",
        cites=("civil_code/152/1",),
        rule="prescription",
        given=private(event("payment_pledge", "2022-10-05"), event("partial_payment", "2023-04-30")),
        expected={"commences_on": "2023-05-01", "completes_on": "2028-05-01", "effects": ["renewed", "renewed"]},
        worked=("最後の承認 2023-04-30 の翌日から5年",),
    ),
    Proposition(
        title="債務者が自ら納めた収納は、承認として数える",
        cites=("civil_code/152/1",),
        rule="prescription",
        given=tax(receipts=[{"on": "2023-04-30", "yen": 5000, "voluntary": True}]),
        expected={"commences_on": "2023-05-01", "completes_on": "2028-05-01"},
        worked=("2023-04-30 の納付の翌日から5年",),
    ),
    Proposition(
        title="差押えによる取立てや第三者の納付は、承認に当たらない",
        cites=("civil_code/152/1", "local_tax_act/20-6/1"),
        rule="prescription",
        given=tax(receipts=[{"on": "2023-04-30", "yen": 5000, "voluntary": False}]),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-01"},
        worked=("債務者の行為でない収納は数えない",),
    ),
    Proposition(
        title="履行期限の前の承認は、起算日を変えない",
        cites=("civil_code/152/1", "civil_code/166/1"),
        rule="prescription",
        given=private(event("acknowledgment", "2021-06-30")),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-01", "effects": ["no_effect"]},
        worked=("時効はまだ進んでいない",),
    ),
    Proposition(
        title="改正前の承認も、時効を中断して翌日から新たに進ませる",
        cites=("civil_code_old/147/0/3", "civil_code_old/157/1"),
        rule="prescription",
        given=old_loan(event("acknowledgment", "2020-03-31")),
        expected={"commences_on": "2020-04-01", "completes_on": "2030-04-01", "effects": ["interrupted"]},
        worked=("2020-03-31 の承認の翌日から10年、末日 2030-03-31",),
    ),
    Proposition(
        title="改正後の承認は、旧法の債権でも更新と呼ぶ",
        cites=("civil_code/152/1", "civil_code_amendment_2017/10/2"),
        rule="prescription",
        given=old_loan(event("acknowledgment", "2020-04-01")),
        expected={"commences_on": "2020-04-02", "completes_on": "2030-04-02", "regime": "old", "effects": ["renewed"]},
        worked=("効力の新旧は承認の日で決まり、期間の10年は変わらない",),
    ),
    Proposition(
        title="基準日より後の経過は数えず、対象外として示す",
        cites=("civil_code/152/1",),
        rule="prescription",
        given=private(event("acknowledgment", "2026-06-02"), on="2026-06-01"),
        expected={"completes_on": "2026-07-01", "effects": ["ignored"], "next_change_on": "2026-06-02"},
        worked=("2026-06-01 に 2026-06-02 の承認はまだない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
