"""Prepares a bulk run: fixes whom it concerns, with what is refused and left out, and does nothing yet (一括処理の準備).

The one idea: the preview is a row for every person; what is carried out later is exactly what was shown, judged once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.bulk_kinds import BULK_KINDS, BulkKind
from saiken.register.models import BulkRow, BulkRun
from saiken.register.queries.bulk_judgement import Asked, Candidate, judged

#: Which fields of the form hold days.
_DAYS = ("designated_on", "next_on")
#: How long what is typed may be, by field and elsewhere.
_LONGEST, _LONGEST_WORD = {"institution": 120}, 150


@dataclass(frozen=True)
class NewRun:
    """`key` is the form's one-time key; `form` holds texts, whole numbers and ISO days by field."""

    key: str
    kind: str
    list_id: str
    office_id: int
    candidates: Sequence[Candidate]
    form: Mapping[str, str] = field(default_factory=dict)
    conditions: Mapping[str, str] = field(default_factory=dict)


@action
def prepare_run(*, run: NewRun, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """The run's id; the same key sent again gives the same run. Raises InvalidInput for an incomplete form."""
    earlier = BulkRun.objects.filter(key=run.key).first()
    if earlier is not None:
        return Done(earlier.pk, f"一括処理 {earlier.pk}", {"again": run.key})
    kind = BULK_KINDS.get(run.kind)
    if kind is None or not run.key:
        raise InvalidInput("まとめて行える処理ではありません", place="処理", found=run.kind)
    _demand_form(kind, run.form, on=on)
    row = BulkRun.objects.create(
        key=run.key,
        kind=kind.id,
        list_id=run.list_id,
        office_id=run.office_id,
        on=on,
        form=dict(run.form),
        conditions=dict(run.conditions),
        persons=len(run.candidates),
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    rows = [
        BulkRow(
            run=row,
            obligor_id=one.obligor_id,
            claim_ids=list(one.claim_ids),
            yen=one.yen,
            state=one.state.value,
            reason=one.reason,
        )
        for one in judged(run.candidates, Asked(kind, run.form, run.list_id, on, lawbook))
    ]
    BulkRow.objects.bulk_create(rows, batch_size=1_000)
    return Done(row.pk, f"一括処理 {row.pk}", {"kind": kind.id, "persons": len(rows), "list": run.list_id})


def _demand_form(kind: BulkKind, form: Mapping[str, str], *, on: date) -> None:
    for name in kind.asks:
        if not form.get(name):
            raise InvalidInput("入力がありません", place=name, expected="入力", remedy="一覧に戻って入力してください。")
        if len(form[name]) > _LONGEST.get(name, _LONGEST_WORD):
            raise InvalidInput("長すぎます", place=name, expected=f"{_LONGEST.get(name, _LONGEST_WORD)}字以内")
        if name == "property_kind" and form[name] not in set(PropertyKind):
            raise InvalidInput("財産の種類がありません", place=name, found=form[name])
        if name in _DAYS and _day(form[name], name) < on:
            raise InvalidInput(
                "過ぎた日は指定できません", place=name, found=form[name], expected=f"{on.isoformat()}以後"
            )


def _day(text: str, name: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("日付が読めません", place=name, found=text, expected="YYYY-MM-DD") from error
    if not can_be_meant(day):
        raise InvalidInput("年を確かめてください", place=name, found=text, expected="2999年までの日付")
    return day
