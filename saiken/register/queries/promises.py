"""Promises to pay that were taken down in contacts, and what came in for them.

The one idea: a promise is an act whose form names a day and a sum; whether it was kept follows from the receipts of the person's claims,
computed when asked and stored nowhere. Promises of acts that were taken back, and receipts that were, do not count.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import QuerySet, Sum

from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import EntryKind
from saiken.domain.person.promise import Followed, Promise, Receipt, follow
from saiken.register.models import Act, Claim, Entry

#: The fields of a contact's form that make it a promise.
PROMISED_ON, PROMISED_YEN = "promised_on", "promised_yen"
#: Acts in whose form a promise may stand.
PROMISING = ("contact",)
#: The result of such an act.
PROMISED = "promised_payment"

#: Money that did not come from the obligor's own will keeps no promise.
_FORCED = (Channel.SEIZURE.value, Channel.SPECIAL_COLLECTION.value)


def promises_of(numbers: Collection[int], *, on: date) -> tuple[Followed, ...]:
    """The promises of one person, the latest due first, followed up to a day."""
    given = _promises(Act.objects.filter(obligor_id__in=numbers))
    found = [promise for several in given.values() for promise in several]
    if not found:
        return ()
    since = min(promise.on for promise in found)
    receipts = [receipt for several in _receipts(numbers, since=since).values() for receipt in several]
    return tuple(reversed(follow(found, receipts, on=on)))


def promises_due(
    from_on: date, until_on: date, *, on: date, office_ids: Collection[int] | None
) -> tuple[Followed, ...]:
    """Every promise whose day lies from `from_on` to before `until_on`, taken down at the offices (None: all), followed up to a day.

    For rates and lists: it names no person but by the act's number. Contacts are asked by their day, at most a year before.
    """
    acts = Act.objects.filter(on__gte=from_on.replace(year=from_on.year - 1, day=1), on__lt=until_on)
    given = _promises(acts if office_ids is None else acts.filter(office_id__in=office_ids))
    wanted = {pk: found for pk, found in given.items() if any(from_on <= each.due_on < until_on for each in found)}
    since = min((promise.on for found in wanted.values() for promise in found), default=from_on)
    receipts = _receipts(wanted, since=since)
    followed = [each for pk, found in wanted.items() for each in follow(found, receipts.get(pk, ()), on=on)]
    return tuple(each for each in followed if from_on <= each.promise.due_on < until_on)


def _promises(acts: QuerySet[Act]) -> Mapping[int, list[Promise]]:
    """By obligor; of several promises in one form there is only one."""
    rows = acts.filter(kind__in=PROMISING, result=PROMISED, reverses__isnull=True, reversed_by__isnull=True)
    found: dict[int, list[Promise]] = defaultdict(list)
    for pk, obligor_id, on, form in rows.order_by("pk").values_list("pk", "obligor_id", "on", "form"):
        due_on, yen = form.get(PROMISED_ON), form.get(PROMISED_YEN)
        if due_on and yen:
            found[obligor_id].append(Promise(on, date.fromisoformat(due_on), int(yen), key=pk))
    return found


def _receipts(numbers: Iterable[int], *, since: date) -> Mapping[int, list[Receipt]]:
    """What the persons paid of their own will from a day on, by principal obligor and day."""
    claims = Claim.objects.filter(obligor_id__in=list(numbers)).values("pk")
    rows = Entry.objects.filter(claim_id__in=claims, effective_on__gte=since, kind=EntryKind.RECEIVED.value)
    rows = rows.filter(reversed_by__isnull=True).exclude(channel__in=_FORCED)
    found: dict[int, list[Receipt]] = defaultdict(list)
    summed = rows.order_by().values("claim__obligor_id", "effective_on").annotate(paid=Sum("yen"))
    for obligor_id, day, yen in summed.values_list("claim__obligor_id", "effective_on", "paid"):
        found[obligor_id].append(Receipt(day, int(yen)))
    return found
