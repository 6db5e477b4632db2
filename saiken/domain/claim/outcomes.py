"""How each kind of case event may end (終わり方).

The one idea: one table; only what a court can settle is ever fixed (確定), only a disposition is cancelled as illegal. A kind that is not
in the table has no end: it happened on its day. What an end means for prescription and state is decided by rules.
"""

from collections.abc import Mapping

from saiken.domain.claim.case_event import EventKind, Outcome

_DONE, _UNDONE = Outcome.COMPLETED, Outcome.RELEASED
_WITHDRAWN, _ILLEGAL, _FIXED, _DISMISSED = (
    Outcome.WITHDRAWN,
    Outcome.CANCELLED_AS_ILLEGAL,
    Outcome.FIXED,
    Outcome.DISMISSED,
)

_LOOKING = frozenset({_DONE, _WITHDRAWN})
_DISPOSITION = frozenset({_DONE, _UNDONE, _WITHDRAWN, _ILLEGAL})
_IN_COURT = frozenset({_WITHDRAWN, _FIXED, _DISMISSED})
_COURT = _IN_COURT | {_DONE}
_EXECUTION = frozenset({_DONE, _UNDONE, _WITHDRAWN, _ILLEGAL, _DISMISSED})
_PROMISE = frozenset({_DONE, _UNDONE, _WITHDRAWN})
_GRANTED = frozenset({_DONE, _UNDONE, _WITHDRAWN, _ILLEGAL})
_FINDING = frozenset({_UNDONE})
_ERRAND = frozenset({_DONE, _WITHDRAWN, _DISMISSED})

#: The outcomes that fit a kind of event.
OUTCOMES: Mapping[EventKind, frozenset[Outcome]] = {
    EventKind.FORMAL_DEMAND: frozenset({_WITHDRAWN, _ILLEGAL}),
    EventKind.NOTICE_OF_INTENDED_SEIZURE: _LOOKING,
    EventKind.PAYMENT_PLEDGE: _PROMISE,
    EventKind.NEGOTIATION_AGREEMENT: _LOOKING,
    EventKind.NEGOTIATION_REFUSED: _FINDING,
    EventKind.REVIEW_REQUEST: _COURT,
    EventKind.PROPERTY_INVESTIGATION: _LOOKING,
    EventKind.WHEREABOUTS_INVESTIGATION: _LOOKING,
    EventKind.HEIR_INVESTIGATION: _LOOKING,
    EventKind.WHEREABOUTS_UNKNOWN: _FINDING,
    EventKind.HEIRS_UNDETERMINED: _FINDING,
    EventKind.NO_HEIR: _FINDING,
    EventKind.RESIDENCE_REMOVAL_REQUEST: _ERRAND,
    EventKind.SEIZURE: _DISPOSITION,
    EventKind.PARTICIPATING_SEIZURE: _DISPOSITION,
    EventKind.DISTRIBUTION_REQUEST: _DISPOSITION,
    EventKind.CONVERSION: frozenset({_DONE, _WITHDRAWN, _ILLEGAL}),
    EventKind.DISTRIBUTION: frozenset({_DONE, _ILLEGAL}),
    EventKind.NO_PROSPECT_OF_CONVERSION: _FINDING,
    EventKind.PROVISIONAL_ATTACHMENT: _EXECUTION,
    EventKind.COURT_PAYMENT_ORDER: _COURT,
    EventKind.LAWSUIT: _IN_COURT,
    EventKind.SETTLEMENT_BEFORE_SUIT: _IN_COURT,
    EventKind.MEDIATION: _IN_COURT,
    EventKind.JUDGMENT: frozenset({_FIXED, _DISMISSED}),
    EventKind.COMPULSORY_EXECUTION: _EXECUTION,
    EventKind.PROPERTY_DISCLOSURE: _ERRAND,
    EventKind.THIRD_PARTY_INFORMATION: _ERRAND,
    EventKind.NO_PROSPECT_OF_EXECUTION: _FINDING,
    EventKind.COLLECTION_GRACE: _GRANTED,
    EventKind.CONVERSION_GRACE: _GRANTED,
    EventKind.PERFORMANCE_DEFERRAL: _GRANTED,
    EventKind.DISPOSITION_SUSPENSION: _GRANTED,
    EventKind.COLLECTION_SUSPENSION: _GRANTED,
    EventKind.SUSPENSION_NOT_RESOLVED: _FINDING,
    EventKind.HARDSHIP_WITHOUT_SUSPENSION: _FINDING,
    EventKind.DEBT_ADJUSTMENT_NOTICE: _LOOKING,
    EventKind.BANKRUPTCY_COMMENCEMENT: frozenset({_WITHDRAWN, _DISMISSED}),
    EventKind.BANKRUPTCY_PARTICIPATION: _COURT,
    EventKind.DISCHARGE: frozenset({_WITHDRAWN, _DISMISSED}),
    EventKind.DEATH: frozenset({_DONE}),
    EventKind.INHERITANCE_RENUNCIATION: frozenset({_DISMISSED}),
    EventKind.QUALIFIED_ACCEPTANCE: _ERRAND,
    EventKind.ESTATE_ADMINISTRATOR: _ERRAND,
    EventKind.DISASTER: frozenset({_DONE}),
    EventKind.GUARANTOR_CLAIM: _LOOKING,
    EventKind.LEGAL_CONSULTATION: _LOOKING,
    EventKind.CRIMINAL_COMPLAINT: _ERRAND,
    EventKind.HAND_OVER: _LOOKING,
    EventKind.ENTRUSTMENT: _PROMISE,
}


def fits(kind: EventKind, outcome: Outcome) -> bool:
    """Whether an event of the kind may end so."""
    return outcome in OUTCOMES.get(kind, frozenset())
