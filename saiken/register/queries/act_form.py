"""What the form of an act shows of a person's claims: those to choose from, who answers for them, who must approve, the plan.

The one idea: the form and the write ask the same plan; here only the names around it are added. It keeps to the scope and logs the reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.catalogue import ActKind, Writes
from saiken.domain.acts.form import Form
from saiken.domain.acts.routes import Level
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.access import log_read
from saiken.register.approval_routes import routes_in_force
from saiken.register.models import Claim, Obligor
from saiken.register.queries.act_plan import ActPlan, Concern, act_plan, claim_title, seen_token
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.custody import handled_claims
from saiken.register.queries.person_owed import Owed, owed
from saiken.register.queries.person_parties import PartyLine, own_roles, parties
from saiken.register.queries.running_events import open_rows
from saiken.register.queries.scope import Scope

#: Open claims offered and acted on by one form.
MOST_CLAIMS = 300


@dataclass(frozen=True)
class Filled:
    """What the form holds so far; `claim_ids` are the claims ticked, None before anybody could tick: then all
    on which the act can be done, or all of its classes where it can be done on none.
    """

    form: Form
    claim_ids: Sequence[int] | None


@dataclass(frozen=True)
class SettledClaim:
    """A claim without a balance on which something still runs that the act could end."""

    claim_id: int
    title: str


@dataclass(frozen=True)
class ActForm:
    """`owed` are the claims to choose from, `levels` who must approve (nobody: it is done at once), `office_id` the office that acts.

    `settled` are paid claims on which something runs that the act ends: a seizure outlives its claim until somebody ends it.
    """

    obligor_id: int
    name: str
    kind: ActKind
    owed: Owed
    parties: tuple[PartyLine, ...]
    own_roles: frozenset[str]
    plan: ActPlan
    levels: tuple[Level, ...]
    office_id: int | None
    seen: str
    settled: tuple[SettledClaim, ...] = ()


def act_form(kind: ActKind, filled: Filled, *, obligor_id: int, scope: Scope, on: date, lawbook: LawBook) -> ActForm:
    """The form as of `on`. Raises InvalidInput for a person not seen."""
    kept_id = kept_of(obligor_id)
    numbers = numbers_of(kept_id)
    person = Obligor.objects.filter(pk=kept_id).first()
    found = owed(numbers, scope=scope, on=on, most_shown=MOST_CLAIMS)
    if person is None or not found.claim_ids:
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者", found=str(obligor_id))
    log_read(scope, what="act_form", subject=f"債務者 {kept_id}")
    seen = seen_token(kept_id)  # before the facts are read: what is written meanwhile must be a conflict
    settled = _settled(kind, found, on=on)
    chosen = _chosen(kind, filled.claim_ids, found=found, settled=settled)
    plan = _plan(kind, filled.form, concern=Concern(kept_id, chosen), on=on, lawbook=lawbook)
    possible = tuple(claim.claim_id for claim in plan.claims if not claim.refusal)
    if filled.claim_ids is None and 0 < len(possible) < len(chosen):
        chosen = possible
        plan = _plan(kind, filled.form, concern=Concern(kept_id, chosen), on=on, lawbook=lawbook)
    handled = handled_claims(chosen)
    return ActForm(
        obligor_id=kept_id,
        name=person.name,
        kind=kind,
        owed=found,
        parties=parties(numbers, found.claim_ids),
        own_roles=own_roles(numbers, found.claim_ids) if kind.asks_for_role else frozenset(),
        plan=plan,
        levels=_levels(kind, plan, owed_yen=sum(one.balance_yen for one in handled.values())),
        office_id=next((one.office_id for one in handled.values()), None),
        seen=seen,
        settled=settled,
    )


def _plan(kind: ActKind, form: Form, *, concern: Concern, on: date, lawbook: LawBook) -> ActPlan:
    """The plan; of an act that ends something and knows only one thing to end, as if that one were chosen."""
    day = form.day("on") or on
    plan = act_plan(kind, form, concern=concern, on=day, lawbook=lawbook)
    if len(plan.running) != 1 or form.text("running"):
        return plan
    (only,) = plan.running
    return act_plan(kind, Form({**form.values, "running": only}), concern=concern, on=day, lawbook=lawbook)


def _settled(kind: ActKind, found: Owed, *, on: date) -> tuple[SettledClaim, ...]:
    """The paid claims on which an event runs that the act ends."""
    paid = sorted(set(found.claim_ids) - set(found.open_ids))
    if kind.writes is not Writes.CONCLUSION or kind.event is None or not paid:
        return ()
    running = open_rows(on).filter(claim_id__in=paid, kind=kind.event.value).values_list("claim_id", flat=True)
    classes = [legal_class.value for legal_class in kind.legal_classes]
    rows = Claim.objects.filter(pk__in=list(running), legal_class__in=classes).select_related("receivable")
    return tuple(SettledClaim(row.pk, claim_title(row)) for row in rows.order_by("due_on", "pk")[:MOST_CLAIMS])


def _chosen(
    kind: ActKind, asked: Sequence[int] | None, *, found: Owed, settled: Sequence[SettledClaim]
) -> tuple[int, ...]:
    """The claims asked for as far as they are the person's and in scope; nobody asked yet: all open ones of the act's classes."""
    if asked is not None:
        known = set(found.claim_ids)
        return tuple(claim_id for claim_id in dict.fromkeys(asked) if claim_id in known)[:MOST_CLAIMS]
    claims = (claim for group in found.groups for claim in group.claims)
    owing = [claim.claim_id for claim in claims if claim.legal_class in kind.legal_classes]
    return (*(one.claim_id for one in settled), *owing)[:MOST_CLAIMS]


def _levels(kind: ActKind, plan: ActPlan, *, owed_yen: int) -> tuple[Level, ...]:
    classes = {claim.legal_class for claim in plan.claims}
    return routes_in_force().levels(kind.id, legal_classes=classes, owed_yen=owed_yen)
