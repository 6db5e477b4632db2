"""One act as it was recorded, for whoever would take it back: what, when, on which claims, what it wrote.

The one idea: the claims of the act that the scope sees; an act with a claim outside it cannot be taken back from here and is not shown.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_claims
from saiken.register.models import Act, ActClaim, Entry
from saiken.register.queries.hidden_places import hidden_from, note_text
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class WrittenClaim:
    """A claim of the act: the kind of the case event written on it (empty: none) and the yen of its ledger entries."""

    claim_id: int
    title: str
    event: str
    yen: int | None


@dataclass(frozen=True)
class WrittenAct:
    """`is_over`: it has been taken back already, or takes another one back."""

    act_id: int
    obligor_id: int
    obligor: str
    kind: str
    on: date
    by: str
    note: str
    document_number: str
    is_over: bool
    claims: tuple[WrittenClaim, ...]


def act_written(act_id: int, *, scope: Scope) -> WrittenAct:
    """The act; raises InvalidInput where there is none or the scope does not see all its claims."""
    act = Act.objects.select_related("obligor").filter(pk=act_id).first()
    rows = list(ActClaim.objects.filter(act_id=act_id).select_related("claim__receivable", "case_event").order_by("pk"))
    claim_ids = {row.claim_id for row in rows}
    if act is None or scope.seen_of(claim_ids) != claim_ids:
        raise InvalidInput("処理がないか、見ることのできる範囲の外にあります", place="処理", found=str(act_id))
    log_claims(scope, what="act_written", claim_ids=sorted(claim_ids))
    yen = _yen(act_id)
    return WrittenAct(
        act_id=act.pk,
        obligor_id=act.obligor.joined_to_id or act.obligor_id,
        obligor=act.obligor.name,
        kind=act.kind,
        on=act.on,
        by=act.recorded_by,
        note=note_text(act.note, act_kind=act.kind, is_hidden=bool(hidden_from(scope.by, [act.obligor_id]))),
        document_number=act.document_number,
        is_over=act.reverses_id is not None or Act.objects.filter(reverses_id=act.pk).exists(),
        claims=tuple(
            WrittenClaim(
                claim_id=row.claim_id,
                title=f"{row.claim.receivable} {row.claim.assessment_number} {row.claim.instalment}".strip(),
                event=row.case_event.kind if row.case_event else "",
                yen=yen.get(row.claim_id),
            )
            for row in rows
        ),
    )


def _yen(act_id: int) -> dict[int, int]:
    """The yen that the act moved on each claim, all components."""
    found: dict[int, int] = {}
    spans = ActClaim.objects.filter(act_id=act_id, entry_sequence__isnull=False)
    for claim_id, first, last in spans.values_list("claim_id", "entry_sequence", "last_entry_sequence"):
        parts = Entry.objects.filter(claim_id=claim_id, sequence__gte=first, sequence__lte=last)
        found[claim_id] = sum(parts.values_list("yen", flat=True))
    return found
