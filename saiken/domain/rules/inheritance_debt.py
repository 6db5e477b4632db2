"""What each heir owes of a debt of the deceased: yen by share, the limit of a qualified acceptance, liability beyond the share for taxes.

The one idea: yen are cut down per heir and what is left over goes to one heir who is named, so the parts always add up to the debt. Who
inherits in which share is in `inheritance`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.inheritance import Heir, Succession
from saiken.law.citation import cite


@dataclass(frozen=True)
class Estate:
    """Facts beside the family: who represents the heirs (empty: the first), what each received, whether all accepted with a limit."""

    representative: str = ""
    received_yen: Mapping[str, int] = field(default_factory=dict)
    is_limited: bool = False


@dataclass(frozen=True)
class HeirDebt:
    """An heir's part: `further_yen` is what the heir answers for beyond it; `limit_yen` the most the heir pays, None without limit."""

    heir: Heir
    yen: int
    further_yen: int = 0
    limit_yen: int | None = None


def divide_debt(
    succession: Succession, debt_yen: int, *, kind: ClaimKind, estate: Estate
) -> Explained[tuple[HeirDebt, ...]]:
    """各相続人は債務を相続分に応じて承継し、限定承認をしたときは相続で得た財産を限度とし、市税では得た財産の超える額まで他の者の分にも責任を負う."""
    _demand_known(succession, debt_yen, estate=estate)
    if succession.needs_administrator:
        return Explained((), rule_sentence(divide_debt), ())
    whole = {heir.name: int(debt_yen * heir.share // 1) for heir in succession.heirs}
    left_over = debt_yen - sum(whole.values())
    representative = estate.representative or succession.heirs[0].name
    owed = {name: yen + (left_over if name == representative else 0) for name, yen in whole.items()}
    debts = tuple(_debt(heir, owed, kind=kind, estate=estate) for heir in succession.heirs)
    steps = tuple(_step(debt, debt_yen, kind=kind) for debt in debts)
    assumed = (f"1円未満の端数の計 {left_over}円は、{representative}の額に加えました",) if left_over else ()
    return Explained(debts, rule_sentence(divide_debt), steps, (*assumed, *_unknown(debts, kind=kind, estate=estate)))


def _demand_known(succession: Succession, debt_yen: int, *, estate: Estate) -> None:
    names = {heir.name for heir in succession.heirs}
    if debt_yen < 0:
        raise InvalidInput("債務の額が正しくありません", place="債務", found=f"{debt_yen}円", expected="0円以上")
    strangers = [name for name in (estate.representative, *estate.received_yen) if name and name not in names]
    if strangers:
        raise InvalidInput(
            "相続人でない者が挙げられています", place="相続人", found=strangers[0], expected="、".join(sorted(names))
        )
    if any(yen < 0 for yen in estate.received_yen.values()):
        raise InvalidInput("相続で得た財産の価額が正しくありません", place="相続で得た財産", expected="0円以上")


def _debt(heir: Heir, owed: Mapping[str, int], *, kind: ClaimKind, estate: Estate) -> HeirDebt:
    own_yen, received_yen = owed[heir.name], estate.received_yen.get(heir.name)
    if estate.is_limited:
        return HeirDebt(heir, own_yen, limit_yen=received_yen)
    further_yen = 0
    if kind is ClaimKind.TAX and received_yen is not None:
        others_yen = sum(owed.values()) - own_yen
        further_yen = min(max(0, received_yen - own_yen), others_yen)
    return HeirDebt(heir, own_yen, further_yen)


def _step(debt: HeirDebt, debt_yen: int, *, kind: ClaimKind) -> Step:
    succeeded = "local_tax_act/9/2" if kind is ClaimKind.TAX else "civil_code/899"
    sentence = f"{debt.heir.name}が承継する額: {debt_yen:,}円 × {debt.heir.share}"
    articles = [succeeded]
    if debt.further_yen:
        sentence += f"。ほかの相続人の分についても {debt.further_yen:,}円まで責任を負う"
        articles.append("local_tax_act/9/3")
    if debt.limit_yen is not None:
        sentence += f"。納めるのは相続で得た財産 {debt.limit_yen:,}円を限度とする"
        articles.append("local_tax_act/9/1" if kind is ClaimKind.TAX else "civil_code/922")
    return Step(sentence, tuple(cite(written) for written in articles), yen=debt.yen)


def _unknown(debts: tuple[HeirDebt, ...], *, kind: ClaimKind, estate: Estate) -> tuple[str, ...]:
    unknown = [debt.heir.name for debt in debts if debt.heir.name not in estate.received_yen]
    if unknown and (estate.is_limited or kind is ClaimKind.TAX):
        what = "限度額" if estate.is_limited else "ほかの相続人の分についての責任"
        return (f"相続で得た財産の価額が分からないため、{'、'.join(unknown)}の{what}は計算していません",)
    return ()
