"""Bankruptcy (破産手続): what it bars, and which of its steps can be recorded when.

The one idea: from the commencement on nobody seizes anew, the claim goes through the proceeding; what was seized before for a tax goes on
(破産法43条2項). A proceeding bars what is done against the person whose it is, never a guarantor. The states judge insolvency by
themselves; here is what the office may do.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import happened
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.domain.rules.unpaid import balance_left

_OWN_FORCE, _COURT_FORCE, _COVERED = "bankruptcy_act/43/1", "bankruptcy_act/42/1", "bankruptcy_act/253/1"
_WAITING, _OUTSIDE = "bankruptcy_act/249/1", "civil_rehabilitation_act/122/2"
#: How a commencement names a rehabilitation (再生手続) as its `reason`; everything else is a bankruptcy.
REHABILITATION = "rehabilitation"
_UNDONE = frozenset({Outcome.RELEASED, Outcome.WITHDRAWN, Outcome.DISMISSED})


def bankruptcy(case: Case, on: date, *, party: str = PRINCIPAL_KEY) -> CaseEvent | None:
    """The latest bankruptcy of a party that began by a day and was not undone by then."""
    begun = _of(case, EventKind.BANKRUPTCY_COMMENCEMENT, on=on, party=party)
    return next((event for event in reversed(begun) if not _undone(event, on)), None)


def is_pending(case: Case, on: date, *, party: str = PRINCIPAL_KEY) -> bool:
    """Whether a proceeding of a party runs: begun and not closed."""
    begun = bankruptcy(case, on, party=party)
    if begun is None or (begun.outcome is not None and begun.until is not None and begun.until <= on):
        return False
    return not any(event.on >= begun.on for event in _of(case, EventKind.BANKRUPTCY_CLOSED, on=on, party=party))


def is_discharged(case: Case, on: date, *, party: str = PRINCIPAL_KEY) -> bool:
    """Whether a party was discharged and the discharge stands."""
    return any(not _undone(event, on) for event in _of(case, EventKind.DISCHARGE, on=on, party=party))


def awaits_discharge(case: Case, on: date, *, party: str = PRINCIPAL_KEY) -> bool:
    """Whether a natural person's proceeding over a claim that arose before it is closed, and nothing was decided on the discharge."""
    begun = bankruptcy(case, on, party=party)
    if begun is None or begun.on < case.cause_on or is_pending(case, on, party=party):
        return False
    corporation = any(one.is_corporation for one in case.parties if one.key == party)
    decided = any(event.on >= begun.on for event in _of(case, EventKind.DISCHARGE, on=on, party=party))
    return not (corporation or decided or _is_rehabilitation(begun))


def no_bankruptcy(case: Case, on: date, *, against: Sequence[str] = (PRINCIPAL_KEY,)) -> Condition:
    """No proceeding of those acted against stands in the way of new force, own or a court's.

    A rehabilitation (再生手続) bars no own force: what has priority is paid outside it.
    """
    if case.legal_class is LegalClass.PUBLIC_ENFORCEABLE:
        return condition(
            "no_bankruptcy",
            "破産手続の係属中でない（始まった後は、新たな差押えはできない。再生手続は妨げない）",
            holds=not any(_bars_own_force(case, on, party=party) for party in against),
            cites=f"{_OWN_FORCE} {_OUTSIDE}",
        )
    return condition(
        "no_bankruptcy",
        "破産手続等の係属中でない（始まった後は、新たな訴え・強制執行はできない）",
        holds=not any(is_pending(case, on, party=party) for party in against),
        cites=_COURT_FORCE,
    )


def not_discharged(case: Case, on: date, *, not_covered: bool, against: Sequence[str] = (PRINCIPAL_KEY,)) -> Condition:
    """Nobody acted against was discharged of the claim; `not_covered`: the discharge does not reach it (253条1項各号)."""
    return condition(
        "not_discharged",
        "免責されていない、又は免責の及ばない債権である",
        holds=not_covered or not any(is_discharged(case, on, party=party) for party in against),
        cites=_COVERED,
    )


def no_discharge_pending(case: Case, on: date, *, against: Sequence[str] = (PRINCIPAL_KEY,)) -> Condition:
    """Between the end of the proceeding and the decision on the discharge nobody executes by a claim of the bankruptcy."""
    return condition(
        "no_discharge_pending",
        "破産手続が終わり、免責についての裁判の確定を待つ間でない",
        holds=not any(awaits_discharge(case, on, party=party) for party in against),
        cites=_WAITING,
    )


def may_participate(case: Case, *, on: date) -> Explained[Permission]:
    """破産手続が始まったときは、終わるまでに、債権を裁判所に届け出て手続に参加することができる."""
    enforceable = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    basis = "bankruptcy_act/114" if enforceable else "bankruptcy_act/111/1"
    conditions = (
        condition("begun", "破産手続の開始が記録されている", holds=bankruptcy(case, on) is not None, cites=basis),
        condition("not_closed", "破産手続が終わっていない", holds=is_pending(case, on), cites=basis),
        balance_left(case, on, cites=basis),
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


def _of(case: Case, kind: EventKind, *, on: date, party: str) -> list[CaseEvent]:
    """The events of a kind about one party; one that names nobody is about the principal."""
    return [event for event in happened(case, kind, on=on) if party in (event.obligors or (PRINCIPAL_KEY,))]


def _bars_own_force(case: Case, on: date, *, party: str) -> bool:
    begun = bankruptcy(case, on, party=party)
    return begun is not None and is_pending(case, on, party=party) and not _is_rehabilitation(begun)


def _is_rehabilitation(begun: CaseEvent) -> bool:
    return begun.reason == REHABILITATION


def _undone(event: CaseEvent, on: date) -> bool:
    return event.outcome in _UNDONE and (event.until or event.on) <= on
