"""Waiver (債権放棄), invocation of prescription (時効の援用), reduction of an assessment: what must be there first.

The one idea: nobody in the office gives up what is owed; an ordinance, the assembly, the mayor within what the assembly left to him, or the
debtor by invoking. Release after deferral is in `claim_release`, the write-off that follows in `write_off`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.insolvency import is_discharged
from saiken.domain.rules.lasting import first, in_force
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.domain.rules.prescription import run
from saiken.domain.rules.unpaid import balance_left
from saiken.law.lawbook import LawBook

_WAIVED = "local_autonomy_act/96/1/10"


class WaiverGround(StrEnum):
    """条例による放棄の事由: 時効期間の経過, 免責, 徴収停止の後の経過, 相続人なし・限定承認, 生活困窮."""

    PRESCRIBED = "waiver_after_prescription"
    DISCHARGED = "waiver_after_discharge"
    SUSPENDED = "waiver_after_suspension"
    NO_HEIR = "waiver_without_heir"
    HARDSHIP = "waiver_for_hardship"


@dataclass(frozen=True)
class DelegatedLimit:
    """What the assembly left to the mayor: the most yen for one waiver, as the officer read it in the resolution; None: not said."""

    yen: int | None


def may_waive_by_ordinance(
    case: Case, *, ground: WaiverGround, hardship: bool, on: date, lawbook: LawBook
) -> Explained[Permission]:
    """条例による放棄は、強制徴収公債権でない債権について、条例の定める事由があるときにすることができる.

    Prescription, discharge, suspension and want of heirs are taken from the case; `hardship` is the officer's finding.
    """
    terms = lawbook.terms(case.kind, on=case.due_on, profile=case.profile)
    held = {
        WaiverGround.PRESCRIBED: (
            "時効の期間が経過している",
            run(case, on, lawbook=lawbook).complete,
            f"{_WAIVED} civil_code/145",
        ),
        WaiverGround.DISCHARGED: (
            "破産法等により免責されている",
            is_discharged(case, on),
            f"{_WAIVED} bankruptcy_act/253/1",
        ),
        WaiverGround.SUSPENDED: (
            f"徴収停止から相当の期間（{terms.periods.waiver_months}月）を経過している",
            _suspended_long(case, on, months=terms.periods.waiver_months),
            f"{_WAIVED} local_autonomy_order/171-5",
        ),
        WaiverGround.NO_HEIR: (
            "相続人の不存在又は限定承認が記録されている",
            any(first(case, kind, on=on) for kind in (EventKind.NO_HEIR, EventKind.QUALIFIED_ACCEPTANCE)),
            f"{_WAIVED} civil_code/922 civil_code/951",
        ),
        WaiverGround.HARDSHIP: ("生活困窮の状態にあり、資力の回復が困難である", hardship, _WAIVED),
    }
    sentence, holds, cites = held[ground]
    conditions = (*_waivable(case, on), condition("ground", sentence, holds=holds, cites=cites))
    return permission(
        may_waive_by_ordinance, conditions, assumptions=("放棄の事由は、債権管理条例の通例による設定である",)
    )


def may_waive_by_assembly(case: Case, *, on: date) -> Explained[Permission]:
    """法令又は条例に定めのない権利の放棄は、議会の議決による."""
    return permission(may_waive_by_assembly, _waivable(case, on))


def may_waive_by_delegation(
    case: Case, *, limit: DelegatedLimit, on: date, together: Sequence[Case] = ()
) -> Explained[Permission]:
    """議会が軽易なものとして指定した放棄は、長が専決処分し、議会に報告する.

    `together` are the other claims waived in the same stroke: the limit holds for the sum of what can be waived.
    """
    others = [one for one in together if all(each.holds for each in _waivable(one, on))]
    balance_yen = case.balance_yen(on) + sum(one.balance_yen(on) for one in others)
    conditions = (
        *_waivable(case, on),
        condition(
            "within_limit",
            f"放棄する額（{'計' if others else ''}{balance_yen:,}円）が、議会の指定した範囲である",
            holds=limit.yen is not None and balance_yen <= limit.yen,
            cites="local_autonomy_act/180/1",
        ),
    )
    warnings = ("専決処分をしたときは、議会に報告してください（地方自治法180条2項）",)
    return permission(may_waive_by_delegation, conditions, warnings=warnings)


def may_record_invocation(case: Case, *, party: str, on: date, lawbook: LawBook) -> Explained[Permission]:
    """時効の援用は、私債権について、時効の期間が経過した後に、当事者がすることができる."""
    period = run(case, on, lawbook=lawbook, party=party)
    done = "（未到来）" if period.completes_on is None else f"（{period.completes_on.isoformat()}）"
    conditions = (
        condition(
            "private",
            "私債権である（公債権は援用を要せずに消滅する）",
            holds=case.kind.is_private,
            cites="local_autonomy_act/236/2 civil_code/145",
        ),
        condition("complete", f"時効の期間が経過している{done}", holds=period.complete, cites="civil_code/145"),
        condition("first", "まだ援用されていない", holds=period.invoked_on is None, cites="civil_code/145"),
    )
    return permission(may_record_invocation, conditions)


def may_reduce(case: Case, *, yen: int | None, component_yen: int) -> Explained[Permission]:
    """調定の減額は、法令又は条例の定めにより、未納の額の範囲で行う.

    `component_yen` is what is owed of the part that is reduced; what was paid already is refunded by the cashiers.
    """
    asked = yen or 0
    basis = "local_autonomy_act/231"
    within = condition(
        "within_balance",
        f"減額する額が未納の額（{component_yen:,}円）の範囲である（納付済みの分は過誤納として還付する）",
        holds=0 < asked <= component_yen,
        cites=basis,
    )
    return permission(may_reduce, (within,), warnings=_of_kind(case))


def may_treat_as_loan(case: Case, *, on: date) -> Explained[Permission]:
    """償還の計画の変更と返還の猶予・免除の審査は、貸付金の残高について行う."""
    basis = "local_autonomy_order/171-6/1"
    conditions = (
        condition("loan", "貸付金である", holds=case.kind is ClaimKind.PRIVATE_LOAN, cites=basis),
        balance_left(case, on, cites=basis),
    )
    return permission(may_treat_as_loan, conditions)


def _of_kind(case: Case) -> tuple[str, ...]:
    if case.kind.is_private:
        return ("私債権の額を減らすのは、債権の放棄に当たることがあります。根拠を確かめてください",)
    return ()


def _waivable(case: Case, on: date) -> tuple[Condition, ...]:
    given_up = (EventKind.CLAIM_RELEASE, EventKind.CLAIM_WAIVER)
    return (
        condition(
            "not_enforceable",
            "放棄のできる債権である（強制徴収公債権は滞納処分の停止による）",
            holds=case.legal_class is not LegalClass.PUBLIC_ENFORCEABLE,
            cites=_WAIVED,
        ),
        balance_left(case, on, cites=_WAIVED),
        condition(
            "not_given_up",
            "まだ免除も放棄もしていない",
            holds=not any(first(case, kind, on=on) for kind in given_up),
            cites=_WAIVED,
        ),
    )


def _suspended_long(case: Case, on: date, *, months: int) -> bool:
    running: CaseEvent | None = in_force(case, EventKind.COLLECTION_SUSPENSION, on=on)
    return running is not None and last_day_of_months(next_day(running.on), months) < on
