"""What accrues on the claims of a plan while it is being paid (計画の間の延滞金・遅延損害金).

The one idea: the instalments are laid on the claims' principals in the plan's order as if they had been paid on their days, and the
rules of late charge and delay damages are asked of those histories. For years whose rate is not published the last one known is taken,
and the answer says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.entry import Account, Component
from saiken.domain.rules.delay_damages import delay_damages_of
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.instalment_plan import Instalment
from saiken.domain.rules.late_charge import late_charge_of
from saiken.law.citation import cite
from saiken.law.errors import NotPublished
from saiken.law.lawbook import LawBook

_GOES_ON = "公表されていない年の割合は、公表された最後の割合が続くものとして計算しています"


@dataclass(frozen=True)
class PlanCharge:
    """Yen charged by the end of the plan, by claim, and what of it had accrued on the day of the plan."""

    by_claim: Mapping[str, int]
    accrued_yen: int

    @property
    def yen(self) -> int:
        """All of it."""
        return sum(self.by_claim.values())

    @property
    def added_yen(self) -> int:
        """What the plan's own time adds."""
        return self.yen - self.accrued_yen


def charge_on_the_way(
    cases: Sequence[tuple[str, Case]], plan: Sequence[Instalment], *, on: date, lawbook: LawBook
) -> Explained[PlanCharge]:
    """計画の間も延滞金・遅延損害金は生じ、各回の納付を計画の順に元本に充てたものとして完納の日まで計算する.

    `cases` come with their keys in the order in which the plan pays them.
    """
    last_on = max((instalment.due_on for instalment in plan), default=on)
    paid = _paid(cases, plan, on=on)
    laid = [(key, _with(case, paid[key])) for key, case in cases]
    accrued, before = _charged(cases, on, lawbook=lawbook)
    charged, after = _charged(laid, last_on, lawbook=lawbook)
    found = PlanCharge(charged, sum(accrued.values()))
    cites = (cite("local_tax_act/15-9/1"),)
    steps = (
        Step(f"{on.isoformat()} までに生じている額", cites, until_on=on, yen=found.accrued_yen),
        Step(f"{last_on.isoformat()} の完納までに生じる額", cites, until_on=last_on, yen=found.yen),
    )
    return Explained(found, rule_sentence(charge_on_the_way), steps, after or before)


def _charged(
    cases: Sequence[tuple[str, Case]], on: date, *, lawbook: LawBook
) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """Yen by claim up to a day; where a rate is not published yet the last one goes on, and the second part says so."""
    try:
        return {key: _yen(case, on, lawbook=lawbook) for key, case in cases}, ()
    except NotPublished:
        book = _with_open_rates(lawbook)
    return {key: _yen(case, on, lawbook=book) for key, case in cases}, (_GOES_ON,)


def _with_open_rates(lawbook: LawBook) -> LawBook:
    """The book in which the last published value of every yearly rate goes on."""
    book = lawbook
    for parameter in lawbook.parameters.values():
        if parameter.published_until is not None:
            lasting = (*parameter.values[:-1], replace(parameter.values[-1], until_on=None))
            book = book.with_parameter(replace(parameter, values=lasting, published_until=None))
    return book


def _yen(case: Case, on: date, *, lawbook: LawBook) -> int:
    if case.kind.is_private:
        return delay_damages_of(case, on, lawbook=lawbook).value.yen
    return late_charge_of(case, on, lawbook=lawbook).value.yen


def _paid(
    cases: Sequence[tuple[str, Case]], plan: Sequence[Instalment], *, on: date
) -> Mapping[str, Sequence[Movement]]:
    """The receipts that the instalments would be, by claim; what exceeds the principals pays something else."""
    owed = {key: max(0, case.balance_yen(on, Component.PRINCIPAL)) for key, case in cases}
    found: dict[str, list[Movement]] = {key: [] for key in owed}
    for instalment in plan:
        for key, yen in _laid(owed, instalment.yen):
            found[key].append(Movement(instalment.due_on, Account.RECEIPT, Component.PRINCIPAL, yen, voluntary=True))
    return found


def _laid(owed: dict[str, int], yen: int) -> Iterator[tuple[str, int]]:
    """Yen over the claims in their order; what was laid is taken off what they owe."""
    for key, owed_yen in owed.items():
        part_yen = min(yen, owed_yen)
        if part_yen:
            yen -= part_yen
            owed[key] = owed_yen - part_yen
            yield key, part_yen


def _with(case: Case, receipts: Sequence[Movement]) -> Case:
    return replace(case, movements=(*case.movements, *receipts))
