"""An explained claim as one JSON document.

The one idea: identifiers and ISO days for programs, the sentences beside them; printed spans include both days.
"""

from collections.abc import Mapping
from typing import Any

from saiken.cli.law_money import explained_document
from saiken.domain.states.classification import Classification, Holding
from saiken.domain.states.table import State
from saiken.law.lawbook import LawBook
from saiken.register.queries.explain import Answer, Explanation, PartyPrescription


def explanation_document(found: Explanation, *, book: LawBook, states: Mapping[str, State]) -> dict[str, Any]:
    """Everything; what is not answered carries its refusal."""
    case = found.case
    return {
        "claim": found.claim_id,
        "title": found.title,
        "on": found.on,
        "law_hash": book.hash,
        "kind": case.kind.value if case else None,
        "legal_class": case.legal_class.value if case else None,
        "profile": case.profile if case else None,
        "cause_on": case.cause_on if case else None,
        "due_on": case.due_on if case else None,
        "balance_yen": found.balance_yen,
        "balances": [
            {**vars(component), "component": component.component.value, "balance_yen": component.balance_yen}
            for component in found.balances
        ],
        "charge": _answer(found.charge, book),
        "prescription": [_party(party, book) for party in found.parties],
        "state": _state(found.classification, book=book, states=states) if found.classification else _unknown(found),
        "assumptions": list(found.assumptions),
    }


def _unknown(found: Explanation) -> dict[str, Any]:
    return {"standing": "data_to_check", "id": None, "reasons": [found.charge.refusal]}


def _answer(answer: Answer[Any], book: LawBook) -> dict[str, Any]:
    if answer.explained is None:
        return {"refused": answer.refusal}
    return {"yen": answer.explained.value.yen, **explained_document(answer.explained, book)}


def _party(party: PartyPrescription, book: LawBook) -> dict[str, Any]:
    who = {"party": party.party.key, "role": party.party.role.value, "name": party.name}
    if party.answer.explained is None:
        return {**who, "refused": party.answer.refusal}
    answer = party.answer.explained.value
    return {
        **who,
        "commences_on": answer.commences_on,
        "completes_on": answer.completes_on,
        "complete": answer.complete,
        "needs_invocation": answer.needs_invocation,
        "extinct_on": answer.extinct_on,
        "barred_by": answer.barred_by,
        "regime": answer.regime,
        "timeline": [
            {
                "on": moment.on,
                "event": moment.event.kind.value if moment.event else None,
                "effect": moment.effect.value,
                "sentence": moment.sentence,
                "completes_on": moment.completes_on,
                "citations": [book.text(citation) for citation in moment.citations],
            }
            for moment in answer.timeline
        ],
        "assumptions": list(party.answer.explained.assumptions),
    }


def _state(found: Classification, *, book: LawBook, states: Mapping[str, State]) -> dict[str, Any]:
    return {
        "standing": found.standing.value,
        "id": found.state_id or None,
        "mark": states[found.state_id].mark if found.state_id else None,
        "proof": _holding(found.proof, book) if found.proof else None,
        "lost": [{**_holding(lost, book), "why": lost.why} for lost in found.lost],
        "next_changes": [
            {"on": change.on, "state": change.state_id or None, "sentence": change.sentence}
            for change in found.next_changes
        ],
        "next_change_on": found.next_change_on,
        "completes_on": found.completes_on,
        "extinct_on": found.extinct_on,
        "reasons": [contradiction.sentence for contradiction in found.contradictions],
    }


def _holding(held: Holding, book: LawBook) -> dict[str, Any]:
    return {
        "state": held.state_id,
        "party": held.party,
        "since": held.since,
        "sentence": held.sentence,
        "events": list(held.events),
        "citations": [book.text(citation) for citation in held.citations],
    }
