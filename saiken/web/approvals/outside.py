"""What the assembly votes on and what the mayor decides by delegation: the paper, the record of the decision, the report.

The one idea: a bundle is printed for the assembly, its result recorded with day and number on every proposal at once; delegated decisions
stay on the list until they are reported.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from saiken.domain.acts.routes import Level
from saiken.domain.errors import DomainError, InvalidInput
from saiken.register.actions.record_outside_decision import OutsideDecision, record_outside_decision
from saiken.register.actions.report_delegated import report_delegated
from saiken.register.queries.outside_decisions import Stage, bundle_of
from saiken.web.approvals.batch import chosen_steps
from saiken.web.components.parameters import day_of
from saiken.web.scope import scope

_LEVELS = (Level.ASSEMBLY_VOTE, Level.DELEGATED_DECISION)


def outside(request: HttpRequest) -> HttpResponse:
    """The bundle of the chosen level and stage."""
    return _page(request, level=_level(request.GET.get("level", "")), stage=_stage(request.GET.get("stage", "")))


@require_POST
def record(request: HttpRequest) -> HttpResponse:
    """Record the decision or the report on the ticked proposals; back to the bundle, or the page with why not."""
    level, stage = _level(request.POST.get("level", "")), _stage(request.POST.get("stage", ""))
    try:
        done = _recorded(request, level=level, stage=stage)
    except DomainError as refused:
        return _page(request, level=level, stage=stage, problem=str(refused))
    messages.success(request, _("%(count)s件に記録しました。") % {"count": done})
    response = redirect("approvals-outside")
    response["Location"] += f"?level={level.value}&stage={stage.value}"
    return response


def _recorded(request: HttpRequest, *, level: Level, stage: Stage) -> int:
    day, number = day_of(request.POST, "decided_on"), request.POST.get("number", "")[:60]
    seen, by, on = chosen_steps(request.POST), request.user.get_username(), localdate()
    if day is None:
        raise InvalidInput(_("日付がありません"), place=_("日付"), expected="2026-04-01")
    if stage is Stage.DECIDED_OUTSIDE:
        return report_delegated(proposal_ids=seen, reported_on=day, report_number=number, by=by, on=on)
    passed = {"passed": True, "voted_down": False}.get(request.POST.get("result", ""))
    if passed is None:
        raise InvalidInput(_("結果を選んでください。"), place=_("結果"))
    decision = OutsideDecision(
        level=level,
        passed=passed,
        decided_on=day,
        decision_number=number,
        reason=request.POST.get("reason", "")[:1000],
    )
    return record_outside_decision(seen=seen, decision=decision, by=by, on=on)


def _page(request: HttpRequest, *, level: Level, stage: Stage, problem: str = "") -> HttpResponse:
    shown = {
        "bundle": bundle_of(level, stage, scope=scope(request, purpose="approvals")),
        "level": level,
        "stage": stage,
        "levels": _LEVELS,
        "stages": _stages(level),
        "problem": problem,
        "typed": request.POST,
        "records": stage is Stage.TO_BE_DECIDED
        or (stage is Stage.DECIDED_OUTSIDE and level is Level.DELEGATED_DECISION),
        "today": localdate(),
    }
    return render(request, "approvals/outside.html", shown, status=409 if problem else 200)


def _stages(level: Level) -> tuple[Stage, ...]:
    """Only what the mayor decided is reported."""
    return tuple(Stage) if level is Level.DELEGATED_DECISION else (Stage.TO_BE_DECIDED, Stage.DECIDED_OUTSIDE)


def _level(text: str) -> Level:
    return Level.DELEGATED_DECISION if text == Level.DELEGATED_DECISION.value else Level.ASSEMBLY_VOTE


def _stage(text: str) -> Stage:
    return next((stage for stage in Stage if stage.value == text), Stage.TO_BE_DECIDED)
