"""The manager's figures as tables: heads and rows that the page, the plots and the file share.

The one idea: what is drawn is what the table beside it says. It adds up and asks for nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from saiken.domain.dates.era import format_wareki
from saiken.register import work_measures as measures
from saiken.register.act_kinds import acts_in_force
from saiken.register.queries.collected import percent
from saiken.register.queries.work_figures import ManagedWork, ReceivableLine, Sums, WorkLine
from saiken.register.queries.work_offices import names_of, receivable_name
from saiken.web.manager.words import AGES, BANDS, LINES, PLANS, PROMISES, REACHES, STAGES, TABLES, Words
from saiken.web.templatetags.saiken import is_japanese
from saiken.web.templatetags.saiken import year as year_text

#: A fiscal year, or a month.
_PERIOD = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")
_AGES = (measures.NOT_DUE, *(age for age, _ in measures.AGES))
_NONE = Sums()


@dataclass(frozen=True)
class Counted:
    """A row of words and numbers; `share` is its part of the whole, empty where there is none; `detail` names the figure."""

    words: str
    number: int
    yen: int = 0
    share: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Cell:
    """A sum with the words of its figure: `detail` as the counting names it."""

    number: int
    yen: int
    detail: str
    share: str = ""


@dataclass(frozen=True)
class Opened:
    """A receivable, a month, an office or an officer with one sum for each column; of the last two `line` says which."""

    name: str
    sums: tuple[Cell, ...]
    total: Sums
    detail: str = ""
    line: WorkLine | None = None


@dataclass(frozen=True)
class UnreachedLine:
    """Claims of a receivable and a band by what they have not had for long, and the most yen that any of it comes to."""

    receivable: str
    band: str
    cells: tuple[Cell, ...]
    yen: int


def stages(work: ManagedWork) -> tuple[Counted, ...]:
    """How far the claims demanded in the year chosen have come, everybody's together."""
    return tuple(
        Counted(str(words), sum(line.of.get(stage, _NONE).number for line in work.cohort_lines))
        for stage, words in STAGES.items()
    )


def stage_heads() -> tuple[str, ...]:
    """The heads of the stages."""
    return tuple(str(words) for words in STAGES.values())


def cohorts(work: ManagedWork) -> tuple[Opened, ...]:
    """The claims by month or year of the first demand, with the share of them in each stage."""
    return tuple(
        Opened(_period(line.period), _staged(line.of, line.period), line.of.get(measures.DEMANDED, _NONE), line.period)
        for line in work.cohorts
    )


def cohort_lines(work: ManagedWork) -> tuple[Opened, ...]:
    """The claims demanded in the year chosen, by office or officer."""
    return tuple(
        Opened(line.name, _staged(line.of, str(work.year)), line.of.get(measures.DEMANDED, _NONE), str(work.year), line)
        for line in work.cohort_lines
    )


def _staged(of: Mapping[str, Sums], period: str) -> tuple[Cell, ...]:
    whole = of.get(measures.DEMANDED, _NONE).number
    return tuple(
        Cell(
            of.get(stage, _NONE).number,
            of.get(stage, _NONE).yen,
            f"{period}/{stage}",
            "" if stage == measures.DEMANDED else percent(of.get(stage, _NONE).number, whole),
        )
        for stage in STAGES
    )


def _period(period: str) -> str:
    """A month by its era, or a fiscal year."""
    year, _, month = period.partition("-")
    if not month:
        return year_text(int(year))
    shown = format_wareki(date(int(year), int(month), 1)).removesuffix("1日")
    return shown if is_japanese() else period


def ageing(work: ManagedWork) -> tuple[Opened, ...]:
    """What is owed by receivable and age."""
    return tuple(
        Opened(line.name, _aged(line.of, f"{line.receivable_id}/"), line.total, f"{line.receivable_id}/")
        for line in work.ageing
    )


def ageing_lines(work: ManagedWork) -> tuple[Opened, ...]:
    """What is owed by office and age."""
    return tuple(
        Opened(line.name, _aged(line.of, ""), Sums(*_added(line.of.values())), "", line) for line in work.ageing_lines
    )


def _aged(of: Mapping[str, Sums], before: str) -> tuple[Cell, ...]:
    return tuple(Cell(of.get(age, _NONE).number, of.get(age, _NONE).yen, f"{before}{age}") for age in _AGES)


