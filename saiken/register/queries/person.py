"""Who a person is: the rows joined into one, facts that the viewer may use, marks, those who answer beside them, the files at offices.

The one idea: a person may be seen when one of the claims they answer for may; what protection or secrecy withholds is shown as withheld
with its ground, never left out silently. Reading leaves a row in the access log.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.errors import InvalidInput
from saiken.domain.person.fact import FactKind, PermittedUse, Withheld, withheld
from saiken.register.access import log_read
from saiken.register.models import CaseFile, Mark, Obligor, ObligorFact, ObligorRole
from saiken.register.queries.answering import claims_answered_for
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class PersonRow:
    """One row of the person as the city's registers have it; places are empty while protection hides them."""

    obligor_id: int
    kind: str
    name: str
    name_kana: str
    external_number: str
    birth_on: date | None
    died_on: date | None
    postal_code: str
    address: str
    telephone: str


@dataclass(frozen=True)
class FactLine:
    """A fact; when `withheld` is set, value and hours are empty."""

    fact_id: int
    kind: FactKind
    value: str
    postal_code: str
    hours: str
    from_on: date
    until_on: date | None
    source: str
    permitted_use: PermittedUse
    restricted: bool
    note: str
    withheld: Withheld | None


@dataclass(frozen=True)
class MarkLine:
    """A mark that is shown; `is_own` says that the viewer's office put it there."""

    mark_id: int
    kind: str
    note: str
    office: str
    from_on: date
    until_on: date | None
    is_own: bool

    @property
    def last_on(self) -> date | None:
        """The last day on which it is shown."""
        return self.until_on - ONE_DAY if self.until_on else None


@dataclass(frozen=True)
class FileLine:
    """The person's file at an office: who works on it and when next."""

    office: str
    officer: str
    open_claims: int
    last_act_on: date | None
    next_on: date | None


