"""Recomputes every derived figure of the register from its entries and names each difference.

The one idea: each check is a generator of faults under a stable rule word, listed in CHECKS; none corrects anything and an intact register
gives none. It trusts no cache and no trigger.
"""

from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import Count, Max

from saiken.law.lawbook import LawBook
from saiken.register.models import (
    CarryOver,
    Claim,
    ClaimBalance,
    Entry,
    LedgerClock,
    Receivable,
    SheetMember,
    YearClose,
)
from saiken.register.queries.case_files import case_files
from saiken.register.queries.close_plan import CARRIED, carried, year_of
from saiken.register.queries.faults import Fault, misplaced, one_sided, wrongly_reversed
from saiken.register.queries.hand_over_faults import custody, hand_over_standings, officers
from saiken.register.queries.kept_faults import kept_figures
from saiken.register.queries.person_offices import offices_concerned
from saiken.register.queries.proposal_faults import proposals
from saiken.register.queries.search_keys import search_keys
from saiken.register.queries.standing_faults import standings
from saiken.register.queries.statement_faults import figures, moments, versions
from saiken.register.queries.work_faults import person_items
from saiken.register.queries.work_figure_faults import work_figures
from saiken.register.triggers.install import expected_triggers
from saiken.register.triggers.remove import installed

#: Balances that are not the sum of their entries, or stand where the last entry is not booked.
_BALANCES = """
SELECT summed.claim_id, summed.component, summed.yen, b.balance_yen,
       CASE WHEN b.receivable_id = last.receivable_id AND b.office_id = last.office_id THEN 1 ELSE 0 END
FROM (SELECT claim_id, component, MAX(sequence) AS last_sequence,
             SUM(CASE account WHEN 'assessment' THEN yen ELSE -yen END) AS yen
      FROM register_entry GROUP BY claim_id, component) summed
JOIN register_entry last ON last.sequence = summed.last_sequence
LEFT JOIN register_claimbalance b ON b.claim_id = summed.claim_id AND b.component = summed.component
WHERE b.balance_yen IS NULL OR b.balance_yen <> summed.yen
   OR b.receivable_id <> last.receivable_id OR b.office_id <> last.office_id
"""

#: Numbers whose predecessor is missing or was recorded later.
_BREAKS = """
SELECT e.sequence, CASE WHEN b.sequence IS NULL THEN 1 ELSE 0 END FROM register_entry e
LEFT JOIN register_entry b ON b.sequence = e.sequence - 1
WHERE e.sequence > 1 AND (b.sequence IS NULL OR b.recorded_at > e.recorded_at)
"""

#: Balances below zero that no entry recorded as an overpayment.
_BELOW_ZERO = """
SELECT b.claim_id, b.component, b.balance_yen FROM register_claimbalance b
WHERE b.balance_yen < 0 AND NOT EXISTS (SELECT 1 FROM register_entry e
    WHERE e.claim_id = b.claim_id AND e.component = b.component AND e.allows_overpayment)
"""


