"""Free extraction on the screen: conditions combined, or the numbers of a file.

The one idea: a list is a saved condition that the office makes; numbers read from a file become a saved search like any other.
"""

from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from saiken.domain.errors import InvalidInput
from saiken.domain.person.mark import load_mark_kinds
from saiken.register.actions.save_search import save_search
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.queries.saved_searches import saved_searches
from saiken.register.queries.work_extract import Extraction, Place, extract_page, known_obligors
from saiken.register.queries.work_offices import officers_of, receivables
from saiken.register.queries.work_rows import catalogue
from saiken.web.components.numbers_file import numbers_of
from saiken.web.components.parameters import day_of, is_partial, number_of, whole
from saiken.web.scope import own, scope
from saiken.web.work.choice import choice_of, conditions_of, stood_in_for
from saiken.web.work.named import EXTRACT, list_named
from saiken.web.work.searches import searches_of
from saiken.web.work.through import remember


def work_extract(request: HttpRequest) -> HttpResponse:
    """The persons whom the conditions find; a file of numbers is read and kept as a search."""
    problem = ""
    if request.method == "POST":
        try:
            return redirect(f"{reverse('work-extract')}?search={_kept_numbers(request)}")
        except InvalidInput as refused:
            problem = refused.sentence
    choice = choice_of(request, request.GET, purpose="work_extract")
    asked = asked_of(request, request.GET, asked=Extraction(choice.found))
    page = extract_page(asked, scope=choice.scope, after=_place(request.GET))
    remember(request, EXTRACT, obligor_ids=[line.obligor_id for line in page.lines])
    shown = {
        "choice": choice,
        "found": asked.found,
        "asked": asked,
        "page": page,
        "next": f"{page.next_place[0]}-{page.next_place[1]}" if page.next_place else None,
        "is_later_page": "after" in request.GET,
        "many_offices": len(choice.found.offices) > 1,
        "officers": officers_of(choice.found.offices),
        "deputies": stood_in_for(request),
        "receivables": receivables(),
        "mark_kinds": load_mark_kinds(),
        "lists": tuple(catalogue().lists.values()),
        "carried": conditions_of(request.GET),
        "list": list_named(EXTRACT),
        "bulk_kinds": tuple(BULK_KINDS.values()),
        "searches": searches_of(request, EXTRACT),
        "problem": problem,
    }
    template = "work/_extracted.html" if is_partial(request) else "work/extract.html"
    return render(request, template, shown, status=422 if problem else 200)


def asked_of(request: HttpRequest, given: QueryDict, *, asked: Extraction) -> Extraction:
    """The conditions beside the filter, of an address or the hidden fields of a form; a saved search gives its numbers."""
    lists = tuple(one for one in given.getlist("on") if one in catalogue().lists)
    search_id = number_of(given, "search")
    found = asked.found
    if search_id is not None:
        by = request.user.get_username()
        kept = saved_searches(by=by, offices=own(request), list_id=EXTRACT)
        ids = [pk for one in kept if one.search_id == search_id for pk in one.conditions.get("numbers", ())]
        found = replace(found, obligor_ids=tuple(int(pk) for pk in ids))
    untouched: date | None = day_of(given, "untouched")
    return Extraction(found, untouched_since=untouched, next_by=day_of(given, "next_by"), lists=lists)


def _place(parameters: QueryDict) -> Place | None:
    first, _, second = parameters.get("after", "").partition("-")
    yen, file_id = whole(first), whole(second)
    return None if yen is None or file_id is None else (yen, file_id)


def _kept_numbers(request: HttpRequest) -> int:
    """Read the file's first column and keep the persons as a search; returns its id."""
    file = request.FILES.get("numbers")
    numbers, named = numbers_of(file), f"{file.name if file else ''} {localdate().isoformat()}"
    found, unknown = known_obligors(numbers, scope=scope(request, purpose="work_extract"))
    if not found:
        raise InvalidInput(
            "だれの番号でもありません", place="ファイル", found="、".join(unknown[:5]), expected="宛名番号か債務者番号"
        )
    return save_search(
        name=request.POST.get("name", "") or named[:80],
        list_id=EXTRACT,
        conditions={"numbers": list(found), "unknown": list(unknown[:100])},  # type: ignore[dict-item]  # numbers, not texts
        office_id=None,
        by=request.user.get_username(),
        on=localdate(),
    )
