"""The facts that the rules of the worklists look at: claims with a balance where they are handled, persons at offices.

The one idea: thousands are read with one statement each; the action that keeps the rows and the verification that computes them anew ask
the same. It decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, Min

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.states.classification import Standing
from saiken.domain.worklists.by_person import FileFacts, OpenClaim
from saiken.domain.worklists.item import FAR
from saiken.register.models import (
    AwaitedAnswer,
    CaseFile,
    Investigation,
    Mark,
    PlanClaim,
    PlanStanding,
    ReceivableTerms,
    UndisposedProperty,
)

#: Where a claim is handled and what is owed on it, as the case files see it.
_HANDLED = """
SELECT c.id, c.obligor_id, c.legal_class, c.fiscal_year, c.instalment, c.due_on,
       MAX(CASE WHEN b.component = 'principal' THEN b.receivable_id END) AS receivable_id, MIN(b.receivable_id) AS any_receivable_id,
       COALESCE(MAX(h.office_id), MAX(CASE WHEN b.component = 'principal' THEN b.office_id END), MIN(b.office_id)) AS office_id,
       SUM(b.balance_yen) AS yen
FROM register_claim c JOIN register_claimbalance b ON b.claim_id = c.id
LEFT JOIN register_claimcustody h ON h.claim_id = c.id
WHERE {among} GROUP BY c.id, c.obligor_id, c.legal_class, c.fiscal_year, c.instalment, c.due_on HAVING SUM(b.balance_yen) > 0
"""

#: Those of them that have fallen due and are not gone, with the day of the last event and the days on which they will be gone.
_OPEN = """
SELECT h.obligor_id, h.office_id, h.receivable_id, h.any_receivable_id, h.legal_class, h.fiscal_year, h.due_on, h.yen,
       (SELECT MAX(e."on") FROM register_caseevent e WHERE e.claim_id = h.id),
       CASE WHEN h.legal_class = 'private_law' THEN NULL ELSE s.completes_on END AS completes_on, s.extinct_on
FROM ({handled}) h JOIN register_claimstanding s ON s.claim_id = h.id
WHERE s.standing IN ('open', 'data_to_check') AND (s.extinct_on IS NULL OR s.extinct_on > s.as_of_on)
  AND (h.legal_class = 'private_law' OR s.completes_on IS NULL OR s.completes_on > s.as_of_on)
