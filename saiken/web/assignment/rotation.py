"""The report of an officer who hands cases over, on the screen and as a PDF.

The one idea: the screen tells the nearest cases first and so many; the paper tells them all.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from saiken.domain.errors import InvalidInput
from saiken.printing.tables_pdf import tables_pdf
from saiken.register.papers.rotation_paper import must_not_forget, rotation_paper
from saiken.register.queries.office_choices import offices_to_choose
from saiken.register.queries.rotation import MOST_CASES, PAGE_SIZE, Rotation, rotation
from saiken.web.components.attachment import attachment
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.scope import own, scope


def officer_report(request: HttpRequest, *, office_id: int, officer_id: int) -> HttpResponse:
    """The nearest cases of the officer; officer 0 is nobody."""
    most = PAGE_SIZE if number_of(request.GET, "all") is None else MOST_CASES
    found = _found(request, office_id, officer_id=officer_id, most=most)
    lines = [(line, must_not_forget(line)) for line in found.lines]
    shown = {"found": found, "lines": lines, "office": _name(request, office_id), "officer_id": officer_id}
    return render(request, "assignment/report.html", shown)


def officer_report_file(request: HttpRequest, *, office_id: int, officer_id: int) -> HttpResponse:
    """All cases on A4 landscape."""
    found, on = _found(request, office_id, officer_id=officer_id, most=MOST_CASES), localdate()
    paper = rotation_paper(found, office=_name(request, office_id), glossary=context_of(request).glossary, on=on)
    name = f"事務引継書_{found.officer or '担当なし'}_{on:%Y%m%d}.pdf"
    return attachment(tables_pdf(paper, printed_on=on), name=name, media_type="application/pdf")


def _found(request: HttpRequest, office_id: int, *, officer_id: int, most: int) -> Rotation:
    reader = scope(request, purpose="rotation")
    return rotation(office_id, officer_id or None, scope=reader, on=localdate(), most=most)


def _name(request: HttpRequest, office_id: int) -> str:
    """The name of an office of the reader's own, or of any for whoever sees every office."""
    among = None if scope(request).offices is None else own(request)
    for pk, name in offices_to_choose(localdate(), among=among):
        if pk == office_id:
            return name
    raise InvalidInput("組織がないか、自分の所属ではありません", place="組織", found=str(office_id))