@dataclass(frozen=True)
class Person:
    """`rows` begins with the one under which the person is kept. `is_hidden` says that protection hides the places now."""

    rows: tuple[PersonRow, ...]
    protected: bool
    is_hidden: bool
    facts: tuple[FactLine, ...]
    marks: tuple[MarkLine, ...]
    files: tuple[FileLine, ...]

    @property
    def kept(self) -> PersonRow:
        """The row whose name heads the page."""
        return self.rows[0]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all rows."""
        return tuple(row.obligor_id for row in self.rows)

    def age(self, on: date) -> int | None:
        """Full years on a day, until the death."""
        born_on, last_on = self.kept.birth_on, self.kept.died_on or on
        if born_on is None:
            return None
        return last_on.year - born_on.year - ((last_on.month, last_on.day) < (born_on.month, born_on.day))


def rows_of(obligor_id: int) -> list[Obligor]:
    """The row under which the person of a number is kept and those joined into it, the kept one first; empty when there is none."""
    rows = Obligor.objects.filter(Q(pk=obligor_id) | Q(joined_to_id=obligor_id)).order_by("pk")
    ordered = sorted(rows, key=lambda row: row.pk != obligor_id)
    return rows_of(ordered[0].joined_to_id) if ordered and ordered[0].joined_to_id else ordered


def demand_seen(numbers: Collection[int], scope: Scope) -> None:
    """Raise InvalidInput unless there is such a person and the scope sees a claim that they answer for."""
    if not numbers or (scope.offices is not None and not claims_answered_for(numbers, scope).exists()):
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者")


def demand_nameable(obligor_ids: Iterable[int], scope: Scope) -> None:
    """Raise InvalidInput for a number by which nobody can be named: of somebody who never answered for a claim that the scope sees.

    Whoever is named is shown with all that is known of them: a number must not open the page of a stranger.
    """
    for number in obligor_ids:
        numbers = [row.pk for row in rows_of(number)]
        roles = ObligorRole.objects.filter(obligor_id__in=numbers).values_list("claim_id", flat=True)
        once = Q(obligor_id__in=numbers) | Q(pk__in=list(roles))
        if not numbers or (scope.offices is not None and not scope.claims().filter(once).exists()):
            raise InvalidInput(
                "その番号の者がないか、見ることのできる範囲の外にあります",
                place="登録済みの番号",
                found=str(number),
                remedy="番号を確かめるか、氏名を入力して新しく登録してください。",
            )


def person(rows: list[Obligor], *, scope: Scope, classes: Collection[LegalClass], on: date, released: bool) -> Person:
    """The person of these rows; `classes` are those of the claims the scope sees, `released` a running release from protection."""
    protected = any(row.protected for row in rows)
    is_hidden = protected and not released
    numbers = [row.pk for row in rows]
    log_read(scope, what="obligor", subject=f"債務者 {numbers[0]}")
    return Person(
        rows=tuple(_row(row, is_hidden=is_hidden) for row in rows),
        protected=protected,
        is_hidden=is_hidden,
        facts=_facts(numbers, scope=scope, classes=classes, on=on, is_hidden=is_hidden),
        marks=_marks(numbers, scope=scope, on=on),
        files=_files(numbers),
    )


def _row(row: Obligor, *, is_hidden: bool) -> PersonRow:
    return PersonRow(
        obligor_id=row.pk,
        kind=row.kind,
        name=row.name,
        name_kana=row.name_kana,
        external_number=row.external_number,
        birth_on=row.birth_on,
        died_on=row.died_on,
        postal_code="" if is_hidden else row.postal_code,
        address="" if is_hidden else row.address,
        telephone="" if is_hidden else row.telephone,
    )


def _facts(
    numbers: list[int], *, scope: Scope, classes: Collection[LegalClass], on: date, is_hidden: bool
) -> tuple[FactLine, ...]:
    """Those that stand on the day, the newest of a kind first."""
    rows = ObligorFact.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), obligor_id__in=numbers)
    rows = rows.filter(withdrawn=False, replaced_by__isnull=True).select_related("source_office")
    order = {kind: place for place, kind in enumerate(FactKind)}
    lines = [_fact(row, scope=scope, classes=classes, is_hidden=is_hidden) for row in rows.order_by("-from_on", "-pk")]
    return tuple(sorted(lines, key=lambda line: order[line.kind]))


def _fact(row: ObligorFact, *, scope: Scope, classes: Collection[LegalClass], is_hidden: bool) -> FactLine:
    kind, use = FactKind(row.kind), PermittedUse(row.permitted_use)
    is_source = scope.offices is not None and row.source_office_id in scope.offices
    why = withheld(use, restricted=row.restricted, classes=classes, is_source=is_source)
    if is_hidden and kind.leads_to_the_person:
        why = Withheld.PROTECTED_PERSON
    return FactLine(
        fact_id=row.pk,
        kind=kind,
        value="" if why else row.value,
        postal_code="" if why else row.postal_code,
        hours="" if why else row.hours,
        from_on=row.from_on,
        until_on=row.until_on,
        source=row.source_office.name,
        permitted_use=use,
        restricted=row.restricted,
        note="" if why else row.note,
        withheld=why,
    )


def _marks(numbers: list[int], *, scope: Scope, on: date) -> tuple[MarkLine, ...]:
    rows = Mark.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), obligor_id__in=numbers, from_on__lte=on)
    rows = rows.filter(removes__isnull=True, removed_by__isnull=True).select_related("office")
    return tuple(
        MarkLine(
            mark_id=row.pk,
            kind=row.kind,
            note=row.note,
            office=row.office.name,
            from_on=row.from_on,
            until_on=row.until_on,
            is_own=scope.sees(row.office_id),
        )
        for row in rows.order_by("-from_on", "-pk")
    )


def _files(numbers: list[int]) -> tuple[FileLine, ...]:
    """The files at all offices: whoever else works on the person is no secret among those who may see the person."""
    rows = CaseFile.objects.filter(obligor_id__in=numbers).select_related("office", "officer").order_by("office__name")
    return tuple(
        FileLine(
            office=row.office.name,
            officer=row.officer.display_name if row.officer else "",
            open_claims=row.open_claims,
            last_act_on=row.last_act_on,
            next_on=row.next_on,
        )
        for row in rows
    )
