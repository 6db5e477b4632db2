"""A plan of the demo city folded into the sheet it must come out at, without a register.

The one idea: the plan's entries are added up here by hand, so a plan is proven before any query exists.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from saiken.domain.claim.entry import Account
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.compute import LedgerFigures, chained_results
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Row, Sheet, StateTable
from saiken.domain.states.table import State, ids_of_group
from saiken.register.samples.plan.model import PlannedClaim, PlannedEntry

_COLUMN = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}


def signed_yen(entry: PlannedEntry) -> int:
    """What the entry does to the balance."""
    return entry.yen if entry.account is Account.ASSESSMENT else -entry.yen


def folded(
    printed: Sheet, claims: Iterable[PlannedClaim], *, edition: Edition, states: tuple[State, ...], opening: int
) -> Sheet:
    """The printed sheet's identity with rows, state tables and obligors from the claims; `opening` is ア of the oldest row."""
    claims = list(claims)
    years = [spec.fiscal_year(printed.fiscal_year) for spec in edition.result_rows]
    figures = {year: _figures(claims, year) for year in years}
    cells = chained_results(edition, figures_by_year=figures, opening_balance=opening)
    rows = tuple(
        Row(spec.id, spec.label(printed.fiscal_year), spec.kind, year, cells[year])
        for spec, year in zip(edition.result_rows, years, strict=True)
    )
    owing = [claim for claim in claims if sum(map(signed_yen, claim.entries)) > 0]
    tables = {
        portion: _table([claim for claim in owing if _portion(claim, printed.fiscal_year) == portion], states)
        for portion in ("past", "current")
    }
    return replace(
        printed,
        rows=rows,
        states=tables,
        claims_total=sum(claim.stands_for for claim in owing),
        balance_total=sum(table.balance_total or 0 for table in tables.values()),
        obligors=len({claim.obligor for claim in owing}),
    )


def carried_in_yen(claims: Iterable[PlannedClaim], year: int) -> int:
    """What the accounting years before `year` left."""
    return sum(signed_yen(entry) for claim in claims for entry in claim.entries if entry.accounting_year < year)


def _figures(claims: list[PlannedClaim], year: int) -> LedgerFigures:
    posted: Counter[str] = Counter(past_assessed_yen=carried_in_yen(claims, year))
    for claim in claims:
        for entry in claim.entries:
            if entry.accounting_year == year:
                posted[f"{entry.portion.value}_{_COLUMN[entry.account]}_yen"] += entry.yen
    return LedgerFigures(**posted)


def _portion(claim: PlannedClaim, year: int) -> str:
    return "past" if claim.fiscal_year < year or claim.levy_year is not None else "current"


def _table(claims: list[PlannedClaim], states: tuple[State, ...]) -> StateTable:
    count: Counter[str] = Counter()
    yen: Counter[str] = Counter()
    for claim in claims:
        count[claim.state_id] += claim.stands_for
        yen[claim.state_id] += sum(map(signed_yen, claim.entries))
    balance = {state_id: to_thousand_yen(total) for state_id, total in yen.items()}
    recoverable, settlement = (ids_of_group(states, group) for group in ("recoverable", "settlement"))
    return StateTable(
        count=count,
        balance=balance,
        count_recoverable=sum(count[state_id] for state_id in recoverable),
        count_settlement=sum(count[state_id] for state_id in settlement),
        count_total=sum(count.values()),
        balance_recoverable=sum(balance.get(state_id, 0) for state_id in recoverable),
        balance_settlement=sum(balance.get(state_id, 0) for state_id in settlement),
        balance_total=sum(balance.values()),
    )
