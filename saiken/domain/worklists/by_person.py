"""Which lists a person is on at an office: several instalments or receivables, large and small balances, next contact, untouched.

The one idea: as for claims, a span of days from facts; the facts are the open claims of the person there and the days of the acts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.domain.dates.period import next_day
from saiken.domain.worklists.by_claim import Answer
from saiken.domain.worklists.catalogue import Catalogue, ListSettings, WorkList
from saiken.domain.worklists.item import FAR, Found, Item, after_months, day_text


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """One open claim of the person at the office; on `gone_on` it is extinguished or its period has run."""

    receivable_id: int
    fiscal_year: int
    due_on: date
    yen: int
    is_rent: bool = False
    gone_on: date = FAR


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A person at an office. `receivables` counts those of every office; `last_act_on` is the last act or event of this one.

    `marks` are those of the person by kind, from a day until before another. `awaited_on` is the earliest day by which an institution is to
    answer, `found_on` the day of the earliest property of which nothing has become. Of the plans in force: the first instalment that is not
    full with the last day on which it may be, the first review that has not been held.
    """

    claims: Sequence[OpenClaim]
    receivables: int
    last_act_on: date | None
    next_on: date | None
    marks: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    awaited_on: date | None = None
    found_on: date | None = None
    instalment_on: date | None = None
    instalment_last_on: date | None = None
    review_on: date | None = None

    @property
    def balance_yen(self) -> int:
        """What the person owes here."""
        return sum(claim.yen for claim in self.claims)

    @property
    def oldest_due_on(self) -> date:
        """The earliest due day."""
        return min(claim.due_on for claim in self.claims)


def next_contact(facts: FileFacts, _settings: ListSettings) -> Found | None:
    """前の処理で決めた次の日が来た."""
    if facts.next_on is None:
        return None
    return Found(facts.next_on, facts.next_on, f"次の連絡日{day_text(facts.next_on)}")


def three_instalments(facts: FileFacts, settings: ListSettings) -> Iterator[Found]:
    """同じ債権の、その年度の期別が設定の数以上未納."""
    due: dict[tuple[int, int], list[date]] = defaultdict(list)
    for claim in facts.claims:
        if fiscal_year_of(claim.due_on) == claim.fiscal_year:
            due[claim.receivable_id, claim.fiscal_year].append(claim.due_on)
    reached = [
        (sorted(days)[settings.instalments_unpaid - 1], year, len(days))
        for (_, year), days in due.items()
        if len(days) >= settings.instalments_unpaid
    ]
    for last, year, count in sorted(reached, reverse=True)[:1]:
        yield Found(next_day(last), last, f"現年度の期別が {count} 期未納", first_day(year + 1))


def rent_arrears(facts: FileFacts, settings: ListSettings) -> Found | None:
    """家賃の未納が設定の月数以上."""
    days = sorted(claim.due_on for claim in facts.claims if claim.is_rent)
    if len(days) < settings.arrears_months:
        return None
    last = days[settings.arrears_months - 1]
    return Found(next_day(last), days[0], f"家賃が{day_text(days[0])}の分から {len(days)} か月未納")


def large_balance(facts: FileFacts, settings: ListSettings) -> Found | None:
    """残高の合計が設定の額以上."""
    yen = facts.balance_yen
    if yen < settings.large_balance_yen:
        return None
    return Found(
        next_day(facts.oldest_due_on), facts.oldest_due_on, f"残高 {yen:,} 円（{settings.large_balance_yen:,} 円以上）"
    )


def small_balance(facts: FileFacts, settings: ListSettings) -> Found | None:
    """残高の合計が設定の額以下."""
    yen = facts.balance_yen
    if yen > settings.small_balance_yen:
        return None
    return Found(
        next_day(facts.oldest_due_on), facts.oldest_due_on, f"残高 {yen:,} 円（{settings.small_balance_yen:,} 円以下）"
    )


def dual_arrears(facts: FileFacts, _settings: ListSettings) -> Found | None:
    """二つ以上の債権を滞納している."""
    if facts.receivables < 2:
        return None
    return Found(next_day(facts.oldest_due_on), facts.oldest_due_on, f"{facts.receivables} 種類の債権を滞納")


