"""相続財産（民法160条）と天災等（161条）による完成猶予。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, old_loan, private, tax

PROPOSITIONS = (
    Proposition(
        title="債務者が死亡し相続人が確定しない間は、相続財産について時効は完成しない",
        cites=("civil_code/160",),
        rule="prescription",
        given=private(event("death", "2026-04-10"), on="2026-11-21"),
        expected={"completes_on": None, "complete": False, "barred_by": "death"},
        worked=("相続人の確定も管理人の選任もない",),
    ),
    Proposition(
        title="相続人が確定したときは、その時から6月を経過するまで完成しない",
        cites=("civil_code/160",),
        rule="prescription",
        given=private(event("death", "2026-04-10", until="2026-07-20"), on="2026-11-21"),
        expected={"completes_on": "2027-01-21", "barred_by": "death"},
        worked=("2026-07-20 の翌日から6月の末日は 2027-01-20",),
    ),
    Proposition(
        title="相続財産清算人が選任されたときも、その時から6月を数える",
        cites=("civil_code/160", "civil_code/952/1"),
        rule="prescription",
        given=private(event("death", "2026-04-10"), event("estate_administrator", "2026-09-30"), on="2026-11-21"),
        expected={"completes_on": "2027-04-01"},
        worked=("2026-09-30 の翌日 2026-10-01 から6月の末日は、応当日 2027-04-01 の前日 2027-03-31",),
    ),
    Proposition(
        title="相続人の確定がずっと前であれば、もとの末日が残る",
        cites=("civil_code/160",),
        rule="prescription",
        given=private(event("death", "2022-04-10", until="2022-07-20")),
        expected={"completes_on": "2026-07-01", "barred_by": None},
        worked=("6月の末日 2023-01-20 は、もとの末日 2026-06-30 より早い",),
    ),
    Proposition(
        title="期間の満了の時に天災があるときは、障害が消えてから3月を経過するまで完成しない",
        cites=("civil_code/161",),
        rule="prescription",
        given=private(event("disaster", "2026-06-20", until="2026-07-15"), on="2026-08-01"),
        expected={
            "completes_on": "2026-10-16",
            "barred_by": "disaster",
            "assumptions": ["天災等の間は、訴えや差押えの手続ができなかったものとした"],
        },
        worked=("満了の時 2026-06-30 の終わりは天災の間", "2026-07-15 の翌日から3月の末日は 2026-10-15"),
    ),
    Proposition(
        title="満了の前に障害が消えた天災は、完成を妨げない",
        cites=("civil_code/161",),
        rule="prescription",
        given=private(event("disaster", "2026-05-20", until="2026-06-29"), on="2026-08-01"),
        expected={"completes_on": "2026-07-01", "complete": True},
        worked=("2026-06-29 に障害が消え、末日 2026-06-30 には手続ができた",),
    ),
    Proposition(
        title="満了の時に天災が続いているときは、消えるまで完成しない",
        cites=("civil_code/161",),
        rule="prescription",
        given=private(event("disaster", "2026-06-20"), on="2026-08-01"),
        expected={"completes_on": None, "barred_by": "disaster", "complete": False},
        worked=("2026-06-30 の終わりも 2026-08-01 も天災の間",),
    ),
    Proposition(
        title="続いている天災も、満了の時がまだ来なければ完成する日を動かさない",
        cites=("civil_code/161",),
        rule="prescription",
        given=private(event("disaster", "2026-05-20"), on="2026-06-01"),
        expected={"completes_on": "2026-07-01", "complete": False, "next_change_on": "2026-06-30"},
        worked=(
            "満了の時 2026-06-30 の終わりにも続くかは分からない",
            "その日にも障害があれば、完成する日は定まらなくなる",
        ),
    ),
    Proposition(
        title="改正前の天災による猶予は、障害が消えてから2週間である",
        cites=("civil_code_old/161",),
        rule="prescription",
        given=old_loan(event("disaster", "2019-10-12", until="2019-10-31"), on="2019-11-10")
        | {"cause_on": "2008-04-01", "due_on": "2009-10-20"},
        expected={"completes_on": "2019-11-15", "complete": False},
        worked=("もとの末日 2019-10-20 は天災の間", "2019-10-31 から14日後の 2019-11-14 まで完成しない"),
    ),
    Proposition(
        title="時効を止める猶予に終わりがない間は、障害による変わり目も定まらない",
        cites=("civil_code/161", "local_tax_act/18-2/4"),
        rule="prescription",
        given=tax(event("collection_grace", "2026-03-01"), event("disaster", "2026-05-20"), on="2026-06-29"),
        expected={"completes_on": None, "barred_by": "collection_grace", "next_change_on": None},
        worked=("猶予の間は時効が進まず、満了の日がない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
