"""Proposes to hand one person's claims over to another office, or drafts it.

The one idea: everything that is given is written into the certificate at once; nothing moves before the other office accepts. The same form
sent twice is one hand-over.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.hand_over import HandOverStepKind, condition_of
from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._hand_overs import add_step, running_with
from saiken.register.models import HandOver, HandOverClaim, HandOverStanding, Obligor, Office
from saiken.register.queries.certificate import certificate_of
from saiken.register.queries.custody import HandledClaim, open_claims_at


@dataclass(frozen=True)
class Proposal:
    """`claim_ids` empty: every open claim of the person that the giving office handles, unless `gives_all` is taken away.

    `offices` are those the person works for.
    """

    obligor_id: int
    from_office_id: int
    to_office_id: int
    condition: str
    submission: str
    offices: frozenset[int]
    claim_ids: tuple[int, ...] = ()
    reason: str = ""
    attachments: str = ""
    rule_id: int | None = None
    is_draft: bool = False
    gives_all: bool = True


@action
def propose_hand_over(*, proposal: Proposal, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Write the hand-over with its certificate; its id."""
    known = HandOver.objects.filter(submission=proposal.submission).first()
    if known is not None:
        return Done(known.pk, f"引継ぎ {known.number}", {"already": True})
    obligor = found(Obligor, proposal.obligor_id, called="債務者")
    from_office = found(Office, proposal.from_office_id, called="組織")
    to_office = found(Office, proposal.to_office_id, called="組織")
    _demand_fitting(proposal)
    claims = _claims(proposal)
    running = running_with([claim.claim_id for claim in claims], from_office.pk)
    if running is not None:
        raise Refused(f"この債権は、すでに引継ぎ {running.hand_over.number} に含まれています")
    hand_over = _written(proposal, obligor, claims=claims, lawbook=lawbook, by=by, on=on)
    kind = HandOverStepKind.DRAFTED if proposal.is_draft else HandOverStepKind.PROPOSED
    add_step(hand_over, kind, reason=proposal.reason, figures={}, by=by, on=on)
    return Done(
        hand_over.pk,
        f"引継ぎ {hand_over.number} 債務者 {obligor.pk}",
        {"from_office": from_office.name, "to_office": to_office.name, "step": kind, "claims": len(claims)},
    )


def _demand_fitting(proposal: Proposal) -> None:
    condition_of(proposal.condition)
    if proposal.from_office_id not in proposal.offices:
        raise Refused("引き継ぐことができるのは、自分の所属が扱う債権です")
    if proposal.from_office_id == proposal.to_office_id:
        raise InvalidInput("同じ所属には引き継げません", place="to_office")


def _claims(proposal: Proposal) -> list[HandledClaim]:
    """The claims to give; raises when one of them is not the office's to give."""
    handled = {claim.claim_id: claim for claim in open_claims_at(proposal.from_office_id, proposal.obligor_id)}
    wanted = proposal.claim_ids or (tuple(handled) if proposal.gives_all else ())
    strangers = sorted(set(wanted) - set(handled))
    if strangers:
        raise Refused(f"債権 {'、'.join(map(str, strangers))} は、残高がないか、この所属が扱っていません")
    if not wanted:
        raise Refused("この所属が扱う残高のある債権がありません")
    return [handled[pk] for pk in sorted(set(wanted))]


def _written(
    proposal: Proposal, obligor: Obligor, *, claims: list[HandledClaim], lawbook: LawBook, by: str, on: date
) -> HandOver:
    fiscal_year = fiscal_year_of(on)
    last = HandOver.objects.filter(fiscal_year=fiscal_year).order_by("-serial").values_list("serial", flat=True).first()
    hand_over = HandOver.objects.create(
        fiscal_year=fiscal_year,
        serial=(last or 0) + 1,
        obligor=obligor,
        from_office_id=proposal.from_office_id,
        to_office_id=proposal.to_office_id,
        rule_id=proposal.rule_id,
        condition=proposal.condition,
        reason=proposal.reason,
        on=on,
        certificate=certificate_of(
            obligor, claims, office_id=proposal.from_office_id, attachments=proposal.attachments, lawbook=lawbook, on=on
        ),
        submission=proposal.submission,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    HandOverClaim.objects.bulk_create(
        HandOverClaim(
            hand_over=hand_over,
            claim_id=claim.claim_id,
            receivable_id=claim.receivable_id,
            balance_yen=claim.balance_yen,
        )
        for claim in claims
    )
    HandOverStanding.objects.create(
        hand_over=hand_over,
        obligor=obligor,
        from_office_id=proposal.from_office_id,
        to_office_id=proposal.to_office_id,
        step=HandOverStepKind.DRAFTED.value,
        since_on=on,
        claims=len(claims),
        yen=sum(claim.balance_yen for claim in claims),
    )
    return hand_over
