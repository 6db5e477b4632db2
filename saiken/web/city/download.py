"""The city page as files: the shown list as CSV, and every sheet of the year in one workbook.

The one idea: the CSV holds what the reader sees, chosen and ordered as on the page; the workbook always holds the whole city.
"""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse

from saiken.domain.sheets.edition import PORTIONS
from saiken.formats.sheet_csv.table import Encoding, to_csv
from saiken.formats.sheet_workbook.overview import Overview
from saiken.formats.sheet_workbook.write import write_city
from saiken.register.queries.city import SheetLine, city_overview
from saiken.register.queries.sheet_years import opening_year, sheet_years
from saiken.web.as_of.choice import moment_of
from saiken.web.city.choice import choice_from
from saiken.web.components.attachment import attachment
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.sheet.download import WORKBOOK_TYPE
from saiken.web.sheet.kept import checked_sheets

#: Columns of the CSV: label and column id of the result row.
_FIGURES = (
    ("過年度残高（千円）", "past_balance"),
    ("現年度残高（千円）", "current_balance"),
    ("合計残高（千円）", "total_balance"),
    ("過年度徴収率", "past_collection_rate"),
    ("現年度徴収率", "current_collection_rate"),
    ("合計徴収率", "total_collection_rate"),
    ("合計整理率", "total_settlement_rate"),
)
_GRADES = ("達成状況（過年度）", "達成状況（現年度）", "達成状況（合計）")


def city_csv(request: HttpRequest) -> HttpResponse:
    """The list as shown; `encoding=cp932` for older programs."""
    year, context = _year(request), context_of(request)
    overview = city_overview(year, editions=context.editions, as_of=moment_of(request.GET).as_of)
    heads = ["債権整理番号", "債権名", "局", "課", "債権区分", *(label for label, _ in _FIGURES), *_GRADES, "債務者数"]
    edition = context.editions[overview.edition_id]
    lines = [_line(line, edition.headings) for line in choice_from(request.GET).chosen(overview.lines)]
    encoding = Encoding.CP932 if request.GET.get("encoding") == "cp932" else Encoding.UTF_8
    return attachment(to_csv([heads, *lines], encoding), name=f"{year}年度_未収債権の一覧.csv", media_type="text/csv")


def _line(line: SheetLine, headings: Mapping[str, str]) -> list[str]:
    classes = "・".join(headings[f"short_{legal_class}"] for legal_class in line.sheet.legal_classes)
    texts = ["・".join(line.sheet.numbers), line.sheet.name, line.sheet.bureau, line.sheet.section, classes]
    figures = [str(line.cells[column]) for _, column in _FIGURES]
    return [*texts, *figures, *(line.grades.get(portion, "") for portion in PORTIONS), str(line.obligors.obligors)]


def city_workbook(request: HttpRequest) -> HttpResponse:
    """All sheets of the year with the overview in front."""
    year, context, moment = _year(request), context_of(request), moment_of(request.GET)
    overview = city_overview(year, editions=context.editions, as_of=moment.as_of)
    sheets = [checked.sheet for checked in checked_sheets(year, context=context, as_of=moment.as_of)]
    counts = {total.name: total.obligors.obligors for total in overview.bureaus if total.obligors}
    city = overview.city.obligors
    front = Overview(obligors={**counts, "": city.obligors if city else 0}, at_most=bool(city and city.at_most))
    content = write_city(sheets, edition=context.editions[overview.edition_id], states=context.states, overview=front)
    return attachment(content, name=f"{year}年度_未収債権.xlsx", media_type=WORKBOOK_TYPE)


def _year(request: HttpRequest) -> int:
    years = sheet_years()
    asked = number_of(request.GET, "year")
    if not years:
        raise Http404
    return asked if asked in years else opening_year(years)
