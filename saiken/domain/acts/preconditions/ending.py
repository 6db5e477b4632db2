"""Preconditions of what ends or shrinks a claim: invocation, release, waiver, reduction, loans, set-off, write-off.

The one idea: the day on which a claim ended is read from its events and its prescription, never asked; the officer says only which cause is
relied on.
"""

from datetime import date

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Component
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.claim_release import ReleaseQuestion, may_release
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.giving_up import (
    DelegatedLimit,
    WaiverGround,
    may_record_invocation,
    may_reduce,
    may_treat_as_loan,
    may_waive_by_assembly,
    may_waive_by_delegation,
    may_waive_by_ordinance,
)
from saiken.domain.rules.lasting import first, happened
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.prescription import run
from saiken.domain.rules.prescription.circumstances import IMMEDIATE
from saiken.domain.rules.set_off import Demandable, Owed, SetOff, may_set_off
from saiken.domain.rules.write_off import WaiverBasis, WriteOffQuestion, may_write_off

#: How a deferral names the want of means, which alone leads to a release.
_WITHOUT_MEANS = "171-6/1/1"
#: How a waiver names its basis: as in its event's `reason`.
BY_ORDINANCE = "ordinance"


def invocation(asked: Asked) -> Explained[Permission]:
    """時効の援用を記録することができるか."""
    return may_record_invocation(asked.case, party=asked.party(), on=asked.on, lawbook=asked.lawbook)


def release(asked: Asked) -> Explained[Permission]:
    """免除をすることができるか."""
    deferrals = list(happened(asked.case, EventKind.PERFORMANCE_DEFERRAL, on=asked.on))
    question = ReleaseQuestion(
        legal_class=asked.case.legal_class,
        due_on=asked.case.due_on,
        first_deferred_on=deferrals[0].on if deferrals else asked.on,
        deferred_without_means=any(event.reason == _WITHOUT_MEANS for event in deferrals),
        still_without_means=asked.form.checked("still_without_means"),
        no_prospect=asked.form.checked("no_prospect"),
        relent_loan=asked.form.checked("is_relent_loan"),
        borrower_released=asked.form.checked("borrower_released"),
    )
    return may_release(question, on=asked.on, lawbook=asked.lawbook)


def waiver_by_ordinance(asked: Asked) -> Explained[Permission]:
    """条例により放棄することができるか."""
    written = asked.form.text("ground")
    if written not in set(WaiverGround):
        raise InvalidInput("放棄の事由を選んでください", place="放棄の事由", found=written)
    hardship = asked.form.checked("hardship")
    return may_waive_by_ordinance(
        asked.case, ground=WaiverGround(written), hardship=hardship, on=asked.on, lawbook=asked.lawbook
    )


def waiver_by_assembly(asked: Asked) -> Explained[Permission]:
    """議会の議決により放棄することができるか."""
    return may_waive_by_assembly(asked.case, on=asked.on)


def waiver_by_delegation(asked: Asked) -> Explained[Permission]:
    """専決処分により放棄することができるか."""
    limit = DelegatedLimit(asked.form.number("limit_yen"))
    return may_waive_by_delegation(asked.case, limit=limit, on=asked.on, together=asked.together)


def reduction(asked: Asked) -> Explained[Permission]:
    """調定を減額することができるか."""
    part = Component(asked.form.text("component") or Component.PRINCIPAL)
    owed_yen = asked.case.balance_yen(asked.on, part)
    return may_reduce(asked.case, yen=asked.form.number("yen"), component_yen=owed_yen)


def loan(asked: Asked) -> Explained[Permission]:
    """貸付金として扱うことができるか."""
    return may_treat_as_loan(asked.case, on=asked.on)


