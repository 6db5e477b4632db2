"""延滞金: the charge on public claims paid late, from the question to the yen and its reasons.

The one idea: `charge` finds the yen, `late_charge` finds it and says why, `late_charge_of` builds the question from a claim's history.
Delay damages of private claims are another rule.
"""

from saiken.domain.rules.late_charge.charge import LateCharge, Segment, charge
from saiken.domain.rules.late_charge.days import ChargeBasis
from saiken.domain.rules.late_charge.explain import late_charge
from saiken.domain.rules.late_charge.of_case import late_charge_of
from saiken.domain.rules.late_charge.question import Grace, GraceGround, LateChargeQuestion, Suspension
from saiken.domain.rules.partial_payment import Payment

__all__ = [
    "ChargeBasis",
    "Grace",
    "GraceGround",
    "LateCharge",
    "LateChargeQuestion",
    "Payment",
    "Segment",
    "Suspension",
    "charge",
    "late_charge",
    "late_charge_of",
]
