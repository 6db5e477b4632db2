"""Recipes of the states that promise money: ① to ⑨.

The one idea: the last turn of a story decides; what came before it is the ordinary course of an office. Each recipe takes a story that
nothing has been told of.
"""

from collections.abc import Callable
from datetime import date, timedelta

from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.register.samples.plan.history.story import Story, between

#: What a household can bear a month, and the months within which it then pays off nearly everything.
_LEAST_YEN, _BEARABLE_YEN, _MONTHS_AT_MOST = 1_000, 30_000, 110
#: A pledge counts as kept for so long after a payment, and stopped payments as the reason of a breach.
_STILL_PAYING_DAYS, _STOPPED_DAYS = 75, 200
#: A demand leaves the house about then; a claim younger than that has none.
_NOT_YET_DEMANDED = 12


def just_due(story: Story) -> None:
    """①: due a few days ago, or the demand came back and goes out again to a new address."""
    if (story.on - story.days.due_on).days <= _NOT_YET_DEMANDED:
        return
    sent = story.demanded_on
    story.tell(EventKind.FORMAL_DEMAND, sent, delivery=DeliveryResult.RETURNED, reason="転居先不明")
    story.tell(EventKind.RETURNED_MAIL, sent + timedelta(days=story.rng.randint(4, 12)), reason="転居先不明")
    story.keep_alive(until=story.on)


def reminded(story: Story) -> None:
    """②: demanded, reminded every half year, sometimes spoken to."""
    story.demand()
    story.remind(until=story.on - timedelta(days=story.rng.randint(5, 60)), most=3)
    talked = story.act_day(within=120)
    if story.rng.random() < 0.3:
        story.tell(EventKind.CONTACT, talked)
    story.keep_alive(until=story.on)


def investigated(story: Story) -> None:
    """③: an investigation of property, of the whereabouts, or of heirs is under way."""
    chance, begun = story.whim.random(), story.act_day(within=150)
    story.demand()
    story.remind(until=begun - timedelta(days=20))
    if chance < 0.1 and not story.is_corporation:
        story.tell(EventKind.DEATH, begun - timedelta(days=story.whim.randint(10, 25)))
        story.tell(EventKind.HEIR_INVESTIGATION, begun)
    elif chance < (0.3 if story.enforceable else 0.55):
        story.tell(
            EventKind.RETURNED_MAIL, begun - timedelta(days=story.whim.randint(3, 15)), reason="宛所に尋ねあたらず"
        )
        story.tell(EventKind.WHEREABOUTS_INVESTIGATION, begun)
    else:
        story.tell(EventKind.PROPERTY_INVESTIGATION, begun)
    story.keep_alive(until=story.on, before=begun - timedelta(days=30))


def being_seized(story: Story) -> None:
    """④: seizure has been announced or another's proceeds are asked for; without that power, a court has been asked for a title."""
    chance, begun = story.whim.random(), story.act_day(within=60)
    story.demand()
    story.remind(until=begun - timedelta(days=30))
    if story.enforceable:
        _looked_for_property(story, until=begun - timedelta(days=7))
        kind = EventKind.NOTICE_OF_INTENDED_SEIZURE if chance < 0.6 else EventKind.DISTRIBUTION_REQUEST
        story.tell(kind, begun)
    else:
        kind = EventKind.COURT_PAYMENT_ORDER if chance < 0.6 else EventKind.LAWSUIT
        story.tell(kind, begun, applied_on=begun)
    story.keep_alive(until=story.on, before=begun)


def _looked_for_property(story: Story, *, until: date) -> None:
    begun = max(story.demanded_on + timedelta(days=12), until - timedelta(days=story.rng.randint(30, 80)))
    if begun < until:
        story.over(EventKind.PROPERTY_INVESTIGATION, begun, until=until)


def seized(story: Story) -> None:
    """⑤: seized and to be realised; without that power, a title is held and execution is under way."""
    begun = story.act_day(within=200, after=60)
    story.demand()
    story.remind(until=begun - timedelta(days=40))
    if story.enforceable:
        _looked_for_property(story, until=begun - timedelta(days=5))
        story.tell(EventKind.SEIZURE, begun, document_number=f"差第{story.rng.randrange(1, 10_000)}号")
        story.keep_alive(until=begun, before=begun)
        return
    titled(story, executed_on=begun)
    story.tell(EventKind.COMPULSORY_EXECUTION, begun)


def titled(story: Story, *, executed_on: date) -> None:
    """A court's order for payment became final some weeks before a day."""
    final = max(executed_on - timedelta(days=20), story.demanded_on + timedelta(days=30))
    asked = max(final - timedelta(days=story.rng.randint(45, 80)), story.demanded_on + timedelta(days=20))
    story.tell(EventKind.COURT_PAYMENT_ORDER, asked, applied_on=asked, until=final, outcome=Outcome.FIXED)
    story.keep_alive(until=asked, before=asked)


