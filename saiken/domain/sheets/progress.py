"""The progress report (end of October) and the recovery office's table as values, as read or as computed.

The one idea: every figure keeps its printed precision (rates as text, amounts in million yen), because the checks ask
whether the paper agrees with itself. It computes no rate and checks nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from saiken.domain.sheets.sheet import Source

#: The source of a value that was not read from a file.
NOWHERE = Source()

#: The columns of a ward table: portion and year; a difference is in points of the printed rates.
WARD_COLUMNS = (
    "past_rate",
    "current_rate",
    "past_rate_before",
    "current_rate_before",
    "past_difference",
    "current_difference",
)

#: The portions of a receivable as the report names them.
PORTION_NAMES = {"past": "過年度", "current": "現年度"}

#: The parts of the recovery office's table: (1) cases handed over one by one, (2) joint with the wards, (1) + (2).
HANDED_OVER, JOINT, BOTH = "handed_over", "joint", "both"


@dataclass(frozen=True)
class RatePair:
    """A rate of this year and its counterpart of last year, as rate texts ("15.3%"); None where unreadable."""

    this_year: str | None = None
    last_year: str | None = None
    source: Source = NOWHERE


@dataclass(frozen=True)
class PortionRates:
    """The head rates of one portion: at the cut-off day, forecast at settlement, goal in force."""

    at_cut_off: RatePair = field(default_factory=RatePair)
    forecast: RatePair = field(default_factory=RatePair)
    goal: RatePair = field(default_factory=RatePair)


@dataclass(frozen=True)
class WardRow:
    """One row of a ward table: rate texts by WARD_COLUMNS; `name` as printed (北区, 24区合計)."""

    name: str
    rates: Mapping[str, str | None]
    source: Source = NOWHERE


@dataclass(frozen=True)
class ReceivableProgress:
    """The progress of one receivable: `portions` by past | current, the ward table if any, prose by heading."""

    numbers: tuple[str, ...]
    name: str
    bureau: str
    section: str
    portions: Mapping[str, PortionRates] = field(default_factory=dict)
    wards: tuple[WardRow, ...] = ()
    ward_total: WardRow | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    source: Source = NOWHERE


@dataclass(frozen=True)
class RecoveryRow:
    """One row of the recovery office's table, a receivable and condition or a total, amounts in million yen.

    `part` is HANDED_OVER, JOINT or BOTH; `cases` is None in part (2); `owed_million` is what was handed over or is
    investigated.
    """

    part: str
    name: str
    bureau: str = ""
    condition: str = ""
    is_total: bool = False
    cases: int | None = None
    owed_million: int | None = None
    goal_million: int | None = None
    collected_million: int | None = None
    ratio: str | None = None
    ratio_before: str | None = None
    source: Source = NOWHERE


@dataclass(frozen=True)
class ProgressReport:
    """One progress report of `fiscal_year` with its cut-off day."""

    fiscal_year: int
    as_of: date
    receivables: tuple[ReceivableProgress, ...] = ()
    recovery: tuple[RecoveryRow, ...] = ()
    source: Source = NOWHERE
