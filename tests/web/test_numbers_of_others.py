"""Numbers of another section's things, sent in a form about one's own person: nothing of theirs is touched.

The one idea: the address is allowed and the rest of the form is right, so only the number inside can be what refuses it. Addresses
themselves are the matter of test_permission_matrix.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.web.conftest import Site
from tests.web.samples import OTHER_OBLIGOR, OWN_OBLIGOR
from tests.web.test_permission_matrix import operations, token_of

#: A claim, a property, an inquiry and a row of a list that belong to another section; a measure and a role of persons of another.
_CLAIM, _PROPERTY, _INQUIRY, _ROW, _MEASURE, _ROLE, _PROPOSAL = "220", "1", "3", "5", "2", "2", "14-1"
_DAY = "2026-10-01"
#: A person of the own section with an open claim; a person and a plan of another section.
_OWN, _OWN_CLAIM = {"obligor_id": 37}, {"claim": "238", "on": _DAY}
_STRANGER, _PLAN = str(OTHER_OBLIGOR["obligor_id"]), "1"
_NO_PARTY, _UNSEEN = f"債務者 {_STRANGER} は、選んだどの債権の", "見ることのできる範囲の外にあります"


@dataclass(frozen=True)
class Forged:
    """Who posts what to which route; `told` is what the answer says where one number alone is wrong."""

    name: str
    posted: Mapping[str, str]
    route: Mapping[str, object] = field(default_factory=lambda: OWN_OBLIGOR)
    query: str = ""
    username: str = "officer"
    told: str = ""


def _act(kind: str, told: str, **posted: str) -> Forged:
    """An act on the own person's own claim that names a stranger."""
    return Forged("act", {"step": "do", "parties": _STRANGER, **_OWN_CLAIM, **posted}, _OWN | {"kind": kind}, told=told)


FORGED = {
    "dead": _act("death", _NO_PARTY, source="family"),
    "dead-beside-the-principal": _act("death", _NO_PARTY, source="family", parties=f"37,{_STRANGER}"),
    "addressee": _act("informal_demand", _NO_PARTY, level="reminder"),
    "who-acknowledged": _act("acknowledgment", _NO_PARTY, reason="口頭"),
    "heir-told": _act("succession_notice", _NO_PARTY + "相続人"),
    "guarantor-asked": _act("guarantor_letter", _NO_PARTY + "保証人"),
    "principal-as-guarantor": _act("guarantor_letter", "債務者 37 は、選んだどの債権の保証人", parties="37"),
    "draft-that-names": _act(
        "guarantor_claim", _NO_PARTY + "保証人", step="draft", designated_on="2026-12-22", title="見本", reason="見本"
    ),
    "named-by-number": Forged(
        "obligor-party",
        {"role": "guarantor", "obligor_id": _STRANGER, "kind": "person", "from_on": _DAY, **_OWN_CLAIM},
        _OWN,
        told=_UNSEEN,
    ),
    "heir-by-number": Forged(
        "obligor-heirs",
        {"step": "register", "died_on": _DAY, "heir0-relation": "child", "heir0-name": "架空 長男"}
        | {"heir0-obligor_id": _STRANGER},
        _OWN,
        told=_UNSEEN,
    ),
    "plan-replaced": Forged(
        "plan-new",
        {"kind": "payment_pledge", "agreed_on": "2026-11-20", "first_on": "2026-11-30", "by": "count", "count": "12"}
        | {"unit_yen": "1000", "order": "oldest_due_first", "variant": "0", "seen_yen": "88281", "replaces": _PLAN}
        | {"review_every_months": "0", "tolerance_days": "0", "tolerance_yen": "0", **_OWN_CLAIM},
        _OWN,
        told="代わる前の計画に、選んだ債権が一つもありません",
    ),
    "change-of-property": Forged("property-change", {"property": _PROPERTY, "turn": "property_worthless", "on": _DAY}),
    "review-of-protection": Forged(
        "protection-keep",
        {"form": "review", "measure_id": _MEASURE, "reason": "終了の申出"},
        {"obligor_id": 3},
        username="manager",
    ),
    "join": Forged("obligor-joins", {"other": str(OTHER_OBLIGOR["obligor_id"]), "reason": "同じ人", "confirmed": "1"}),
    "party": Forged(
        "obligor-party",
        {"claim": _CLAIM, "role": "guarantor", "obligor_id": "51", "kind": "person", "from_on": _DAY},
    ),
    "party-taken-back": Forged(
        "obligor-party", {"reason": "別人と分かった"}, {"obligor_id": 40}, query=f"?role={_ROLE}"
    ),
    "inquiry": Forged(
        "ask-property",
        {
            "claim": _CLAIM,
            "on": _DAY,
            "answer_due_on": "2026-10-22",
            "ground": "consent",
            "row0-institution": "見本銀行",
        }
        | {f"row{number}-kind": "bank_deposit" for number in range(6)},
    ),
    "answer": Forged("answers", {f"result-{_INQUIRY}": "nothing_found", "answered_on": _DAY}, {}),
    "act": Forged("act", {"claim": _CLAIM, "step": "do", "on": _DAY}, OWN_OBLIGOR | {"kind": "informal_demand"}),
    "draft": Forged(
        "act",
        {
            "claim": _CLAIM,
            "step": "draft",
            "on": _DAY,
            "title": "見本",
            "reason": "見本",
            "property_kind": "bank_deposit",
        }
        | {"property": "普通預金"},
        OWN_OBLIGOR | {"kind": "seizure"},
    ),
    "hand-over": Forged(
        "hand-over-new",
        {"claim": _CLAIM, "from_office": "5", "to_office": "8", "condition": "on_request", "reason": "協議"},
    ),
    "plan": Forged(
        "plan-new",
        {"claim": _CLAIM, "kind": "payment_pledge", "agreed_on": _DAY, "first_on": "2026-10-25", "by": "count"}
        | {"count": "12", "unit_yen": "1000", "order": "oldest_due_first", "variant": "0"},
    ),
    "row-of-a-list": Forged("sent-list-answer", {"row": _ROW, "choice": "つく", "seen": "0"}, {"list_id": 1}),
    "approval": Forged("approvals-batch", {"proposal": _PROPOSAL}, {}, username="manager"),
    "bulk": Forged(
        "bulk-begin",
        {"kind": "next_contact", "key": "forged", "obligor": "72", "form_next_on": "2099-04-01"},
        {"list_id": "untouched"},
    ),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_number_of_another_section_inside_a_form_is_refused(site: Site, home: Path, forged: Forged) -> None:
    request = site.request_as(forged.username)
    before = operations(home)
    address = reverse(forged.name, kwargs=dict(forged.route)) + forged.query
    seen = re.search(r'name="seen" value="([^"]*)"', request.get(address).text())
    posted = {"submission": str(uuid4()), "seen": seen.group(1) if seen else "", **forged.posted}
    answer = request.post(
        address,
        headers={"X-CSRFToken": token_of(request), "Content-Type": "application/x-www-form-urlencoded"},
        data=urlencode([(name, each) for name, value in posted.items() for each in _several(name, value)]),
        max_redirects=0,
    )
    assert answer.status in (200, 302, 403, 404, 409, 422), answer.text()
    assert forged.told in answer.text()
    assert operations(home) == before


def _several(name: str, value: str) -> list[str]:
    """Boxes are sent one by one."""
    return value.split(",") if name == "parties" else [value]
