"""The desk of hand-overs: what waits for acceptance, drafts, what runs, what has ended.

The one idea: boxes by what the office has to do next; the first that has something is shown.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.register.queries.hand_overs import Box, box_counts, hand_overs
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.scope import own, scope


def hand_over_desk(request: HttpRequest) -> HttpResponse:
    """A box of the desk; for htmx the list alone."""
    offices, counts = own(request), box_counts(own(request))
    first = next((box for box, count in counts.items() if count), Box.WAITING)
    wanted = request.GET.get("box", "")
    box = Box(wanted) if wanted in set(Box) else first
    before = number_of(request.GET, "before")
    found = hand_overs(box, offices=offices, scope=scope(request, purpose="hand_overs"), before=before)
    boxes = [(one, counts.get(one)) for one in Box]
    shown = {"found": found, "box": box, "boxes": boxes, "is_later_page": before is not None}
    return render(request, "hand_over/_list.html" if is_partial(request) else "hand_over/desk.html", shown)
