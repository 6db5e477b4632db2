"""One object per route for the matrix of permissions: plain data, one line each.

To add a route, add a line to SAMPLES: its name, the arguments of an object of the officer's own section (介護保険課), and of one of another
section (None when everybody with the permission may see every object). A route without arguments needs no line. Objects that a request
ends or changes are made for this in tests/support/small_city_samples.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: They see the persons of every office.
EVERYWHERE = frozenset({"recovery", "auditor"})


@dataclass(frozen=True)
class Sample:
    """`own` and `other` are the route's arguments, `posted` what is posted to reach the act behind the form.

    `only`: of those with the permission, these alone reach the own object. `beyond`: these reach that of the other section.
    `spent`: how the answer reads once somebody has posted before. `told`: what is refused leads back to a page that says so.
    """

    own: dict[str, Any]
    other: dict[str, Any] | None = None
    posted: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] | None = None
    beyond: frozenset[str] = EVERYWHERE
    spent: str = ""
    told: bool = False


_CARE = {"sheet_year": 2018, "key": "福祉局-064"}
_FINE = {"sheet_year": 2018, "key": "市民局-038"}
#: An obligor with claims of the own section alone, and one with claims of another alone; the former has one thing of each kind.
OWN_OBLIGOR, OTHER_OBLIGOR = {"obligor_id": 50}, {"obligor_id": 72}
_OWN_CLAIM, _OTHER_CLAIM = {"claim_id": 1}, {"claim_id": 215}
_OWN_OFFICE, _OTHER_OFFICE = {"office_id": 4, "officer_id": 0}, {"office_id": 6, "officer_id": 0}
_OWN_PROPOSAL, _OTHER_PROPOSAL = {"proposal_id": 1}, {"proposal_id": 14}
_OWN_PLAN, _OTHER_PLAN = {"plan_id": 3}, {"plan_id": 1}
#: Who works at the own section, and nobody.
_SECTION, _NOBODY = frozenset({"officer", "manager"}), frozenset[str]()
_START = {"start": "1"}

SAMPLES: dict[str, Sample] = {
    "law-parameter": Sample({"parameter_id": "late_charge_later"}),
    "law-act": Sample({"act_id": "civil_code"}),
    "law-terms": Sample({"kind": "tax"}),
    "sheet": Sample(_CARE),
    "sheet-file": Sample(_CARE | {"file_format": "json"}),
    "cell": Sample(_CARE | {"row_id": "result", "column_id": "current_received"}),
    "state-cell": Sample(_FINE | {"portion": "current", "state_id": "S02"}),
    "claim": Sample(_OWN_CLAIM, _OTHER_CLAIM),
    "obligor": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-start": Sample(OWN_OBLIGOR),
    "obligor-contact": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "act": Sample(OWN_OBLIGOR | {"kind": "seizure"}, OTHER_OBLIGOR | {"kind": "seizure"}),
    "act-reverse": Sample({"act_id": 14}, {"act_id": 2}),
    "obligor-marks": Sample(OWN_OBLIGOR, OTHER_OBLIGOR, posted={"kind": "two_officers"}),
    "obligor-mark": Sample(OWN_OBLIGOR | {"mark_id": 1}, OTHER_OBLIGOR | {"mark_id": 2}),
    "obligor-facts": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-fact": Sample(OWN_OBLIGOR | {"fact_id": 1}, OTHER_OBLIGOR | {"fact_id": 2}),
    "obligor-party": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-heirs": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-joins": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-part": Sample(
        OWN_OBLIGOR | {"join_id": 1}, OTHER_OBLIGOR | {"join_id": 2}, posted={"reason": "別人と分かった"}
    ),
    "search-drop": Sample(
        {"search_id": 1},
        {"search_id": 2},
        only=frozenset({"officer"}),
        beyond=_NOBODY,
        spent="自分の抽出条件ではありません",
    ),
    "work-list": Sample({"list_id": "untouched"}),
    "work-file": Sample({"list_id": "untouched"}, posted={"purpose": "権限の確認"}),
    "bulk-begin": Sample({"list_id": "untouched"}, posted={"kind": "next_contact"}),
    "bulk-run": Sample({"run_id": 1}, {"run_id": 5}),
    "bulk-go": Sample(
        {"run_id": 1}, {"run_id": 5}, posted=_START, only=_SECTION, beyond=_NOBODY, spent="一括処理は終わっています"
    ),
    "bulk-stop": Sample({"run_id": 2}, {"run_id": 5}, only=_SECTION, beyond=_NOBODY, spent="進んでいません"),
    "bulk-sent": Sample({"run_id": 3}, {"run_id": 5}, only=_SECTION, beyond=_NOBODY, spent="発送済みにできません"),
    "bulk-undo": Sample(
        {"run_id": 4}, {"run_id": 5}, posted=_START, only=_SECTION, beyond=_NOBODY, spent="取り消せません"
    ),
    "search-keep": Sample({"list_id": "untouched"}, posted={"name": "権限の確認"}),
    "hand-over": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-file": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-step": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-new": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "hand-over-rule-end": Sample({"rule_id": 2}, {"rule_id": 3}, beyond=_NOBODY, spent="すでに終わっています"),
    "halt-end": Sample({"halt_id": 3}, {"halt_id": 4}, posted={"reason": "権限の確認"}, spent="すでに終わっています"),
    "campaign": Sample({"campaign_id": 1}),
    "sent-list": Sample({"list_id": 1}, {"list_id": 2}),
    "sent-list-answer": Sample({"list_id": 1}, {"list_id": 2}),
    "officer-report": Sample(_OWN_OFFICE, _OTHER_OFFICE),
    "officer-report-file": Sample(_OWN_OFFICE, _OTHER_OFFICE),
    "manager-plot": Sample({"plot": "ages"}),
    "plan-new": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "plan": Sample(_OWN_PLAN, _OTHER_PLAN),
    "plan-sheet": Sample(_OWN_PLAN, _OTHER_PLAN),
    "plan-end": Sample(_OWN_PLAN, _OTHER_PLAN),
    "plan-review": Sample(_OWN_PLAN, _OTHER_PLAN),
    "salary": Sample({"property_id": 3}, {"property_id": 1}),
    "properties": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "ask-property": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "property-record": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "property-change": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "person-looks": Sample(OWN_OBLIGOR),
    "person-looks-csv": Sample(OWN_OBLIGOR),
    "protection": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-ask": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-keep": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-answer": Sample({"request_id": 2}, {"request_id": 3}, told=True),
    "absence-withdraw": Sample(
        {"absence_id": 2},
        {"absence_id": 3},
        only=frozenset({"officer", "manager", "administrator"}),
        beyond=frozenset({"administrator"}),
    ),
    "account": Sample({"username": "officer"}),
    "account-act": Sample({"username": "forgetful", "verb": "unlock"}),
    "approval": Sample(_OWN_PROPOSAL, _OTHER_PROPOSAL),
    "approval-paper": Sample(_OWN_PROPOSAL, _OTHER_PROPOSAL),
    "approval-decide": Sample(_OWN_PROPOSAL, _OTHER_PROPOSAL),
    "approval-move": Sample(_OWN_PROPOSAL, _OTHER_PROPOSAL),
    "approval-redraft": Sample(_OWN_PROPOSAL, _OTHER_PROPOSAL),
}
