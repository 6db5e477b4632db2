"""The running period of one party: where it starts, what stops it, what keeps it from completing.

The one idea: a start only ever moves forward and a bar only ever reaches further, so events can be applied one after the other; what was
computed is kept until the next change. It counts
days and knows no event.
"""

from datetime import date

from saiken.domain.dates.period import ONE_DAY, last_day_of_years

#: The last day of what has no end yet.
OPEN = date.max
#: What bars where a disaster does.
OBSTACLE = "disaster"


class Clock:
    """The state of one run; the rules of the events change it in the order of their days.

    `earliest` is the first day on which the claim can be demanded; `held_until` and `agreed_until` are the last days on which an informal
    demand or an agreement to negotiate postpones completion, which excludes the other and itself.
    """

    __slots__ = (
        "_completes",
        "agreed_until",
        "barred_by",
        "barred_until",
        "earliest",
        "extinct_on",
        "held_until",
        "noticed",
        "obstacles",
        "start",
        "stops",
        "years",
    )

    def __init__(self, earliest: date, years: int) -> None:
        self.start = self.earliest = earliest
        self.years = years
        self.stops: list[tuple[date, date, str]] = []
        self.obstacles: list[tuple[date, date, date]] = []
        self.barred_until = self.held_until = self.agreed_until = date.min
        self.barred_by: str | None = None
        self.extinct_on = OPEN
        self.noticed = False
        self._completes: date | None = None

    def renew(self, first: date, *, years: int = 0) -> None:
        """Count anew from a day, never from an earlier one than before; a longer period of a title replaces the claim's own."""
        self.start = max(self.start, self.earliest, first)
        self.years = max(self.years, years)
        self._completes = None

    def defer(self, first: date) -> None:
        """The claim can be demanded only from a later day."""
        self.earliest = max(self.earliest, first)
        self.renew(first)

    def bar(self, last: date, *, by: str) -> None:
        """Completion does not come before the end of a day."""
        if last > self.barred_until:
            self.barred_until, self.barred_by = last, by
            self._completes = None

    def stop(self, first: date, *, last: date, by: str) -> None:
        """Time stands still from a day to a day; what overlaps an earlier standstill counts once."""
        covered_until = self.stops[-1][1] if self.stops else date.min
        if covered_until < last:
            self.stops.append((max(first, covered_until + ONE_DAY), last, by))
            self._completes = None

    def obstruct(self, first: date, *, until: date, barred_until: date) -> None:
        """An obstacle from a day to a day, which bars completion until a day if the period runs out while it is there."""
        self.obstacles.append((first, until, barred_until))
        self._completes = None

    def commences(self) -> date:
        """Day 1 of the period: the start, or the day after the standstill that contains it."""
        start = self.start
        for first, last, _ in self.stops:
            if first <= start <= last != OPEN:
                start = last + ONE_DAY
        return start

    def runs_out(self) -> date:
        """The first day after the period, were completion never postponed; OPEN while a standstill has no end."""
        start = self.commences()
        last_day = last_day_of_years(start, self.years)
        for first, last, _ in self.stops:
            if first <= last_day and last >= start:
                if last == OPEN:
                    return OPEN
                last_day += last - first + ONE_DAY
        return last_day + ONE_DAY

    def completes(self) -> date:
        """The first day on which prescription is complete; OPEN while a postponement has no end."""
        if self._completes is None:
            self._completes = self._completion()
        return self._completes

    def _completion(self) -> date:
        runs_out = self.runs_out()
        if runs_out == OPEN or self.barred_until == OPEN:
            return OPEN
        completes = max(runs_out, self.barred_until + ONE_DAY)
        for first, until, barred_until in self.obstacles:
            if first < runs_out <= until + ONE_DAY:
                completes = max(completes, barred_until if barred_until == OPEN else barred_until + ONE_DAY)
        return completes

    def obstructed_on(self) -> date:
        """The day on which an obstacle that has no end yet begins to postpone completion; OPEN where none would."""
        runs_out = self.runs_out()
        last_day = runs_out if runs_out == OPEN else runs_out - ONE_DAY
        return last_day if any(first < runs_out and until == OPEN for first, _, until in self.obstacles) else OPEN

    def barred(self) -> str | None:
        """The event that postpones completion beyond the end of the period; None where none does."""
        runs_out, completes = self.runs_out(), self.completes()
        if completes == runs_out != OPEN:
            return None
        if runs_out == OPEN:
            return self.stops[-1][2]
        return self.barred_by if completes == OPEN == self.barred_until or self._after_bar() == completes else OBSTACLE

    def _after_bar(self) -> date:
        return self.barred_until if self.barred_until in (OPEN, date.min) else self.barred_until + ONE_DAY
