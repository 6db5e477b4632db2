"""Counts of claims and obligors: rules `claims-obligors` and `bulk-count`.

The one idea: one claim has one obligor for the purpose of the sheet, so obligors can never outnumber claims; and a
receivable that is assessed anew every year owes several claims per person, so an equal large number means that
people were counted. It counts nothing.
"""

from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.check.state_study import STATE_PORTIONS
from saiken.domain.sheets.check.state_totals import HEADINGS
from saiken.domain.states.table import State

#: Below this number an equal count of claims and obligors is common among receivables with one claim per person.
LARGE_COUNT = 100


def check_counts(case: Case) -> Iterator[Finding]:
    """Obligors against claims, then states with a balance but no claim."""
    claims, obligors = _claims(case), case.sheet.obligors
    if claims is not None and obligors is not None:
        if obligors > claims:
            yield _too_many_obligors(case, claims=claims, obligors=obligors)
        elif obligors == claims >= LARGE_COUNT and _is_periodic(case):
            yield _people_counted(case, claims)
    for portion in STATE_PORTIONS:
        yield from _uncounted(case, portion)


def _claims(case: Case) -> int | None:
    """The printed number of claims, or the sum of both portions."""
    study = case.state_studies.get("count")
    if case.sheet.claims_total is not None or study is None:
        return case.sheet.claims_total
    totals = [study.total(portion) for portion in STATE_PORTIONS if portion in case.sheet.states]
    known = [total for total in totals if total is not None]
    return sum(known) if known and len(known) == len(totals) else None


def _too_many_obligors(case: Case, *, claims: int, obligors: int) -> Finding:
    message = (
        f"債務者数{shown(obligors)}人が未収債権の件数{shown(claims)}件を上回っています。連帯債務者や相続人がいても"
        f"1件の債権は債務者1人と数えます。件数と債務者数を数え直してください。"
    )
    at = Spot("債務者数", "", case.sheet.source)
    return case.subject.error(Rule.CLAIMS_OBLIGORS, message, at=at, expected=claims, found=obligors)


def _is_periodic(case: Case) -> bool:
    """Assessed anew in every result year, and last for more than the whole balance: most is paid as it falls due."""
    results = [row for spec in case.edition.result_rows if (row := case.sheet.row(spec.id))]
    current = case.sheet.row(case.edition.grade_result_row)
    if current is None or any(row.yen("current_assessed") <= 0 for row in results):
        return False
    return current.yen("current_assessed") > current.yen("total_balance")


def _people_counted(case: Case, claims: int) -> Finding:
    message = (
        f"未収債権の件数と債務者数がともに{shown(claims)}です。毎年調定する債権では1人に複数の調定があるのが通例で、"
        f"人数を件数とした疑いがあります。まとめて調定したものは事実上の債権の数で数えてください。"
    )
    at = Spot(case.state_row("total", "count"), HEADINGS["total"], case.sheet.source)
    return case.subject.warning(Rule.BULK_COUNT, message, at=at, found=claims)


def _uncounted(case: Case, portion: str) -> Iterator[Finding]:
    """States whose balance stands for claims that were not counted; unknown states are left alone."""
    table = case.sheet.states.get(portion)
    if table is None or any(table.unplaced_count.values()) or any(table.unplaced_balance.values()):
        return
    for state in case.states:
        if table.balance.get(state.id, 0) != 0 and table.count.get(state.id, 0) == 0:
            yield _no_claim(case, portion, state=state, balance=table.balance[state.id])


def _no_claim(case: Case, portion: str, *, state: State, balance: int) -> Finding:
    row = case.state_row(portion, "count")
    message = (
        f"{row}の{state.mark}が0件ですが、残高が{shown(balance)}千円あります。件数か残高のどちらかを訂正してください。"
    )
    at = Spot(row, state.mark, case.sheet.states[portion].source)
    return case.subject.error(Rule.BULK_COUNT, message, at=at, found=0)
