"""The catalogue of components.

The one idea: a component is added to the screens only after it stands here, so its states are looked at and tested once.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.web.components.timeline import Timeline
from saiken.web.components.trend import Trend


def catalogue(request: HttpRequest) -> HttpResponse:
    """All components with made-up content."""
    trends = (
        Trend((("平28", 3361), ("平29", 3359), ("平30", 2890))),
        Trend((("平28", 0), ("平29", 0), ("平30", 40))),
        Trend((("令3", 1200),)),
    )
    first_on, renewed_on, on = date(2016, 8, 1), date(2018, 8, 21), date(2020, 1, 15)
    timelines = (
        Timeline(first_on, renewed_on, date(2020, 8, 21), on, (date(2018, 8, 20),)),
        Timeline(first_on, first_on, date(2018, 8, 1), on, (date(2018, 8, 20),)),
        Timeline(first_on, first_on, None, on, ()),
    )
    shown = {"trends": trends, "timelines": timelines, "sample_day": date(2018, 7, 31)}
    return render(request, "catalogue/page.html", shown)
