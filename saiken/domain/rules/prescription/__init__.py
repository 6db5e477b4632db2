"""Extinctive prescription (消滅時効): from when a claim's period runs, when it is complete, and what each event did to it."""

from saiken.domain.rules.prescription.answer import NEW, OLD, Effect, Moment, Prescription
from saiken.domain.rules.prescription.explained import prescription
from saiken.domain.rules.prescription.remedies import REMEDIES, Remedy, remedies
from saiken.domain.rules.prescription.run import run

__all__ = [
    "NEW",
    "OLD",
    "REMEDIES",
    "Effect",
    "Moment",
    "Prescription",
    "Remedy",
    "prescription",
    "remedies",
    "run",
]
