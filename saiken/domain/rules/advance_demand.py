"""Demanding payment before the due day (繰上徴収 of taxes, 履行期限の繰上げ of other claims).

The one idea: a due day is brought forward only where a ground of law makes waiting unsafe, and never for a debtor who needs time
instead. The new due day is the notice's; what follows from it are the ordinary rules.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Condition, Permission, condition, permission

_TAX, _OTHER = "local_tax_act/13-2/1", "local_autonomy_order/171-3"


class AdvanceGround(StrEnum):
    """強制換価手続の開始, 限定承認, 法人の解散, 信託の終了, 納税管理人のない転出, 徴収を免れる不正; 契約による期限の利益の喪失."""

    EXECUTION_BEGUN = "execution_begun"
    QUALIFIED_ACCEPTANCE = "qualified_acceptance"
    DISSOLUTION = "dissolution"
    TRUST_ENDED = "trust_ended"
    LEAVES_WITHOUT_AGENT = "leaves_without_agent"
    EVASION = "evasion"
    BENEFIT_OF_TIME_LOST = "benefit_of_time_lost"


@dataclass(frozen=True)
class AdvanceQuestion:
    """The claim, the ground found (None: none), and what the office judges of the debtor."""

    kind: ClaimKind
    due_on: date
    ground: AdvanceGround | None
    notified: bool = True
    collectable_by_due: bool = False
    deferral_ground: bool = False
    harmful: bool = False


def may_advance(question: AdvanceQuestion, *, on: date) -> Explained[Permission]:
    """納期限前でも、法の定める事由があって期限には全額を徴収できないと認めるときは、期限を繰り上げて徴収することができる.

    For other claims the notice is a duty once law or contract lets the municipality bring the day forward.
    """
    own = _of_tax(question) if question.kind is ClaimKind.TAX else _of_others(question)
    basis = _TAX if question.kind is ClaimKind.TAX else _OTHER
    before_due = condition("before_due", "納期限がまだ到来していない", holds=on <= question.due_on, cites=basis)
    return permission(may_advance, (before_due, *own))


def _of_tax(question: AdvanceQuestion) -> tuple[Condition, ...]:
    ground = question.ground is not None and question.ground is not AdvanceGround.BENEFIT_OF_TIME_LOST
    return (
        condition("ground", "繰上徴収の事由（各号）がある", holds=ground, cites=_TAX),
        condition(
            "fixed", "納付の告知等により税額が確定している", holds=question.notified, cites="local_tax_act/13-2/2"
        ),
        condition(
            "not_collectable_by_due",
            "納期限では全額を徴収することができないと認められる",
            holds=not question.collectable_by_due,
            cites=_TAX,
        ),
    )


def _of_others(question: AdvanceQuestion) -> tuple[Condition, ...]:
    return (
        condition(
            "ground", "法令又は契約により期限を繰り上げることができる", holds=question.ground is not None, cites=_OTHER
        ),
        condition("no_deferral_ground", "履行延期のできる事情がない", holds=not question.deferral_ground, cites=_OTHER),
        condition("not_harmful", "繰り上げて支障のある事情がない", holds=not question.harmful, cites=_OTHER),
    )
