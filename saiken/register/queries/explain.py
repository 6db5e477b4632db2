"""Why a claim stands as it does on a day: balance, charge for lateness, prescription against each party, state with its proof.

The one idea: everything is computed anew from the facts that count at the asked moment, nothing is read from a cache; where there is no
answer the refusal's sentence stands in its place. It shows persons, so it takes a Scope and leaves a row in the access log.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.party import PRINCIPAL_KEY, Party, PartyRole
from saiken.domain.errors import DomainError, InvalidInput
from saiken.domain.rules.delay_damages import DelayDamages, delay_damages_of
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.late_charge import LateCharge, late_charge_of
from saiken.domain.rules.prescription import Prescription, Remedy, prescription, remedies
from saiken.domain.states.classification import Classification
from saiken.domain.states.classify import classify
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook
from saiken.register.access import log_read
from saiken.register.models import Claim
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.case import NO_TERMS, cases_of, party_key
from saiken.register.queries.claim import ClaimPage
from saiken.register.queries.scope import Scope, handled_at

T = TypeVar("T")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What a rule answered, or why it does not answer."""

    explained: Explained[T] | None
    refusal: str = ""


@dataclass(frozen=True)
class ComponentBalance:
    """One component of a claim up to the day, in yen."""

    component: Component
    assessed_yen: int
    received_yen: int
    written_off_yen: int

    @property
    def balance_yen(self) -> int:
        """What is owed of it."""
        return self.assessed_yen - self.received_yen - self.written_off_yen


@dataclass(frozen=True)
class PartyPrescription:
    """Prescription against one party; `name` is empty where the scope does not show it.

    `remedies` keep it from completing; empty where nothing is owed or there is no day to keep.
    """

    party: Party
    name: str
    answer: Answer[Prescription]
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """Everything about a claim on a day; without `case` the terms of its law are not registered and only the balance is known.

    `charge` is the late charge of a public claim, the delay damages of a private one, on the day. `events` are those that count, by
    reference.
    """

    claim_id: int
    title: str
    on: date
    case: Case | None
    balances: tuple[ComponentBalance, ...]
    charge: Answer[LateCharge] | Answer[DelayDamages]
    parties: tuple[PartyPrescription, ...]
    classification: Classification | None
    events: Mapping[str, CaseEvent]

    @property
    def balance_yen(self) -> int:
        """What is owed of all components."""
        return sum(component.balance_yen for component in self.balances)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the rules took as given, once each."""
        found = [answer.explained.assumptions for answer in self._answers if answer.explained is not None]
        return tuple(dict.fromkeys(assumed for several in found for assumed in several))

    @property
    def _answers(self) -> Sequence[Answer[LateCharge] | Answer[DelayDamages] | Answer[Prescription]]:
        return (self.charge, *(party.answer for party in self.parties))


def explain(claim_id: int, *, on: date, lawbook: LawBook, scope: Scope, as_of: AsOf = NOW) -> Explanation:
    """The claim explained; raises InvalidInput when there is none and Refused when the scope does not see it."""
    claim = Claim.objects.select_related("receivable", "obligor").filter(pk=claim_id).first()
    if claim is None:
        raise InvalidInput("債権がありません", place="債権", found=str(claim_id))
    booked = claim.balances.values_list("office_id", "receivable__bureau_id", "receivable__section_id")
    offices = [office for row in booked for office in row]
    scope.demand(
        claim.office_id, claim.receivable.bureau_id, claim.receivable.section_id, *offices, *handled_at(claim_id)
    )
    log_read(scope, what="explain", subject=f"債権 {claim_id}")
    return explanation_of(claim, on=on, lawbook=lawbook, as_of=as_of)


def explanation_of(claim: Claim, *, on: date, lawbook: LawBook, as_of: AsOf = NOW) -> Explanation:
    """The same for a caller that has judged the scope and logged the reading."""
    case = next((case for _, case in cases_of([claim.pk], as_of=as_of)), None)
    title = f"{claim.receivable} 調定番号 {claim.assessment_number} {claim.instalment}".strip()
    if case is None:
        return Explanation(
            claim.pk, title, on, None, _booked(claim, on, as_of=as_of), Answer(None, NO_TERMS), (), None, {}
        )
    return Explanation(
        claim_id=claim.pk,
        title=title,
        on=on,
        case=case,
        balances=_balances(case, on),
        charge=_charge(case, on, lawbook=lawbook),
        parties=_parties(claim, case, on=on, lawbook=lawbook),
        classification=classify(case, on, lawbook=lawbook),
        events={event.reference: event for event in case.events},
    )


def explanation_beside(page: ClaimPage, *, on: date, lawbook: LawBook, as_of: AsOf = NOW) -> Explanation:
    """The explanation that stands on a claim's page, whose reading was judged and logged with the page."""
    claim = Claim.objects.select_related("receivable", "obligor").get(pk=page.claim_id)
    return explanation_of(claim, on=on, lawbook=lawbook, as_of=as_of)


