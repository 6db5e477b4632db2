"""Late charges of many claims: the rule of saiken, one claim at a time, against openfisca-core on whole arrays.

The one idea: both start from the same tuples, in one process, and must give the same yen. saiken's exact whole numbers with every segment
kept are compared with a formula over columns that keeps only the sum. Run as `python -m bench.law CLAIMS`; prints one JSON line.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.late_charge import LateChargeQuestion, charge, late_charge
from saiken.law.lawbook import LawBook

#: Principal, due day and day of payment of one claim.
Row = tuple[int, date, date]

TIERS = ("late_charge_first_tier", "late_charge_later")
LAST_DAY = date(2026, 12, 31)
DAY = "2026-11-21"
ONE_CLAIM_ROUNDS = 2_000

CLAIM = build_entity(key="claim", plural="claims", label="claims", is_person=True)


def rows(count: int) -> list[Row]:
    """Claims that follow from their number: principals of five figures, due since 2014, paid up to four years late."""
    found = []
    for number in range(count):
        due_on = date(2014 + number % 12, 1 + number % 12, 1 + number % 28)
        late = timedelta(days=1 + number * 37 % 1_500)
        found.append((10_000 + number * 7_919 % 90_000, due_on, min(LAST_DAY, due_on + late)))
    return found


def by_saiken(claims: Sequence[Row], book: LawBook) -> int:
    """All yen, by the rule itself."""
    questions = (LateChargeQuestion(ClaimKind.TAX, yen, due_on=due, paid_on=paid) for yen, due, paid in claims)
    return sum(charge(question, lawbook=book).yen for question in questions)


class principal(Variable):  # noqa: N801 - a variable of OpenFisca is a class with a small name
    """Yen owed."""

    value_type, entity, definition_period = int, CLAIM, DateUnit.DAY


class due_on(Variable):  # noqa: N801
    """The due day."""

    value_type, entity, definition_period = date, CLAIM, DateUnit.DAY


class paid_on(Variable):  # noqa: N801
    """The day of payment."""

    value_type, entity, definition_period = date, CLAIM, DateUnit.DAY


class charged(Variable):  # noqa: N801
    """The late charge: base × days × rate, per tier and run of one rate, over whole columns."""

    value_type, entity, definition_period = int, CLAIM, DateUnit.DAY

    def formula(claim, period, parameters):  # noqa: N805 - the signature is OpenFisca's
        """Whole numbers throughout, so that both answers can be the same."""
        owed = claim("principal", period).astype("int64")
        first = claim("due_on", period).astype("datetime64[D]") + 1
        until = claim("paid_on", period).astype("datetime64[D]") + 1
        tier_until = numpy.minimum(_a_month_later(first), until)
        base = numpy.where(owed < 2_000, 0, owed // 1_000 * 1_000)
        raw = numpy.zeros_like(base)
        for tier, begins, ends in (("first", first, tier_until), ("later", tier_until, until)):
            for run_from, run_until in RUNS[tier]:
                rate = getattr(parameters(str(run_from)), tier)
                days = (numpy.minimum(ends, run_until) - numpy.maximum(begins, run_from)).astype("int64")
                raw += base * numpy.maximum(days, 0) * int(rate) // 365_000
        return numpy.where(raw < 1_000, 0, raw // 100 * 100)


def _a_month_later(first: numpy.ndarray) -> numpy.ndarray:
    """The first day after a month; the next month's first where it lacks the day."""
    month = first.astype("datetime64[M]")
    corresponding = (month + 1).astype("datetime64[D]") + (first - month.astype("datetime64[D]"))
    return numpy.minimum(corresponding, (month + 2).astype("datetime64[D]"))


#: Days of one rate, per tier, filled from the law book by `system`.
RUNS: dict[str, list[tuple[numpy.datetime64, numpy.datetime64]]] = {}


def system(book: LawBook) -> TaxBenefitSystem:
    """OpenFisca's system with the rates of the law book in tenths of a per cent."""
    found = TaxBenefitSystem([CLAIM])
    rates = {}
    for tier, identifier in zip(("first", "later"), TIERS, strict=True):
        values = book.parameter(identifier).values
        rates[tier] = {"values": {str(value.from_on): {"value": int(value.number * 10)} for value in values}}
        RUNS[tier] = [(numpy.datetime64(value.from_on), numpy.datetime64(value.until_on)) for value in values]
    found.parameters = ParameterNode("", data=rates)
    found.add_variables(principal, due_on, paid_on, charged)
    return found


def by_openfisca(claims: Sequence[Row], prepared: TaxBenefitSystem) -> int:
    """All yen, by the formula over columns."""
    simulation = SimulationBuilder().build_default_simulation(prepared, count=len(claims))
    yen, due, paid = zip(*claims, strict=True)
    simulation.set_input("principal", DAY, numpy.array(yen))
    simulation.set_input("due_on", DAY, numpy.array(due, dtype="datetime64[D]"))
    simulation.set_input("paid_on", DAY, numpy.array(paid, dtype="datetime64[D]"))
    return int(simulation.calculate("charged", DAY).astype("int64").sum())


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds and answer of one run after one to warm up."""
    work()
    begun = time.perf_counter()
    answer = work()
    return time.perf_counter() - begun, answer


def one_claim(book: LawBook, claims: Sequence[Row]) -> float:
    """Seconds of one claim with every step and article, over claims in turn."""
    questions = [
        LateChargeQuestion(ClaimKind.TAX, yen, due_on=due, paid_on=paid) for yen, due, paid in claims[:ONE_CLAIM_ROUNDS]
    ]
    begun = time.perf_counter()
    for question in questions:
        late_charge(question, lawbook=book)
    return (time.perf_counter() - begun) / len(questions)


def main(count: int) -> None:
    """Time both, compare their answers."""
    book, claims = LawBook.load(), rows(count)
    prepared = system(book)
    ours, our_yen = timed(lambda: by_saiken(claims, book))
    theirs, their_yen = timed(lambda: by_openfisca(claims, prepared))
    if our_yen != their_yen:
        raise SystemExit(f"the two answers differ: {our_yen} and {their_yen}")
    print(json.dumps({"saiken": ours, "openfisca": theirs, "explained": one_claim(book, claims), "yen": our_yen}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