"""

#: How a claim stands that may be on a list.
LISTED = frozenset({Standing.OPEN.value, Standing.DATA_TO_CHECK.value})


class Handled(NamedTuple):
    """A claim with a balance and the office that handles it."""

    obligor_id: int
    legal_class: str
    fiscal_year: int
    instalment: str
    due_on: date
    receivable_id: int
    office_id: int
    yen: int


@dataclass(frozen=True)
class Kept:
    """What is kept about persons beside their claims: the day of the last plan over a claim, persons whose inquiries are kept singly."""

    planned: Mapping[int, date]
    inquired: frozenset[int]


def handled_claims(claim_ids: Iterable[int]) -> Mapping[int, Handled]:
    """Those of the claims that have a balance, by id."""
    among = _among("c.id", claim_ids)
    with connection.cursor() as cursor:
        cursor.execute(_HANDLED.format(among=among))
        return {
            row[0]: Handled(row[1], row[2], row[3], row[4], _day(row[5]), row[6] or row[7], row[8], int(row[9]))
            for row in cursor.fetchall()
        }


def kept_beside(handled: Mapping[int, Handled]) -> Kept:
    """The plans over these claims and the inquiries about their persons."""
    planned = PlanClaim.objects.filter(claim_id__in=list(handled)).values_list("claim_id")
    persons = {one.obligor_id for one in handled.values()}
    inquired = Investigation.objects.filter(obligor_id__in=list(persons))
    return Kept(
        dict(planned.annotate(day=Max("plan__agreed_on")).order_by()),
        frozenset(inquired.values_list("obligor_id", flat=True)),
    )


def file_facts(obligor_ids: Sequence[int]) -> Iterator[tuple[int, int, FileFacts]]:
    """Person, office and the facts, for every office at which something of these persons has fallen due."""
    claims, touched, receivables = _open_claims(obligor_ids)
    persons = list(receivables)
    if not persons:
        return
    files = {(row.obligor_id, row.office_id): row for row in CaseFile.objects.filter(obligor_id__in=persons)}
    marks, beside = _marks(persons), _beside(persons)
    for place, owed in claims.items():
        file = files.get(place)
        acted = [day for day in (file.last_act_on if file else None, touched.get(place)) if day is not None]
        yield (
            *place,
            FileFacts(
                claims=owed,
                receivables=len(receivables[place[0]]),
                last_act_on=max(acted, default=None),
                next_on=file.next_on if file else None,
                marks=marks.get(place[0], {}),
                **beside.get(place, {}),
            ),
        )


#: Person and office.
_Place = tuple[int, int]


def _open_claims(
    obligor_ids: Sequence[int],
) -> tuple[Mapping[_Place, list[OpenClaim]], Mapping[_Place, date], Mapping[int, set[int]]]:
    """The open claims, the day of the last event on one of them, and the receivables of each person."""
    rent = _rent()
    claims: dict[_Place, list[OpenClaim]] = defaultdict(list)
    touched: dict[_Place, date] = {}
    receivables: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_OPEN.format(handled=_HANDLED.format(among=_among("c.obligor_id", obligor_ids))))
        for row in cursor.fetchall():
            obligor_id, office_id, principal_id, any_id, legal_class, year, due_on, yen, last_on, *gone = row
            place, receivable_id = (obligor_id, office_id), principal_id or any_id
            is_rent, gone_on = (receivable_id, legal_class) in rent, min(_day(day) if day else FAR for day in gone)
            claims[place].append(OpenClaim(receivable_id, year, _day(due_on), int(yen), is_rent, gone_on))
            receivables[obligor_id].add(receivable_id)
            if last_on is not None:
                touched[place] = max(touched.get(place, date.min), _day(last_on))
    return claims, touched, receivables


def _rent() -> set[tuple[int, str]]:
    rows = ReceivableTerms.objects.filter(claim_kind=ClaimKind.PRIVATE_RENT.value)
    return set(rows.values_list("receivable_id", "legal_class"))


def _marks(obligor_ids: Sequence[int]) -> Mapping[int, dict[str, tuple[date, date]]]:
    found: dict[int, dict[str, tuple[date, date]]] = defaultdict(dict)
    rows = Mark.objects.filter(obligor_id__in=obligor_ids, removes=None, removed_by=None).order_by("pk")
    for obligor_id, kind, from_on, until_on in rows.values_list("obligor_id", "kind", "from_on", "until_on"):
        found[obligor_id][kind] = (from_on, until_on or FAR)
    return found


def _beside(obligor_ids: Sequence[int]) -> Mapping[_Place, dict[str, date]]:
    """What is kept about inquiries, property and plans, by person and office."""
    found: dict[_Place, dict[str, date]] = defaultdict(dict)
    awaited = AwaitedAnswer.objects.filter(investigation__obligor_id__in=obligor_ids)
    for person, office, day in _earliest(awaited, "investigation__obligor_id", day="answer_due_on"):
        found[person, office]["awaited_on"] = day
    undisposed = UndisposedProperty.objects.filter(property__obligor_id__in=obligor_ids)
    for person, office, day in _earliest(undisposed, "property__obligor_id", day="found_on"):
        found[person, office]["found_on"] = day
    for row in PlanStanding.objects.filter(obligor_id__in=obligor_ids).select_related("plan").order_by("-next_due_on"):
        facts = found[row.obligor_id, row.office_id]
        if row.next_due_on is not None:
            facts["instalment_on"] = row.next_due_on
            facts["instalment_last_on"] = row.next_due_on + timedelta(days=row.plan.tolerance_days)
        if row.next_review_on is not None:
            facts["review_on"] = min(facts.get("review_on", FAR), row.next_review_on)
    return found


def _earliest(rows, person: str, *, day: str) -> Iterator[tuple[int, int, date]]:  # type: ignore[no-untyped-def]  # any query set
    yield from rows.values_list(person, "office_id").annotate(first=Min(day)).order_by()


def _among(column: str, ids: Iterable[int]) -> str:
    return f"{column} IN ({', '.join(str(int(pk)) for pk in ids) or 'NULL'})"


def _day(value: date | str) -> date:
    """A day as the driver gives it: SQLite gives text for what is computed."""
    return date.fromisoformat(value) if isinstance(value, str) else value


__all__ = ["LISTED", "Handled", "Kept", "file_facts", "handled_claims", "kept_beside"]