def _balances(case: Case, on: date) -> tuple[ComponentBalance, ...]:
    """The components that anything was ever booked on, in their order."""
    sums: dict[tuple[Component, Account], int] = {}
    for movement in case.movements:
        if movement.on <= on:
            key = (movement.component, movement.account)
            sums[key] = sums.get(key, 0) + movement.yen
    return _by_component(sums)


def _booked(claim: Claim, on: date, *, as_of: AsOf) -> tuple[ComponentBalance, ...]:
    sums: dict[tuple[Component, Account], int] = {}
    entries = as_of.entries().filter(claim=claim, effective_on__lte=on)
    for component, account, yen in entries.values_list("component", "account", "yen"):
        key = (Component(component), Account(account))
        sums[key] = sums.get(key, 0) + yen
    return _by_component(sums)


def _by_component(sums: Mapping[tuple[Component, Account], int]) -> tuple[ComponentBalance, ...]:
    booked = {component for component, _ in sums}
    return tuple(
        ComponentBalance(component, *(sums.get((component, account), 0) for account in Account))
        for component in Component
        if component in booked
    )


def _charge(case: Case, on: date, *, lawbook: LawBook) -> Answer[LateCharge] | Answer[DelayDamages]:
    if case.kind.is_private:
        return _answered(lambda: delay_damages_of(case, on, lawbook=lawbook))
    return _answered(lambda: late_charge_of(case, on, lawbook=lawbook))


def _parties(claim: Claim, case: Case, *, on: date, lawbook: LawBook) -> tuple[PartyPrescription, ...]:
    names = {PRINCIPAL_KEY: claim.obligor.name}
    for role, obligor_id, name in claim.further_obligors.values_list("role", "obligor_id", "obligor__name"):
        names[party_key(role, obligor_id)] = name
    is_owed = case.balance_yen(on) > 0
    return tuple(
        PartyPrescription(
            party,
            names[party.key],
            _answered(lambda party=party: prescription(case, on, lawbook=lawbook, party=party.key)),  # type: ignore[misc]
            _remedies(case, party, on=on, lawbook=lawbook) if is_owed else (),
        )
        for party in case.parties
        if party.role is PartyRole.PRINCIPAL or party.from_on is None or party.from_on <= on
    )


def _remedies(case: Case, party: Party, *, on: date, lawbook: LawBook) -> tuple[Remedy, ...]:
    try:
        return remedies(case, on, lawbook=lawbook, party=party.key)
    except (DomainError, LawError):
        return ()


def _answered(ask: Callable[[], Explained[T]]) -> Answer[T]:
    try:
        return Answer(ask())
    except (DomainError, LawError) as refused:
        return Answer(None, str(refused))


def find_claim(text: str) -> int:
    """The id of the claim that is named: its number in the register, or RECEIVABLE/FISCAL_YEAR/ASSESSMENT_NUMBER[/INSTALMENT].

    Raises InvalidInput when the name cannot be read, names nothing or several claims.
    """
    if text.isdecimal():
        return int(text)
    number, _, rest = text.partition("/")
    year, _, rest = rest.partition("/")
    assessment, _, instalment = rest.partition("/")
    if not year.isdecimal() or not assessment:
        raise InvalidInput(
            "債権の指定が読めません",
            place="債権",
            found=text,
            expected="債権の番号、又は 債権整理番号/年度（西暦）/調定番号[/期別]",
        )
    claims = Claim.objects.filter(receivable__number=number, fiscal_year=int(year), assessment_number=assessment)
    if instalment:
        claims = claims.filter(instalment=instalment)
    ids = list(claims.order_by("pk").values_list("pk", flat=True)[:11])
    if len(ids) != 1:
        found = "、".join(map(str, ids[:10])) + ("…" if len(ids) > 10 else "")
        raise InvalidInput(
            "指定に当たる債権が一つではありません" if ids else "指定に当たる債権がありません",
            place="債権",
            found=f"{text}（{found}）" if ids else text,
            expected="一件の債権の番号" if ids else "登録済みの債権",
        )
    return ids[0]
