"""What a grace does while it lasts: demand, seizure, conversion, late charge, prescription.

The one idea: a grace of collection holds back every new step, a grace of conversion only the sale; the late charge is waived in full for
calamities and down to the grace rate otherwise. How many yen that is is computed by the rule of the late charge.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import days_between, next_day
from saiken.domain.rules.collection_grace import FULL_WAIVER, GraceCause
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.grace import GraceKind
from saiken.law.citation import cite


class LateChargeWaiver(StrEnum):
    """全額の免除, 猶予特例基準割合を超える部分の免除."""

    FULL = "full_waiver"
    ABOVE_GRACE_RATE = "above_grace_rate"


@dataclass(frozen=True)
class GivenGrace:
    """A grace that was given: its first and last day, its cause (collection only), the day of the application (None: by the office)."""

    kind: GraceKind
    claim_kind: ClaimKind
    from_on: date
    until: date
    cause: GraceCause | None = None
    applied_on: date | None = None


@dataclass(frozen=True)
class GraceEffects:
    """What is held back, what is waived, what prescription does.

    `waived_days` counts the days whose late charge is waived, wholly or in part; `prescription_restarts_on` is day 1 after the
    acknowledgment that the application is (None: no application).
    """

    new_demand: bool
    new_seizure: bool
    conversion: bool
    seizure_may_be_released: bool
    waiver: LateChargeWaiver
    waived_days: int
    prescription_stops: bool
    prescription_restarts_on: date | None
    collectable_again_from: date


def effects_of_grace(grace: GivenGrace, *, cancel_cause_on: date | None = None) -> Explained[GraceEffects]:
    """猶予の間は、徴収の猶予なら督促も差押えもせず、換価の猶予なら換価をせず、延滞金の全部又は一部を免除する.

    From the day on which a ground of cancellation arose (`cancel_cause_on`) the late charge need not be waived.
    """
    collection = grace.kind is GraceKind.COLLECTION
    waiver = LateChargeWaiver.FULL if grace.cause in FULL_WAIVER else LateChargeWaiver.ABOVE_GRACE_RATE
    after = next_day(grace.until)
    waived_until = after if cancel_cause_on is None else min(max(cancel_cause_on, grace.from_on), after)
    found = GraceEffects(
        new_demand=not collection,
        new_seizure=not collection,
        conversion=False,
        seizure_may_be_released=True,
        waiver=waiver,
        waived_days=days_between(grace.from_on, waived_until),
        prescription_stops=grace.claim_kind is ClaimKind.TAX,
        prescription_restarts_on=None if grace.applied_on is None else next_day(grace.applied_on),
        collectable_again_from=after,
    )
    return Explained(
        found, rule_sentence(effects_of_grace), _steps(grace, found, waived_until=waived_until), _open(grace)
    )


def _steps(grace: GivenGrace, found: GraceEffects, *, waived_until: date) -> tuple[Step, ...]:
    waived = "全額" if found.waiver is LateChargeWaiver.FULL else "猶予特例基準割合を超える部分"
    return (
        _held_back(grace),
        Step(
            f"延滞金のうち猶予の期間に対応する{waived}を免除する",
            (cite("local_tax_act/15-9/1"), cite("local_tax_act/s3-2/3")),
            grace.from_on,
            waived_until,
            found.waived_days,
        ),
        _prescription(grace, found),
    )


def _held_back(grace: GivenGrace) -> Step:
    after = next_day(grace.until)
    if grace.kind is GraceKind.COLLECTION:
        sentence = "猶予の期間中は新たな督促と滞納処分（交付要求を除く）をしない。差押えは申請により解除できる"
        return Step(sentence, (cite("local_tax_act/15-2-3/1"), cite("local_tax_act/15-2-3/2")), grace.from_on, after)
    release = {
        GraceKind.CONVERSION_BY_APPLICATION: "local_tax_act/15-6-3/1",
        GraceKind.CONVERSION_BY_OFFICE: "local_tax_act/15-5-3/1",
    }
    sentence = "猶予の期間中は換価をしない。督促は行い、差押えは必要により猶予し又は解除できる"
    return Step(sentence, (cite(release[grace.kind]),), grace.from_on, after)


def _prescription(grace: GivenGrace, found: GraceEffects) -> Step:
    if found.prescription_stops:
        return Step(
            "猶予の期間中は消滅時効は進行しない", (cite("local_tax_act/18-2/4"),), grace.from_on, next_day(grace.until)
        )
    return Step(
        "市税以外には時効の進行を止める定めがなく、申請が承認となるにとどまる",
        (cite("civil_code/152/1"),),
        found.prescription_restarts_on,
    )


def _open(grace: GivenGrace) -> tuple[str, ...]:
    if grace.claim_kind is ClaimKind.TAX:
        return ()
    return ("公課の換価の猶予の間に時効が進行するかは定まっていないので、進行するものとした",)