def ages() -> tuple[str, ...]:
    """The heads of the ages."""
    return tuple(str(AGES[age]) for age in _AGES)


def ages_together(work: ManagedWork) -> tuple[Counted, ...]:
    """What is owed by age, all receivables together."""
    return tuple(
        Counted(str(AGES[age]), *_added(line.of.get(age, _NONE) for line in work.ageing), detail=f"/{age}")
        for age in _AGES
    )


def promises(work: ManagedWork) -> tuple[Counted, ...]:
    """How promises were kept; the share is of those that have fallen due."""
    due = sum(number for result, number in work.promises.items() if result != "promise_open")
    return _shared(work.promises, PROMISES, whole=due, left_out="promise_open")


def plans(work: ManagedWork) -> tuple[Counted, ...]:
    """How plans are being kept; the share is of all."""
    return _shared(work.plans, PLANS, whole=sum(work.plans.values()))


def acts(work: ManagedWork) -> tuple[Counted, ...]:
    """What was done, the most frequent first."""
    named = [Counted(act_words(kind), number, detail=kind) for kind, number in work.acts.items()]
    return tuple(sorted(named, key=lambda one: (-one.number, one.words)))


def contact_kinds() -> tuple[str, ...]:
    """The acts that are talks or letters."""
    return ("contact", *(kind.id for kind in acts_in_force().of_group("contact")))


def unreached(work: ManagedWork) -> tuple[UnreachedLine, ...]:
    """Claims that nobody reached, by receivable and band."""
    lines = (_unreached(line, band) for line in work.unreached for band in BANDS)
    return tuple(line for line in lines if any(cell.number for cell in line.cells))


def reaches() -> tuple[str, ...]:
    """The heads of what claims have not had."""
    return tuple(str(words) for words in REACHES.values())


def _unreached(line: ReceivableLine, band: str) -> UnreachedLine:
    found = {f"{band}/{reach}": line.of.get(f"{band}/{reach}", _NONE) for reach in REACHES}
    cells = tuple(Cell(one.number, one.yen, f"{line.receivable_id}/{rest}") for rest, one in found.items())
    return UnreachedLine(line.name, str(BANDS[band]), cells, max(one.yen for one in found.values()))


def _shared(numbers: Mapping[str, int], words: Words, *, whole: int, left_out: str = "") -> tuple[Counted, ...]:
    return tuple(
        Counted(str(label), numbers[key], 0, "" if key == left_out else percent(numbers[key], whole), key)
        for key, label in words.items()
        if key in numbers
    )


def act_words(kind_id: str) -> str:
    """How an act is called."""
    kind = acts_in_force().kinds.get(kind_id)
    if kind is None:
        return kind_id
    return kind.japanese if is_japanese() else kind.english


def _added(sums: Iterable[Sums]) -> tuple[int, int]:
    every = list(sums)
    return sum(one.number for one in every), sum(one.yen for one in every)


def in_words(table: str, key: str) -> str:
    """The words of a class in a table, for the file."""
    if table == measures.ACTS:
        return act_words(key)
    if table == measures.UNREACHED:
        band, _, reach = key.partition("/")
        return f"{BANDS[band]} {REACHES[reach]}"
    return str(_WORDS[table].get(key, key))


def detail_words(measure: str, detail: str) -> str:
    """What narrows a measure, in words: a receivable, a class, a month."""
    if measure in (measures.COHORT, measures.COHORT_OF_OFFICER):
        period, _, stage = detail.partition("/")
        return f"{_period(period)} {STAGES[stage]}" if stage in STAGES and _is_period(period) else ""
    if detail == "talks":
        return str(LINES["talks"])
    before, slash, rest = detail.partition("/")
    if not slash:
        return in_words(measure, detail) if detail else ""
    return " ".join(filter(None, (receivable_name(before), in_words(measure, rest) if rest else "")))


def _is_period(period: str) -> bool:
    return _PERIOD.fullmatch(period) is not None


def officer_words(officer: str | None) -> str:
    """Whose figure it is; empty for everybody's."""
    if officer is None:
        return ""
    return names_of([officer])[officer] if officer else str(_("担当者未定"))


_WORDS: Mapping[str, Words] = {
    "lines": LINES,
    "tables": TABLES,
    measures.PROMISES: PROMISES,
    measures.PLANS: PLANS,
    measures.COHORT: STAGES,
    measures.AGEING: AGES,
    measures.AGEING_OF_OFFICE: AGES,
}
