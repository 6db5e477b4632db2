"""One object per route for the matrix of permissions: plain data, one line each.

To add a route, add a line to SAMPLES: its name, the arguments of an object of the officer's own section (介護保険課), and of one of another
section (None when everybody with the permission may see every object). A route without arguments needs no line.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sample:
    """`own` and `other` are the route's arguments. `absent`: the small city has no such object, so only the permission shows."""

    own: dict[str, Any]
    other: dict[str, Any] | None = None
    absent: bool = False


_CARE = {"sheet_year": 2018, "key": "福祉局-064"}
_FINE = {"sheet_year": 2018, "key": "市民局-038"}
#: An obligor with claims of the own section alone, and one with claims of another alone.
OWN_OBLIGOR, OTHER_OBLIGOR = {"obligor_id": 2}, {"obligor_id": 72}
_OWN_CLAIM, _OTHER_CLAIM = {"claim_id": 1}, {"claim_id": 215}

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
    "act": Sample(OWN_OBLIGOR | {"kind": "seizure"}, OTHER_OBLIGOR | {"kind": "seizure"}),
    "act-reverse": Sample({"act_id": 1}),
    "obligor-marks": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-mark": Sample(OWN_OBLIGOR | {"mark_id": 1}, OTHER_OBLIGOR | {"mark_id": 1}, absent=True),
    "obligor-facts": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-fact": Sample(OWN_OBLIGOR | {"fact_id": 1}, OTHER_OBLIGOR | {"fact_id": 1}, absent=True),
    "obligor-party": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-heirs": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-joins": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "obligor-part": Sample(OWN_OBLIGOR | {"join_id": 1}, OTHER_OBLIGOR | {"join_id": 1}, absent=True),
    "search-drop": Sample({"search_id": 1}, absent=True),
    "work-list": Sample({"list_id": "next_contact"}, absent=True),
    "work-file": Sample({"list_id": "next_contact"}, absent=True),
    "bulk-begin": Sample({"list_id": "first_demand"}, absent=True),
    "bulk-run": Sample({"run_id": 99}, absent=True),
    "bulk-go": Sample({"run_id": 99}, absent=True),
    "bulk-stop": Sample({"run_id": 99}, absent=True),
    "bulk-sent": Sample({"run_id": 99}, absent=True),
    "bulk-undo": Sample({"run_id": 99}, absent=True),
    "search-keep": Sample({"list_id": "next_contact"}, absent=True),
    "hand-over": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-file": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-step": Sample({"hand_over_id": 1}, {"hand_over_id": 2}),
    "hand-over-new": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "hand-over-rule-end": Sample({"rule_id": 99}, absent=True),
    "halt-end": Sample({"halt_id": 99}, absent=True),
    "campaign": Sample({"campaign_id": 1}),
    "sent-list": Sample({"list_id": 1}),
    "sent-list-answer": Sample({"list_id": 1}),
    "officer-report": Sample({"office_id": 4, "officer_id": 0}, {"office_id": 6, "officer_id": 0}),
    "officer-report-file": Sample({"office_id": 4, "officer_id": 0}, {"office_id": 6, "officer_id": 0}),
    "manager-plot": Sample({"plot": "ages"}),
    "plan-new": Sample(OWN_OBLIGOR, OTHER_OBLIGOR),
    "plan": Sample({"plan_id": 1}, absent=True),
    "plan-sheet": Sample({"plan_id": 1}, absent=True),
    "plan-end": Sample({"plan_id": 1}, absent=True),
    "plan-review": Sample({"plan_id": 1}, absent=True),
    "person-looks": Sample(OWN_OBLIGOR),
    "person-looks-csv": Sample(OWN_OBLIGOR),
    "protection": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-ask": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-keep": Sample({"obligor_id": 3}, OTHER_OBLIGOR),
    "protection-answer": Sample({"request_id": 99}, absent=True),
    "absence-withdraw": Sample({"absence_id": 99}, absent=True),
    "account": Sample({"username": "officer"}),
    "account-act": Sample({"username": "forgetful", "verb": "unlock"}),
    "approval": Sample({"proposal_id": 1}),
    "approval-paper": Sample({"proposal_id": 1}),
    "approval-decide": Sample({"proposal_id": 1}),
    "approval-move": Sample({"proposal_id": 1}),
    "approval-redraft": Sample({"proposal_id": 1}),
}
