"""Whether a claim of the city may be set off (相殺) against what the obligor may demand of the city.

The one idea: every bar of the law is a condition that is judged, held or not; a tax is never set off, an overpaid tax is appropriated
instead. Declaring the set-off and booking it are acts of the register.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Condition, Permission, condition, permission


@dataclass(frozen=True)
class Owed:
    """The city's own claim: kind, yen, due day in force, the days it was acquired and caused, the first day after prescription.

    `was_bought` when the city acquired it from someone else.
    """

    kind: ClaimKind
    yen: int
    due_on: date
    acquired_on: date
    cause_on: date
    prescribed_on: date | None = None
    was_bought: bool = False


@dataclass(frozen=True)
class Demandable:
    """What the obligor may demand of the city, and what protects it: a tax refund, pay or a benefit that may not be seized, damages."""

    yen: int
    due_on: date
    is_tax_refund: bool = False
    may_not_be_seized: bool = False
    is_wilful_tort: bool = False
    is_injury: bool = False
    seized_on: date | None = None


@dataclass(frozen=True)
class SetOff:
    """Both sides; `barred_by_agreement` when the parties agreed not to set off, `waives_time` when the city pays before its day."""

    ours: Owed
    theirs: Demandable
    barred_by_agreement: bool = False
    waives_time: bool = False

    def __post_init__(self) -> None:
        """Both sides are sums above zero."""
        for label, yen in (("市の債権", self.ours.yen), ("相手方の債権", self.theirs.yen)):
            if yen <= 0:
                raise InvalidInput("相殺する額が正しくありません", place=label, found=f"{yen}円", expected="1円以上")

    @property
    def extinguished_yen(self) -> int:
        """What both lose: the smaller sum (対当額)."""
        return min(self.ours.yen, self.theirs.yen)

    @property
    def settable_on(self) -> date:
        """The day from which both were due (相殺適状); the effect goes back to it."""
        return self.ours.due_on if self.waives_time else max(self.ours.due_on, self.theirs.due_on)


def may_set_off(case: SetOff, *, on: date) -> Explained[Permission]:
    """市の債権は、税でなく、双方が弁済期にあり、法律や合意が禁じない場合に限り、債務者の債権と対当額で相殺できる."""
    public = not case.ours.kind.is_private and case.ours.kind is not ClaimKind.TAX
    assumptions = ("税でない公債権の相殺を禁じる定めは確認できず、民法の要件によっています",) if public else ()
    effect = (
        f"相殺の意思表示をすると、{case.settable_on.isoformat()} にさかのぼって {case.extinguished_yen:,}円が消滅します"
    )
    conditions = (*_nature(case), *_time(case, on=on), *_protection(case))
    return permission(may_set_off, conditions, warnings=(effect,), assumptions=assumptions)


def _nature(case: SetOff) -> tuple[Condition, ...]:
    tax = case.ours.kind is ClaimKind.TAX or case.theirs.is_tax_refund
    return (
        condition(
            "not_tax",
            "地方税の徴収金又はその還付でない（税は相殺せず、過誤納金は充当する）",
            holds=not tax,
            cites="local_tax_act/20-9 local_tax_act/17-2/1",
        ),
        condition(
            "no_agreement",
            "相殺を禁じる合意がない",
            holds=not case.barred_by_agreement,
            cites="civil_code/505/2",
        ),
    )


def _time(case: SetOff, *, on: date) -> tuple[Condition, ...]:
    ours, theirs = case.ours, case.theirs
    prescribed = ours.prescribed_on is not None and on >= ours.prescribed_on
    in_time = not prescribed or (ours.prescribed_on is not None and case.settable_on < ours.prescribed_on)
    return (
        condition("ours_due", "市の債権の弁済期が来ている", holds=ours.due_on <= on, cites="civil_code/505/1"),
        condition(
            "theirs_due",
            "相手方の債権の弁済期が来ている、又は市が期限の利益を放棄する",
            holds=theirs.due_on <= on or case.waives_time,
            cites="civil_code/505/1",
        ),
        condition(
            "not_prescribed",
            "市の債権の時効が完成していない、又は完成の前に相殺に適していた",
            holds=in_time,
            cites="civil_code/508",
        ),
    )


def _protection(case: SetOff) -> tuple[Condition, ...]:
    theirs = case.theirs
    return (
        condition(
            "seizable",
            "相手方の債権が差押えを禁じられたもの（給料等の差押禁止の部分、児童手当など）でない",
            holds=not theirs.may_not_be_seized,
            cites="civil_code/510",
        ),
        condition(
            "no_tort",
            "市の債務が、悪意の不法行為又は人の生命若しくは身体の侵害による損害賠償でない",
            holds=not (theirs.is_wilful_tort or theirs.is_injury),
            cites="civil_code/509",
        ),
        condition(
            "before_seizure",
            "相手方の債権が差し押さえられる前に市の債権を取得し、又はその前の原因により取得した",
            holds=_before_seizure(case.ours, theirs.seized_on),
            cites="civil_code/511/1 civil_code/511/2",
        ),
    )


def _before_seizure(ours: Owed, seized_on: date | None) -> bool:
    """A claim of the day of the seizure itself comes too late to be sure, and is not taken as earlier."""
    if seized_on is None or ours.acquired_on < seized_on:
        return True
    return ours.cause_on < seized_on and not ours.was_bought
