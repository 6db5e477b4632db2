"""The typed figures of sheets whose receivables are kept as figures only, as of a moment.

The one idea: the last version recorded by then counts. They are thousand yen and stand beside the ledger's.
"""

from saiken.register.models import FiguresVersion
from saiken.register.queries.as_of import AsOf
from saiken.register.typed_figures import TypedFigures, from_json

#: Sheet id → fiscal year → figures.
TypedYears = dict[int, dict[int, TypedFigures]]


def typed_years(as_of: AsOf) -> TypedYears:
    """Every sheet's typed years."""
    rows = as_of.recorded(FiguresVersion.objects.all()).order_by("version")
    found: TypedYears = {}
    for sheet_id, fiscal_year, figures in rows.values_list("sheet_id", "fiscal_year", "figures"):
        found.setdefault(sheet_id, {})[fiscal_year] = from_json(figures)
    return found
