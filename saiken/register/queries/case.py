"""The facts about claims as the rules want them: a `Case` out of the register's rows.

The one idea: thousands are read with one statement per table, as of a recorded moment; conclusions are merged into the events they end,
reversed events are left out, and a claim whose receivable has no terms of law gets no case, never a guessed one. It decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import Any

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import SET_OFF_CAUSE, Account, Component, EntryKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY, SOLE_PRINCIPAL, Party, PartyRole, key_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.models import Claim, ObligorRole, ReceivableTerms
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.case_events import events_of

#: Claims read by one round of statements.
BATCH = 5_000

#: Why a claim has no case.
NO_TERMS = "債権の種類と条例の定めが、債権整理番号・債権区分・発生原因の日について登録されていません"

#: Money that force or a third party brought, which acknowledges nothing (民法152条 is about what the obligor does).
NOT_VOLUNTARY = frozenset({Channel.SEIZURE.value, Channel.SPECIAL_COLLECTION.value})

_SOLE_CORPORATION = (Party(is_corporation=True),)
_ACCOUNTS = {account.value: account for account in Account}
_COMPONENTS = {component.value: component for component in Component}
_KINDS = {kind.value: kind for kind in ClaimKind}
_CLASSES = {legal_class.value: legal_class for legal_class in LegalClass}

_CLAIM = (
    "id", "receivable_id", "legal_class", "cause_on", "due_on", "obligor_id", "obligor__kind", "obligor__died_on",
)  # fmt: skip
_ENTRY = (
    "claim_id", "effective_on", "account", "component", "yen", "kind", "channel", "cause", "sequence", "reverses_id",
)  # fmt: skip
_ROLE = (
    "claim_id", "obligor_id", "role", "share_numerator", "share_denominator", "cap_yen", "from_on", "obligor__kind",
    "obligor__died_on",
)  # fmt: skip

#: From the obligor's id to the keys of the parties that he or she is.
_Keys = dict[int, tuple[str, ...]]


def case_of(claim_id: int, *, as_of: AsOf = NOW) -> Case:
    """The facts of one claim; raises InvalidInput when there is no such claim and Refused when its terms of law are not registered."""
    for _, case in cases_of([claim_id], as_of=as_of):
        if case is None:
            raise Refused(f"データ確認: {NO_TERMS}")
        return case
    raise InvalidInput("債権がありません", place="債権", found=str(claim_id))


def cases_of(claim_ids: Iterable[int], *, as_of: AsOf = NOW) -> Iterator[tuple[int, Case | None]]:
    """The facts of many claims, in the order of their ids within a batch; None where the terms of law are not registered."""
    terms = _Terms(as_of)
    waiting = iter(claim_ids)
    while ids := list(islice(waiting, BATCH)):
        yield from _batch(ids, terms, as_of=as_of)


def _batch(ids: Sequence[int], terms: "_Terms", *, as_of: AsOf) -> Iterator[tuple[int, Case | None]]:
    movements, roles, events = _movements(ids, as_of), _roles(ids, as_of), events_of(ids, as_of=as_of)
    claims = as_of.recorded(Claim.objects.filter(pk__in=ids)).order_by("pk").values_list(*_CLAIM)
    for pk, receivable_id, legal_class, cause_on, due_on, obligor_id, obligor_kind, died_on in claims:
        followed = terms.of(receivable_id, legal_class, on=cause_on)
        if followed is None:
            yield pk, None
            continue
        parties, keys = _parties(obligor_id, obligor_kind, further=roles.get(pk, ()))
        happened = [_keyed(event, concerned, keys=keys) for event, concerned in events.get(pk, ())]
        deaths = _deaths({obligor_id: died_on} | {row[1]: row[8] for row in roles.get(pk, ())}, keys, known=happened)
        yield (
            pk,
            Case(
                kind=followed.kind,
                legal_class=_CLASSES[legal_class],
                cause_on=cause_on,
                due_on=due_on,
                profile=followed.profile,
                parties=parties,
                movements=movements.get(pk, ()),
                events=(*happened, *deaths),
            ),
        )


@dataclass(frozen=True)
class FollowedTerms:
    """The kind and the profile that claims of a receivable's class follow from a day on."""

    from_on: date
    kind: ClaimKind
    profile: str


