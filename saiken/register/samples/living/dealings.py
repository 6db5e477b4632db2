"""Plans, inquiries and hand-overs of the living cases.

The one idea: each goes by the action that an officer's form calls, on the day on which it happened, so what it writes beside itself is
there as well.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.rules.instalment_plan import Instalment
from saiken.register.actions._inquiries import AnswerNote, Inquiry
from saiken.register.actions._properties import NewProperty
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, ask_about_property
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.models import Investigation
from saiken.register.queries.scope import everything
from saiken.register.samples.living.files import Desk, File
from saiken.register.samples.living.ground import RECOVERY
from saiken.register.samples.living.model import AskedSpec, HandOverSpec, PlanSpec, ReceivedSpec

_GROUND_OF_INQUIRIES = "national_tax_collection_act/141"
_MONTH = 30


def deal(files: Sequence[File], desk: Desk) -> dict[int, list[ReceivedSpec]]:
    """Agree, ask and hand over; returns what was paid under the plans, by the person's number."""
    paid: dict[int, list[ReceivedSpec]] = {}
    for file in files:
        case = file.living.case
        if case.asked is not None:
            _ask(file, case.asked, desk=desk)
        if case.hand_over is not None:
            _hand_over(file, case.hand_over, desk=desk)
        if case.plan is not None:
            paid[file.living.number] = _agree(file, case.plan, desk=desk)
    return paid


def _agree(file: File, plan: PlanSpec, *, desk: Desk) -> list[ReceivedSpec]:
    total, by = sum(claim.yen for claim in file.living.claims), desk.officer(file.living)
    agreed_on, first_on = (file.living.day(offset, desk.on) for offset in (plan.on, plan.first))
    agree_plan(
        obligor_id=file.obligor_id,
        plan=NewPlan(
            PlanKind.PLEDGE,
            PlanMethod.EQUAL,
            file.claim_ids,
            _instalments(total, plan.monthly_yen, first_on=first_on),
            plan.monthly_yen,
        ),
        submission=f"living-plan-{file.living.number}",
        scope=everything(by),
        lawbook=desk.lawbook,
        by=by,
        on=agreed_on,
    )
    return [ReceivedSpec(plan.first + _MONTH * turn, plan.monthly_yen) for turn in range(plan.paid)]


def _instalments(total: int, monthly_yen: int, *, first_on: date) -> tuple[Instalment, ...]:
    """Every thirty days, the rest last."""
    found: list[Instalment] = []
    while total > 0:
        yen = min(monthly_yen, total)
        total -= yen
        due_on = first_on + timedelta(days=_MONTH * len(found))
        found.append(Instalment(len(found) + 1, due_on, yen, total))
    return tuple(found)


def _ask(file: File, asked: AskedSpec, *, desk: Desk) -> None:
    by, scope = desk.officer(file.living), everything(desk.by)
    asked_on = file.living.day(asked.on, desk.on)
    ids = ask_about_property(
        obligor_id=file.obligor_id,
        asked=Inquiries(
            file.claim_ids,
            [Inquiry(PropertyKind.BANK_DEPOSIT, institution) for institution in asked.institutions],
            answer_due_on=max(file.living.day(asked.due, desk.on), asked_on),
            legal_ground=_GROUND_OF_INQUIRIES,
        ),
        submission=f"living-asked-{file.living.number}",
        scope=scope,
        lawbook=desk.lawbook,
        by=by,
        on=asked_on,
    )
    if not asked.found:
        return
    answered_on = asked_on + timedelta(days=16)
    for place, investigation in enumerate(Investigation.objects.filter(pk__in=ids).order_by("pk")):
        found = [NewProperty(PropertyKind.BANK_DEPOSIT, asked.found, holder=asked.holder, estimated_yen=asked.yen)]
        answer_inquiry(
            investigation_id=investigation.pk,
            answer=AnswerNote(AnswerResult.NONE if place else AnswerResult.FOUND, answered_on),
            scope=scope,
            lawbook=desk.lawbook,
            by=by,
            on=answered_on,
            found=() if place else found,
        )


def _hand_over(file: File, spec: HandOverSpec, *, desk: Desk) -> None:
    """Proposed to the recovery office, and accepted there where the case says so."""
    from_id, to_id = desk.ground.offices[file.living.office], desk.ground.offices[RECOVERY]
    hand_over_id = propose_hand_over(
        proposal=Proposal(
            file.obligor_id,
            from_id,
            to_id,
            spec.condition,
            f"living-over-{file.living.number}",
            frozenset({from_id}),
            reason=spec.reason,
        ),
        lawbook=desk.lawbook,
        by=desk.officer(file.living),
        on=file.living.day(spec.on, desk.on),
    )
    if spec.accepted is None:
        return
    step = NextStep(
        hand_over_id,
        HandOverStepKind.ACCEPTED,
        frozenset({to_id}),
        seen=HandOverStepKind.PROPOSED.value,
    )
    accepted_on = file.living.day(spec.accepted, desk.on)
    advance_hand_over(step=step, lawbook=desk.lawbook, by=desk.officers[RECOVERY], on=accepted_on)
