"""What closing a fiscal year will do, receivable by receivable, and what forbids it.

The one idea: everything is looked at before anything is written, with the same statement the close then writes with. It writes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Sum

from saiken.domain.claim.attribution import AccountKind, Portion, closing_day
from saiken.domain.claim.entry import Account
from saiken.domain.errors import InvalidInput
from saiken.register.models import CarryOver, Entry, Receivable, YearClose
from saiken.register.queries.faults import Fault, misplaced, one_sided, wrongly_reversed
from saiken.register.queries.office import offices_named

#: The balance of every claim component of a receivable after the accounts of a year closed, zero left out.
CARRIED = """
SELECT claim_id, component, SUM(CASE account WHEN 'assessment' THEN yen ELSE -yen END) AS carried_yen
FROM register_entry WHERE receivable_id = %(receivable)s AND accounting_year <= %(year)s
GROUP BY claim_id, component HAVING SUM(CASE account WHEN 'assessment' THEN yen ELSE -yen END) <> 0
"""

_NAMES = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}


@dataclass(frozen=True)
class ClosePlan:
    """Closing one receivable's year. `already` when it is closed; with `faults` it is refused. Yen are whole yen."""

    receivable_id: int
    bureau: str
    number: str
    name: str
    fiscal_year: int
    closes_on: date
    already: bool
    figures_yen: Mapping[str, int]
    carried_in_yen: int
    carried_yen: int
    carried_count: int
    faults: tuple[Fault, ...]


def close_plans(fiscal_year: int, *, bureau: str = "", number: str = "") -> tuple[ClosePlan, ...]:
    """A plan for every receivable that has claims by then, or for the one named; raises InvalidInput when there is none."""
    rows = Receivable.objects.filter(claim_based_from__lte=fiscal_year, from_on__lte=date(fiscal_year + 1, 3, 31))
    rows = rows.exclude(until_on__lte=date(fiscal_year, 4, 1))
    if number:
        rows = rows.filter(number=number, bureau_id__in=offices_named(bureau))
        if not rows.exists():
            raise InvalidInput("締める債権がありません", place=f"{fiscal_year}年度", found=f"{bureau}/{number}")
    ordered = rows.select_related("bureau").order_by("bureau__name", "number", "from_on")
    return tuple(plan_of(receivable, fiscal_year) for receivable in ordered)


def plan_of(receivable: Receivable, fiscal_year: int) -> ClosePlan:
    """Look at one receivable."""
    closed = YearClose.objects.filter(receivable=receivable, fiscal_year=fiscal_year).first()
    carried_in_yen, figures_yen = year_of(receivable, fiscal_year)
    carried_yen, carried_count = carried(receivable, fiscal_year)
    faults = _unlike_the_close(receivable, closed) if closed else _faults(receivable, fiscal_year)
    return ClosePlan(
        receivable_id=receivable.pk,
        bureau=receivable.bureau.name,
        number=receivable.number,
        name=receivable.name,
        fiscal_year=fiscal_year,
        closes_on=closing_day(fiscal_year, AccountKind(receivable.account_kind)),
        already=closed is not None,
        figures_yen=figures_yen,
        carried_in_yen=carried_in_yen,
        carried_yen=carried_yen,
        carried_count=carried_count,
        faults=tuple(faults),
    )


def year_of(receivable: Receivable, fiscal_year: int) -> tuple[int, dict[str, int]]:
    """What was carried in, and the year's six figures as `LedgerFigures` names them."""
    figures = {f"{portion.value}_{name}_yen": 0 for portion in Portion for name in _NAMES.values()}
    carried_in_yen = 0
    rows = Entry.objects.filter(receivable=receivable, accounting_year__lte=fiscal_year)
    grouped = rows.values_list("accounting_year", "portion", "account").order_by().annotate(yen_sum=Sum("yen"))
    for year, portion, account, yen in grouped:
        if year == fiscal_year:
            figures[f"{portion}_{_NAMES[Account(account)]}_yen"] += int(yen)
        else:
            carried_in_yen += int(yen) if account == Account.ASSESSMENT.value else -int(yen)
    figures["past_assessed_yen"] += carried_in_yen
    return carried_in_yen, figures


def carried(receivable: Receivable, fiscal_year: int) -> tuple[int, int]:
    """Yen and number of claim components carried over after the year."""
    statement = f"SELECT COALESCE(SUM(carried_yen), 0), COUNT(*) FROM ({CARRIED}) carried"
    with connection.cursor() as cursor:
        cursor.execute(statement, {"receivable": receivable.pk, "year": fiscal_year})
        yen, count = cursor.fetchone()
    return int(yen), int(count)


def _faults(receivable: Receivable, fiscal_year: int) -> Iterator[Fault]:
    """Everything that forbids the close: entries no close has frozen yet, and the last close itself."""
    last = YearClose.objects.filter(receivable=receivable).order_by("fiscal_year").last()
    subject = f"{receivable.bureau.name} {receivable.number}"
    if last is not None and last.fiscal_year != fiscal_year - 1:
        message = f"{last.fiscal_year}年度まで締められています。次に締めるのは {last.fiscal_year + 1}年度です"
        yield Fault("order", subject, message)
    frozen = last.fiscal_year if last else 0
    entries = Entry.objects.filter(receivable=receivable, accounting_year__gt=frozen, accounting_year__lte=fiscal_year)
    yield from misplaced(entries)
    yield from one_sided(entries)
    yield from wrongly_reversed(entries)
    yield from _overdrawn(receivable, fiscal_year)
    if last is not None:
        yield from _unlike_the_close(receivable, last)


def _overdrawn(receivable: Receivable, fiscal_year: int) -> Iterator[Fault]:
    """Claims carried below zero that no recorded overpayment explains."""
    statement = f"""SELECT claim_id, carried_yen FROM ({CARRIED}) carried WHERE carried_yen < 0 AND NOT EXISTS (
        SELECT 1 FROM register_entry e WHERE e.claim_id = carried.claim_id AND e.component = carried.component
        AND e.allows_overpayment)"""
    with connection.cursor() as cursor:
        cursor.execute(statement, {"receivable": receivable.pk, "year": fiscal_year})
        for claim_id, carried_yen in cursor.fetchall():
            yield Fault("below-zero", f"債権 {claim_id}", f"年度末の残高が {int(carried_yen):,}円です")


def _unlike_the_close(receivable: Receivable, close: YearClose) -> Iterator[Fault]:
    """A close whose carried yen are no longer what the entries give."""
    now_yen, _ = carried(receivable, close.fiscal_year)
    written = CarryOver.objects.filter(year_close=close).aggregate(total=Sum("carried_yen"))["total"] or 0
    if not now_yen == close.carried_yen == written:
        message = f"{close.fiscal_year}年度の繰越額が、締めた時 {close.carried_yen:,}円、台帳 {now_yen:,}円、明細 {written:,}円です"
        yield Fault("carry-over", f"{receivable.bureau.name} {receivable.number}", message)
