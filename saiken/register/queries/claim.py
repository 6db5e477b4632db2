"""The page of one claim: its facts, its obligors, its ledger, its states.

The one idea: everything known of one claim as of two clocks. It shows persons, so it takes a Scope and leaves a row in the access log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.register.access import log_read
from saiken.register.models import Claim, Entry, Obligor, StateSpan
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.scope import Scope, handled_at


@dataclass(frozen=True)
class ObligorLine:
    """A person or corporation that answers for the claim. `address` is empty for a protected person."""

    obligor_id: int
    role: str
    name: str
    name_kana: str
    kind: str
    address: str
    protected: bool
    share: tuple[int, int] | None = None
    cap_yen: int | None = None


@dataclass(frozen=True)
class EntryLine:
    """One entry with the balance of its component after it."""

    sequence: int
    effective_on: date
    recorded_at: datetime
    recorded_by: str
    kind: str
    component: str
    account: str
    yen: int
    balance_yen: int
    accounting_year: int
    portion: str
    receivable: str
    office: str
    channel: str
    cause: str
    reverses: int | None
    counterpart: int | None
    document_number: str
    note: str


@dataclass(frozen=True)
class StateLine:
    """A step of the claim's state through time, as kept; `state_id` is empty unless the claim is open and its state known."""

    from_on: date
    standing: str
    state_id: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class ClaimPage:
    """`balances_yen` by component; `booked_*` is where the principal is booked now."""

    claim_id: int
    receivable_number: str
    receivable_name: str
    bureau: str
    office: str
    booked_receivable: str
    booked_office: str
    legal_class: LegalClass
    assessment_number: str
    fiscal_year: int
    instalment: str
    levy_year: int | None
    cause_on: date
    accrued_on: date | None
    notified_on: date | None
    due_on: date
    due_before_shift_on: date
    statutory_due_on: date | None
    stands_for: int
    stems_from: int | None
    offshoots: tuple[int, ...]
    obligors: tuple[ObligorLine, ...]
    entries: tuple[EntryLine, ...]
    balances_yen: Mapping[str, int]
    states: tuple[StateLine, ...]


def claim_page(claim_id: int, *, scope: Scope, as_of: AsOf = NOW) -> ClaimPage:
    """The claim; raises InvalidInput when there is none and Refused when the scope does not see it."""
    related = ("receivable__bureau", "office", "obligor")
    claim = Claim.objects.select_related(*related).filter(pk=claim_id).first()
    if claim is None:
        raise InvalidInput("債権がありません", place="債権", found=str(claim_id))
    entries = list(
        as_of.entries().filter(claim_id=claim_id).select_related("receivable", "office").order_by("sequence")
    )
    booked = next((entry for entry in reversed(entries) if entry.component == "principal"), None)
    concerned = {claim.office_id, claim.receivable.bureau_id, claim.receivable.section_id}
    concerned.update(*((entry.office_id, entry.receivable.bureau_id, entry.receivable.section_id) for entry in entries))
    scope.demand(*concerned, *handled_at(claim_id))
    log_read(scope, what="claim", subject=f"債権 {claim_id}")
    lines, balances = _ledger(entries)
    return ClaimPage(
        claim_id=claim.pk,
        receivable_number=claim.receivable.number,
        receivable_name=claim.receivable.name,
        bureau=claim.receivable.bureau.name,
        office=claim.office.name,
        booked_receivable=str(booked.receivable if booked else claim.receivable),
        booked_office=(booked.office if booked else claim.office).name,
        legal_class=LegalClass(claim.legal_class),
        assessment_number=claim.assessment_number,
        fiscal_year=claim.fiscal_year,
        instalment=claim.instalment,
        levy_year=claim.levy_year,
        cause_on=claim.cause_on,
        accrued_on=claim.accrued_on,
        notified_on=claim.notified_on,
        due_on=claim.due_on,
        due_before_shift_on=claim.due_before_shift_on,
        statutory_due_on=claim.statutory_due_on,
        stands_for=claim.stands_for,
        stems_from=claim.stems_from_id,
        offshoots=tuple(claim.offshoots.order_by("pk").values_list("pk", flat=True)),
        obligors=_obligors(claim, as_of),
        entries=lines,
        balances_yen=balances,
        states=_states(claim_id, as_of),
    )


def _ledger(entries: list[Entry]) -> tuple[tuple[EntryLine, ...], dict[str, int]]:
    """The lines with running balances, and the last balance per component."""
    balances: dict[str, int] = {}
    lines = []
    for entry in entries:
        change = entry.yen if entry.account == "assessment" else -entry.yen
        balances[entry.component] = balances.get(entry.component, 0) + change
        lines.append(
            EntryLine(
                sequence=entry.sequence,
                effective_on=entry.effective_on,
                recorded_at=entry.recorded_at,
                recorded_by=entry.recorded_by,
                kind=entry.kind,
                component=entry.component,
                account=entry.account,
                yen=entry.yen,
                balance_yen=balances[entry.component],
                accounting_year=entry.accounting_year,
                portion=entry.portion,
                receivable=str(entry.receivable),
                office=entry.office.name,
                channel=entry.channel,
                cause=entry.cause,
                reverses=entry.reverses_id,
                counterpart=entry.counterpart_id,
                document_number=entry.document_number,
                note=entry.note,
            )
        )
    return tuple(lines), balances


def _obligors(claim: Claim, as_of: AsOf) -> tuple[ObligorLine, ...]:
    """The principal obligor first, then the others by their day."""
    rows = counting_roles(claim.further_obligors.select_related("obligor"), as_of=as_of).order_by("from_on", "pk")
    listed: list[tuple[Obligor, str, tuple[int, int] | None, int | None]] = [(claim.obligor, "principal", None, None)]
    for row in rows:
        share = (row.share_numerator, row.share_denominator or 1) if row.share_numerator else None
        listed.append((row.obligor, row.role, share, row.cap_yen))
    return tuple(
        ObligorLine(
            obligor_id=obligor.pk,
            role=role,
            name=obligor.name,
            name_kana=obligor.name_kana,
            kind=obligor.kind,
            address="" if obligor.protected else obligor.address,
            protected=obligor.protected,
            share=share,
            cap_yen=cap_yen,
        )
        for obligor, role, share, cap_yen in listed
    )


def _states(claim_id: int, as_of: AsOf) -> tuple[StateLine, ...]:
    """The steps of the last revision that counts."""
    rows = list(as_of.recorded(StateSpan.objects.filter(claim_id=claim_id)).order_by("-revision", "from_on"))
    return tuple(
        StateLine(row.from_on, row.standing, row.state_id, row.recorded_at, row.recorded_by)
        for row in rows
        if row.revision == rows[0].revision
    )
