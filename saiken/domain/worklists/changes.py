"""The list of claims whose state has changed: by the passing of days, by what was done, by what was recorded late.

The one idea: two clocks move a state. A step that lies in the last days is a change whatever was known when; where what was recorded in the
last days makes another state of the day of recording than was known before, that is a change of that day, however old its facts are.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from saiken.domain.worklists.item import ClaimFacts, Found, Steps, day_text


def state_changed(facts: ClaimFacts) -> Iterator[Found]:
    """区分が変わった日から設定の日数の間; the changes that the facts known foretell are rows already."""
    lasting = timedelta(days=facts.settings.changed_days)
    told = set()
    for recorded_on, since_on, before, after in _recorded(facts):
        told.add(since_on)
        if recorded_on + lasting > facts.on:
            why = f"{day_text(recorded_on)}の記録により、{day_text(since_on)}からの区分が {before} から {after} に変わった"
            yield Found(recorded_on, since_on, why.lstrip(), recorded_on + lasting)
    for (_, before), (day, after) in zip(facts.steps, facts.steps[1:], strict=False):
        if before and after and before != after and day + lasting > facts.on and day not in told:
            yield Found(day, day, f"{day_text(day)}に {before} から {after} に変わった".lstrip(), day + lasting)


def _recorded(facts: ClaimFacts) -> Iterator[tuple[date, date, str, str]]:
    """The days of recording on which the state of that day became another: the day, since when it holds, before and after."""
    for (_, known), (recorded_on, steps) in zip(facts.known, facts.known[1:], strict=False):
        before, (since_on, after) = _at(known, recorded_on)[1], _at(steps, recorded_on)
        if before and after and before != after:
            yield recorded_on, since_on, before, after


def _at(steps: Steps, day: date) -> tuple[date, str]:
    """The step of a day; the claim has none before its cause."""
    return max((step for step in steps if step[0] <= day), default=(day, ""))
