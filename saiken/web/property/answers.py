"""The register of outstanding inquiries, and the answers entered row by row.

The one idea: the list is the form; a line with a result is an answer, every other line is left alone, so a morning's mail is entered with
the
keyboard from top to bottom and sent once. What is refused stays as it was typed, beside its line.
"""

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.errors import DomainError, InvalidInput
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.queries.investigation_lists import AwaitedLine, AwaitedList, answers_awaited, properties_undisposed
from saiken.register.queries.scope import Scope
from saiken.web.components.parameters import day_of, whole
from saiken.web.context import context_of
from saiken.web.scope import scope

#: The longest description and the most yen of a property.
_LONGEST, _MOST_YEN = 300, 10**14


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
    typed = [_taken(request, line, asking=asking) for line in found.lines]
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
    return day_of(QueryDict(f"day={day}"), "day") is not None and whole(number) is not None


def _taken(request: HttpRequest, line: AwaitedLine, *, asking: Scope) -> Typed:
    """The line after its answer was recorded; unchanged where nothing was typed."""
    sent, key = request.POST, str(line.investigation_id)
    result, description, yen = (sent.get(f"{name}-{key}", "").strip() for name in ("result", "description", "yen"))
    if not result:
        return Typed(line)
    try:
        answer_inquiry(
            investigation_id=line.investigation_id,
            answer=_note(sent, result),
            found=_found(line, description, yen=yen),
            scope=asking,
            lawbook=context_of(request).lawbook,
            by=asking.by,
            on=localdate(),
        )
    except DomainError as refused:
        return Typed(line, result, description, yen, str(refused))
    return Typed(line, result, description, yen)


def _note(sent: QueryDict, result: str) -> AnswerNote:
    """The answer on the day that stands above the lines; raises InvalidInput for a day that is none or has not come."""
    answered_on = day_of(sent, "answered_on")
    if answered_on is None or answered_on > localdate():
        raise InvalidInput(_("回答の日を確かめてください。"), found=sent.get("answered_on", "")[:30])
    if result not in set(AnswerResult):
        raise InvalidInput(_("回答を選んでください。"))
    return AnswerNote(AnswerResult(result), answered_on)


def _found(line: AwaitedLine, description: str, *, yen: str) -> tuple[NewProperty, ...]:
    """The property that a line tells of; raises InvalidInput where it cannot be kept as it was typed."""
    estimated_yen = whole(normalize("NFKC", yen).replace(",", "").removesuffix("円")) if yen else None
    if yen and (estimated_yen is None or estimated_yen > _MOST_YEN):
        raise InvalidInput(_("評価額は0以上の整数で入力してください。"))
    if len(description) > _LONGEST:
        raise InvalidInput(_("判明した財産は300字以内で入力してください。"), found=f"{len(description)}字")
    if not description and yen:
        raise InvalidInput(_("評価額の財産の表示がありません。"))
    if not description:
        return ()
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
        "answered_on": request.POST.get("answered_on", "") or localdate().isoformat(),
        "overtaken": overtaken,
        "saved": request.GET.get("saved", ""),
        "is_late": request.GET.get("late") == "1",
        "institution": request.GET.get("institution", ""),
        "next": f"{found.after[0].isoformat()}_{found.after[1]}" if found.after else None,
        "is_later_page": bool(request.GET.get("after")),
        "problems": [each for each in typed if each.problem],
    }
    return render(request, "property/answers.html", context, status=code)