def _select(statement: str, parameters: dict[str, int] | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def balances() -> Iterator[Fault]:
    """残高: the cache equals the entries, per claim and component, and in total."""
    for claim_id, component, yen, cached_yen, booked in _select(_BALANCES):
        subject = f"債権 {claim_id} {component}"
        if cached_yen is None or cached_yen != yen:
            yield Fault("balance", subject, f"記入の合計は {int(yen):,}円ですが、残高は {cached_yen}円です")
        elif not booked:
            yield Fault("booked", subject, "残高の所属が最後の記入と違います")
    for claim_id, component, yen in _select(_BELOW_ZERO):
        yield Fault("below-zero", f"債権 {claim_id} {component}", f"過納の記入がないのに残高が {int(yen):,}円です")
    cached = ClaimBalance.objects.aggregate(rows=Count("claim_id"))
    components = _select("SELECT COUNT(*) FROM (SELECT DISTINCT claim_id, component FROM register_entry) e")[0][0]
    if cached["rows"] != components:
        yield Fault("balance", "台帳全体", f"残高は {cached['rows']}件ですが、記入のある債権は {components}件です")


def sequence() -> Iterator[Fault]:
    """通し番号: 1 to n without a gap, moments never going back, the clock at n."""
    for number, missing in _select(_BREAKS):
        message = "一つ前の通し番号がありません" if missing else "一つ前の記入より前に記録されたことになっています"
        yield Fault("sequence", f"記入 {number}", message)
    last = Entry.objects.aggregate(last=Max("sequence"), count=Count("sequence"))
    clock = LedgerClock.objects.get().last_sequence
    if not (last["last"] or 0) == last["count"] == clock:
        message = f"最後の番号 {last['last']}、件数 {last['count']}、記録された最後の番号 {clock} が一致しません"
        yield Fault("sequence", "台帳全体", message)


def years() -> Iterator[Fault]:
    """年度所属: accounting year and portion of every entry."""
    yield from misplaced(Entry.objects.all())


def sides() -> Iterator[Fault]:
    """移管・充当: both sides there and equal."""
    yield from one_sided(Entry.objects.all())


def reversals() -> Iterator[Fault]:
    """取消し: each takes back one whole entry."""
    yield from wrongly_reversed(Entry.objects.all())


def closes() -> Iterator[Fault]:
    """繰越: every close and its carry-overs equal the entries."""
    for close in YearClose.objects.select_related("receivable__bureau").order_by("receivable_id", "fiscal_year"):
        receivable = close.receivable
        subject = f"{receivable.bureau.name} {receivable.number} {close.fiscal_year}年度"
        carried_in_yen, figures = year_of(receivable, close.fiscal_year)
        stored = {name: getattr(close, name) for name in figures}
        if (carried_in_yen, figures) != (close.carried_in_yen, stored):
            yield Fault("carry-over", subject, "締めた時の年度計が台帳と違います")
        if carried(receivable, close.fiscal_year) != (close.carried_yen, close.carried_count):
            yield Fault("carry-over", subject, "締めた時の繰越額が台帳と違います")
        yield from _carry_overs(close, subject)


def _carry_overs(close: YearClose, subject: str) -> Iterator[Fault]:
    rows = _select(CARRIED, {"receivable": close.receivable_id, "year": close.fiscal_year})
    expected = {(claim_id, component): int(yen) for claim_id, component, yen in rows}
    written = CarryOver.objects.filter(year_close=close).values_list("claim_id", "component", "carried_yen")
    found = {(claim_id, component): yen for claim_id, component, yen in written}
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, 0) != found.get(key, 0):
            message = f"債権 {key[0]} {key[1]}: 台帳 {expected.get(key, 0):,}円、繰越 {found.get(key, 0):,}円"
            yield Fault("carry-over", subject, message)


def classes() -> Iterator[Fault]:
    """債権区分: allowed where the claim was assessed and where it is booked now."""
    allowed = {row.pk: (str(row), row.allowed_classes) for row in Receivable.objects.all()}
    assessed = Claim.objects.values_list("receivable_id", "legal_class").annotate(count=Count("id"))
    booked = ClaimBalance.objects.values_list("receivable_id", "claim__legal_class").annotate(count=Count("claim_id"))
    for receivable_id, legal_class, count in {*assessed.order_by(), *booked.order_by()}:
        name, classes_there = allowed[receivable_id]
        if legal_class not in classes_there:
            yield Fault("class", name, f"認められていない債権区分 {legal_class} の債権が {count}件あります")


def sheets() -> Iterator[Fault]:
    """様式: a receivable on one sheet in one year."""
    members = SheetMember.objects.select_related("sheet", "receivable").order_by(
        "receivable_id", "sheet__from_fiscal_year", "sheet_id"
    )
    before: SheetMember | None = None
    for member in members:
        if before and before.receivable_id == member.receivable_id:
            until = before.sheet.until_fiscal_year
            if until is None or until > member.sheet.from_fiscal_year:
                yield Fault(
                    "sheet", str(member.receivable), f"様式 {before.sheet.key} と {member.sheet.key} に載っています"
                )
        before = member


def triggers() -> Iterator[Fault]:
    """変更の禁止: everything that keeps history unchangeable is in the database."""
    for name in sorted(expected_triggers(connection) - {name for name, _ in installed(connection)}):
        yield Fault("trigger", name, "変更を防ぐ仕組みがありません。saiken register prepare で戻してください")


#: Every check of figures and statements by its word, in the order they run; the standings need the law and come last.
CHECKS: dict[str, Callable[[], Iterator[Fault]]] = {
    check.__name__: check
    for check in (
        triggers,
        sequence,
        balances,
        years,
        sides,
        reversals,
        closes,
        classes,
        sheets,
        figures,
        versions,
        moments,
        case_files,
        offices_concerned,
        search_keys,
        proposals,
        hand_over_standings,
        custody,
        officers,
        work_figures,
        kept_figures,
    )
}


def differences(*, lawbook: LawBook) -> Iterator[Fault]:
    """All faults of all checks and of the standings by the law book; an intact register gives none."""
    for check in CHECKS.values():
        yield from check()
    yield from standings(lawbook)
    yield from person_items()
