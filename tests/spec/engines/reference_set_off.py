"""Adapter of the set-off rule: plain values in, plain values out."""

from collections.abc import Mapping
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.set_off import Demandable, Owed, SetOff, may_set_off
from saiken.law.lawbook import LawBook

_OURS = ("prescribed_on", "was_bought")
_THEIRS = ("is_tax_refund", "may_not_be_seized", "is_wilful_tort", "is_injury", "seized_on")


def set_off(_book: LawBook, **given: Any) -> Mapping[str, Any]:
    """Whether a set-off is allowed, and what it does."""
    ours = Owed(
        ClaimKind(given["kind"]),
        given["ours_yen"],
        given["ours_due_on"],
        given.get("acquired_on", given["ours_due_on"]),
        given.get("cause_on", given["ours_due_on"]),
        **{key: given[key] for key in _OURS if key in given},
    )
    theirs = Demandable(
        given["theirs_yen"], given["theirs_due_on"], **{key: given[key] for key in _THEIRS if key in given}
    )
    case = SetOff(ours, theirs, given.get("barred_by_agreement", False), given.get("waives_time", False))
    answer = may_set_off(case, on=given["on"])
    return {
        "allowed": answer.value.allowed,
        "failing": [found.key for found in answer.value.failing],
        "effective_on": case.settable_on,
        "extinguished_yen": case.extinguished_yen,
        "assumption": "。".join(answer.assumptions),
    }