def untouched(facts: FileFacts, settings: ListSettings) -> Found | None:
    """設定の月数の間、処理の記録がない."""
    months = settings.untouched_months
    if facts.last_act_on is None:
        since = after_months(facts.oldest_due_on, months)
        return Found(
            since, facts.oldest_due_on, f"納期限{day_text(facts.oldest_due_on)}から {months} か月、処理の記録がない"
        )
    why = f"最後の処理{day_text(facts.last_act_on)}から {months} か月"
    return Found(after_months(facts.last_act_on, months), facts.last_act_on, why)


def answers_overdue(facts: FileFacts, _settings: ListSettings) -> Found | None:
    """照会に、期限を過ぎても回答がない."""
    due_on = facts.awaited_on
    return Found(next_day(due_on), due_on, f"照会の回答期限{day_text(due_on)}を過ぎた") if due_on else None


def property_found(facts: FileFacts, _settings: ListSettings) -> Found | None:
    """財産が判明し、その処分をしていない."""
    found_on = facts.found_on
    return (
        Found(found_on, found_on, f"{day_text(found_on)}に財産が判明し、処分をしていない".lstrip())
        if found_on
        else None
    )


def pledge_breached(facts: FileFacts, _settings: ListSettings) -> Found | None:
    """分納の計画の納付日に、許された日数を過ぎても足りない."""
    due_on, last_on = facts.instalment_on, facts.instalment_last_on
    if due_on is None or last_on is None:
        return None
    return Found(next_day(last_on), due_on, f"分納の計画の納付日{day_text(due_on)}の分が足りない")


def plan_ends(facts: FileFacts, settings: ListSettings) -> Found | None:
    """分納の計画の見直しの日が近いか過ぎた."""
    due_on = facts.review_on
    if due_on is None:
        return None
    ahead = timedelta(days=settings.review_ahead_days)
    return Found(due_on - ahead, due_on, f"分納の計画の見直しの日{day_text(due_on)}")


RULES: dict[str, Callable[[FileFacts, ListSettings], Answer]] = {
    rule.__name__: rule
    for rule in (
        next_contact,
        three_instalments,
        rent_arrears,
        large_balance,
        small_balance,
        dual_arrears,
        untouched,
        answers_overdue,
        property_found,
        pledge_breached,
        plan_ends,
    )
}


def person_items(facts: FileFacts, catalogue: Catalogue) -> list[Item]:
    """Every row of a person at an office; none where nothing is owed there."""
    if not facts.claims:
        return []
    gone_on, yen = max(claim.gone_on for claim in facts.claims), facts.balance_yen
    return [
        Item(
            work_list.id, found.since_on, found.since_on, min(found.until_on, gone_on), found.due_on, yen, "", found.why
        )
        for work_list in catalogue.lists.values()
        for found in _found(work_list, facts, settings=catalogue.settings)
        if found.since_on < gone_on
    ]


def _found(work_list: WorkList, facts: FileFacts, *, settings: ListSettings) -> Iterator[Found]:
    if work_list.id not in RULES and not work_list.mark:
        return
    answer = (
        RULES[work_list.id](facts, settings) if work_list.id in RULES else _marked(work_list, facts, settings=settings)
    )
    if isinstance(answer, Found):
        yield answer
    elif answer is not None:
        yield from answer


def _marked(work_list: WorkList, facts: FileFacts, *, settings: ListSettings) -> Found | None:
    """The person bears the list's mark; parents of two-year-olds also by months or yen of arrears."""
    days = facts.marks.get(work_list.mark)
    if days is None:
        return None
    oldest = facts.oldest_due_on
    since = next_day(oldest)
    if work_list.id == "young_child" and facts.balance_yen < settings.young_child_yen:
        since = after_months(oldest, settings.young_child_months)
    found = Found(max(since, days[0]), oldest, f"{work_list.japanese}。残高 {facts.balance_yen:,} 円", days[1])
    return found if found.since_on < found.until_on else None
