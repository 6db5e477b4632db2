"""The manager's screen, its plots and its file.

The one idea: every figure comes from the table of the day, so the page is quick and says the day; each number opens the list of persons
behind it for whoever may see them. Plots are pictures of the tables beside them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from saiken.formats.list_table.write import to_csv
from saiken.printing.charts import bars_in_order, svg_of
from saiken.register.papers.managed_work import managed_work_table
from saiken.register.queries.figure_behind import Cell
from saiken.register.queries.figure_lines import behind_page
from saiken.register.queries.work_figures import ManagedWork, chased_persons, managed_work, offices_counted
from saiken.register.roles import SEES_EVERY_OFFICE
from saiken.register.work_measures import BEHIND_OF
from saiken.web.components.attachment import attachment
from saiken.web.components.parameters import number_of
from saiken.web.manager import tables
from saiken.web.permissions import Permission, granted, viewer
from saiken.web.scope import own, scope

#: Plots that are kept drawn.
_DRAWN = 64


@dataclass(frozen=True)
class _Asked:
    """The offices managed (None: all), those with figures, the one chosen of them (None: all together) and the year of demands."""

    managed: frozenset[int] | None
    offices: tuple[tuple[int, str], ...]
    office_id: int | None
    year: int | None = None

    @property
    def office(self) -> str:
        """The name of the office chosen."""
        return dict(self.offices).get(self.office_id or 0, "")

    def work(self) -> ManagedWork:
        """The figures."""
        contacts = tables.contact_kinds()
        return managed_work(self.managed, office_id=self.office_id, contacts=contacts, year=self.year)

    @property
    def query(self) -> str:
        """What was chosen, as the address of a plot or file has it."""
        chosen = {"office": self.office_id, "year": self.year}
        return urlencode({name: value for name, value in chosen.items() if value is not None})


def manager(request: HttpRequest) -> HttpResponse:
    """The screen."""
    asked = _asked(request)
    work = asked.work()
    sees_persons = Permission.PERSONS in granted(request)
    shown = {
        "asked": asked,
        "work": work,
        "stages": tables.stages(work),
        "stage_heads": tables.stage_heads(),
        "cohorts": tables.cohorts(work),
        "cohort_lines": tables.cohort_lines(work),
        "ageing_lines": tables.ageing_lines(work),
        "ages": tables.ages(),
        "ageing": tables.ageing(work),
        "ages_together": tables.ages_together(work),
        "promises": tables.promises(work),
        "plans": tables.plans(work),
        "acts": tables.acts(work),
        "reaches": tables.reaches(),
        "unreached": tables.unreached(work),
        "chased": _chased(request, asked) if sees_persons and work.on else (),
        "sees_persons": sees_persons,
    }
    return render(request, "manager/page.html", shown)


def manager_plot(request: HttpRequest, *, plot: str) -> HttpResponse:
    """A plot of the stages or of the ages as a picture."""
    work = _asked(request).work()
    match plot:
        case "stages":
            bars = tuple((row.words, row.number) for row in tables.stages(work))
            title = _("債権の数")
        case "promises":
            bars = tuple((row.words, row.number) for row in tables.promises(work))
            title = _("約束の数")
        case "ages":
            bars = tuple((row.words, row.yen // 1_000) for row in tables.ages_together(work))
            title = _("残高（千円）")
        case _:
            raise Http404
    return HttpResponse(_drawn(bars, title), content_type="image/svg+xml")


def manager_behind(request: HttpRequest) -> HttpResponse:
    """The cases behind one number; the screen of figures where the address names none, or for whoever sees no persons."""
    measure, asked = request.GET.get("measure", ""), _asked(request)
    if measure not in BEHIND_OF or Permission.PERSONS not in granted(request):
        return redirect("manager")
    detail = request.GET.get("detail", "")
    cell = Cell(
        measure,
        detail=detail,
        officer=request.GET.get("officer", "") if request.GET.get("by") == "officer" else None,
        details=_DETAILS[detail]() if detail in _DETAILS else None,
    )
    offices = asked.managed if asked.office_id is None else {asked.office_id}
    seen = scope(request, purpose=f"manager:{measure}")
    page = behind_page(cell, offices=offices, scope=seen, first=number_of(request.GET, "after") or 0)
    shown = {
        "asked": asked,
        "page": page,
        "title": tables.in_words("tables", measure),
        "words": tables.detail_words(measure, detail),
        "officer": tables.officer_words(cell.officer),
        "is_later_page": page.first > 0,
    }
    return render(request, "manager/behind.html", shown)


#: Details that stand for several.
_DETAILS: Mapping[str, Callable[[], tuple[str, ...]]] = {"talks": tables.contact_kinds}


def manager_file(request: HttpRequest) -> HttpResponse:
    """Every table of the screen as CSV; it names no obligor."""
    asked = _asked(request)
    table = managed_work_table(asked.work(), office=asked.office, words=tables.in_words)
    name = f"執行管理_{asked.office or '全体'}_{localdate():%Y%m%d}.csv"
    return attachment(to_csv(table), name=name, media_type="text/csv")


@lru_cache(maxsize=_DRAWN)
def _drawn(bars: tuple[tuple[str, int], ...], title: str) -> str:
    return svg_of(bars_in_order(bars, title=title))


def _asked(request: HttpRequest) -> _Asked:
    held = (*viewer(request).posts, *viewer(request).deputyships)
    managed = None if any(post.role in SEES_EVERY_OFFICE for post in held) else own(request)
    offices = offices_counted(managed)
    chosen = number_of(request.GET, "office")
    if chosen not in dict(offices):
        chosen = offices[0][0] if len(offices) == 1 else None
    return _Asked(managed, offices, chosen, number_of(request.GET, "year"))


def _chased(request: HttpRequest, asked: _Asked) -> object:
    return chased_persons(scope=scope(request, purpose="manager"), office_id=asked.office_id)
