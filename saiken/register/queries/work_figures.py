"""The figures of the offices' work as they were counted, added up for those who manage some offices or all.

The one idea: one page reads a few sums over a small table, whatever the register's size, and says for which day they hold. Figures name
nobody; the persons whom several offices pursued are shown within the scope and leave rows in the access log.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, QuerySet, Sum

from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.register import work_measures as measures
from saiken.register.access import log_obligors
from saiken.register.models import Obligor, Office, Receivable, User, WorkFigure
from saiken.register.queries.scope import Scope

#: Persons of several offices on one page.
MOST_PERSONS = 50

#: Measures of a line, beside what was done.
_OF_A_LINE = (measures.CASES, measures.CLAIMS, measures.UNTOUCHED, measures.OVERDUE, measures.ACTS, measures.RECEIPTS)


@dataclass(frozen=True)
class Sums:
    """A number and the yen that belong to it."""

    number: int = 0
    yen: int = 0


@dataclass(frozen=True)
class WorkLine:
    """An office, or an officer of one: `officer` is the user name, empty for what nobody has; `of` are the sums by measure."""

    office_id: int
    name: str
    officer: str
    officer_id: int
    of: Mapping[str, Sums]
    contacts: int


@dataclass(frozen=True)
class ReceivableLine:
    """A receivable with its sums by class (an age; or a band and what it lacks)."""

    receivable_id: int
    name: str
    of: Mapping[str, Sums]

    @property
    def total(self) -> Sums:
        """All classes together."""
        return Sums(sum(one.number for one in self.of.values()), sum(one.yen for one in self.of.values()))


@dataclass(frozen=True)
class CohortLine:
    """The claims first demanded in a month (`2026-07`) or a fiscal year (`2024`), by the stage reached."""

    period: str
    of: Mapping[str, Sums]


@dataclass(frozen=True)
class ManagedWork:
    """`on` is the day of counting, None before the first. `acts`, `promises` and `plans` are numbers by id.

    `cohorts` are the claims by when they were demanded, `years` the years among which there is a choice; `cohort_lines` are those of the
    year chosen by office or officer, in the order of `lines`. `ageing_lines` are sums by age and office, of several offices alone.
    """

    on: date | None
    lines: tuple[WorkLine, ...] = ()
    acts: Mapping[str, int] = field(default_factory=dict)
    cohorts: tuple[CohortLine, ...] = ()
    years: tuple[int, ...] = ()
    year: int = 0
    cohort_lines: tuple[WorkLine, ...] = ()
    promises: Mapping[str, int] = field(default_factory=dict)
    plans: Mapping[str, int] = field(default_factory=dict)
    ageing: tuple[ReceivableLine, ...] = ()
    ageing_lines: tuple[WorkLine, ...] = ()
    unreached: tuple[ReceivableLine, ...] = ()


@dataclass(frozen=True)
class Chased:
    """A person about whom several offices acted in the month: how often each of them did."""

    obligor_id: int
    name: str
    offices: tuple[tuple[str, int], ...]


def managed_work(
    offices: Collection[int] | None, *, office_id: int | None, contacts: Collection[str], year: int | None = None
) -> ManagedWork:
    """The work of the offices (None: all), by office, or of one of them by officer; `contacts` are the acts that are talks.

    `year` is the fiscal year of first demand that is opened by office or officer; None the latest with demands.
    """
    rows = _rows(offices, office_id)
    on = rows.aggregate(on=Max("on"))["on"]
    if on is None:
        return ManagedWork(None)
    opened = _by_detail(rows, measures.ACTS, measures.COHORT, measures.PROMISES, measures.PLANS)
    by_officer = office_id is not None
    present = fiscal_year_of(on)
    years = tuple(present - back for back in range(measures.COHORT_YEARS))
    cohorts = _cohorts(opened[measures.COHORT])
    chosen = year if year in years else _latest(cohorts) or present
    return ManagedWork(
        on=on,
        lines=_lines(rows, by_officer=by_officer, contacts=contacts),
        acts=_numbers(opened[measures.ACTS]),
        cohorts=cohorts,
        years=years,
        year=chosen,
        cohort_lines=_cohort_lines(rows, chosen, by_officer=by_officer),
        promises=_numbers(opened[measures.PROMISES]),
        plans=_numbers(opened[measures.PLANS]),
        ageing=_by_receivable(rows, measures.AGEING),
        ageing_lines=() if by_officer else _ageing_lines(rows),
        unreached=_by_receivable(rows, measures.UNREACHED),
    )


def chased_persons(*, scope: Scope, office_id: int | None) -> tuple[Chased, ...]:
    """The persons whom most offices pursued in the month of counting, those first about whom most was done."""
    rows = _rows(scope.offices, office_id).filter(measure=measures.SEVERAL_OFFICES).order_by()
    most = rows.values("detail").annotate(acts=Sum("number")).order_by("-acts", "detail")[:MOST_PERSONS]
    asked = [int(row["detail"]) for row in most]
    seen = set(scope.claims().filter(obligor_id__in=asked).values_list("obligor_id", flat=True))
    names = dict(Obligor.objects.filter(pk__in=seen).values_list("pk", "name"))
    log_obligors(scope, what="chased_persons", obligor_ids=seen)
    told: dict[int, list[tuple[str, int]]] = defaultdict(list)
    every = WorkFigure.objects.filter(measure=measures.SEVERAL_OFFICES, detail__in=[str(pk) for pk in seen])
    for person, office, number in every.order_by("office__name").values_list("detail", "office__name", "number"):
        told[int(person)].append((office, number))
    return tuple(Chased(pk, names[pk], tuple(told[pk])) for pk in asked if pk in seen)


def offices_counted(offices: Collection[int] | None) -> tuple[tuple[int, str], ...]:
    """The offices that have figures, by name."""
    counted = _rows(offices, None).order_by().values("office_id").distinct()
    return tuple(Office.objects.filter(pk__in=counted).order_by("name").values_list("pk", "name"))


def _rows(offices: Collection[int] | None, office_id: int | None) -> QuerySet[WorkFigure]:
    rows = WorkFigure.objects.all() if offices is None else WorkFigure.objects.filter(office_id__in=offices)
    return rows if office_id is None else rows.filter(office_id=office_id)


def _by_detail(rows: QuerySet[WorkFigure], *names: str) -> dict[str, dict[str, Sums]]:
    summed = rows.filter(measure__in=names).order_by().values_list("measure", "detail")
    found: dict[str, dict[str, Sums]] = {name: {} for name in names}
    for measure, detail, number, yen in summed.annotate(Sum("number"), Sum("yen")):
        found[measure][detail] = Sums(number, yen)
    return found


def _numbers(opened: Mapping[str, Sums]) -> dict[str, int]:
    return {detail: one.number for detail, one in opened.items()}


def _lines(rows: QuerySet[WorkFigure], *, by_officer: bool, contacts: Collection[str]) -> tuple[WorkLine, ...]:
    keys = ("office_id", "office__name", *(("officer",) if by_officer else ()))
    found: dict[tuple[int, str, str], dict[str, Sums]] = defaultdict(dict)
    summed = rows.filter(measure__in=_OF_A_LINE).order_by().values(*keys, "measure")
    for row in summed.annotate(total=Sum("number"), sum_yen=Sum("yen")):
        found[_key(row)][row["measure"]] = Sums(row["total"], row["sum_yen"])
    talks = rows.filter(measure=measures.ACTS, detail__in=contacts).order_by().values(*keys)
    talked = {_key(row): row["total"] for row in talks.annotate(total=Sum("number"))}
    return _named_lines(found, by_officer=by_officer, talked=talked)


def _named_lines(
    found: Mapping[tuple[int, str, str], Mapping[str, Sums]],
    *,
    by_officer: bool,
    talked: Mapping[tuple[int, str, str], int],
) -> tuple[WorkLine, ...]:
    """The sums with the names of their offices or officers, by name; what nobody has comes first."""
    people = _people([officer for _, _, officer in found])
    lines = [
        WorkLine(
            office_id=key[0],
            name=people.get(key[2], (0, key[2]))[1] if by_officer else key[1],
            officer=key[2],
            officer_id=people.get(key[2], (0, ""))[0],
            of=sums,
            contacts=talked.get(key, 0),
        )
        for key, sums in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.name == "", line.name, line.officer)))


def _cohorts(opened: Mapping[str, Sums]) -> tuple[CohortLine, ...]:
    """The latest month first, years that are longer ago after the months."""
    found: dict[str, dict[str, Sums]] = defaultdict(dict)
    for detail, one in opened.items():
        period, _, stage = detail.partition("/")
        found[period][stage] = one
    return tuple(CohortLine(period, found[period]) for period in sorted(found, reverse=True))


def _latest(cohorts: Sequence[CohortLine]) -> int | None:
    """The fiscal year of the latest demand."""
    year, _, month = max((line.period for line in cohorts), default="").partition("-")
    return (fiscal_year_of(date(int(year), int(month), 1)) if month else int(year)) if year else None


def _cohort_lines(rows: QuerySet[WorkFigure], year: int, *, by_officer: bool) -> tuple[WorkLine, ...]:
    of_year = rows.filter(measure=measures.COHORT_OF_OFFICER, detail__startswith=f"{year}/")
    return _opened_lines(of_year, by_officer=by_officer)


def _ageing_lines(rows: QuerySet[WorkFigure]) -> tuple[WorkLine, ...]:
    return _opened_lines(rows.filter(measure=measures.AGEING_OF_OFFICE), by_officer=False)


def _opened_lines(rows: QuerySet[WorkFigure], *, by_officer: bool) -> tuple[WorkLine, ...]:
    """Sums by the last word of the detail, for each office or officer."""
    keys = ("office_id", "office__name", *(("officer",) if by_officer else ()))
    found: dict[tuple[int, str, str], dict[str, Sums]] = defaultdict(dict)
    for row in rows.order_by().values(*keys, "detail").annotate(total=Sum("number"), sum_yen=Sum("yen")):
        found[_key(row)][row["detail"].rpartition("/")[2]] = Sums(row["total"], row["sum_yen"])
    return _named_lines(found, by_officer=by_officer, talked={})


def _key(row: Mapping[str, object]) -> tuple[int, str, str]:
    return int(str(row["office_id"])), str(row["office__name"]), str(row.get("officer", ""))


def _people(usernames: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Ids and names of people by user name."""
    found = User.objects.filter(username__in=usernames).values_list("username", "pk", "display_name")
    return {username: (pk, name) for username, pk, name in found}


def _by_receivable(rows: QuerySet[WorkFigure], measure: str) -> tuple[ReceivableLine, ...]:
    opened = _by_detail(rows, measure)[measure]
    found: dict[int, dict[str, Sums]] = defaultdict(dict)
    for detail, one in opened.items():
        receivable_id, _, rest = detail.partition("/")
        found[int(receivable_id)][rest] = one
    names = {row.pk: str(row) for row in Receivable.objects.filter(pk__in=found)}
    lines = [ReceivableLine(pk, names[pk], of) for pk, of in found.items()]
    return tuple(sorted(lines, key=lambda line: line.name))
