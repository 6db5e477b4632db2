"""The register of outstanding inquiries, and the answers entered row by row.

The one idea: the list is the form; a line with a result is an answer, every other line is left alone, so a morning's mail is entered with
the
keyboard from top to bottom and sent once. What is refused stays as it was typed, beside its line.
"""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.errors import DomainError
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.queries.investigation_lists import AwaitedLine, AwaitedList, answers_awaited, properties_undisposed
from saiken.register.queries.scope import Scope
from saiken.web.components.parameters import day_of
from saiken.web.context import context_of
from saiken.web.scope import scope


@dataclass(frozen=True)
class Typed:
    """A line with what was typed into it and the sentence of a refusal."""

    line: AwaitedLine
    result: str = ""
    description: str = ""
    yen: str = ""
    problem: str = ""


def answers(request: HttpRequest) -> HttpResponse:
    """The outstanding inquiries, or the answers recorded."""
    asking = scope(request, purpose="awaited_answers")
    found = _listed(request, asking)
    if request.method != "POST":
        return _page(request, found, typed=[Typed(line) for line in found.lines])
    answered_on = day_of(request.POST, "answered_on")
    typed = [_taken(request, line, answered_on=answered_on, asking=asking) for line in found.lines]
    overtaken = _overtaken(request.POST, found)
    if overtaken or any(each.problem for each in typed):
        waiting = [each for each in typed if each.problem or not each.result]
        return _page(request, found, typed=waiting, overtaken=overtaken, code=422)
    count = sum(bool(each.result) for each in typed)
    return redirect(f"{reverse('answers')}?saved={count}")


def undisposed(request: HttpRequest) -> HttpResponse:
    """Property that was found and waits for an act."""
    day, _separator, number = request.GET.get("after", "").partition("_")
    after = (date.fromisoformat(day), int(number)) if _is_place(day, number) else None
    found = properties_undisposed(scope=scope(request, purpose="undisposed_properties"), after=after)
    return render(request, "property/undisposed.html", {"found": found, "is_later_page": after is not None})


def _overtaken(sent: QueryDict, found: AwaitedList) -> tuple[str, ...]:
    """Inquiries that were answered by somebody else since the list was shown, with what was typed for them."""
    waiting = {f"result-{line.investigation_id}" for line in found.lines}
    return tuple(
        name.removeprefix("result-")
        for name, result in sent.items()
        if name.startswith("result-") and result and name not in waiting
    )


def _listed(request: HttpRequest, asking: Scope) -> AwaitedList:
    day, _separator, number = request.GET.get("after", "").partition("_")
    return answers_awaited(
        scope=asking,
        on=localdate(),
        after=(date.fromisoformat(day), int(number)) if _is_place(day, number) else None,
        only_late=request.GET.get("late") == "1",
        institution=request.GET.get("institution", "").strip(),
    )


def _is_place(day: str, number: str) -> bool:
    return day_of(QueryDict(f"day={day}"), "day") is not None and number.isascii() and number.isdecimal()


def _taken(request: HttpRequest, line: AwaitedLine, *, answered_on: date | None, asking: Scope) -> Typed:
    """The line after its answer was recorded; unchanged where nothing was typed."""
    sent, key = request.POST, str(line.investigation_id)
    result, description, yen = (sent.get(f"{name}-{key}", "").strip() for name in ("result", "description", "yen"))
    if not result:
        return Typed(line)
    try:
        if result not in set(AnswerResult):
            raise ValueError(result)
        answer_inquiry(
            investigation_id=line.investigation_id,
            answer=AnswerNote(AnswerResult(result), answered_on or localdate()),
            found=_found(line, description, yen=yen),
            scope=asking,
            lawbook=context_of(request).lawbook,
            by=asking.by,
            on=localdate(),
        )
    except DomainError as refused:
        return Typed(line, result, description, yen, str(refused))
    except ValueError:
        return Typed(line, result, description, yen, _("評価額は0以上の整数で入力してください。"))
    return Typed(line, result, description, yen)


def _found(line: AwaitedLine, description: str, *, yen: str) -> tuple[NewProperty, ...]:
    if not description:
        return ()
    estimated_yen = int(yen.replace(",", "")) if yen else None
    return (NewProperty(PropertyKind(line.kind), description, holder=line.institution, estimated_yen=estimated_yen),)


def _page(
    request: HttpRequest,
    found: AwaitedList,
    *,
    typed: list[Typed],
    overtaken: tuple[str, ...] = (),
    code: int = 200,
) -> HttpResponse:
    context = {
        "found": found,
        "typed": typed,
        "results": tuple(AnswerResult),
        "on": localdate(),
        "overtaken": overtaken,
        "saved": request.GET.get("saved", ""),
        "is_late": request.GET.get("late") == "1",
        "institution": request.GET.get("institution", ""),
        "next": f"{found.after[0].isoformat()}_{found.after[1]}" if found.after else None,
        "is_later_page": bool(request.GET.get("after")),
        "problems": [each for each in typed if each.problem],
    }
    return render(request, "property/answers.html", context, status=code)
