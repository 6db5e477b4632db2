"""What the events of prescription ask of the law book: periods by kind and regime, months and days of postponements.

The one idea: the period follows the day of the cause, the effect of an event the day of the event, and both turn on the same reform. Every
number is the law book's.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.kind import ClaimKind
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import DemandTerms
from saiken.law.parameter import DatedValue


@dataclass(frozen=True, slots=True)
class PrescriptionLaw:
    """The law book as one case's prescription reads it; `reform_on` is the day from which the renewed period law applies."""

    book: LawBook
    kind: ClaimKind
    profile: str
    reform_on: date

    @classmethod
    def of(cls, case: Case, book: LawBook) -> "PrescriptionLaw":
        """The law of a case."""
        reform_on = book.parameter("prescription_years_private_knowing").values[0].from_on
        return cls(book, case.kind, case.profile, reform_on)

    def period(self, cause_on: date) -> DatedValue:
        """The period of the claim in years, by its kind and the day of its cause."""
        if not self.kind.is_private:
            return self.book.value(f"prescription_years_{self.kind}", on=cause_on)
        if cause_on < self.reform_on:
            return self.book.value(f"prescription_years_old_{self.kind}", on=cause_on)
        return self.book.value("prescription_years_private_knowing", on=cause_on)

    def number(self, parameter: str, *, on: date) -> int:
        """A whole number of the law on a day."""
        return int(self.book.value(parameter, on=on).number)

    def reformed(self, on: date) -> bool:
        """Whether an event of that day has the effects of the renewed law."""
        return on >= self.reform_on

    def demand(self, on: date) -> DemandTerms:
        """What the ordinance says of a formal demand of that day."""
        return self.book.terms(self.kind, on=on, profile=self.profile).demand
