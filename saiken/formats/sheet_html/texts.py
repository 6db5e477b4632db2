"""Head, grades, measures and comparison as HTML: the parts of the sheet that are not figures by row and column.

The one idea: measures are ordered lists whose numbers are the items' own, so a result can point at the plan it answers.
"""

from xml.etree.ElementTree import Element

from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.form import (
    NEXT_KINDS,
    OWN_PORTIONS,
    VERIFICATION_KINDS,
    classes_text,
    measure_text,
    measures_of,
    numbers_text,
)
from saiken.domain.sheets.sheet import Measure
from saiken.formats.sheet_html.element import Child, classes, el, lines
from saiken.formats.sheet_html.view import View


def head(view: View) -> Element:
    """Title and whose sheet it is."""
    sheet, words = view.sheet, view.words
    facts = (
        ("bureau", f"{sheet.bureau}　{sheet.section}".strip("　")),
        ("numbers", numbers_text(sheet)),
        ("name", sheet.name),
        ("legal_class", classes_text(words, sheet)),
    )
    entries = [el("div", None, el("dt", None, words[name]), el("dd", None, value)) for name, value in facts]
    only = el("p", {"class": "sheet-figures-only"}, words["figures_only"]) if sheet.figures_only else None
    title = el(f"h{view.heading_level}", {"class": "sheet-title", "id": view.id("title")}, words["title"])
    return el("header", {"class": "sheet-head"}, title, el("dl", {"class": "sheet-facts"}, *entries), only)


def grades(view: View) -> list[Child]:
    """Table 1 and what its marks mean."""
    items = []
    for portion in PORTIONS:
        names, column = (view.words[portion],), "達成状況"
        value = view.sheet.grades.get(portion) or ""
        shown = el(
            "dd",
            {"class": classes("sheet-grade", view.notes.severity(names, column))},
            *view.notes.mark(names, column),
            value,
        )
        items.append(el("div", None, el("dt", None, view.words[f"portion_{portion}"]), shown))
    marks = (("A", "grade_A"), ("B1", "grade_B1"), ("B2", "grade_B2"), ("－", "grade_none"))
    legend = "　".join(f"{mark}：{view.words[name]}" for mark, name in marks)
    return [el("dl", {"class": "sheet-grades"}, *items), el("p", {"class": "sheet-hint"}, legend)]


def verification(view: View) -> Element:
    """Table 4."""
    return _measures_table(view, "verification", kinds=VERIFICATION_KINDS)


def next_measures(view: View) -> Element:
    """Table 5."""
    return _measures_table(view, "measures", kinds=NEXT_KINDS)


def _measures_table(view: View, name: str, *, kinds: tuple[str, ...]) -> Element:
    heads = [el("th", {"scope": "col"}, view.words[f"portion_{portion}"]) for portion in OWN_PORTIONS]
    rows = []
    for kind in kinds:
        cells = [el("td", None, _items(view, kind, portion=portion)) for portion in OWN_PORTIONS]
        rows.append(el("tr", None, el("th", {"scope": "row"}, view.words[kind]), *cells))
    top = el("tr", None, el("th", {"scope": "col", "class": "sheet-corner"}, view.words["row_label"]), *heads)
    table = el("table", {"class": "sheet-table sheet-measures"}, el("thead", None, top), el("tbody", None, *rows))
    return view.scroll(name, table)


def _items(view: View, kind: str, *, portion: str) -> Element:
    found = measures_of(view.sheet, kind=kind, portion=portion)
    if not found:
        return el("p", {"class": "sheet-empty"}, "記載なし")
    return el("ol", {"class": "sheet-items"}, *(_item(view, measure) for measure in found))


def _item(view: View, measure: Measure) -> Element:
    answers = f"{view.words['planned']}{measure.answers}" if measure.answers is not None else None
    mark = el("span", {"class": "sheet-answers"}, answers) if answers else None
    return el("li", {"value": str(measure.number)}, mark, *lines(measure_text(view.words, measure)))


def comparison(view: View) -> list[Child]:
    """Table 6: own rates, averages, rank, or the reason why not."""
    words, shown = view.words, view.sheet.comparison
    heads = [el("th", {"scope": "col"}, words[name]) for name in ("row_label", "own_rate", "average_rate")]
    rows = []
    for portion in PORTIONS:
        rates = [
            el("td", {"class": "sheet-rate"}, rates.get(portion, "")) for rates in (shown.own_rates, shown.averages)
        ]
        rows.append(el("tr", None, el("th", {"scope": "row"}, words[f"rate_{portion}"]), *rates))
    table = el(
        "table",
        {"class": "sheet-table sheet-rates"},
        el("thead", None, el("tr", None, *heads)),
        el("tbody", None, *rows),
    )
    facts = []
    if shown.rank is not None:
        facts.append(
            el("div", None, el("dt", None, words["rank"]), el("dd", None, f"{shown.rank}{words['unit_rank']}"))
        )
    if shown.reason:
        facts.append(el("div", None, el("dt", None, words["comparison_reason"]), el("dd", None, shown.reason)))
    return [view.scroll("comparison", table), el("dl", {"class": "sheet-totals"}, *facts) if facts else None]
