"""What a payment pays (充当): the order within one debt and among several, for taxes and for debts of civil law.

The one idea: a payment runs through layers, each layer through the debts in an order, and only debts that are equal in everything share in
proportion. What was charged is given; nothing here computes a late charge.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.entry import Component
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_NEVER = date.max
_REST = (Component.SURCHARGE, Component.INTEREST)
#: Costs, interest, principal (民法 489条); delay damages count as interest.
_CIVIL_LAYERS = (
    (Component.DEMAND_FEE,),
    (Component.INTEREST, Component.LATE_CHARGE),
    (Component.PRINCIPAL, Component.SURCHARGE),
)
_DISPOSITION_LAYERS = ((Component.DEMAND_FEE,), (Component.PRINCIPAL,), (Component.LATE_CHARGE,), _REST)

Layer = tuple[Component, ...]


@dataclass(frozen=True)
class Debt:
    """One debt by key: its due day in force, what is owed of each component, when prescription completes, the obligor's benefit.

    `benefit` ranks how much paying it helps the obligor (a higher rate, a security); a greater one is paid first.
    """

    key: str
    due_on: date
    owed_yen: Mapping[Component, int]
    completes_on: date | None = None
    benefit: int = 0

    def layer_yen(self, layer: Layer) -> int:
        """What is owed of the components of a layer."""
        return sum(self.owed_yen.get(component, 0) for component in layer)


@dataclass(frozen=True)
class Allotment:
    """Yen that went to one component of one debt."""

    key: str
    component: Component
    yen: int


@dataclass(frozen=True)
class Allocation:
    """Where a payment went, in order, and what was paid beyond all debts."""

    allotments: tuple[Allotment, ...]
    overpaid_yen: int


@dataclass(frozen=True)
class Wish:
    """What was said about a civil payment: the parts agreed in order, or the debts named and whether the creditor named them.

    A creditor's naming that the obligor objects to at once counts for nothing.
    """

    agreed: tuple[tuple[str, Component], ...] = ()
    designated: tuple[str, ...] = ()
    by_creditor: bool = False
    objected: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """The debts named with effect."""
        return () if self.by_creditor and self.objected else self.designated


def allocate_tax(
    payment_yen: int, debts: Sequence[Debt], *, on: date, lawbook: LawBook, designated: Sequence[str] = ()
) -> Explained[Allocation]:
    """市税の納付は、本税に先に充て、その残りを督促手数料と延滞金に充てる.

    Principals of all instalments come first; instalments without a name follow a setting.
    """
    _demand_valid(payment_yen, debts, named=designated)
    fee_first = lawbook.value("fee_before_late_charge", on=on).number == 1
    by_prescription = lawbook.value("untargeted_tax_by_prescription", on=on).number == 1
    after = (
        (Component.DEMAND_FEE, Component.LATE_CHARGE) if fee_first else (Component.LATE_CHARGE, Component.DEMAND_FEE)
    )
    layers: tuple[Layer, ...] = ((Component.PRINCIPAL,), *((component,) for component in after), _REST)
    groups = [[debt] for debt in _tax_order(debts, designated, by_prescription=by_prescription)]
    assumptions = ["督促手数料と延滞金の先後は、設定によっています"]
    if len(debts) > 1 and not designated:
        order = "時効の完成が早い" if by_prescription else "納期限が早い"
        assumptions.append(f"期別の指定がないので、設定により{order}ものから充てています")
    return _explained(
        _run(payment_yen, layers, groups=groups), allocate_tax, cites="local_tax_act/20-9-4/2", assumptions=assumptions
    )


def allocate_disposition(payment_yen: int, debts: Sequence[Debt]) -> Explained[Allocation]:
    """滞納処分で得た金銭は、滞納処分費（督促手数料を含む。）、本税、延滞金、加算金の順に充てる."""
    _demand_valid(payment_yen, debts, named=())
    groups = [[debt] for debt in _tax_order(debts, (), by_prescription=True)]
    cites = "local_tax_act/14-3 local_tax_act/14-5/1"
    return _explained(_run(payment_yen, _DISPOSITION_LAYERS, groups=groups), allocate_disposition, cites=cites)


def allocate_civil(
    payment_yen: int, debts: Sequence[Debt], *, on: date, lawbook: LawBook, wish: Wish | None = None
) -> Explained[Allocation]:
    """弁済は、合意があればそれに従い、なければ費用、利息、元本の順に、その中では指定又は法定の順に充てる."""
    wish = wish or Wish()
    _demand_valid(payment_yen, debts, named=(*wish.designated, *(key for key, _ in wish.agreed)))
    first = _run_agreed(payment_yen, debts, agreed=wish.agreed)
    left = [_less(debt, first.allotments) for debt in debts]
    groups = [*_named(left, wish.named), *_statutory([debt for debt in left if debt.key not in wish.named], on=on)]
    rest = _run(first.overpaid_yen, _CIVIL_LAYERS, groups=groups)
    assumptions = []
    if on < lawbook.article(cite("civil_code/488/1")).in_force_from:
        assumptions.append(
            "施行日前の弁済なので改正前の民法によりますが、充当の順序は改正後と同じものとして計算しています"
        )
    return _explained(
        Allocation((*first.allotments, *rest.allotments), rest.overpaid_yen),
        allocate_civil,
        cites=_civil_articles(wish, before_reform=bool(assumptions)),
        assumptions=assumptions,
    )


def _civil_articles(wish: Wish, *, before_reform: bool) -> str:
    articles = ["civil_code_amendment_2017/25/2"] if before_reform else []
    if wish.agreed:
        articles.append("civil_code/490")
    articles.append("civil_code/489/1")
    if wish.named:
        articles.append("civil_code/488/2" if wish.by_creditor else "civil_code/488/1")
    return " ".join([*articles, "civil_code/488/4"])


def _tax_order(debts: Sequence[Debt], designated: Sequence[str], *, by_prescription: bool) -> list[Debt]:
    """Debts named come first in the order named; the others by prescription or by their due days."""

    def rank(debt: Debt) -> tuple[date, date]:
        return ((debt.completes_on or _NEVER) if by_prescription else debt.due_on, debt.due_on)

    named = [debt for group in _named(debts, designated) for debt in group]
    return [*named, *sorted((debt for debt in debts if debt.key not in designated), key=rank)]


def _named(debts: Sequence[Debt], named: Sequence[str]) -> list[list[Debt]]:
    by_key = {debt.key: debt for debt in debts}
    return [[by_key[key]] for key in named]


def _statutory(debts: Sequence[Debt], *, on: date) -> list[list[Debt]]:
    """The debts in the order of 488条4項; those equal in everything stand together."""
    groups: dict[tuple[bool, int, date], list[Debt]] = {}
    for debt in debts:
        groups.setdefault((debt.due_on > on, -debt.benefit, debt.due_on), []).append(debt)
    return [groups[rank] for rank in sorted(groups)]


def _run_agreed(payment_yen: int, debts: Sequence[Debt], *, agreed: Sequence[tuple[str, Component]]) -> Allocation:
    by_key = {debt.key: debt for debt in debts}
    allotments, left_yen = [], payment_yen
    for key, component in agreed:
        yen = min(left_yen, by_key[key].owed_yen.get(component, 0))
        left_yen -= yen
        allotments.append(Allotment(key, component, yen))
    return Allocation(tuple(allotment for allotment in allotments if allotment.yen), left_yen)


def _less(debt: Debt, paid: Iterable[Allotment]) -> Debt:
    """The debt after what was already paid of it."""
    owed = dict(debt.owed_yen)
    for allotment in paid:
        if allotment.key == debt.key:
            owed[allotment.component] -= allotment.yen
    return Debt(debt.key, debt.due_on, owed, debt.completes_on, debt.benefit)


def _run(payment_yen: int, layers: Sequence[Layer], *, groups: Sequence[Sequence[Debt]]) -> Allocation:
    """The payment through every layer and, within it, every group."""
    allotments: list[Allotment] = []
    left_yen = payment_yen
    for layer in layers:
        for group in groups:
            owed = [debt.layer_yen(layer) for debt in group]
            given_yen = min(left_yen, sum(owed))
            left_yen -= given_yen
            for debt, yen in zip(group, in_proportion(given_yen, owed), strict=True):
                allotments += _within(debt, layer, yen=yen)
    return Allocation(tuple(allotments), left_yen)


def _within(debt: Debt, layer: Layer, *, yen: int) -> list[Allotment]:
    """A debt's yen of one layer, over the components of the layer in their order."""
    found = []
    for component in layer:
        part_yen = min(yen, debt.owed_yen.get(component, 0))
        yen -= part_yen
        if part_yen:
            found.append(Allotment(debt.key, component, part_yen))
    return found


