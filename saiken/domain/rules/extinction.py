"""Whether a claim is gone (債権の消滅): by prescription, invocation, suspension, release or waiver.

The one idea: a claim that law has ended is owed by nobody, whatever balance still stands in the books until the write-off; of several ends
the earliest counts. Payment ends a claim too, but that is the balance's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.lasting import first, happened
from saiken.domain.rules.prescription import run
from saiken.domain.rules.prescription.circumstances import IMMEDIATE
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class Extinct:
    """When and how a claim ended, in words that end in a comma's place, and where that stands."""

    on: date
    how: str
    citation: Citation


def extinct(case: Case, *, on: date, lawbook: LawBook) -> Extinct | None:
    """公債権は時効の完成により、私債権はその援用により、また停止、免除又は放棄により消滅する: the earliest end by a day, or None."""
    return min(_ends(case, on, lawbook=lawbook), key=lambda end: end.on, default=None)


def _ends(case: Case, on: date, *, lawbook: LawBook) -> Iterator[Extinct]:
    period = run(case, on, lawbook=lawbook)
    if period.complete and period.completes_on is not None and not period.needs_invocation:
        article = "local_tax_act/18/2" if case.kind is ClaimKind.TAX else "local_autonomy_act/236/2"
        yield Extinct(period.completes_on, "消滅時効が完成し", cite(article))
    if period.invoked_on is not None:
        yield Extinct(period.invoked_on, "時効が援用され", cite("civil_code/145"))
    if period.extinct_on is not None and period.extinct_on <= on:
        at_once = any(event.reason == IMMEDIATE for event in happened(case, EventKind.DISPOSITION_SUSPENSION, on=on))
        how, article = ("直ちに消滅させ", "5") if at_once else ("滞納処分の停止が三年続き", "4")
        yield Extinct(period.extinct_on, how, cite(f"local_tax_act/15-7/{article}"))
    for kind, how, article in _GIVEN_UP:
        event = first(case, kind, on=on)
        if event is not None:
            yield Extinct(event.on, how, cite(article))


_GIVEN_UP = (
    (EventKind.CLAIM_RELEASE, "免除をし", "local_autonomy_order/171-7/1"),
    (EventKind.CLAIM_WAIVER, "放棄をし", "local_autonomy_act/96/1/10"),
)
