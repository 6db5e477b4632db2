"""The acts that concerned one claim, newest first, as its page lists them.

The one idea: every act with a row that ties it to the claim, whichever office did it, with what it was for and what came next; one that was
taken back keeps its line. Whether the claim may be seen is the caller's question.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from saiken.register.models import Act
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.hidden_places import hidden_from, note_text

#: Lines that the page shows; more stand in the history of the person.
MOST = 100


@dataclass(frozen=True)
class ClaimAct:
    """One act: who did it when, with which document and result, what comes next; `taken_back` says why it does not count any more."""

    act_id: int
    kind: str
    on: date
    at: time | None
    office: str
    by: str
    result: str
    document_number: str
    next_on: date | None
    note: str
    is_taken_back: bool
    taken_back: str


def acts_of_claim(claim_id: int, *, by: str, as_of: AsOf = NOW) -> tuple[ClaimAct, ...]:
    """The acts recorded by the moment, as `by` may read them; a reversing act is told on the line of what it took back."""
    rows = as_of.recorded(Act.objects.filter(claims__claim_id=claim_id, reverses__isnull=True))
    if as_of.effective_on is not None:
        rows = rows.filter(on__lte=as_of.effective_on)
    newest = rows.distinct().select_related("office", "reversed_by").order_by("-on", "-recorded_at", "-pk")
    found = list(newest[:MOST])
    moment, hidden = as_of.last_moment(), hidden_from(by, {row.obligor_id for row in found})
    return tuple(_line(row, moment, is_hidden=row.obligor_id in hidden) for row in found)


def _line(row: Act, moment: datetime | None, *, is_hidden: bool) -> ClaimAct:
    back = getattr(row, "reversed_by", None)
    if back is not None and moment is not None and back.recorded_at > moment:
        back = None
    return ClaimAct(
        act_id=row.pk,
        kind=row.kind,
        on=row.on,
        at=row.at,
        office=row.office.name,
        by=row.recorded_by,
        result=row.result,
        document_number=row.document_number,
        next_on=row.next_on,
        note=note_text(row.note, act_kind=row.kind, is_hidden=is_hidden),
        is_taken_back=back is not None,
        taken_back=back.note if back else "",
    )
