"""Protected persons: the list with reviews and requests, one person's measure, releases.

The one idea: nothing here shows an address; it is shown where it always is, while a release runs. Every form is answered by an action.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError, Refused
from saiken.register.actions.answer_release import answer_release
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.release_to_oneself import release_to_oneself
from saiken.register.actions.request_release import request_release
from saiken.register.actions.review_protection import review_protection
from saiken.register.queries.protection import STALE, guarded_person, measures, open_requests, sees_obligor
from saiken.web.components.carry_out import carried_out
from saiken.web.permissions import Permission, granted, may_release_to_oneself
from saiken.web.protection.form import MeasureForm, ReleaseForm, ReviewForm
from saiken.web.protection.guard import guard
from saiken.web.scope import scope


def protections(request: HttpRequest) -> HttpResponse:
    """Measures by the day of their review, and the requests that wait for an answer."""
    today, seen = localdate(), scope(request, purpose="protections")
    may_answer = Permission.RELEASE in granted(request)
    waiting = open_requests(scope=seen, besides=seen.by, since=timezone.now() - STALE) if may_answer else ()
    shown = {"measures": measures(scope=seen), "waiting": waiting, "due_by": today + timedelta(days=31), "today": today}
    return render(request, "protection/list.html", shown | {"minutes": settings.PROTECTION_RELEASE_MINUTES})


def protection(request: HttpRequest, obligor_id: int) -> HttpResponse:
    """One person: the measure and its forms, a request or a release."""
    return _person(request, obligor_id, forms=_forms(request))


@require_POST
def protection_ask(request: HttpRequest, obligor_id: int) -> HttpResponse:
    """Ask to see the address, or open it where one may."""
    forms = _forms(request, filled="release")
    if forms["release"].is_valid() and _carried_out(request, obligor_id, asked="release", forms=forms):
        return redirect("obligor" if may_release_to_oneself(request) else "protection", obligor_id=obligor_id)
    return _person(request, obligor_id, forms=forms)


@require_POST
def protection_keep(request: HttpRequest, obligor_id: int) -> HttpResponse:
    """Begin a measure, or record what a look at one came to."""
    asked = "review" if request.POST.get("form") == "review" else "measure"
    forms = _forms(request, filled=asked)
    if not sees_obligor(scope(request), obligor_id):
        raise Refused("所属の異なる債権の債務者は表示できません")
    if forms[asked].is_valid() and _carried_out(request, obligor_id, asked=asked, forms=forms):
        return redirect("protection", obligor_id=obligor_id)
    return _person(request, obligor_id, forms=forms)


@require_POST
def protection_answer(request: HttpRequest, request_id: int) -> HttpResponse:
    """Release for the usual minutes, or refuse."""
    chosen = {"release": settings.PROTECTION_RELEASE_MINUTES, "refuse": 0}
    minutes = chosen.get(request.POST.get("answer", ""))
    if minutes is None:
        messages.error(request, _("認めるか認めないかを選んでください。"))
        return redirect("protections")
    try:
        answer_release(
            request_id=request_id,
            minutes=minutes,
            reason=request.POST.get("reason", ""),
            scope=scope(request, purpose="protection"),
            by=request.user.get_username(),
            on=localdate(),
        )
        messages.success(request, _("一時解除を認めました。") if minutes else _("一時解除を認めませんでした。"))
    except DomainError as problem:
        messages.error(request, str(problem))
    return redirect("protections")


def _forms(request: HttpRequest, *, filled: str = "") -> dict[str, Form]:
    """The three forms of a person's page; the one that was sent holds what was typed."""
    may_open = may_release_to_oneself(request)
    return {
        "measure": MeasureForm(request.POST if filled == "measure" else None),
        "review": ReviewForm(request.POST if filled == "review" else None),
        "release": ReleaseForm(request.POST if filled == "release" else None, may_open=may_open),
    }


def _person(request: HttpRequest, obligor_id: int, *, forms: dict[str, Form]) -> HttpResponse:
    name, is_protected = guarded_person(obligor_id, scope=scope(request, purpose="protection"))
    may = granted(request)
    shown = {
        "name": name,
        "is_protected": is_protected,
        "forms": forms,
        "may_keep": Permission.RELEASE in may,
        "may_ask": Permission.ACT in may,
    }
    return render(request, "protection/person.html", shown | guard(request, obligor_id))


def _carried_out(request: HttpRequest, obligor_id: int, *, asked: str, forms: Mapping[str, Form]) -> bool:
    given: dict[str, Any] = forms[asked].cleaned_data
    told: dict[str, Any] = {"by": request.user.get_username(), "on": localdate()}
    acts: dict[str, Callable[[], object]] = {
        "measure": lambda: begin_protection(
            protection=NewProtection(obligor_id, given["ground"], given["reason"], given["review_on"]), **told
        ),
        "review": lambda: review_protection(
            obligor_id=obligor_id,
            measure_id=given["measure_id"],
            review_on=given["review_on"],
            reason=given["reason"],
            **told,
        ),
        "release": lambda: _released(request, obligor_id, given=given),
    }
    done, _made = carried_out(forms[asked], acts[asked])
    if done:
        messages.success(request, _("記録しました。"))
    return done


def _released(request: HttpRequest, obligor_id: int, *, given: Mapping[str, Any]) -> int:
    """Opened at once where one may, else asked for."""
    asked: dict[str, Any] = {
        "obligor_id": obligor_id,
        "reason": given["reason"],
        "scope": scope(request, purpose="protection"),
        "by": request.user.get_username(),
        "on": localdate(),
    }
    if may_release_to_oneself(request):
        return release_to_oneself(minutes=given["minutes"] or settings.PROTECTION_RELEASE_MINUTES, **asked)
    return request_release(**asked)
