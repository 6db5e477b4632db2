"""What the register keeps of a claim's classification: the stand on a day and the whole step function.

The one idea: one place turns the domain's answer into what is stored, so the action that keeps it and the verification that computes it
cannot differ. A claim without terms of law stands on the list of data to check, whatever the day.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from django.utils.timezone import localdate

import saiken.domain
from saiken.domain.claim.case import Case
from saiken.domain.states.classification import Standing
from saiken.domain.states.classify import classify, state_spans
from saiken.law.lawbook import LawBook
from saiken.register.models import StateSpan
from saiken.register.queries.case import NO_TERMS
from saiken.register.worklists import catalogue

#: Later than every change that time brings to a claim.
FAR = date(2200, 1, 1)

#: Where a claim without a case stands, whatever the day.
ALWAYS = date(1900, 1, 1)

#: The longest reason a row holds.
_REASON = 500


#: What the answer is made by, besides the law book: these folders of the domain and the modules that compose the facts.
_MADE_BY = ("claim", "dates", "rules", "states", "worklists")


def basis_hash(lawbook: LawBook) -> str:
    """What a kept standing rests on: the law book, the program that applies it and the numbers of the lists; another is due anew."""
    return f"{lawbook.hash}-{_program_hash(repr(catalogue().settings))}"


@cache
def _program_hash(numbers: str) -> str:
    domain, here = Path(saiken.domain.__file__).parent, Path(__file__).parent
    files = [path for folder in _MADE_BY for path in (domain / folder).rglob("*.*") if path.suffix in (".py", ".toml")]
    digest = sha256(numbers.encode())
    for path in [
        *sorted(files),
        *(here / f"{name}.py" for name in ("case", "case_events", "standing", "work_facts", "work_rows")),
    ]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Step(NamedTuple):
    """From `from_on` the claim stands so."""

    from_on: date
    standing: str
    state_id: str


class Stand(NamedTuple):
    """How a claim stands on a day, as `ClaimStanding` keeps it."""

    standing: str
    state_id: str = ""
    next_change_on: date | None = None
    completes_on: date | None = None
    extinct_on: date | None = None
    check_reason: str = ""


def stand_of(case: Case | None, on: date, *, lawbook: LawBook) -> Stand:
    """The stand on a day; None is a claim whose terms of law are not registered."""
    if case is None:
        return Stand(Standing.DATA_TO_CHECK.value, check_reason=NO_TERMS)
    found = classify(case, on, lawbook=lawbook)
    return Stand(
        standing=found.standing.value,
        state_id=found.state_id,
        next_change_on=found.next_change_on,
        completes_on=found.completes_on,
        extinct_on=found.extinct_on,
        check_reason=" ".join(contradiction.sentence for contradiction in found.contradictions)[:_REASON],
    )


def steps_of(case: Case | None, *, lawbook: LawBook) -> tuple[Step, ...]:
    """The step function from the day of the claim's cause for ever."""
    if case is None:
        return (Step(ALWAYS, Standing.DATA_TO_CHECK.value, ""),)
    spans = state_spans(case, until=FAR, lawbook=lawbook)
    return tuple(Step(from_on, standing.value, state_id) for from_on, state_id, standing in spans)


class Revision(NamedTuple):
    """The steps of a claim as they were recorded at a moment."""

    number: int
    recorded_at: datetime
    steps: tuple[Step, ...]


def kept_revisions(claim_ids: Sequence[int]) -> Mapping[int, Sequence[Revision]]:
    """The revisions of each claim, the last one last."""
    found: dict[int, list[Revision]] = defaultdict(list)
    rows = StateSpan.objects.filter(claim_id__in=claim_ids).order_by("claim_id", "revision", "from_on")
    columns = ("claim_id", "revision", "recorded_at", "from_on", "standing", "state_id")
    for (claim_id, number), spans in groupby(rows.values_list(*columns), key=itemgetter(0, 1)):
        one = tuple(spans)
        found[claim_id].append(Revision(number, one[0][2], tuple(Step(*span[3:]) for span in one)))
    return found


def known_steps(revisions: Sequence[Revision]) -> list[tuple[date, tuple[Step, ...]]]:
    """What was known at the end of each day of recording, the earliest first; empty where nothing was recorded again."""
    if len(revisions) < 2:  # most claims: nothing to compare
        return []
    return list({localdate(one.recorded_at): one.steps for one in revisions}.items())
