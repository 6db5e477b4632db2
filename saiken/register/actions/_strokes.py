"""Writes one stroke of work: the act with its form, and the claims it concerned.

The one idea: the form's one-time key makes the same form sent twice one act, whoever sends it; the claims must be within the scope and the
person must answer for them. What else an act writes is the business of the action that calls this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import Stamp
from saiken.register.models import Act, ActClaim, Claim, ClaimBalance, ClaimCustody, ObligorRole
from saiken.register.queries.answering import counting_roles, kept_of, numbers_of
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class Stroke:
    """`form` holds the fields as they were filled in; `events` and `entries` what was written on a claim, by claim (entries in a row).

    `run` is the key of the bulk run that it belongs to, `reverses_id` the act that it takes back.
    """

    kind: str
    obligor_id: int
    claim_ids: Sequence[int]
    submission: str
    form: Mapping[str, object] = field(default_factory=dict)
    events: Mapping[int, int] = field(default_factory=dict)
    entries: Mapping[int, Sequence[int]] = field(default_factory=dict)
    document_number: str = ""
    result: str = ""
    next_on: date | None = None
    note: str = ""
    run: str = ""
    reverses_id: int | None = None
    at: time | None = None


def earlier_act(submission: str) -> Act | None:
    """The act that this form has made already; raises InvalidInput without a key."""
    if not submission:
        raise InvalidInput("送信の番号がありません", place="送信", remedy="画面を開き直してください。")
    return Act.objects.filter(submission=submission).first()


def demand_claims(obligor_id: int, claim_ids: Sequence[int], *, scope: Scope) -> None:
    """Raise InvalidInput where the person does not answer for a claim, Refused where the scope does not see one."""
    if not claim_ids:
        raise InvalidInput("債権が選ばれていません", place="債権", expected="一件以上")
    numbers = numbers_of(kept_of(obligor_id))
    principal = Claim.objects.filter(pk__in=claim_ids, obligor_id__in=numbers).values_list("pk", flat=True)
    further = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, obligor_id__in=numbers))
    strange = set(claim_ids) - {*principal, *further.values_list("claim_id", flat=True)}
    if strange:
        found = "、".join(str(pk) for pk in sorted(strange))
        raise InvalidInput("この債務者の債権ではありません", place="債権", found=found)
    if scope.seen_of(claim_ids) != set(claim_ids):
        raise Refused("所属の異なる債権については、処理を記録できません")


def handling_office(claim_id: int) -> int:
    """The office that handles the claim: the one it was handed to, else where it is booked, else where it was assessed."""
    custody = ClaimCustody.objects.filter(pk=claim_id).values_list("office_id", flat=True).first()
    booked = ClaimBalance.objects.filter(claim_id=claim_id).order_by("component").values_list("office_id", flat=True)
    return custody or booked.first() or Claim.objects.values_list("office_id", flat=True).get(pk=claim_id)


def write_act(stroke: Stroke, *, stamp: Stamp, by: str, on: date) -> Act:
    """The act and its claims; the files of the person follow. The caller has demanded the claims."""
    act = Act.objects.create(
        kind=stroke.kind,
        obligor_id=stroke.obligor_id,
        office_id=handling_office(stroke.claim_ids[0]),
        on=on,
        at=stroke.at,
        form=dict(stroke.form),
        result=stroke.result,
        next_on=stroke.next_on,
        note=stroke.note,
        document_number=stroke.document_number,
        submission=stroke.submission,
        run=stroke.run,
        reverses_id=stroke.reverses_id,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    ActClaim.objects.bulk_create(
        ActClaim(
            act=act,
            claim_id=claim_id,
            case_event_id=stroke.events.get(claim_id),
            entry_sequence=min(stroke.entries.get(claim_id, ()), default=None),
            last_entry_sequence=max(stroke.entries.get(claim_id, ()), default=None),
        )
        for claim_id in stroke.claim_ids
    )
    refresh_case_files([stroke.obligor_id])
    return act
