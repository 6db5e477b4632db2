"""From which day force may follow a formal demand: seizure for enforceable claims, the court for the others.

The one idea: 「発した日から起算して十日を経過した日」 is the eleventh day counting the day of sending, and force begins on the day
after it; other public claims wait for the day their demand names, if that is later. What may be seized, and how much, is not decided
here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.formal_demand import demand_basis
from saiken.domain.rules.insolvency import awaits_discharge, no_bankruptcy, not_discharged
from saiken.domain.rules.lasting import first, in_force
from saiken.domain.rules.permission import Permission, condition, permission
from saiken.domain.rules.served_demand import served_demand
from saiken.domain.rules.unpaid import balance_left
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import SeizureStart, Terms

_TEN_DAYS, _REMINDER_MONTHS = "seizure_days_after_demand", "recent_demand_months"
_TAX, _PREMIUM = "local_tax_act/331/1/1", "local_autonomy_act/231-3/3"
_ADVANCED = "local_tax_act/331/1/2"
_ADVANCE, _COURT = "local_tax_act/331/3", "local_autonomy_order/171-2"


@dataclass(frozen=True)
class ForceDates:
    """The first day of seizure or, where there is no self-execution, of court action; None where the other way is the way.

    `remind_from`: a seizure from this day on is preceded by a reminder, because the demand lies half a year back.
    """

    seizure_from: date | None
    court_action_from: date | None
    remind_from: date


def force_dates(
    case: Case, *, sent_on: date, designated_on: date, lawbook: LawBook, advance_on: date | None = None
) -> Explained[ForceDates]:
    """督促から十日を経過した日（公課は指定期限と遅い方）までに完納されないとき、翌日から差し押さえることができる.

    `sent_on` is the day of sending or, for service by publication, the day the notice was put up; `advance_on` the day on which a ground
    of advance collection (繰上徴収) arose after it.
    """
    terms = lawbook.terms(case.kind, on=case.due_on, profile=case.profile)
    seizure = _own_force(case, terms)
    remind_from = _remind_from(sent_on, lawbook=lawbook)
    if seizure is None:
        court_from, steps = _court(terms, sent_on=sent_on)
        found = ForceDates(None, court_from, remind_from)
    else:
        days = int(lawbook.value(_TEN_DAYS, on=sent_on).number)
        first_on, steps = _seizure(sent_on, designated_on, days=days, start=seizure)
        if advance_on is not None and case.kind is ClaimKind.TAX:
            first_on, steps = _earlier(first_on, steps, advance_on=max(advance_on, sent_on))
        found = ForceDates(first_on, None, remind_from)
    return Explained(found, rule_sentence(force_dates), steps, _assumed(seizure))


def _remind_from(sent_on: date, *, lawbook: LawBook) -> date:
    months = int(lawbook.value(_REMINDER_MONTHS, on=sent_on).number)
    return next_day(last_day_of_months(next_day(sent_on), months))


def _own_force(case: Case, terms: Terms) -> SeizureStart | None:
    """How seizure begins; None for claims that only a court can enforce, whatever their kind's ordinance says."""
    by_court = case.legal_class is not LegalClass.PUBLIC_ENFORCEABLE or terms.demand.seizure is SeizureStart.NEVER
    return None if by_court else terms.demand.seizure


def _court(terms: Terms, *, sent_on: date) -> tuple[date, tuple[Step, ...]]:
    months = terms.periods.court_action_months
    last_on = last_day_of_months(next_day(sent_on), months)
    sentence = f"自力執行はできない。督促の後、相当の期間（{months}月）を経過したときは裁判所の手続による"
    return next_day(last_on), (Step(sentence, (cite(_COURT),), next_day(sent_on), next_day(last_on)),)


def _seizure(sent_on: date, designated_on: date, *, days: int, start: SeizureStart) -> tuple[date, tuple[Step, ...]]:
    passed_on = sent_on + timedelta(days=days)
    by_days = Step(
        f"督促状を発した {sent_on.isoformat()} を1日目とする {days} 日を経過した日は {passed_on.isoformat()}",
        (cite(_TAX),),
        sent_on,
        next_day(passed_on),
        days,
    )
    if start is SeizureStart.TEN_DAYS:
        return next_day(passed_on), (by_days,)
    by_designation = Step(f"督促で指定した期限は {designated_on.isoformat()}", (cite(_PREMIUM),), designated_on)
    return next_day(max(passed_on, designated_on)), (by_days, by_designation)


def _earlier(first_on: date, steps: tuple[Step, ...], *, advance_on: date) -> tuple[date, tuple[Step, ...]]:
    if advance_on >= first_on:
        return first_on, steps
    sentence = f"{advance_on.isoformat()} に繰上徴収の事由が生じたので、直ちに差し押さえることができる"
    return advance_on, (*steps, Step(sentence, (cite(_ADVANCE),), advance_on))


