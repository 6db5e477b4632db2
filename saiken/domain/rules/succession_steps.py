"""What can be recorded after a death (相続): search for heirs, renunciation, qualified acceptance, no heir, administrator of the estate.

The one idea: nothing of an inheritance happens before the death is known, and only a registered heir renounces. Shares are in
`inheritance`, what an heir owes in `inheritance_debt`.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import first, in_force
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.lawbook import LawBook

_OPENED, _RENOUNCED, _LIMITED = "civil_code/882", "civil_code/938", "civil_code/923"


def may_look_for_heirs(case: Case, *, on: date) -> Explained[Permission]:
    """相続人の調査は、債務者の死亡が記録された後に行う."""
    return permission(may_look_for_heirs, (_died(case, on),))


def may_renounce(case: Case, *, named: Sequence[str], on: date, lawbook: LawBook) -> Explained[Permission]:
    """相続の放棄は、死亡の後に、登録された相続人について記録する.

    The three months run from the day the heir knew; a later day is a warning, because the court decides.
    """
    death = _death(case, on)
    conditions = (_died(case, on), _are_heirs(case, named, article=_RENOUNCED))
    return permission(may_renounce, conditions, warnings=_late(death, on, lawbook=lawbook))


def may_accept_with_limit(case: Case, *, by_all: bool, on: date, lawbook: LawBook) -> Explained[Permission]:
    """限定承認は、死亡の後に、共同相続人の全員が家庭裁判所に申し出る."""
    death = _death(case, on)
    heirs = any(party.role is PartyRole.HEIR for party in case.parties)
    conditions = (
        _died(case, on),
        condition("heirs_known", "相続人が登録されている", holds=heirs, cites=_LIMITED),
        condition(
            "by_all", "共同相続人の全員による（放棄した者を除く）", holds=by_all, cites=f"{_LIMITED} civil_code/924"
        ),
    )
    return permission(may_accept_with_limit, conditions, warnings=_late(death, on, lawbook=lawbook))


def may_find_no_heir(case: Case, *, on: date) -> Explained[Permission]:
    """相続人の不存在は、死亡の後に、相続人の調査を行い、放棄していない相続人がいないときに記録する."""
    renounced = {
        key
        for event in case.events_until(on)
        if event.kind is EventKind.INHERITANCE_RENUNCIATION
        for key in event.obligors
    }
    left = [party for party in case.parties if party.role is PartyRole.HEIR and party.key not in renounced]
    conditions = (
        _died(case, on),
        _searched(case, on),
        condition("nobody_left", "放棄していない相続人が登録されていない", holds=not left, cites="civil_code/951"),
    )
    return permission(may_find_no_heir, conditions)


def may_leave_heirs_undetermined(case: Case, *, on: date) -> Explained[Permission]:
    """相続人が判明しないことは、死亡の後に、相続人の調査を行ったときに記録する."""
    return permission(may_leave_heirs_undetermined, (_died(case, on), _searched(case, on)))


def may_ask_for_administrator(case: Case, *, on: date) -> Explained[Permission]:
    """相続財産の清算人の選任は、死亡した債務者に相続人のあることが明らかでないときに、家庭裁判所に請求する."""
    unclear = (EventKind.NO_HEIR, EventKind.HEIRS_UNDETERMINED)
    conditions = (
        _died(case, on),
        condition(
            "heirs_unclear",
            "相続人の不存在、又は相続人が判明しないことが記録されている",
            holds=any(in_force(case, kind, on=on) for kind in unclear),
            cites="civil_code/951 civil_code/952/1",
        ),
    )
    return permission(may_ask_for_administrator, conditions)


def _death(case: Case, on: date) -> CaseEvent | None:
    return first(case, EventKind.DEATH, on=on)


def _died(case: Case, on: date) -> Condition:
    return condition("died", "債務者の死亡が記録されている", holds=_death(case, on) is not None, cites=_OPENED)


def _searched(case: Case, on: date) -> Condition:
    looked = first(case, EventKind.HEIR_INVESTIGATION, on=on)
    return condition("searched", "相続人の調査を行っている", holds=looked is not None, cites="civil_code/951")


def _are_heirs(case: Case, named: Sequence[str], *, article: str) -> Condition:
    heirs = {party.key for party in case.parties if party.role is PartyRole.HEIR}
    holds = bool(named) and heirs.issuperset(named)
    return condition("registered_heir", "放棄した者が、相続人として登録されている", holds=holds, cites=article)


def _late(death: CaseEvent | None, on: date, *, lawbook: LawBook) -> tuple[str, ...]:
    if death is None:
        return ()
    months = int(lawbook.value("renunciation_months", on=death.on).number)
    if on <= last_day_of_months(next_day(death.on), months):
        return ()
    return ("死亡から3か月を過ぎています。相続の開始を知った日と家庭裁判所の受理を確かめてください（民法915条1項）",)
