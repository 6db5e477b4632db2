"""What a bulk run does for one person, and how it is taken back.

The one idea: the same acts as by hand, done by the acts' own engine with the run's key on them; the one-time key of each act is the run's
and the person's, so nobody is acted on twice.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.errors import Refused
from saiken.domain.rules.formal_demand import demand_dates
from saiken.law.lawbook import LawBook
from saiken.register.actions._act_orders import ActOrder, perform
from saiken.register.actions._approval import demand_approved
from saiken.register.actions._clock import take
from saiken.register.actions._strokes import Stroke, demand_claims, write_act
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.remove_mark import remove_mark
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.models import Act, BulkRow, CaseFile, User
from saiken.register.queries.case import cases_of
from saiken.register.queries.scope import Scope

#: The article under which property is asked for, as the inquiry's form writes it.
_GROUND = "national_tax_collection_act/141"


class Hand(NamedTuple):
    """Who acts, within what, by which law, on which day."""

    scope: Scope
    lawbook: LawBook
    by: str
    on: date


def carry_out(row: BulkRow, hand: Hand) -> None:
    """Do it for the row's person and note on the row what was made; raises Refused in the rule's words."""
    if BULK_KINDS[row.run.kind].event is None:  # letters are asked by the engine of acts
        demand_claims(row.obligor_id, row.claim_ids, scope=hand.scope)
        demand_approved(row.run.kind, claim_ids=row.claim_ids, submission=_submission(row))
    _WAYS[row.run.kind](row, hand)


def take_back(row: BulkRow, hand: Hand) -> None:
    """Reverse what was made for the row's person by new rows; raises Refused where that cannot be."""
    note = f"一括処理 {row.run_id} の取消し"
    if "mark" in row.made:
        remove_mark(mark_id=row.made["mark"], note=note, by=hand.by, on=hand.on)
    if "file" in row.made:
        _assign(row, hand, officer_id=row.made["before"], run=f"{_submission(row)}x")
    acts = [row.act_id, *row.made.get("acts", ())] if row.act_id is not None else []
    for place, act_id in enumerate(acts):
        reverse_act(
            act_id=act_id,
            note=note,
            submission=f"{_submission(row)}x{place or ''}",
            scope=hand.scope,
            lawbook=hand.lawbook,
            by=hand.by,
            on=hand.on,
        )


def _letter(row: BulkRow, hand: Hand) -> None:
    """One letter with its number; where the ordinances name several days for payment, an act for each of them."""
    number = f"{BULK_KINDS[row.run.kind].sign}{row.run_id}-{row.pk}"
    acts = []
    for place, (day, claim_ids) in enumerate(sorted(_by_day(row, hand).items())):
        order = ActOrder(
            kind=row.run.kind,
            obligor_id=row.obligor_id,
            claim_ids=tuple(claim_ids),
            submission=f"{_submission(row)}{f'-{place}' if place else ''}",
            form={**row.run.form, "designated_on": day.isoformat(), "document_number": number},
            run=row.run.key,
        )
        acts.append(perform(order, scope=hand.scope, lawbook=hand.lawbook, by=hand.by, on=hand.on))
    row.act_id, row.made = acts[0], {"acts": acts[1:]} if acts[1:] else {}


def _by_day(row: BulkRow, hand: Hand) -> Mapping[date, list[int]]:
    """The claims by the day for payment that the letter names for them."""
    found: dict[date, list[int]] = defaultdict(list)
    for claim_id, day in _designated(row, hand).items():
        found[day].append(claim_id)
    return found


def _designated(row: BulkRow, hand: Hand) -> Mapping[int, date]:
    """The day for payment that the letter names: the form's, or for a formal demand the ordinance's."""
    if row.run.form.get("designated_on"):
        return dict.fromkeys(row.claim_ids, date.fromisoformat(row.run.form["designated_on"]))
    return {
        claim_id: demand_dates(case, sent_on=hand.on, lawbook=hand.lawbook).value.designated_on
        for claim_id, case in cases_of(row.claim_ids)
        if case is not None
    }


def _inquiry(row: BulkRow, hand: Hand) -> None:
    form = row.run.form
    asked = Inquiries(
        claim_ids=tuple(row.claim_ids),
        inquiries=[Inquiry(PropertyKind(form["property_kind"]), form["institution"])],
        answer_due_on=date.fromisoformat(form["designated_on"]),
        legal_ground=_GROUND,
    )
    ask_about_property(
        obligor_id=row.obligor_id,
        asked=asked,
        submission=_submission(row),
        scope=hand.scope,
        lawbook=hand.lawbook,
        by=hand.by,
        on=hand.on,
    )
    row.act = Act.objects.get(submission=_submission(row))


def _next_contact(row: BulkRow, hand: Hand) -> None:
    next_on = date.fromisoformat(row.run.form["next_on"])
    if next_on < hand.on:
        raise Refused("次の連絡の日を過ぎています")
    stroke = Stroke(
        kind=row.run.kind,
        obligor_id=row.obligor_id,
        claim_ids=row.claim_ids,
        submission=_submission(row),
        form=dict(row.run.form),
        next_on=next_on,
        run=row.run.key,
    )
    row.act = write_act(stroke, stamp=take(), by=hand.by, on=hand.on)


def _mark(row: BulkRow, hand: Hand) -> None:
    mark = NewMark(kind=row.run.form["mark"], office_id=row.run.office_id)
    row.made = {"mark": put_mark(obligor_id=row.obligor_id, mark=mark, by=hand.by, on=hand.on)}


def _officer(row: BulkRow, hand: Hand) -> None:
    officer = User.objects.filter(username=row.run.form["officer"]).values_list("pk", flat=True).first()
    if officer is None:
        raise Refused("その担当者はいません")
    _assign(row, hand, officer_id=officer, run=_submission(row))


def _assign(row: BulkRow, hand: Hand, *, officer_id: int | None, run: str) -> None:
    file = CaseFile.objects.filter(obligor_id=row.obligor_id, office_id=row.run.office_id).first()
    if file is None:
        raise Refused("この所属の案件ではありません")
    move = Move(file.pk, file.officer_id, officer_id)
    own = frozenset({row.run.office_id}) if hand.scope.sees(row.run.office_id) else frozenset()
    allotment = Allotment(row.run.office_id, own, (move,), hand.on, f"一括処理 {row.run_id}", run)
    assign_officers(allotment=allotment, by=hand.by, on=hand.on)
    row.made = {"file": file.pk, "before": move.seen_officer_id}


def _submission(row: BulkRow) -> str:
    """The one-time key of the person's act in the run."""
    return f"bulk-{row.run_id}-{row.pk}"


_WAYS: Mapping[str, Callable[[BulkRow, Hand], None]] = {
    "formal_demand": _letter,
    "informal_demand": _letter,
    "notice_of_intended_seizure": _letter,
    "property_investigation": _inquiry,
    "next_contact": _next_contact,
    "mark": _mark,
    "assign": _officer,
}
