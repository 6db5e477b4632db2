"""Puts a sheet that was kept as figures only on claims, from a fiscal year on.

The one idea: what the claims carry into that year must equal, in thousand yen, what the typed figures left at the end of the year before;
else it is refused with both figures. Earlier years keep their typed figures, and so does every report as of an earlier moment.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.money import to_thousand_yen
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Receivable, SheetDefinition
from saiken.register.queries.as_of import NOW
from saiken.register.queries.typed import typed_years
from saiken.register.queries.year_figures import computed_ledger, figures_of
from saiken.register.typed_figures import TypedFigures


@action
def base_on_claims(*, sheet_id: int, fiscal_year: int, by: str, on: date) -> Done[int]:
    """All figures-only receivables of the sheet are in claims from `fiscal_year`; returns the carried-in yen that tied out."""
    sheet = found(SheetDefinition, sheet_id, called="様式")
    receivables = Receivable.objects.filter(memberships__sheet=sheet, claim_based_from__isnull=True)
    ids = list(receivables.values_list("pk", flat=True))
    if not ids:
        raise InvalidInput("数値のみの債権がありません", place=sheet.key)
    typed = typed_years(NOW).get(sheet_id, {}).get(fiscal_year - 1)
    if typed is None:
        raise InvalidInput(f"{fiscal_year - 1}年度の数値がありません", place=sheet.key)
    by_receivable = computed_ledger(NOW)
    carried_yen = sum(figures_of(by_receivable.get(pk, {}), fiscal_year).carried_in_yen for pk in ids)
    left, carried = _left(typed), to_thousand_yen(carried_yen)
    if left != carried:
        raise Refused(
            f"{sheet.key}: {fiscal_year - 1}年度末の残高 {left:,}千円と、台帳の繰越 {carried:,}千円が一致しません"
        )
    Receivable.objects.filter(pk__in=ids).update(claim_based_from=fiscal_year, claims_recorded_at=take().recorded_at)
    return Done(carried_yen, f"{sheet.key} {fiscal_year}年度", {"receivables": ids, "carried_yen": carried_yen})


def _left(typed: TypedFigures) -> int:
    """未収金残高 of the typed year in thousand yen."""
    return sum(
        typed.columns[f"{portion}_assessed"]
        - typed.columns[f"{portion}_received"]
        - typed.columns[f"{portion}_written_off"]
        for portion in ("past", "current")
    )
