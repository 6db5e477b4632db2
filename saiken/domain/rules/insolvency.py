"""Bankruptcy (破産手続): what it bars, and which of its steps can be recorded when.

The one idea: from the commencement on nobody seizes anew, the claim goes through the proceeding; what was seized before for a tax goes on
(破産法43条2項). The states judge insolvency by themselves; here is what the office may do.
"""

from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import happened
from saiken.domain.rules.permission import Condition, Permission, condition, permission

_OWN_FORCE, _COURT_FORCE, _COVERED = "bankruptcy_act/43/1", "bankruptcy_act/42/1", "bankruptcy_act/253/1"
_UNDONE = frozenset({Outcome.RELEASED, Outcome.WITHDRAWN, Outcome.DISMISSED})


def bankruptcy(case: Case, on: date) -> CaseEvent | None:
    """The latest bankruptcy of the principal obligor that began by a day and was not undone by then."""
    begun = [event for event in _of_principal(case, EventKind.BANKRUPTCY_COMMENCEMENT, on=on) if not _undone(event, on)]
    return begun[-1] if begun else None


def is_pending(case: Case, on: date) -> bool:
    """Whether a proceeding runs: begun and not closed."""
    begun = bankruptcy(case, on)
    ends = (EventKind.BANKRUPTCY_CLOSED,)
    if begun is None or (begun.outcome is not None and begun.until is not None and begun.until <= on):
        return False
    return not any(event.on >= begun.on for kind in ends for event in _of_principal(case, kind, on=on))


def is_discharged(case: Case, on: date) -> bool:
    """Whether the principal obligor was discharged and the discharge stands."""
    return any(not _undone(event, on) for event in _of_principal(case, EventKind.DISCHARGE, on=on))


def no_bankruptcy(case: Case, on: date) -> Condition:
    """No proceeding stands in the way of new force, own or a court's."""
    own = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    return condition(
        "no_bankruptcy",
        "破産手続の係属中でない（始まった後は、新たな差押え・強制執行はできない）",
        holds=not is_pending(case, on),
        cites=_OWN_FORCE if own else _COURT_FORCE,
    )


def may_participate(case: Case, *, on: date) -> Explained[Permission]:
    """破産手続が始まったときは、終わるまでに、債権を裁判所に届け出て手続に参加することができる."""
    enforceable = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    basis = "bankruptcy_act/114" if enforceable else "bankruptcy_act/111/1"
    conditions = (
        condition("begun", "破産手続の開始が記録されている", holds=bankruptcy(case, on) is not None, cites=basis),
        condition("not_closed", "破産手続が終わっていない", holds=is_pending(case, on), cites=basis),
        condition("balance_left", "未納の残高がある", holds=case.balance_yen(on) > 0, cites=basis),
    )
    late = _filing_warning(case, on)
    return permission(may_participate, conditions, warnings=late)


def _filing_warning(case: Case, on: date) -> tuple[str, ...]:
    begun = bankruptcy(case, on)
    if begun is None or begun.designated_on is None or begun.designated_on >= on:
        return ()
    return (f"届出の期間（{begun.designated_on.isoformat()} まで）を過ぎています",)


def may_record_closing(case: Case, *, on: date) -> Explained[Permission]:
    """破産手続の終わりは、始まりが記録された手続についてだけ記録することができる."""
    begun = condition(
        "begun",
        "破産手続の開始が記録され、まだ終わっていない",
        holds=is_pending(case, on),
        cites="bankruptcy_act/35",
    )
    return permission(may_record_closing, (begun,))


def may_record_discharge(case: Case, *, on: date) -> Explained[Permission]:
    """免責は、破産手続が始まった個人について、その許可の決定の確定により効力を生ずる."""
    corporation = any(party.is_corporation for party in case.parties if party.key == PRINCIPAL_KEY)
    begun = bankruptcy(case, on)
    conditions = (
        condition("begun", "破産手続の開始が記録されている", holds=begun is not None, cites="bankruptcy_act/248/4"),
        condition("natural_person", "債務者が個人である", holds=not corporation, cites="bankruptcy_act/248/4"),
        condition(
            "arose_before",
            "債権の原因が、破産手続の開始の前に生じている",
            holds=begun is not None and case.cause_on <= begun.on,
            cites=_COVERED,
        ),
    )
    warnings = ["免責は責任を免れさせるにとどまり、債権は消滅しません。保証人には及びません"]
    if case.legal_class is LegalClass.PUBLIC_ENFORCEABLE:
        warnings.append("租税等の請求権は免責されません（破産法253条1項1号）")
    return permission(may_record_discharge, conditions, warnings=warnings)


def _of_principal(case: Case, kind: EventKind, *, on: date) -> list[CaseEvent]:
    found = happened(case, kind, on=on)
    return [event for event in found if not event.obligors or PRINCIPAL_KEY in event.obligors]


def _undone(event: CaseEvent, on: date) -> bool:
    return event.outcome in _UNDONE and (event.until or event.on) <= on