def may_seize(case: Case, *, on: date, lawbook: LawBook) -> Explained[Permission]:
    """督促を経て、猶予も執行の停止もない強制徴収公債権に限り、差し押さえることができる."""
    start = _start(case, on=on, lawbook=lawbook)
    conditions = (
        condition(
            "enforceable",
            "自力執行のできる強制徴収公債権である",
            holds=case.legal_class is LegalClass.PUBLIC_ENFORCEABLE,
            cites=_PREMIUM,
        ),
        condition(
            "demanded",
            "督促（繰上徴収では、その告知）が送達されている",
            holds=start is not None,
            cites=demand_basis(case),
        ),
        condition(
            "waited",
            "督促から定めの日（繰上徴収では、変更した納期限）を過ぎても完納されていない",
            holds=start is not None and start.seizure_from is not None and start.seizure_from <= on,
            cites=f"{_TAX} {_ADVANCED} {_PREMIUM}",
        ),
        condition(
            "no_collection_grace",
            "徴収の猶予の期間中でない",
            holds=in_force(case, EventKind.COLLECTION_GRACE, on=on) is None,
            cites="local_tax_act/15-2-3/1",
        ),
        condition(
            "no_suspension",
            "滞納処分の執行を停止していない",
            holds=in_force(case, EventKind.DISPOSITION_SUSPENSION, on=on) is None,
            cites="local_tax_act/15-7/1",
        ),
        balance_left(case, on, cites=_TAX),
        no_bankruptcy(case, on),
    )
    return permission(may_seize, conditions, warnings=_warnings(case, start, on=on))


def may_take_to_court(
    case: Case,
    *,
    on: date,
    lawbook: LawBook,
    special_reason: bool = False,
    not_covered: bool = False,
    against: Sequence[str] = (PRINCIPAL_KEY,),
) -> Explained[Permission]:
    """督促の後相当の期間を経過しても履行されない債権は、徴収停止等の場合を除き、裁判所の手続によらなければならない.

    `special_reason` is a reason, put in writing, for not going to court. It is a duty where it is allowed. `against` are the keys of those
    who are sued; `not_covered`: their discharge does not reach the claim.
    """
    start = _start(case, on=on, lawbook=lawbook)
    held_back = [EventKind.COLLECTION_SUSPENSION, EventKind.PERFORMANCE_DEFERRAL]
    conditions = (
        condition(
            "not_enforceable",
            "自力執行のできない債権である",
            holds=case.legal_class is not LegalClass.PUBLIC_ENFORCEABLE,
            cites=_COURT,
        ),
        condition("demanded", "督促が送達されている", holds=start is not None, cites=demand_basis(case)),
        condition(
            "waited",
            "督促の後、相当の期間を経過している",
            holds=start is not None and start.court_action_from is not None and start.court_action_from <= on,
            cites=_COURT,
        ),
        condition(
            "not_given_up",
            "徴収停止も履行延期もしていない",
            holds=not any(in_force(case, kind, on=on) for kind in held_back),
            cites="local_autonomy_order/171-5 local_autonomy_order/171-6/1",
        ),
        condition("no_special_reason", "訴えを見合わせる特別の事情がない", holds=not special_reason, cites=_COURT),
        balance_left(case, on, cites=_COURT),
        no_bankruptcy(case, on, against=against),
        not_discharged(case, on, not_covered=not_covered, against=against),
    )
    return permission(may_take_to_court, conditions)


def _start(case: Case, *, on: date, lawbook: LawBook) -> ForceDates | None:
    return _after_advance(case, on=on, lawbook=lawbook) or _after_demand(case, on=on, lawbook=lawbook)


def _after_advance(case: Case, *, on: date, lawbook: LawBook) -> ForceDates | None:
    """An advance collection (繰上徴収) needs no demand: seizure follows the due day that its notice names."""
    told = first(case, EventKind.ADVANCE_DEMAND, on=on)
    if case.kind is not ClaimKind.TAX or told is None or told.designated_on is None:
        return None
    return ForceDates(next_day(told.designated_on), None, _remind_from(told.on, lawbook=lawbook))


def _after_demand(case: Case, *, on: date, lawbook: LawBook) -> ForceDates | None:
    served = served_demand(case, on=on, lawbook=lawbook)
    if served is None:
        return None
    terms = lawbook.terms(case.kind, on=case.due_on, profile=case.profile)
    designated_on = served.event.designated_on or served.sent_on + timedelta(days=terms.demand.designated_days)
    return force_dates(case, sent_on=served.sent_on, designated_on=designated_on, lawbook=lawbook).value


def _warnings(case: Case, start: ForceDates | None, *, on: date) -> tuple[str, ...]:
    found = []
    if start is not None and start.remind_from <= on:
        found.append("督促から6月以上を経ています。差押えの前に催告してください（国税徴収法基本通達47条関係）")
    if in_force(case, EventKind.CONVERSION_GRACE, on=on):
        found.append("換価の猶予の期間中です。差押えはできますが、換価はできません")
    if awaits_discharge(case, on):
        found.append(
            "免責についての裁判が確定するまで、破産債権である徴収金により差し押さえることはできません（破産法249条1項）。"
            "財団債権に当たるかを確かめてください"
        )
    return tuple(found)


def _assumed(seizure: SeizureStart | None) -> tuple[str, ...]:
    if seizure is SeizureStart.LATER_OF_BOTH:
        return ("公課の差押えの始期は、指定期限の翌日と十日を経過した日の翌日の遅い方とする設定による",)
    return ("相当の期間は市の定めた設定値による",) if seizure is None else ()