def paying(story: Story) -> None:
    """⑥: pays by instalments that end within ten years."""
    _pledged(story, instalment_yen=bearable(story, months=story.whim.choice((6, 10, 12, 18, 24, 36, 48, 60))))


def paying_slowly(story: Story) -> None:
    """⑦: pays by instalments that would take longer than ten years."""
    months = story.whim.choice((144, 180, 200, 240, 300))
    _pledged(story, instalment_yen=instalment(story.balance_yen, months=months))


def bearable(story: Story, *, months: int) -> int:
    """A month's instalment near the wish that a household can bear: seldom less than a thousand yen or more than thirty thousand."""
    most = story.balance_yen if story.is_corporation else max(_BEARABLE_YEN, story.balance_yen // _MONTHS_AT_MOST)
    wish = instalment(story.balance_yen, months=months)
    return min(max(wish, min(story.balance_yen, _LEAST_YEN)), most)


def _pledged(story: Story, *, instalment_yen: int) -> None:
    """A pledge kept since the last payments, or one signed again of late because the payments had stopped."""
    before_payment, is_kept = _last_paying(story)
    signed = before_payment if before_payment and is_kept else story.act_day(within=45, after=12)
    pledges = sorted({before_payment or signed, signed})
    story.demand()
    story.remind(until=pledges[0] - timedelta(days=25))
    story.keep_alive(until=pledges[0], before=pledges[0])
    for day in pledges:
        number = f"誓第{story.rng.randrange(1, 10_000)}号"
        story.tell(EventKind.PAYMENT_PLEDGE, day, instalment_yen=instalment_yen, document_number=number)
        story.clock.renew(day)
    story.keep_alive(until=signed, before=signed)


def _last_paying(story: Story) -> tuple[date | None, bool]:
    """The day shortly before the last payment after a demand, and whether that is so near that the pledge of that day is kept."""
    paid = [day for day in story.paid_on if story.demanded_on + timedelta(days=20) < day <= story.on]
    if not paid:
        return None, False
    signed = max(paid[-1] - timedelta(days=story.rng.randint(8, 25)), story.demanded_on + timedelta(days=8))
    return signed, (story.on - paid[-1]).days <= _STILL_PAYING_DAYS


def instalment(balance_yen: int, *, months: int) -> int:
    """A month's instalment that pays the balance in about so many months: whole hundreds where the balance is large enough.

    >>> instalment(90_000, months=12), instalment(500, months=144), instalment(300_000, months=240)
    (7500, 3, 1200)
    """
    exact = max(1, balance_yen // months)
    for unit in (1_000, 500, 100):
        if exact >= 10 * unit:
            return exact // unit * unit
    return exact


def deferred(story: Story) -> None:
    """⑧: payment is put off for up to a year until the obligor can pay again."""
    granted = story.act_day(within=240)
    ends = years_from(granted)
    story.demand()
    story.remind(until=granted - timedelta(days=20))
    applied = max(granted - timedelta(days=story.rng.randint(7, 14)), story.demanded_on + timedelta(days=5))
    story.keep_alive(until=applied, before=applied)
    if not story.enforceable:
        story.tell(EventKind.PERFORMANCE_DEFERRAL, granted, until=ends, applied_on=applied, reason="171-6/1/2")
        return
    reason, kind = story.whim.choice((("15/1/2", EventKind.COLLECTION_GRACE), ("15-6/1", EventKind.CONVERSION_GRACE)))
    story.tell(kind, granted, until=ends, applied_on=applied, reason=reason)


def years_from(day: date) -> date:
    """The last day of the year that begins on a day."""
    return date(day.year + 1, day.month, min(day.day, 28)) - timedelta(days=1)


def in_breach(story: Story) -> None:
    """⑨: the instalments agreed on stopped, a new agreement is being talked about."""
    paid = [day for day in story.paid_on if day <= story.on]
    broken = story.act_day(within=150, after=75)
    earliest = story.demanded_on + timedelta(days=10)
    stopped = paid[-1] if paid and (broken - paid[-1]).days < _STOPPED_DAYS else broken - timedelta(days=35)
    signed = max(earliest, stopped - timedelta(days=story.rng.randint(35, 60)))
    story.demand()
    story.keep_alive(until=signed, before=signed)
    months = story.whim.choice((10, 12, 24, 36))
    story.tell(EventKind.PAYMENT_PLEDGE, signed, instalment_yen=bearable(story, months=months))
    story.clock.renew(signed)
    story.tell(EventKind.PLEDGE_BREACH, broken)
    talked = between(story.rng, broken + timedelta(days=2), last=story.on)
    story.tell(EventKind.CONTACT, talked)
    story.keep_alive(until=story.on, before=broken)


RECIPES: dict[str, Callable[[Story], None]] = {
    "S01": just_due,
    "S02": reminded,
    "S03": investigated,
    "S04": being_seized,
    "S05": seized,
    "S06": paying,
    "S07": paying_slowly,
    "S08": deferred,
    "S09": in_breach,
}
