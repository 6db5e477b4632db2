"""Those who answer for a claim: the principal obligor, joint obligors, guarantors, heirs, secondary obligors.

The one idea: prescription runs and a state holds per party; a claim stays one claim. Who inherits which share is computed in
`domain.rules.inheritance`, here it is given.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class PartyRole(StrEnum):
    """主たる債務者, 連帯債務者, 保証人, 相続人, 第二次納税義務者."""

    PRINCIPAL = "principal"
    JOINT = "joint"
    GUARANTOR = "guarantor"
    HEIR = "heir"
    SECONDARY = "secondary"


#: The key of the principal obligor where nobody else is named.
PRINCIPAL_KEY = "principal"


@dataclass(frozen=True)
class Party:
    """One party by a key that events refer to; `share` is an heir's part, `from_on` the day from which the party answers."""

    key: str = PRINCIPAL_KEY
    role: PartyRole = PartyRole.PRINCIPAL
    share: Fraction | None = None
    is_corporation: bool = False
    cap_yen: int | None = None
    from_on: date | None = None


#: The only party of a claim of which nothing else is known.
SOLE_PRINCIPAL = (Party(),)


def key_of(role: str, obligor_id: int) -> str:
    """The key of an obligor by number in a case: the principal has its own, others have their role and number.

    >>> key_of("heir", 12)
    'heir-12'
    """
    return PRINCIPAL_KEY if role == PartyRole.PRINCIPAL.value else f"{role}-{obligor_id}"