class _Terms:
    """All terms registered, by receivable and class, the latest day first and of one day the latest recorded first."""

    def __init__(self, as_of: AsOf) -> None:
        self._of: dict[tuple[int, str], list[FollowedTerms]] = defaultdict(list)
        rows = as_of.recorded(ReceivableTerms.objects.order_by("-from_on", "-pk"))
        for row in rows:
            followed = FollowedTerms(row.from_on, _KINDS[row.claim_kind], row.profile)
            self._of[row.receivable_id, row.legal_class].append(followed)

    def of(self, receivable_id: int, legal_class: str, *, on: date) -> FollowedTerms | None:
        """Those in force on the day of a claim's cause."""
        return next((terms for terms in self._of.get((receivable_id, legal_class), ()) if terms.from_on <= on), None)


def _movements(ids: Sequence[int], as_of: AsOf) -> Mapping[int, list[Movement]]:
    """What moved the money of each claim in the order of the entries; a receipt that was taken back acknowledges nothing."""
    rows: list[tuple[Any, ...]] = list(
        as_of.entries().filter(claim_id__in=ids).order_by("claim_id", "sequence").values_list(*_ENTRY)
    )
    taken_back = {row[-1] for row in rows if row[-1] is not None}
    found: dict[int, list[Movement]] = defaultdict(list)
    for claim_id, on, account, component, yen, kind, channel, cause, sequence, _ in rows:
        is_own = kind == EntryKind.RECEIVED.value and channel not in NOT_VOLUNTARY and cause != SET_OFF_CAUSE
        is_voluntary = is_own and sequence not in taken_back
        movement = Movement(on, _ACCOUNTS[account], _COMPONENTS[component], yen, voluntary=is_voluntary)
        found[claim_id].append(movement)
    return found


def _roles(ids: Sequence[int], as_of: AsOf) -> Mapping[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    rows = counting_roles(ObligorRole.objects.filter(claim_id__in=ids), as_of=as_of).order_by("from_on", "pk")
    for row in rows.values_list(*_ROLE):
        found[row[0]].append(row)
    return found


def _parties(obligor_id: int, kind: str, *, further: Sequence[tuple[Any, ...]]) -> tuple[tuple[Party, ...], _Keys]:
    """The parties of a claim, the principal first, and their keys by obligor."""
    principal = _SOLE_CORPORATION if kind == "corporation" else SOLE_PRINCIPAL
    if not further:
        return principal, {obligor_id: (PRINCIPAL_KEY,)}
    keys: _Keys = {obligor_id: (PRINCIPAL_KEY,)}
    parties = list(principal)
    for _, party_id, role, numerator, denominator, cap_yen, from_on, party_kind, _ in further:
        key = party_key(role, party_id)
        keys[party_id] = (*keys.get(party_id, ()), key)
        parties.append(
            Party(
                key=key,
                role=PartyRole(role),
                share=Fraction(numerator, denominator) if numerator else None,
                is_corporation=party_kind == "corporation",
                cap_yen=cap_yen,
                from_on=from_on,
            )
        )
    return tuple(parties), keys


def party_key(role: str, obligor_id: int) -> str:
    """The key of a further obligor in a case; one obligor may answer in two roles."""
    return key_of(role, obligor_id)


def _keyed(event: CaseEvent, concerned: Sequence[int], *, keys: _Keys) -> CaseEvent:
    """The event with the keys of the parties it concerns; one who answers for nothing keeps a key that no party has."""
    if not concerned:
        return event
    named = [key for obligor_id in concerned for key in keys.get(obligor_id, (party_key("other", obligor_id),))]
    return replace(event, obligors=tuple(named))


def _deaths(died_on: Mapping[int, date | None], keys: _Keys, *, known: Sequence[CaseEvent]) -> Iterator[CaseEvent]:
    """A death registered with the person where no event tells it."""
    told = {key for event in known if event.kind is EventKind.DEATH for key in event.obligors or (PRINCIPAL_KEY,)}
    for obligor_id, day in died_on.items():
        untold = tuple(key for key in keys[obligor_id] if key not in told) if day else ()
        if day and untold:
            yield CaseEvent(EventKind.DEATH, on=day, obligors=untold, reference=f"obligor-{obligor_id}")
