"""Absences: the list of those that concern the reader, a new one, taking one back.

The one idea: everybody records his own, a manager those of his offices, whoever keeps the accounts everybody's; the deputy is chosen among
the colleagues at the offices of the absent person and above.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.withdraw_absence import withdraw_absence
from saiken.register.queries.absences import Colleague, absence_of, absences, colleagues
from saiken.web.absences.form import AbsenceForm
from saiken.web.components.carry_out import carried_out
from saiken.web.permissions import Permission, granted, offices_for, viewer


def absence_list(request: HttpRequest) -> HttpResponse:
    """Absences that are not over, with the form for a new one."""
    today, person = localdate(), viewer(request)
    everywhere = Permission.ACCOUNTS in granted(request)
    managed = None if everywhere else offices_for(request, Permission.APPROVE)
    own = frozenset(post.office_id for post in person.posts)
    around = colleagues(on=today, office_ids=None if everywhere else (managed or frozenset()) | own)
    absent = [one for each in around if (one := _recordable(each, managed=managed, by=person.username)).posts]
    form = AbsenceForm(request.POST or None, absent=absent, deputies=around, initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        done, _id = carried_out(
            form, lambda: record_absence(absence=_asked(form.cleaned_data), by=person.username, on=today)
        )
        if done:
            messages.success(request, _("不在と代理を登録しました。"))
            return redirect("absences")
    found = absences(on=today, username=person.username, office_ids=managed)
    return render(request, "absences/page.html", {"form": form, "found": found, "may_record": bool(absent)})


@require_POST
def absence_withdraw(request: HttpRequest, absence_id: int) -> HttpResponse:
    """Take one back: one's own, or one of an office one manages."""
    whose = absence_of(absence_id)
    everywhere = Permission.ACCOUNTS in granted(request)
    managed = None if everywhere else offices_for(request, Permission.APPROVE)
    by = viewer(request).username
    if whose is None or not _may_record(whose[0], [whose[1]], managed=managed, by=by):
        raise PermissionDenied
    try:
        withdraw_absence(absence_id=absence_id, by=by, on=localdate())
        messages.success(request, _("不在を取り消しました。"))
    except DomainError as problem:
        messages.error(request, str(problem))
    return redirect("absences")


def _asked(given: Mapping[str, Any]) -> NewAbsence:
    office_id, _colon, username = str(given["post"]).partition(":")
    return NewAbsence(
        username=username,
        deputy=str(given["deputy"]),
        office_id=int(office_id),
        from_on=given["from_on"],
        until_on=given["last_on"] + timedelta(days=1),
        reason=str(given["reason"]),
    )


def _recordable(one: Colleague, *, managed: frozenset[int] | None, by: str) -> Colleague:
    """The colleague at those offices at which the person may record an absence."""
    posts = tuple(post for post in one.posts if _may_record(one.username, [post[0]], managed=managed, by=by))
    return replace(one, posts=posts)


def _may_record(username: str, office_ids: Iterable[int], *, managed: frozenset[int] | None, by: str) -> bool:
    """One's own, those at the offices one manages, or everybody's (None)."""
    return username == by or managed is None or not managed.isdisjoint(office_ids)