def set_off(asked: Asked) -> Explained[Permission]:
    """相殺をすることができるか."""
    case, form = asked.case, asked.form
    theirs_due_on = form.day("theirs_due_on")
    if theirs_due_on is None:
        raise InvalidInput("相手方の債権の弁済期を入れてください", place="相手方の債権の弁済期", expected="2026-11-21")
    period = run(case, asked.on, lawbook=asked.lawbook)
    ours = Owed(
        kind=case.kind,
        yen=case.balance_yen(asked.on),
        due_on=case.due_on,
        acquired_on=case.cause_on,
        cause_on=case.cause_on,
        prescribed_on=period.completes_on if period.complete else None,
    )
    theirs = Demandable(
        yen=form.number("theirs_yen") or 0,
        due_on=theirs_due_on,
        is_tax_refund=form.checked("is_tax_refund"),
        may_not_be_seized=form.checked("may_not_be_seized"),
        is_wilful_tort=form.checked("is_wilful_tort"),
        is_injury=form.checked("is_injury"),
        seized_on=form.day("seized_on"),
    )
    barred, waives = form.checked("barred_by_agreement"), form.checked("waives_time")
    return may_set_off(SetOff(ours, theirs, barred_by_agreement=barred, waives_time=waives), on=asked.on)


def write_off(asked: Asked) -> Explained[Permission]:
    """不納欠損とすることができるか."""
    written, case = asked.form.text("cause"), asked.case
    if written not in set(WriteOffCause):
        raise InvalidInput("不納欠損の事由を選んでください", place="事由", found=written)
    cause, days = WriteOffCause(written), _days(asked)
    waiver = first(case, EventKind.CLAIM_WAIVER, on=asked.on)
    question = WriteOffQuestion(
        cause=cause,
        kind=case.kind,
        legal_class=case.legal_class,
        cause_on=days[cause] or asked.on,
        decided_on=asked.on,
        yen=_written_off(asked),
        completes_on=days[WriteOffCause.PRESCRIPTION_COMPLETED],
        invoked_on=days[WriteOffCause.PRESCRIPTION_INVOKED],
        extinct_on=days[WriteOffCause.SUSPENDED_THREE_YEARS],
        extinguished_on=days[WriteOffCause.EXTINGUISHED_AT_ONCE],
        released_on=days[WriteOffCause.RELEASED],
        waived_on=days[WriteOffCause.WAIVED],
        waiver_basis=_basis(waiver),
    )
    return may_write_off(question, on=asked.on)


def write_off_day(asked: Asked) -> date | None:
    """The day on which the cause that the form names took effect, whose fiscal year the write-off has; None when it did not."""
    written = asked.form.text("cause")
    return _days(asked)[WriteOffCause(written)] if written in set(WriteOffCause) else None


def _days(asked: Asked) -> dict[WriteOffCause, date | None]:
    """When each cause took effect, as far as the case says."""
    case, on = asked.case, asked.on
    period = run(case, on, lawbook=asked.lawbook)
    gone = [event.on for event in happened(case, EventKind.DISPOSITION_SUSPENSION, on=on) if event.reason == IMMEDIATE]
    return {
        WriteOffCause.PRESCRIPTION_COMPLETED: period.completes_on,
        WriteOffCause.PRESCRIPTION_INVOKED: period.invoked_on,
        WriteOffCause.SUSPENDED_THREE_YEARS: None if gone else period.extinct_on,
        WriteOffCause.EXTINGUISHED_AT_ONCE: gone[0] if gone else None,
        WriteOffCause.RELEASED: _day(case, EventKind.CLAIM_RELEASE, on=on),
        WriteOffCause.WAIVED: _day(case, EventKind.CLAIM_WAIVER, on=on),
    }


def _day(case: Case, kind: EventKind, *, on: date) -> date | None:
    found = first(case, kind, on=on)
    return found.on if found else None


def _basis(waiver: CaseEvent | None) -> WaiverBasis | None:
    if waiver is None:
        return None
    return WaiverBasis.ORDINANCE if waiver.reason == BY_ORDINANCE else WaiverBasis.ASSEMBLY


def _written_off(asked: Asked) -> dict[str, int]:
    """The yen by component: the sum that the form names, else everything that is owed."""
    yen = asked.form.number("yen")
    if yen is not None:
        return {asked.form.text("component") or Component.PRINCIPAL.value: yen}
    owed = {part.value: asked.case.balance_yen(asked.on, part) for part in Component}
    return {part: balance_yen for part, balance_yen in owed.items() if balance_yen > 0}
