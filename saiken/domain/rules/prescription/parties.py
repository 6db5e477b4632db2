"""Which events count for one party: its own, those of the person it succeeded, and those that the law carries over.

The one idea: postponement and renewal work between the parties and their successors only (民法 153条); a guarantor follows the principal
obligor (457条1項), and before the reform a demand to one joint obligor counted for all (旧434条). It does not say what an event does.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.party import PRINCIPAL_KEY, Party, PartyRole
from saiken.domain.errors import InvalidInput

#: Demands in the sense of the former article 434: they reached every joint obligor.
_DEMANDS = frozenset(
    {
        EventKind.FORMAL_DEMAND,
        EventKind.INFORMAL_DEMAND,
        EventKind.NOTICE_OF_INTENDED_SEIZURE,
        EventKind.GUARANTOR_CLAIM,
        EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT,
        EventKind.SETTLEMENT_BEFORE_SUIT,
        EventKind.MEDIATION,
        EventKind.BANKRUPTCY_PARTICIPATION,
    }
)
#: What concerns the claim, whoever answers for it.
_OF_THE_CLAIM = frozenset({EventKind.DISASTER, EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION})
_ACCESSORY = frozenset({PartyRole.GUARANTOR, PartyRole.SECONDARY})


def party_of(case: Case, key: str) -> Party:
    """The party of a key; the only party answers to any principal's name; raises InvalidInput when there is none."""
    for party in case.parties:
        if party.key == key:
            return party
    if key == PRINCIPAL_KEY:
        return principal_of(case)
    raise InvalidInput("当事者が見つかりません", place="obligors", found=key, expected="、".join(_keys(case)))


def principal_of(case: Case) -> Party:
    """The principal obligor: whoever has that role, else the first party."""
    return next((party for party in case.parties if party.role is PartyRole.PRINCIPAL), case.parties[0])


def is_accessory(party: Party) -> bool:
    """Whether the party's debt stands and falls with the principal's."""
    return party.role in _ACCESSORY


def events_of(case: Case, party: Party, *, reform_on: date) -> Iterator[tuple[CaseEvent, bool]]:
    """The events that count for a party, each with whether it is the party's own (named, or its predecessor's)."""
    if len(case.parties) == 1:
        yield from ((event, True) for event in case.events)
        return
    principal = principal_of(case)
    for event in case.events:
        named = event.obligors or (principal.key,)
        if party.key in named or event.kind in _OF_THE_CLAIM or _inherited(case, party, event=event):
            yield event, True
        elif _carried_over(case, party, event=event, reform_on=reform_on):
            yield event, False


def _inherited(case: Case, party: Party, *, event: CaseEvent) -> bool:
    """An heir takes over what happened to the deceased until the death."""
    if party.role is not PartyRole.HEIR:
        return False
    named = event.obligors or (principal_of(case).key,)
    died_on = party.from_on or _death(case)
    return principal_of(case).key in named and (died_on is None or event.on <= died_on)


def _carried_over(case: Case, party: Party, *, event: CaseEvent, reform_on: date) -> bool:
    """What the principal's events do to a guarantor, and, before the reform, a demand to one for all who are jointly liable.

    A guarantor follows whatever reaches the principal, so a demand that reaches all reaches the guarantor too.
    """
    principal = principal_of(case)
    named = event.obligors or (principal.key,)
    if is_accessory(party) and principal.key in named:
        return True
    if event.kind not in _DEMANDS or party.role is PartyRole.HEIR:
        return False
    return any(_reached(case, other, reform_on=reform_on) for other in case.parties if other.key in named)


def _reached(case: Case, other: Party, *, reform_on: date) -> bool:
    """Whether a demand to that party reaches the others: joint liability or a joint guarantee made before the reform."""
    if other.role is PartyRole.GUARANTOR:
        return (other.from_on or case.cause_on) < reform_on
    return other.role in (PartyRole.JOINT, PartyRole.PRINCIPAL) and case.cause_on < reform_on


def _death(case: Case) -> date | None:
    return min((event.on for event in case.events if event.kind is EventKind.DEATH), default=None)


def _keys(case: Case) -> list[str]:
    return [party.key for party in case.parties]
