"""Lists sent to offices: what was sent, what waits for an answer, what was answered and by when.

The one idea: the last answer of a row counts; a row is overdue when its list's day has passed without one. Rows show persons, so they take
a Scope and leave a row in the access log.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.access import log_obligors
from saiken.register.models import CaseFile, Obligor, Office, SentList, SentListAnswer, SentListRow
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: Counts stop here.
MOST = 10_000


@dataclass(frozen=True)
class WaitingRows:
    """Rows that wait for an answer by some offices, at most `MOST`, and how many of those are overdue."""

    rows: int
    overdue: int


@dataclass(frozen=True)
class SentListLine:
    """One list with how far it is answered, over the rows of the offices asked about."""

    list_id: int
    title: str
    from_office: str
    on: date
    due_on: date
    rows: int
    answered: int
    is_overdue: bool

    @property
    def waiting(self) -> int:
        """Rows without an answer."""
        return self.rows - self.answered


@dataclass(frozen=True)
class OfficeRate:
    """How far an office has answered a list; `percent` is cut to whole ones."""

    office_id: int
    office: str
    rows: int
    answered: int

    @property
    def percent(self) -> int:
        """Answered rows of a hundred."""
        return self.answered * 100 // self.rows


@dataclass(frozen=True)
class AskedRow:
    """One row with its last answer; `seen` is how many answers it has."""

    row_id: int
    place: int
    office_id: int
    office: str
    obligor_id: int
    obligor: str
    number: str
    balance_yen: int
    choice: str
    note: str
    answered_on: date | None
    answered_by: str
    seen: int


@dataclass(frozen=True)
class SentListPage:
    """A list with a page of its rows; `may_answer` are the offices among the asked that the reader works for."""

    line: SentListLine
    question: str
    answers: tuple[str, ...]
    source: str
    rates: tuple[OfficeRate, ...]
    rows: tuple[AskedRow, ...]
    may_answer: frozenset[int]
    next_after: int | None


def waiting_for(office_ids: frozenset[int], on: date) -> WaitingRows:
    """What these offices still have to answer on the day."""
    unanswered = SentListRow.objects.filter(_unanswered(), office_id__in=office_ids, sent_list__on__lte=on)
    overdue = unanswered.filter(sent_list__due_on__lt=on)
    return WaitingRows(unanswered[:MOST].count(), overdue[:MOST].count())


def lists_received(office_ids: frozenset[int], *, on: date) -> tuple[SentListLine, ...]:
    """The last lists sent to these offices, those with open rows first."""
    ids = SentListRow.objects.filter(office_id__in=office_ids).values("sent_list_id")
    lists = SentList.objects.filter(pk__in=ids)
    return _lines(lists, Q(office_id__in=office_ids), on=on)


def lists_sent(office_ids: frozenset[int], *, on: date) -> tuple[SentListLine, ...]:
    """The last lists that these offices sent."""
    return _lines(SentList.objects.filter(from_office_id__in=office_ids), Q(), on=on)


def sent_list_page(
    list_id: int, *, offices: frozenset[int], scope: Scope, on: date, after: int = 0, only_open: bool = False
) -> SentListPage:
    """The list: every row for the sender, those of one's own offices for an office asked."""
    sent = SentList.objects.select_related("from_office").filter(pk=list_id).first()
    if sent is None:
        raise InvalidInput("一覧の照会がありません", place="照会", found=str(list_id))
    rows = SentListRow.objects.filter(sent_list=sent)
    if sent.from_office_id not in scope.among(offices) and scope.offices is not None:
        rows = rows.filter(office_id__in=scope.among(offices))
    if not rows.exists():
        raise Refused("この一覧は、ほかの所属への照会です")
    (line,) = _lines(SentList.objects.filter(pk=list_id), Q(pk__in=rows.values("pk")), on=on)
    wanted = rows.filter(_unanswered()) if only_open else rows
    page = list(wanted.filter(place__gt=after).select_related("office", "obligor").order_by("place")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    persons = {row.obligor_id for row in shown}
    log_obligors(scope, what="sent_list", obligor_ids=persons, asked=f"一覧の照会 {list_id}")
    return SentListPage(
        line=line,
        question=sent.question,
        answers=tuple(sent.answers),
        source=sent.source,
        rates=_rates(rows),
        rows=_asked(shown),
        may_answer=frozenset(row.office_id for row in shown if row.office_id in offices),
        next_after=shown[-1].place if len(page) > PAGE_SIZE else None,
    )


def obligors_by_number(numbers: list[str], *, scope: Scope) -> tuple[dict[str, int], list[str]]:
    """The persons of external numbers (宛名番号) that the scope sees, and the numbers that name none."""
    known = Obligor.objects.filter(external_number__in=[number for number in numbers if number])
    if scope.offices is not None:
        known = known.filter(Exists(CaseFile.objects.filter(obligor_id=OuterRef("pk"), office_id__in=scope.offices)))
    found = dict(known.values_list("external_number", "pk"))
    return found, [number for number in numbers if number not in found]


def _unanswered() -> Q:
    return ~Q(Exists(SentListAnswer.objects.filter(row=OuterRef("pk"))))


def _lines(lists: QuerySet[SentList], among: Q, *, on: date) -> tuple[SentListLine, ...]:
    shown = list(lists.select_related("from_office").order_by("-pk")[:PAGE_SIZE])
    rows = SentListRow.objects.filter(among, sent_list__in=shown)
    total = dict(rows.values_list("sent_list_id").annotate(Count("pk")))
    open_rows = dict(rows.filter(_unanswered()).values_list("sent_list_id").annotate(Count("pk")))
    return tuple(
        SentListLine(
            list_id=sent.pk,
            title=sent.title,
            from_office=sent.from_office.name,
            on=sent.on,
            due_on=sent.due_on,
            rows=total.get(sent.pk, 0),
            answered=total.get(sent.pk, 0) - open_rows.get(sent.pk, 0),
            is_overdue=sent.due_on < on and open_rows.get(sent.pk, 0) > 0,
        )
        for sent in shown
    )


def _rates(rows: QuerySet[SentListRow]) -> tuple[OfficeRate, ...]:
    total = dict(rows.values_list("office_id").annotate(Count("pk")))
    open_rows = dict(rows.filter(_unanswered()).values_list("office_id").annotate(Count("pk")))
    offices = Office.objects.filter(pk__in=total).order_by("name", "pk")
    return tuple(
        OfficeRate(office.pk, office.name, total[office.pk], total[office.pk] - open_rows.get(office.pk, 0))
        for office in offices
    )


def _asked(rows: list[SentListRow]) -> tuple[AskedRow, ...]:
    answers: dict[int, SentListAnswer] = {}
    for answer in SentListAnswer.objects.filter(row__in=rows).order_by("revision"):
        answers[answer.row_id] = answer
    files = CaseFile.objects.filter(obligor__in={row.obligor_id for row in rows})
    owed = {
        (obligor, office): yen for obligor, office, yen in files.values_list("obligor_id", "office_id", "balance_yen")
    }
    return tuple(
        _asked_row(row, answers.get(row.pk), balance_yen=owed.get((row.obligor_id, row.office_id), 0)) for row in rows
    )


def _asked_row(row: SentListRow, answer: SentListAnswer | None, *, balance_yen: int) -> AskedRow:
    return AskedRow(
        row_id=row.pk,
        place=row.place,
        office_id=row.office_id,
        office=row.office.name,
        obligor_id=row.obligor_id,
        obligor=row.obligor.name,
        number=row.obligor.external_number,
        balance_yen=balance_yen,
        choice=answer.choice if answer else "",
        note=answer.note if answer else "",
        answered_on=answer.on if answer else None,
        answered_by=answer.recorded_by if answer else "",
        seen=answer.revision if answer else 0,
    )
