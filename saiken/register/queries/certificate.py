"""The certificate of a hand-over (引継書): what is given, on the day it is proposed, as texts, whole yen and ISO days.

The one idea: it speaks of the claims that are given and of nothing else the giving office knows; addresses and telephones stand on the
person's own page, under its own rules, and notes of a protected person, which may name a place, are left out. It writes nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from saiken.domain.dates.period import days_between, last_day_of_months, next_day
from saiken.law.lawbook import LawBook
from saiken.register.models import Act, CaseEvent, Claim, Obligor
from saiken.register.queries.case import cases_of
from saiken.register.queries.custody import HandledClaim
from saiken.register.queries.running_events import LASTING
from saiken.register.queries.standing import stand_of

#: Prescription within so many months is a warning.
WARNED_MONTHS = 3
#: The last acts that are told.
_ACTS = 10


def certificate_of(
    obligor: Obligor, claims: Sequence[HandledClaim], *, office_id: int, attachments: str, lawbook: LawBook, on: date
) -> dict[str, Any]:
    """The certificate for these claims of the person, given by the office."""
    lines = list(_claims(claims, lawbook=lawbook, on=on))
    running = list(_running([claim.claim_id for claim in claims], on=on))
    return {
        "on": on.isoformat(),
        "obligor": {
            "id": obligor.pk,
            "name": obligor.name,
            "number": obligor.external_number,
            "protected": obligor.protected,
        },
        "claims": lines,
        "balance_yen": sum(claim.balance_yen for claim in claims),
        "running": running,
        "acts": list(_acts(obligor, office_id)),
        "attachments": attachments,
        "warnings": list(_warnings(obligor, lines, on=on)),
    }


def _claims(claims: Sequence[HandledClaim], *, lawbook: LawBook, on: date) -> Iterator[dict[str, Any]]:
    ids = [claim.claim_id for claim in claims]
    rows = Claim.objects.select_related("receivable").in_bulk(ids)
    stands = {pk: stand_of(case, on, lawbook=lawbook) for pk, case in cases_of(ids)}
    for claim in claims:
        row, stand = rows[claim.claim_id], stands[claim.claim_id]
        completes_on = stand.completes_on
        yield {
            "claim": row.pk,
            "receivable": str(row.receivable),
            "assessment_number": row.assessment_number,
            "instalment": row.instalment,
            "fiscal_year": row.fiscal_year,
            "due_on": row.due_on.isoformat(),
            "balance_yen": claim.balance_yen,
            "standing": stand.standing,
            "state": stand.state_id,
            "completes_on": completes_on.isoformat() if completes_on else "",
            "days": days_between(on, completes_on) if completes_on else None,
        }


def _running(claim_ids: Sequence[int], *, on: date) -> Iterator[dict[str, Any]]:
    """Lasting events of these claims that are not over."""
    rows = CaseEvent.objects.filter(
        ~Exists(CaseEvent.objects.filter(concludes=OuterRef("pk"), ends=True)),
        ~Exists(CaseEvent.objects.filter(reverses=OuterRef("pk"))),
        claim__in=claim_ids,
        kind__in=sorted(kind.value for kind in LASTING),
        on__lte=on,
        outcome="",
        concludes__isnull=True,
        reverses__isnull=True,
    ).order_by("on", "pk")
    for row in rows:
        if row.until is None or row.until >= on:
            yield {
                "claim": row.claim_id,
                "kind": row.kind,
                "on": row.on.isoformat(),
                "until": row.until.isoformat() if row.until else "",
                "instalment_yen": row.instalment_yen,
                "document_number": row.document_number,
            }


def _acts(obligor: Obligor, office_id: int) -> Iterator[dict[str, Any]]:
    """The last acts of the giving office with the person, the newest first."""
    taken_back = Act.objects.filter(reverses=OuterRef("pk"))
    rows = Act.objects.filter(~Exists(taken_back), obligor=obligor, office_id=office_id, reverses__isnull=True)
    for act in rows.order_by("-pk")[:_ACTS]:
        yield {
            "on": act.on.isoformat(),
            "kind": act.kind,
            "result": act.result,
            "note": "" if obligor.protected else act.note,
            "next_on": act.next_on.isoformat() if act.next_on else "",
        }


def _warnings(obligor: Obligor, claims: Sequence[dict[str, Any]], *, on: date) -> Iterator[str]:
    soon = next_day(last_day_of_months(on, WARNED_MONTHS)).isoformat()
    for claim in claims:
        name = f"{claim['receivable']} {claim['assessment_number']} {claim['instalment']}".strip()
        if claim["completes_on"] and claim["completes_on"] <= on.isoformat():
            yield f"{name}: 時効の期間は {claim['completes_on']} に満了しています。"
        elif claim["completes_on"] and claim["completes_on"] <= soon:
            yield f"{name}: 時効の期間が {claim['completes_on']} に満了します（あと{claim['days']}日）。"
        if claim["standing"] == "data_to_check":
            yield f"{name}: 記録を確かめる必要があります。"
    if obligor.protected:
        yield "支援措置の対象です。住所、電話番号、勤務先を他に知らせないでください。処理の記事は載せていません。"
    if obligor.died_on is not None:
        yield f"債務者は {obligor.died_on.isoformat()} に死亡しています。"
