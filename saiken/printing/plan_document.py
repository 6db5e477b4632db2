"""An instalment plan as a document for the template `plan`: the promise, the claims it covers, every instalment, where to sign.

The one idea: the wording is ours, short and the same for every plan; the figures come from the plan as it was recorded. What is not known
or
must not be shown is a blank line to be filled in by hand.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.claim.plan import PlanKind
from saiken.domain.dates.era import format_wareki

#: A part of a document: what JSON knows.
Part = dict[str, Any]

_TITLES = {
    PlanKind.PLEDGE: "納付誓約書（分割納付計画書）",
    PlanKind.COLLECTION_GRACE: "分割納付計画書（徴収の猶予）",
    PlanKind.CONVERSION_GRACE: "分割納付計画書（換価の猶予）",
    PlanKind.DEFERRAL: "分割納付計画書（履行延期）",
    PlanKind.COURT_SETTLEMENT: "分割納付計画書（裁判上の和解）",
}
_PROMISE = (
    "私は、下の「納付する債権」について、{on}現在、合計{owed}円を納付する義務があることを承認し、"
    "下の「納付の計画」のとおり、{count}回に分けて{last}までに納付することを約束します。"
)
_NOTES = (
    "納付日までに納付がないときは、この計画を取り消し、財産の差押えや裁判所の手続を行うことがあります。",
    "分割して納付している間も、延滞金又は遅延損害金がかかります。計画に含まれない分は、後で別に納付していただきます。",
    "収入や生活の様子が変わったときは、納付日が来る前に、下の担当までご連絡ください。計画を見直すことができる場合があります。",
)


@dataclass(frozen=True)
class PaperClaim:
    """A claim as the paper names it."""

    receivable: str
    number: str
    due_on: date
    yen: int


@dataclass(frozen=True)
class PlanPaper:
    """What stands on the paper. `address` empty leaves a line; `instalments` are number, day, yen."""

    number: int
    kind: PlanKind
    addressee: str
    office: str
    name: str
    address: str
    agreed_on: date
    charge_yen: int
    order: str
    claims: tuple[PaperClaim, ...]
    instalments: tuple[tuple[int, date, int], ...]


def plan_document(paper: PlanPaper) -> Part:
    """The document of one plan; `title` names the PDF."""
    total_yen = sum(yen for _, _, yen in paper.instalments)
    owed_yen = sum(claim.yen for claim in paper.claims) + paper.charge_yen
    title = _TITLES[paper.kind]
    return {
        "title": title,
        "number": f"計画番号 {paper.number}",
        "addressee": paper.addressee,
        "agreed_on": format_wareki(paper.agreed_on),
        "promise": _PROMISE.format(
            on=format_wareki(paper.agreed_on),
            owed=f"{owed_yen:,}",
            count=len(paper.instalments),
            last=format_wareki(paper.instalments[-1][1]),
        ),
        "notes": list(_NOTES),
        "signature": [["住所", paper.address], ["氏名", paper.name], ["電話", ""]],
        "sign_here": "自署",
        "claims": {
            "heading": "納付する債権",
            "header": ["順", "債権名", "調定番号・期別", "納期限", "残高（円）"],
            "rows": [
                [str(place), claim.receivable, claim.number, format_wareki(claim.due_on), f"{claim.yen:,}"]
                for place, claim in enumerate(paper.claims, start=1)
            ],
            "charge": ["計画に含める延滞金・遅延損害金", f"{paper.charge_yen:,}"] if paper.charge_yen else [],
            "total": ["合計", f"{owed_yen:,}"],
            "order": f"充てる順: {paper.order}",
        },
        "plan": {
            "heading": "納付の計画（円）",
            "header": ["回", "納付日", "納付額", "残り"],
            "rows": _rows(paper, total_yen),
            "total": ["合計", f"{total_yen:,}"],
        },
        "office": f"担当　{paper.office}",
        "copy": "この書面は二通作り、一通を本人にお渡しします。",
    }


def _rows(paper: PlanPaper, total_yen: int) -> list[list[str]]:
    rows, left_yen = [], total_yen
    for number, due_on, yen in paper.instalments:
        left_yen -= yen
        rows.append([str(number), format_wareki(due_on), f"{yen:,}", f"{left_yen:,}"])
    return rows
