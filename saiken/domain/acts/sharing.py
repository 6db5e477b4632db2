"""How the money of one act falls on several claims and their components.

The one idea: money received goes where the law of allocation sends it; a write-off without a sum takes the whole balance; a reduction
names one claim. Nothing is ever spread beyond what is owed.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.allocation import Allocation, Debt, allocate_civil, allocate_disposition, allocate_tax
from saiken.law.lawbook import LawBook

#: Entries that take away what is owed.
_WITHIN = frozenset({EntryKind.REDUCED, EntryKind.WRITTEN_OFF})

#: Yen by component, by claim.
Shares = Mapping[int, Mapping[Component, int]]


def shares_of(entry: EntryKind, form: Form, *, cases: Mapping[int, Case], on: date, lawbook: LawBook) -> Shares:
    """The yen of each claim; raises InvalidInput or Refused where the sum fits no claim."""
    yen = form.number("yen")
    if entry is EntryKind.RECEIVED:
        return _received(yen, form, cases=cases, on=on, lawbook=lawbook)
    if yen is None and entry is EntryKind.WRITTEN_OFF:
        return {claim_id: _owed(case, on) for claim_id, case in cases.items()}
    claim_id, component = _only(cases), _component(form)
    if entry in _WITHIN:
        _demand_owed(_demanded(yen), cases[claim_id].balance_yen(on, component))
    return {claim_id: {component: _demanded(yen)}}


def _received(
    yen: int | None, form: Form, *, cases: Mapping[int, Case], on: date, lawbook: LawBook
) -> Mapping[int, Mapping[Component, int]]:
    debts = [Debt(str(claim_id), case.due_on, _owed(case, on)) for claim_id, case in cases.items()]
    found = _allocated(_demanded(yen), debts, form=form, cases=cases, on=on, lawbook=lawbook)
    _demand_owed(found.overpaid_yen, 0)
    shares: dict[int, dict[Component, int]] = defaultdict(dict)
    for allotment in found.allotments:
        shares[int(allotment.key)][allotment.component] = allotment.yen
    return shares


def _allocated(
    yen: int, debts: list[Debt], *, form: Form, cases: Mapping[int, Case], on: date, lawbook: LawBook
) -> Allocation:
    if form.text("channel") == Channel.SEIZURE.value and not any(case.kind.is_private for case in cases.values()):
        return allocate_disposition(yen, debts).value
    if all(case.kind.is_private for case in cases.values()):
        return allocate_civil(yen, debts, on=on, lawbook=lawbook).value
    if any(case.kind.is_private for case in cases.values()):
        raise Refused("公債権と私債権は充当の順序が違います。分けて記録してください")
    return allocate_tax(yen, debts, on=on, lawbook=lawbook).value


def _demand_owed(yen: int, owed_yen: int) -> None:
    """残高を超える額は、記録することができない."""
    if yen > owed_yen:
        raise Refused(f"選んだ債権の残高を{yen - owed_yen:,}円超えています。過誤納は収納の担当で扱ってください")


def _owed(case: Case, on: date) -> dict[Component, int]:
    owed = {component: case.balance_yen(on, component) for component in Component}
    return {component: yen for component, yen in owed.items() if yen > 0}


def _only(cases: Mapping[int, Case]) -> int:
    if len(cases) != 1:
        raise Refused("額を決めて行う処理は、債権を一件ずつ選んでください")
    return next(iter(cases))


def _component(form: Form) -> Component:
    return Component(form.text("component") or Component.PRINCIPAL)


def _demanded(yen: int | None) -> int:
    if not yen:
        raise InvalidInput("額がありません", place="額", expected="1円以上の整数")
    return yen
