"""Formal demands (督促): when one is to be sent, what day it names, what it costs.

The one idea: the demand is a duty with a deadline that only instructs the office; a late demand is as valid as a timely one, and without it
neither late charge nor seizure nor suit may follow. When force may begin is in `seizure_start`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.lasting import first, in_force
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.domain.rules.served_demand import served_demand
from saiken.domain.rules.unpaid import balance_left
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Terms

_TAX_FEE, _PUBLIC_FEE = "local_tax_act/330", "local_autonomy_act/231-3/2"
_TAX, _PUBLIC, _PRIVATE = "local_tax_act/329/1", "local_autonomy_act/231-3/1", "local_autonomy_order/171"


@dataclass(frozen=True)
class DemandDates:
    """What a demand of one claim comes to: its deadline, whether it was late, the day it names for payment, its fee."""

    deadline_on: date
    is_late: bool
    designated_on: date
    fee_yen: int


def demand_basis(case: Case) -> str:
    """Where the duty to demand stands, as a written citation: by kind for taxes, by class for the rest."""
    if case.kind is ClaimKind.TAX:
        return _TAX
    return _PRIVATE if case.legal_class is LegalClass.PRIVATE_LAW else _PUBLIC


def may_demand(case: Case, *, on: date, lawbook: LawBook) -> Explained[Permission]:
    """納期限までに完納されない債権には、徴収の猶予等の間を除き、期限を指定して督促しなければならない.

    A grace of conversion or an instalment plan does not stand in the way; a second demand is only a reminder (催告). One that came back or
    was cancelled is sent anew.
    """
    deadline_on = _deadline(case, lawbook=lawbook)
    conditions = (*_owed(case, on=on, lawbook=lawbook), *_not_held_back(case, on=on))
    late = () if on <= deadline_on else (_late_warning(deadline_on),)
    return permission(
        may_demand, conditions, warnings=(*late, *_notes(case, on=on)), assumptions=_unverified(case, lawbook)
    )


def _owed(case: Case, *, on: date, lawbook: LawBook) -> tuple[Condition, ...]:
    basis = demand_basis(case)
    return (
        balance_left(case, on, cites=basis),
        condition(
            "no_advance",
            "繰上徴収によっていない（その告知による納期限を過ぎれば、督促を要しない）",
            holds=case.kind is not ClaimKind.TAX or first(case, EventKind.ADVANCE_DEMAND, on=on) is None,
            cites=basis,
        ),
        condition("past_due", "納期限を過ぎている", holds=case.due_on < on, cites=basis),
        condition(
            "first_demand",
            "この債権についてまだ督促をしていない（二度目からは催告として送る）",
            holds=served_demand(case, on=on, lawbook=lawbook) is None,
            cites=basis,
        ),
    )


def _not_held_back(case: Case, *, on: date) -> tuple[Condition, ...]:
    return (
        condition(
            "no_collection_grace",
            "徴収の猶予の期間中でない",
            holds=in_force(case, EventKind.COLLECTION_GRACE, on=on) is None,
            cites="local_tax_act/15-2-3/1",
        ),
        condition(
            "no_deferral",
            "履行延期の期限が到来している",
            holds=in_force(case, EventKind.PERFORMANCE_DEFERRAL, on=on) is None,
            cites="local_autonomy_order/171-6/1",
        ),
    )


def _late_warning(deadline_on: date) -> str:
    return f"督促の期限（{deadline_on.isoformat()}）を過ぎています。期限は事務を戒める定めであり、遅れた督促も有効です"


def _notes(case: Case, *, on: date) -> tuple[str, ...]:
    notes = {
        EventKind.CONVERSION_GRACE: "換価の猶予の期間中ですが、督促は妨げられません",
        EventKind.PAYMENT_PLEDGE: "分割納付の約束があっても、督促は省けません",
    }
    found = [note for kind, note in notes.items() if in_force(case, kind, on=on)]
    if first(case, EventKind.DEATH, on=on):
        found.append("債務者は死亡しています。督促は相続人に宛ててください")
    return tuple(found)


def demand_dates(
    case: Case, *, sent_on: date, lawbook: LawBook, designated_on: date | None = None
) -> Explained[DemandDates]:
    """督促状は納期限後に条例の定める日数の内に発し、発付の日から条例の定める日数の内で期限を指定する.

    `designated_on` is the day written in the demand when it differs from the ordinance's.
    """
    if sent_on <= case.due_on:
        raise InvalidInput(
            "納期限までは督促できません",
            place="督促の日",
            found=sent_on.isoformat(),
            expected=f"{case.due_on.isoformat()} より後の日",
        )
    terms = _terms(case, lawbook=lawbook)
    deadline_on = _deadline(case, lawbook=lawbook)
    named_on = designated_on or sent_on + timedelta(days=terms.demand.designated_days)
    if named_on <= sent_on:
        raise InvalidInput(
            "指定する期限は督促の日より後でなければなりません", place="指定期限", found=named_on.isoformat()
        )
    found = DemandDates(deadline_on, sent_on > deadline_on, named_on, terms.demand.fee_yen)
    return Explained(found, rule_sentence(demand_dates), _steps(case, terms, found=found), _unverified(case, lawbook))


def _steps(case: Case, terms: Terms, *, found: DemandDates) -> tuple[Step, ...]:
    basis = (cite(demand_basis(case)), *terms.demand.citations)
    steps = [
        Step(
            f"納期限 {case.due_on.isoformat()} の翌日を1日目として {terms.demand.deadline_days} 日目が督促の期限",
            basis,
            until_on=found.deadline_on + timedelta(days=1),
            days=terms.demand.deadline_days,
        ),
        Step(f"納付の期限として {found.designated_on.isoformat()} を指定", basis, days=terms.demand.designated_days),
    ]
    if found.is_late:
        steps.append(Step(_late_warning(found.deadline_on), basis))
    steps.append(_fee_step(case, terms))
    return tuple(steps)


def _fee_step(case: Case, terms: Terms) -> Step:
    own = {_TAX: _TAX_FEE, _PUBLIC: _PUBLIC_FEE, _PRIVATE: _PRIVATE}[demand_basis(case)]
    basis = (cite(own), *terms.demand.citations)
    if terms.demand.fee_yen:
        return Step("督促手数料を条例により加える", basis, yen=terms.demand.fee_yen)
    return Step("条例に定めがないので、督促手数料はない", basis, yen=0)


def secondary_demand_deadline(notice_due_on: date, *, lawbook: LawBook) -> Explained[date]:
    """第二次納税義務者又は保証人には、納付通知書の期限までに完納されないとき、期限後二十日以内に催告書を発する."""
    value = lawbook.value("secondary_liability_demand_days", on=notice_due_on)
    days = int(value.number)
    last_on = notice_due_on + timedelta(days=days)
    sentence = f"納付通知書の期限 {notice_due_on.isoformat()} の翌日を1日目として {days} 日目が催告書の期限"
    step = Step(sentence, value.citations, until_on=last_on + timedelta(days=1), days=days)
    return Explained(last_on, rule_sentence(secondary_demand_deadline), (step,))


def _terms(case: Case, *, lawbook: LawBook) -> Terms:
    return lawbook.terms(case.kind, on=case.due_on, profile=case.profile)


def _deadline(case: Case, *, lawbook: LawBook) -> date:
    return case.due_on + timedelta(days=_terms(case, lawbook=lawbook).demand.deadline_days)


def _unverified(case: Case, lawbook: LawBook) -> tuple[str, ...]:
    terms = _terms(case, lawbook=lawbook)
    return () if terms.verified else (f"督促の期限・指定日数・手数料は設定値です（{terms.profile}）",)
