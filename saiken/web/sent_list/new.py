"""A list to send: made from a worklist, an extraction, numbers typed or a file, and sent with a question.

The one idea: whoever may not see persons chooses a worklist and sends it unseen; what came back is told by numbers alone.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext

from saiken.domain.errors import DomainError
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.queries.office_choices import receivables_to_choose
from saiken.register.queries.sent_lists import lists_sent, obligors_by_number
from saiken.register.queries.work_rows import catalogue
from saiken.web.components.carry_out import carried_out
from saiken.web.permissions import Permission, granted, works_for
from saiken.web.scope import own, scope
from saiken.web.sent_list.form import NewListForm
from saiken.web.sent_list.source import Source, sees_persons, source_of


def new_list(request: HttpRequest) -> HttpResponse:
    """The form, or the list sent."""
    on, source = localdate(), source_of(request)
    by_numbers = source is None and sees_persons(request)
    form = NewListForm(
        request.POST or None,
        request.FILES or None,
        on=on,
        own=works_for(request, Permission.MANAGE),
        by_numbers=by_numbers,
        initial=_title(source),
    )
    if request.method == "POST" and form.is_valid():
        ids = source.obligor_ids if source else _given(request, form)
        if not form.errors:
            new = _list(request, form, obligor_ids=ids, source=source)
            done, list_id = carried_out(form, lambda: send_list(new=new, by=request.user.get_username(), on=on))
            if done and list_id is not None:
                may_read = Permission.WORK in granted(request)
                return redirect("sent-list", list_id=list_id) if may_read else redirect("sent-list-new")
    shown = {
        "form": form,
        "source": source,
        "may_send": by_numbers or source is not None,
        "lists": tuple(catalogue().lists.values()),
        "receivables": receivables_to_choose(on),
        "sent": () if Permission.WORK in granted(request) else lists_sent(own(request), on=on),
    }
    return render(request, "sent_list/new.html", shown, status=422 if form.errors else 200)


def _title(source: Source | None) -> dict[str, str]:
    return {"title": source.label} if source else {}


def _given(request: HttpRequest, form: NewListForm) -> tuple[int, ...]:
    """The persons of the numbers; none, with why at the form, where one of them names nobody."""
    if "numbers" not in form.fields:
        form.add_error(None, gettext("元にする一覧を選んでください。"))
        return ()
    try:
        numbers = form.given_numbers()
    except DomainError as refused:
        form.add_error("file", str(refused))
        return ()
    if not numbers:
        form.add_error("numbers", gettext("宛名番号を入力するか、CSVを選んでください。"))
        return ()
    known, unknown = obligors_by_number(numbers, scope=scope(request, purpose="sent_list"))
    if unknown:
        form.add_error("numbers", gettext("この番号の債務者が見当たりません: %s") % "、".join(unknown[:20]))
        return ()
    return tuple(known[number] for number in numbers)


def _list(request: HttpRequest, form: NewListForm, *, obligor_ids: tuple[int, ...], source: Source | None) -> NewList:
    given = form.cleaned_data
    return NewList(
        from_office_id=given["from_office"],
        own=works_for(request, Permission.MANAGE),
        title=given["title"],
        question=given["question"],
        answers=tuple(form.lines("answers")),
        due_on=given["due_on"],
        obligor_ids=obligor_ids,
        submission=given["submission"],
        office_ids=tuple(given["offices"]),
        source=(source.label if source else gettext("宛名番号の一覧"))[:200],
    )