def in_proportion(yen: int, weights: Sequence[int]) -> list[int]:
    """Yen in proportion to weights by largest remainders: cut to whole yen, then one yen each by remainder, earlier ones first.

    >>> in_proportion(100, [1, 1, 1]), in_proportion(10, [1, 2])
    ([34, 33, 33], [3, 7])
    """
    total = sum(weights)
    if total == 0:
        return [0 for _ in weights]
    shares = [yen * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(yen * weights[place] % total), place))
    for place in by_remainder[: yen - sum(shares)]:
        shares[place] += 1
    return shares


def _demand_valid(payment_yen: int, debts: Sequence[Debt], *, named: Sequence[str]) -> None:
    keys = [debt.key for debt in debts]
    if payment_yen <= 0:
        raise InvalidInput("納付の額が正しくありません", place="納付", found=f"{payment_yen}円", expected="1円以上")
    if len(set(keys)) < len(keys):
        raise InvalidInput("同じ債務が二度挙げられています", place="債務", found="、".join(keys))
    for debt in debts:
        if any(yen < 0 for yen in debt.owed_yen.values()):
            raise InvalidInput("負の残高には充てられません", place=debt.key, remedy="過納は還付又は充当してください")
    for key in named:
        if key not in keys:
            raise InvalidInput("指定された債務がありません", place="指定", found=key, expected="、".join(keys))


def _explained(
    found: Allocation, rule: object, *, cites: str, assumptions: Sequence[str] = ()
) -> Explained[Allocation]:
    citations = tuple(cite(written) for written in cites.split())
    steps = [
        Step(f"{allotment.key}の{LABELS[allotment.component]}に充てる", citations, yen=allotment.yen)
        for allotment in found.allotments
    ]
    if found.overpaid_yen:
        steps.append(Step("全ての債務を超える額は過納となる", citations, yen=found.overpaid_yen))
    return Explained(found, rule_sentence(rule), tuple(steps), tuple(assumptions))


LABELS = {
    Component.PRINCIPAL: "本体",
    Component.DEMAND_FEE: "督促手数料などの費用",
    Component.LATE_CHARGE: "延滞金又は遅延損害金",
    Component.SURCHARGE: "加算金",
    Component.INTEREST: "利息",
}
