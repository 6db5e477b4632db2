"""Adapter of the conditions of single acts: one claim with its events in, the conditions that fail out.

The one idea: the act names the rule; what an officer judges is given by name. It computes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from saiken.domain.claim.case import Case
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.party import PRINCIPAL_KEY, SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.rules import court_force, giving_up, insolvency, plan_breach, seizure_steps, succession_steps
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.guarantor_claim import may_claim_on_guarantor
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.reminder import may_remind
from saiken.domain.rules.seizure_start import may_seize, may_take_to_court
from saiken.law.lawbook import LawBook
from tests.spec.engines import reference_states

_Facts = Mapping[str, Any]
_Rule = Callable[[Case, LawBook, _Facts], Explained[Permission]]


def act_condition(book: LawBook, *, act: str, **given: Any) -> Mapping[str, Any]:
    """Whether the act may be done to the claim on the day, what fails, what is warned of."""
    answer = _RULES[act](_case(**given), book, given)
    return {
        "allowed": answer.value.allowed,
        "failing": [found.key for found in answer.value.failing],
        "warned": bool(answer.value.warnings),
    }


def _case(**given: Any) -> Case:
    """The claim of the states' examples, with caps of guarantors and a kind of its own where one is given."""
    case = reference_states._case(**{name: given[name] for name in _CASE if name in given})
    parties = tuple(map(_party, given.get("parties", ()))) or SOLE_PRINCIPAL
    return replace(case, parties=parties, kind=ClaimKind(given["kind"]) if "kind" in given else case.kind)


def _against(facts: _Facts) -> dict[str, Any]:
    """Whom a court is asked to act against, and whether their discharge reaches the claim."""
    return {
        "not_covered": facts.get("not_covered", False),
        "against": facts.get("against", (PRINCIPAL_KEY,)),
    }


def _together(facts: _Facts) -> tuple[Case, ...]:
    """The other claims of the stroke: the claim itself but for what differs."""
    return tuple(_case(**{**facts, **other}) for other in facts.get("others", ()))


def _party(entry: _Facts) -> Party:
    role, corporation = PartyRole(entry["role"]), entry.get("is_corporation", False)
    return Party(entry["key"], role, is_corporation=corporation, cap_yen=entry.get("cap_yen"))


#: What makes the case; everything else is the officer's.
_CASE = ("legal_class", "due_on", "balance_yen", "cause_on", "receipts", "events")

_RULES: Mapping[str, _Rule] = {
    "seize": lambda case, book, facts: may_seize(case, on=facts["on"], lawbook=book),
    "sue": lambda case, book, facts: may_take_to_court(case, on=facts["on"], lawbook=book, **_against(facts)),
    "remind": lambda case, _, facts: may_remind(case, on=facts["on"]),
    "announce": lambda case, book, facts: seizure_steps.may_announce_seizure(case, on=facts["on"], lawbook=book),
    "join": lambda case, book, facts: seizure_steps.may_participate_in_seizure(
        case, seized_by_another=facts["seized_by_another"], on=facts["on"], lawbook=book
    ),
    "request": lambda case, _, facts: seizure_steps.may_request_distribution(
        case, enforcement_by_another=facts.get("enforcement_by_another", False), on=facts["on"]
    ),
    "collect": lambda case, _, facts: seizure_steps.may_collect_seized(case, on=facts["on"]),
    "convert": lambda case, _, facts: seizure_steps.may_convert(
        case, not_final=facts.get("not_final", False), on=facts["on"]
    ),
    "distribute": lambda case, _, facts: seizure_steps.may_distribute(case, on=facts["on"]),
    "hopeless": lambda case, _, facts: seizure_steps.may_judge_hopeless(case, on=facts["on"]),
    "release": lambda case, _, facts: seizure_steps.may_release_seizure(
        case, ground=seizure_steps.ReleaseGround(facts["ground"]), on=facts["on"]
    ),
    "execute": lambda case, _, facts: court_force.may_execute(case, on=facts["on"], **_against(facts)),
    "disclose": lambda case, book, facts: court_force.may_ask_for_disclosure(
        case,
        on=facts["on"],
        lawbook=book,
        not_satisfied=facts.get("not_satisfied", True),
        hidden=facts.get("hidden", False),
    ),
    "third_parties": lambda case, book, facts: court_force.may_ask_third_parties(
        case,
        asked_about=court_force.AskedAbout(facts["asked_about"]),
        on=facts["on"],
        lawbook=book,
        not_satisfied=facts.get("not_satisfied", True),
        injury=facts.get("injury", False),
    ),
    "settle": lambda case, _, facts: court_force.may_settle_in_court(case, on=facts["on"], **_against(facts)),
    "attach": lambda case, _, facts: court_force.may_attach_provisionally(
        case, on=facts["on"], needed=facts["needed"], **_against(facts)
    ),
    "judge": lambda case, _, facts: court_force.may_record_judgment(case, on=facts["on"]),
    "no_execution": lambda case, _, facts: court_force.may_judge_execution_hopeless(case, on=facts["on"]),
    "participate": lambda case, _, facts: insolvency.may_participate(case, on=facts["on"]),
    "close": lambda case, _, facts: insolvency.may_record_closing(case, on=facts["on"]),
    "discharge": lambda case, _, facts: insolvency.may_record_discharge(case, on=facts["on"]),
    "look_for_heirs": lambda case, _, facts: succession_steps.may_look_for_heirs(case, on=facts["on"]),
    "renounce": lambda case, book, facts: succession_steps.may_renounce(
        case, named=facts["named"], on=facts["on"], lawbook=book
    ),
    "limit": lambda case, book, facts: succession_steps.may_accept_with_limit(
        case, by_all=facts["by_all"], on=facts["on"], lawbook=book
    ),
    "no_heir": lambda case, _, facts: succession_steps.may_find_no_heir(case, on=facts["on"]),
    "undetermined": lambda case, _, facts: succession_steps.may_leave_heirs_undetermined(case, on=facts["on"]),
    "administrator": lambda case, _, facts: succession_steps.may_ask_for_administrator(case, on=facts["on"]),
    "guarantor": lambda case, _, facts: may_claim_on_guarantor(
        case,
        named=facts["named"],
        claimed_yen=facts.get("claimed_yen"),
        on=facts["on"],
        together=_together(facts),
    ),
    "waive_by_ordinance": lambda case, book, facts: giving_up.may_waive_by_ordinance(
        case,
        ground=giving_up.WaiverGround(facts["ground"]),
        hardship=facts.get("hardship", False),
        on=facts["on"],
        lawbook=book,
    ),
    "waive_by_assembly": lambda case, _, facts: giving_up.may_waive_by_assembly(case, on=facts["on"]),
    "waive_by_delegation": lambda case, _, facts: giving_up.may_waive_by_delegation(
        case, limit=giving_up.DelegatedLimit(facts["limit_yen"]), on=facts["on"], together=_together(facts)
    ),
    "invoke": lambda case, book, facts: giving_up.may_record_invocation(
        case, party=PRINCIPAL_KEY, on=facts["on"], lawbook=book
    ),
    "reduce": lambda case, _, facts: giving_up.may_reduce(
        case, yen=facts.get("yen"), component_yen=facts["balance_yen"]
    ),
    "treat_as_loan": lambda case, _, facts: giving_up.may_treat_as_loan(case, on=facts["on"]),
    "breach": lambda case, _, facts: plan_breach.may_record_breach(case, on=facts["on"]),
    "recheck": lambda case, _, facts: plan_breach.may_recheck_suspension(case, on=facts["on"]),
}
