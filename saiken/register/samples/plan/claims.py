"""The plan of one sheet: printed figures and a seed in, claims with entries, events and obligors out.

The one idea: this is the only door; everything behind it is drawn from one random source named by seed and sheet, so the same
seed gives the same claims whatever else is planned. Where the paper breaks its own rules, the plan says so and holds what is
possible.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.register.samples.plan.build import build_drafts, moves_in_order
from saiken.register.samples.plan.days import assessment_days, due_month, years_ago
from saiken.register.samples.plan.draft import Draft, Scale
from saiken.register.samples.plan.entries import Booking, entries_of
from saiken.register.samples.plan.history.tell import History, Told, history_of
from saiken.register.samples.plan.model import (
    IN_BULK,
    AssessmentDays,
    PlannedClaim,
    PlannedEntry,
    ResultRows,
    SheetPlan,
)
from saiken.register.samples.plan.obligors import deal_obligors
from saiken.register.samples.plan.profile import Part, Profile
from saiken.register.samples.plan.states import placed_cells, span_of
from saiken.register.samples.plan.yen import Closing, draw_years

#: A late assessment is made before the year's other money on it moves.
_LATE_MONTH = 5
_WHOLE_YEAR = "全期"


def result_rows(sheet: Sheet, edition: Edition) -> ResultRows:
    """The printed result rows of a sheet in thousand yen, blanks as zero."""
    rows = [sheet.row(spec.id) for spec in edition.result_rows]
    columns = [column.id for column in edition.columns if not column.is_rate]
    return {row.fiscal_year: {column: row.yen(column) for column in columns} for row in rows if row is not None}


def plan_sheet(sheet: Sheet, edition: Edition, *, states: tuple[State, ...], profile: Profile, seed: str) -> SheetPlan:
    """Claims that fold to every result row, state and obligor count of the sheet. Raises Impossible when the rows admit no yen."""
    rng = Random(seed)
    rows = result_rows(sheet, edition)
    past = placed_cells(sheet, "past", states=states, settlement=profile.settlement)
    current = placed_cells(sheet, "current", states=states)
    years = draw_years(rng, rows, closing=Closing(span_of(past), span_of(current)))
    scale = Scale(profile.usual_yen, profile.most_settled, profile.bulk_claims)
    drafts = build_drafts(rng, years, past_cells=past, current_cells=current, scale=scale).claims
    _date_older_claims(rng, drafts, first_year=min(rows), prescription_years=profile.prescription_years)
    owed = deal_obligors(rng, drafts, printed=sheet.obligors)
    planner = _Planner(rng, profile, sheet_year=sheet.fiscal_year, drafts=drafts, seed=seed)
    claims = tuple(planner.claim(position, obligor) for position, obligor in enumerate(owed.obligor_of))
    return SheetPlan(claims, owed.obligors, owed.open_obligors, _faults(sheet, owed.open_obligors))


def _date_older_claims(rng: Random, drafts: Sequence[Draft], *, first_year: int, prescription_years: int) -> None:
    for draft in drafts:
        if draft.fiscal_year is None:
            draft.fiscal_year = first_year - years_ago(rng, draft, prescription_years=prescription_years)


def _faults(sheet: Sheet, open_obligors: int) -> tuple[str, ...]:
    if sheet.obligors is None or sheet.obligors == open_obligors:
        return ()
    return (f"債務者数 {sheet.obligors} は件数 {open_obligors} を超えている",)


class _Planner:
    """Turns drafts into claims, numbering them as they come."""

    def __init__(self, rng: Random, profile: Profile, *, sheet_year: int, drafts: Sequence[Draft], seed: str) -> None:
        self._rng, self._profile, self._sheet_year, self._drafts = rng, profile, sheet_year, drafts
        self._seed, self._telling = seed, Random(f"{seed}/history")
        self._weights = [part.weight for part in profile.parts]

    def claim(self, position: int, obligor: int) -> PlannedClaim:
        """The claim of the draft at that position."""
        rng, draft, parts = self._rng, self._drafts[position], self._profile.parts
        fiscal_year, levy_year = _revenue_year(draft)
        month = _LATE_MONTH if levy_year is not None else self._month(position, draft)
        office = self._office(position, obligor)
        days = self._contracted(assessment_days(rng, fiscal_year, month=month), obligor)
        part = parts[0] if len(parts) == 1 else rng.choices(parts, self._weights)[0]
        booking = Booking(days, fiscal_year, levy_year is not None, office, part)
        entries = entries_of(rng, draft, booking=booking, profile=self._profile)
        history = self._history(draft, obligor, part=part, days=days, entries=entries)
        is_whole_year = self._is_whole_year(draft)
        return PlannedClaim(
            number=part.number,
            legal_class=part.legal_class,
            component=part.component,
            office=office,
            obligor=obligor,
            fiscal_year=fiscal_year,
            levy_year=levy_year,
            assessment_number=f"{fiscal_year % 100:02d}-{position + 1:06d}",
            instalment=_WHOLE_YEAR if is_whole_year else _instalment(month, self._profile.due_months),
            days=days,
            stands_for=len(self._profile.due_months) if is_whole_year else draft.stands_for,
            entries=entries,
            state_id=draft.state_id,
            events=history.events,
            parties=history.parties,
        )

    def _history(
        self, draft: Draft, obligor: int, *, part: Part, days: AssessmentDays, entries: tuple[PlannedEntry, ...]
    ) -> History:
        """What was done about the claim; one obligor's claims share his chance."""
        if draft.in_bulk:
            return History()
        told = Told(self._profile, part, days, entries, draft.state_id, self._sheet_year)
        return history_of(told, rng=self._telling, whim=Random(f"{self._seed}/{obligor}"))

    def _contracted(self, days: AssessmentDays, obligor: int) -> AssessmentDays:
        """With the day of the obligor's contract as the cause, where claims stem from one."""
        years = self._profile.contract_years
        if not years:
            return days
        whim = Random(f"{self._seed}/contract/{obligor}")
        signed = date(self._sheet_year - years, whim.randint(1, 12), whim.randint(1, 28))
        return replace(days, cause_on=min(signed, days.cause_on))

    def _is_whole_year(self, draft: Draft) -> bool:
        """Whether a settled claim is so large that it was assessed for all instalments of its year at once."""
        instalments = len(self._profile.due_months)
        is_single = instalments < 2 or draft.in_bulk or draft.state_id
        return not is_single and draft.level_yen >= self._profile.usual_yen * instalments // 2

    def _month(self, position: int, draft: Draft) -> int:
        """Bulk assessments go through the year's instalments in turn."""
        if draft.in_bulk and self._profile.due_months:
            return self._profile.due_months[position % len(self._profile.due_months)]
        is_of_the_year = draft.fiscal_year == self._sheet_year
        state_id = draft.state_id if is_of_the_year or draft.state_id in ("", "S02") else "S02"
        return due_month(self._rng, self._profile.due_months, state_id=state_id)

    def _office(self, position: int, obligor: int) -> str:
        """A ward for life per obligor; bulk assessments go through the wards."""
        offices = self._profile.offices
        if not offices:
            return ""
        in_turn = position // max(1, len(self._profile.due_months)) if obligor == IN_BULK else obligor
        return offices[in_turn % len(offices)]


def _revenue_year(draft: Draft) -> tuple[int, int | None]:
    """The year of assessment, and for a claim that owed nothing before it was assessed late, the earlier year it was for."""
    year = draft.fiscal_year or 0
    moves = moves_in_order(draft)
    if draft.level_yen == 0 and moves and moves[0].kind is EntryKind.INCREASED:
        return moves[0].year, year
    return year, None


def _instalment(month: int, due_months: Sequence[int]) -> str:
    return f"第{due_months.index(month) + 1}期" if month in due_months and len(due_months) > 1 else "随時"
