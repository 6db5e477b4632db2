"""The manager's figures as tables: heads and rows that the page, the plots and the file share.

The one idea: what is drawn is what the table beside it says. It adds up and asks for nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saiken.register import work_measures as measures
from saiken.register.act_kinds import acts_in_force
from saiken.register.queries.collected import percent
from saiken.register.queries.work_figures import ManagedWork, ReceivableLine, Sums
from saiken.web.manager.words import AGES, BANDS, LINES, PLANS, PROMISES, REACHES, STAGES, TABLES, Words
from saiken.web.templatetags.saiken import is_japanese

_AGES = (measures.NOT_DUE, *(age for age, _ in measures.AGES))
_NONE = Sums()


@dataclass(frozen=True)
class Counted:
    """A row of words and numbers; `share` is its part of the whole, empty where there is none."""

    words: str
    number: int
    yen: int = 0
    share: str = ""


@dataclass(frozen=True)
class Opened:
    """A receivable with one sum for each column."""

    name: str
    sums: tuple[Sums, ...]
    total: Sums


@dataclass(frozen=True)
class UnreachedLine:
    """Claims of a receivable and a band by what they have not had for long, and the most yen that any of it comes to."""

    receivable: str
    band: str
    numbers: tuple[int, ...]
    yen: int


def stages(work: ManagedWork) -> tuple[Counted, ...]:
    """The way from demand to settlement."""
    return tuple(
        Counted(str(words), work.stages.get(stage, _NONE).number, work.stages.get(stage, _NONE).yen)
        for stage, words in STAGES.items()
    )


def ageing(work: ManagedWork) -> tuple[Opened, ...]:
    """What is owed by receivable and age."""
    return tuple(Opened(line.name, tuple(line.of.get(age, _NONE) for age in _AGES), line.total) for line in work.ageing)


def ages() -> tuple[str, ...]:
    """The heads of the ages."""
    return tuple(str(AGES[age]) for age in _AGES)


def ages_together(work: ManagedWork) -> tuple[Counted, ...]:
    """What is owed by age, all receivables together."""
    return tuple(Counted(str(AGES[age]), *_added(line.of.get(age, _NONE) for line in work.ageing)) for age in _AGES)


def promises(work: ManagedWork) -> tuple[Counted, ...]:
    """How promises were kept; the share is of those that have fallen due."""
    due = sum(number for result, number in work.promises.items() if result != "promise_open")
    return _shared(work.promises, PROMISES, whole=due, left_out="promise_open")


def plans(work: ManagedWork) -> tuple[Counted, ...]:
    """How plans are being kept; the share is of all."""
    return _shared(work.plans, PLANS, whole=sum(work.plans.values()))


def acts(work: ManagedWork) -> tuple[Counted, ...]:
    """What was done, the most frequent first."""
    named = [(_act(kind), number) for kind, number in work.acts.items()]
    return tuple(Counted(words, number) for words, number in sorted(named, key=lambda one: (-one[1], one[0])))


def contact_kinds() -> tuple[str, ...]:
    """The acts that are talks or letters."""
    return ("contact", *(kind.id for kind in acts_in_force().of_group("contact")))


def unreached(work: ManagedWork) -> tuple[UnreachedLine, ...]:
    """Claims that nobody reached, by receivable and band."""
    lines = (_unreached(line, band) for line in work.unreached for band in BANDS)
    return tuple(line for line in lines if any(line.numbers))


def reaches() -> tuple[str, ...]:
    """The heads of what claims have not had."""
    return tuple(str(words) for words in REACHES.values())


def _unreached(line: ReceivableLine, band: str) -> UnreachedLine:
    found = [line.of.get(f"{band}/{reach}", _NONE) for reach in REACHES]
    return UnreachedLine(line.name, str(BANDS[band]), tuple(one.number for one in found), max(one.yen for one in found))


def _shared(numbers: Mapping[str, int], words: Words, *, whole: int, left_out: str = "") -> tuple[Counted, ...]:
    return tuple(
        Counted(str(label), numbers[key], 0, "" if key == left_out else percent(numbers[key], whole))
        for key, label in words.items()
        if key in numbers
    )


def _act(kind_id: str) -> str:
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
        return _act(key)
    if table == measures.UNREACHED:
        band, _, reach = key.partition("/")
        return f"{BANDS[band]} {REACHES[reach]}"
    return str(_WORDS[table].get(key, key))


_WORDS: Mapping[str, Words] = {
    "lines": LINES,
    "tables": TABLES,
    measures.PROMISES: PROMISES,
    measures.PLANS: PLANS,
    measures.FUNNEL: STAGES,
    measures.AGEING: AGES,
}
