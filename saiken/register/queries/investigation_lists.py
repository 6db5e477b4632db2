"""Registers of inquiries about property: outstanding answers, property that waits for an act, evidence that there is none.

The one idea: what is outstanding is kept apart from what is done, so the lists read only what waits, by index and in pages. They show
persons, so each takes a Scope and leaves a row in the access log.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.register.access import log_obligors
from saiken.register.models import AwaitedAnswer, Investigation, UndisposedProperty
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.hidden_places import hidden_from, place_text
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: A count goes no further.
COUNTED = 10_000
#: How many of the office's last inquiries the suggestions are made from.
_RECENT = 500

After = tuple[date, int]

#: Inquiries that nobody finds by whom they were sent to: it would tell where a protected person works.
_TELLING = Q(
    investigation__obligor__protected=True,
    investigation__kind__in=[kind.value for kind in PropertyKind if kind.leads_to_the_person],
)


@dataclass(frozen=True)
class AwaitedLine:
    """An inquiry that has not been answered; `is_late` when its day has passed."""

    investigation_id: int
    obligor_id: int
    obligor: str
    office: str
    kind: str
    institution: str
    asked_on: date
    answer_due_on: date
    document_number: str
    is_late: bool


@dataclass(frozen=True)
class AwaitedList:
    """A page; `count` stops at `COUNTED`, `after` continues (day and number), None at the end."""

    lines: tuple[AwaitedLine, ...]
    count: int
    late: int
    after: After | None


@dataclass(frozen=True)
class UndisposedLine:
    """Property that was found and that nothing has become of yet."""

    property_id: int
    obligor_id: int
    obligor: str
    office: str
    kind: str
    description: str
    holder: str
    estimated_yen: int | None
    senior_yen: int
    found_on: date


@dataclass(frozen=True)
class UndisposedList:
    """A page of them, oldest first."""

    lines: tuple[UndisposedLine, ...]
    count: int
    after: After | None


@dataclass(frozen=True)
class EvidenceLine:
    """An answer that there is nothing: who was asked about what, when, and when the answer came."""

    investigation_id: int
    kind: str
    institution: str
    asked_on: date
    answered_on: date
    result: str
    document_number: str


def answers_awaited(
    *, scope: Scope, on: date, after: After | None = None, only_late: bool = False, institution: str = ""
) -> AwaitedList:
    """Outstanding inquiries, those due first first; with `only_late` those whose day has passed."""
    rows = AwaitedAnswer.objects.all()
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    late = rows.filter(answer_due_on__lt=on)
    rows = late if only_late else rows
    if institution:
        rows = rows.filter(investigation__institution=institution).exclude(_TELLING)
    counts = rows.values("pk")[:COUNTED].count(), late.values("pk")[:COUNTED].count()
    if after is not None:
        rows = rows.filter(Q(answer_due_on__gt=after[0]) | Q(answer_due_on=after[0], investigation_id__gt=after[1]))
    wanted = rows.select_related("investigation__obligor", "office").order_by("answer_due_on", "investigation_id")
    page = list(wanted[: PAGE_SIZE + 1])
    hidden = hidden_from(scope.by, [row.investigation.obligor_id for row in page])
    lines = tuple(_awaited(row, on, hidden=hidden) for row in page[:PAGE_SIZE])
    subject = _subject([line.investigation_id for line in lines])
    log_obligors(scope, what="awaited_answers", obligor_ids={line.obligor_id for line in lines}, asked=subject)
    last = lines[-1] if len(page) > PAGE_SIZE else None
    return AwaitedList(lines, *counts, after=(last.answer_due_on, last.investigation_id) if last else None)


def _awaited(row: AwaitedAnswer, on: date, *, hidden: Collection[int]) -> AwaitedLine:
    asked = row.investigation
    return AwaitedLine(
        investigation_id=asked.pk,
        obligor_id=asked.obligor_id,
        obligor=asked.obligor.name,
        office=row.office.name,
        kind=asked.kind,
        institution=place_text(asked.institution, kind=asked.kind, is_hidden=asked.obligor_id in hidden),
        asked_on=asked.asked_on,
        answer_due_on=asked.answer_due_on,
        document_number=asked.document_number,
        is_late=asked.answer_due_on < on,
    )


def properties_undisposed(*, scope: Scope, after: After | None = None) -> UndisposedList:
    """Property found of which nothing has become, the longest known first."""
    rows = UndisposedProperty.objects.all()
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    count = rows.values("pk")[:COUNTED].count()
    if after is not None:
        rows = rows.filter(Q(found_on__gt=after[0]) | Q(found_on=after[0], property_id__gt=after[1]))
    page = list(rows.select_related("property__obligor", "office").order_by("found_on", "property_id")[: PAGE_SIZE + 1])
    hidden = hidden_from(scope.by, [row.property.obligor_id for row in page])
    lines = tuple(_undisposed(row, is_hidden=row.property.obligor_id in hidden) for row in page[:PAGE_SIZE])
    subject = _subject([line.property_id for line in lines])
    log_obligors(scope, what="undisposed_properties", obligor_ids={line.obligor_id for line in lines}, asked=subject)
    last = lines[-1] if len(page) > PAGE_SIZE else None
    return UndisposedList(lines, count, (last.found_on, last.property_id) if last else None)


def _undisposed(row: UndisposedProperty, *, is_hidden: bool) -> UndisposedLine:
    known = row.property
    return UndisposedLine(
        property_id=known.pk,
        obligor_id=known.obligor_id,
        obligor=known.obligor.name,
        office=row.office.name,
        kind=known.kind,
        description=place_text(known.description, kind=known.kind, is_hidden=is_hidden),
        holder=place_text(known.holder, kind=known.kind, is_hidden=is_hidden),
        estimated_yen=known.estimated_yen,
        senior_yen=known.senior_yen,
        found_on=known.found_on,
    )


def no_asset_evidence(obligor_id: int, *, by: str = "", since: date | None = None) -> tuple[EvidenceLine, ...]:
    """The answers about a person that say there is nothing, newest first: the evidence of a suspension. The caller has judged the scope.

    `by` is who reads them; nobody sees where a protected person works.
    """
    is_hidden = bool(hidden_from(by, [obligor_id, *numbers_of(kept_of(obligor_id))]))
    nothing = [result.value for result in AnswerResult if result.is_evidence_of_none]
    rows = Investigation.objects.filter(obligor_id__in=numbers_of(kept_of(obligor_id)), answer__result__in=nothing)
    if since is not None:
        rows = rows.filter(answer__answered_on__gte=since)
    return tuple(
        EvidenceLine(
            investigation_id=row.pk,
            kind=row.kind,
            institution=place_text(row.institution, kind=row.kind, is_hidden=is_hidden),
            asked_on=row.asked_on,
            answered_on=row.answer.answered_on,
            result=row.answer.result,
            document_number=row.document_number,
        )
        for row in rows.select_related("answer").order_by("-answer__answered_on", "-pk")[:300]
    )


def institutions_asked(scope: Scope) -> tuple[str, ...]:
    """The institutions that the offices asked lately, for suggestions."""
    rows = Investigation.objects.filter(obligor__protected=False).order_by("-pk")
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    return tuple(sorted(set(rows.values_list("institution", flat=True)[:_RECENT])))


def _subject(ids: Sequence[int]) -> str:
    return f"照会・財産 {len(ids)}件" + (f"（{ids[0]}から）" if ids else "")
