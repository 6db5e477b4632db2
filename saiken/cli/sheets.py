"""`saiken sheets`: the annual sheets computed from the register, compared with the published ones, and opened down to entries.

The one idea: every figure here is computed when asked. Files out and in (`export`, `blank`, `import`) are in `sheet_files`.
"""

import unicodedata
from collections.abc import Sequence

import click

from saiken.cli.context import Context
from saiken.cli.output import ExitCode, emit, json_option, say
from saiken.cli.person import by_option
from saiken.cli.prepared import demand_prepared_register
from saiken.cli.progress import progress
from saiken.cli.published_tables import sheet_lines
from saiken.cli.sample import prepare_sample_city
from saiken.cli.sheet_files import COMMANDS as FILE_COMMANDS
from saiken.cli.tie_out_tables import tie_out_document, tie_out_lines
from saiken.cli.trace_tables import trace_document, trace_lines
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.formats.sheet_json.sheet_document import sheet_document
from saiken.register.queries.scope import everything
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import SheetEntry, find_sheet, sheets_of_year
from saiken.register.queries.sheet_years import opening_year, sheet_years
from saiken.register.queries.tie_out import TieOut
from saiken.register.queries.trace import Wanted, trace
from saiken.register.samples.load import loaded_city
from saiken.register.samples.published import PublishedSheet, load_published
from saiken.register.samples.tie_out_city import tie_out_city
from saiken.register.upkeep.prepare import is_prepared
from saiken.register.upkeep.temporary import temporary_register

#: The claims that a trace lists unless told otherwise; its sums are always over all.
CLAIMS_LISTED = 300

_number = click.option("--number", required=True, help="債権整理番号（全角も可）")
_bureau = click.option("--bureau", default="", help="所属（番号が複数の所属にあるとき）")
_year = click.option("--fiscal-year", "--year", "fiscal_year", type=int, help="様式の年度（西暦。省略時は最新）")


@click.group()
def sheets() -> None:
    """年次シートを台帳から算出し、公表値と照合し、内訳を追い、ファイルに出し入れする。"""


for command in FILE_COMMANDS:
    sheets.add_command(command)


@sheets.command("list")
@_year
@json_option
def list_sheets(fiscal_year: int | None, as_json: bool) -> None:
    """年度の様式を、所属と債権整理番号の順に示す。"""
    demand_prepared_register()
    years = sheet_years() if fiscal_year is None else (fiscal_year,)
    found = [(year, sheet) for year in years for sheet in sheets_of_year(year)]
    documents = [
        {
            "fiscal_year": year,
            "key": sheet.key,
            "bureau": sheet.bureau,
            "numbers": list(sheet.numbers),
            "name": sheet.name,
            "section": sheet.section,
            "figures_only": sheet.figures_only(year),
        }
        for year, sheet in found
    ]
    lines = [f"{year}  {sheet.bureau}  {'・'.join(sheet.numbers)}  {sheet.name}" for year, sheet in found]
    emit(documents, as_json=as_json, lines=lines or ["様式はありません"])


@sheets.command()
@_number
@_bureau
@_year
@json_option
def show(*, number: str, bureau: str, fiscal_year: int | None, as_json: bool) -> None:
    """様式を一つ、台帳から算出して示す。"""
    demand_prepared_register()
    editions = load_editions()
    year, entry = (
        _newest(number, bureau)
        if fiscal_year is None
        else (
            fiscal_year,
            find_sheet(number, fiscal_year=fiscal_year, bureau=bureau),
        )
    )
    sheet = sheet_value(entry.key, year, editions=editions, states=load_states())
    edition = editions[sheet.edition_id]
    title = f"■ {sheet.bureau} {'・'.join(sheet.numbers)} {sheet.name}（{year}年度、台帳から算出）"
    emit(sheet_document(sheet, edition), as_json=as_json, lines=sheet_lines(sheet, edition, title=title))


def _newest(number: str, bureau: str) -> tuple[int, SheetEntry]:
    """The year to begin with in which the sheet stands, and the sheet. Raises InvalidInput when there is none or several."""
    years = sheet_years()
    if not years:
        raise InvalidInput("台帳に様式がありません", remedy="saiken sample city で見本を作れます。")
    wanted = unicodedata.normalize("NFKC", number).strip()
    opening = opening_year(years)
    of_number = (year for year in (opening, *years) if any(wanted in sheet.numbers for sheet in sheets_of_year(year)))
    year = next(of_number, opening)
    return year, find_sheet(number, fiscal_year=year, bureau=bureau)


@sheets.command("trace")
@_number
@_bureau
@click.option("--row", required=True, help="実績の行（平30実績 など）")
@click.option("--column", required=True, help="列の記号（エ など）")
@click.option("--limit", type=click.IntRange(0), default=CLAIMS_LISTED, show_default=True, help="示す調定の数")
@click.option("--offset", type=click.IntRange(0), default=0, help="読み飛ばす調定の数")
@by_option
@json_option
def trace_figure(*, limit: int, offset: int, by: str, as_json: bool, **wanted: str) -> None:
    """金額の元になる調定と記入を、合計とともに示す。合計は常に全件。"""
    demand_prepared_register()
    found = trace(
        Wanted(**wanted),
        editions=load_editions(),
        states=load_states(),
        scope=everything(by, purpose="saiken sheets trace"),
        page=(offset, limit),
    )
    emit(trace_document(found), as_json=as_json, lines=trace_lines(found))


@sheets.command("tie-out")
@by_option
@json_option
@click.pass_obj
def tie_out_published(context: Context, *, by: str, as_json: bool) -> ExitCode:
    """見本の都市の実績を、公表された全ての様式とセルごとに照合する。台帳に見本がなければ、一時的に作る。"""
    if is_prepared() and loaded_city() is not None:
        compared = _compared()
    else:
        say("台帳に見本の都市がないため、一時的な台帳を作って照合します")
        with temporary_register(context.database_at):
            prepare_sample_city(None, lawbook=context.lawbook(), by=by)
            compared = _compared()
    emit(tie_out_document(compared), as_json=as_json, lines=tie_out_lines(compared))
    return ExitCode.FINDINGS if any(found.different for _, found in compared) else ExitCode.DONE


def _compared() -> Sequence[tuple[PublishedSheet, TieOut]]:
    editions = load_editions()
    published = load_published(editions)
    with progress("照合しています", total=len(published)) as advance:
        return tie_out_city(published, editions=editions, states=load_states(), advance=advance)
