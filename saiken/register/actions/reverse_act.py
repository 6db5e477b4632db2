"""Takes back an act that was recorded by mistake, with all it wrote.

The one idea: its events and entries are reversed by new rows and a second act says so and why; what cannot be reversed any more (its event
was concluded by a later act) is refused whole.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._act_consequences import undo_consequences
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.actions.reverse import reverse
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.models import Act, ActClaim, CaseEvent, Entry, InvestigationAnswer, Plan, PlanEnd
from saiken.register.queries.scope import Scope


@action
def reverse_act(
    *, act_id: int, note: str, submission: str, scope: Scope, lawbook: LawBook, by: str, on: date
) -> Done[int]:
    """`note` says why; returns the id of the act that takes it back."""
    earlier = earlier_act(submission)
    act = found(Act, act_id, called="処理")
    subject = f"債務者 {act.obligor_id}"
    if earlier is not None:
        return Done(earlier.pk, subject, {"again": submission})
    claims = list(act.claims.order_by("pk"))
    claim_ids = [row.claim_id for row in claims]
    demand_claims(act.obligor_id, claim_ids, scope=scope)
    _demand_reversible(act, note=note)
    for row in claims:
        if row.case_event_id is not None:
            reverse_case_event(event_id=row.case_event_id, note=note, lawbook=lawbook, by=by, on=on)
        for sequence in _entries(row):
            reverse(sequence=sequence, note=note, lawbook=lawbook, by=by, on=on)
    undo_consequences(act, lawbook=lawbook, by=by, on=on)
    stroke = Stroke(
        kind=act.kind,
        obligor_id=act.obligor_id,
        claim_ids=claim_ids,
        submission=submission,
        note=note.strip(),
        reverses_id=act.pk,
    )
    undone = write_act(stroke, stamp=take(), by=by, on=on)
    return Done(undone.pk, subject, {"act": undone.pk, "reverses": act.pk, "note": note})


def _entries(row: ActClaim) -> list[int]:
    """The ledger entries that the act wrote on the claim, the last first."""
    numbers = {"sequence__gte": row.entry_sequence, "sequence__lte": row.last_entry_sequence}
    if row.entry_sequence is None:
        return []
    entries = Entry.objects.filter(claim_id=row.claim_id, **numbers)
    return list(entries.order_by("-sequence").values_list("sequence", flat=True))


def _demand_reversible(act: Act, *, note: str) -> None:
    if not note.strip():
        raise InvalidInput("取り消す理由がありません", place="理由", expected="理由")
    if act.reverses_id is not None or Act.objects.filter(reverses=act).exists():
        raise Refused("この処理はすでに取り消されているか、取消しの記録です")
    if InvestigationAnswer.objects.filter(investigation__act=act).exists():
        raise Refused("この照会には回答が記録されています。照会の記録は取り消せません")
    if act.kind == "hand_over" or Plan.objects.filter(act=act).exists():
        raise Refused("この処理は、それぞれの画面から終え、又は取り下げてください")
    if PlanEnd.objects.filter(act=act).exists():
        raise Refused("この処理により分納の計画が終わっています。続けるときは、新しい計画を作ってください")
    written = act.claims.exclude(case_event=None).values_list("case_event_id", flat=True)
    if CaseEvent.objects.filter(concludes__in=list(written), reversed_by__isnull=True).exists():
        raise Refused("この処理の後に、その終わりや到達の結果が記録されています。先にその記録を取り消してください")
