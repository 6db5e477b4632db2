"""The sheet as HTML: every figure under its headers, links and findings where they belong, nothing unescaped."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from saiken.domain.sheets.check.finding import Finding, Rule, Spot, Subject
from saiken.domain.sheets.form import printed
from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.formats.sheet_html.write import sheet_fragment, sheet_page
from tests.support.sheets import EDITIONS, STATES, sheet_038, sheet_two_numbers

SUBJECT = Subject("福祉局", "038")


def fragment(sheet: Sheet, **more: object) -> Element:
    html = sheet_fragment(sheet, edition=EDITIONS[sheet.edition_id], states=STATES, **more)  # type: ignore[arg-type]
    return fromstring(html.replace("<br>", "<br/>"))


def cells(article: Element) -> Iterator[tuple[frozenset[str], Element]]:
    """Data cells with the ids of their headers."""
    for cell in article.iter("td"):
        yield frozenset((cell.get("headers") or "").split()), cell


def text(element: Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("sheet", [sheet_038(), sheet_two_numbers()], ids=lambda sheet: sheet.edition_id)
def test_every_figure_stands_under_its_row_and_column(sheet: Sheet) -> None:
    edition = EDITIONS[sheet.edition_id]
    by_headers = {headers: text(cell) for headers, cell in cells(fragment(sheet)) if headers}
    for row in sheet.rows:
        for column in edition.columns:
            headers = frozenset(
                {f"sheet-row-{row.row_id}", f"sheet-portion-{column.portion}", f"sheet-column-{column.id}"}
            )
            assert by_headers[headers] == printed(edition, row.cells[column.id])
    for portion, table in sheet.states.items():
        for state in STATES:
            headers = frozenset(
                {f"sheet-states-{portion}", f"sheet-states-{portion}-balance", f"sheet-state-{state.id}"}
            )
            assert by_headers[headers] == printed(edition, table.balance.get(state.id))


def test_every_id_that_is_referred_to_exists_once() -> None:
    article = fragment(sheet_two_numbers(), findings=[_rate_finding()])
    ids = [element.get("id") for element in article.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    referred = {name for headers, _ in cells(article) for name in headers}
    referred |= {name for head in article.iter("th") for name in (head.get("headers") or "").split()}
    referred |= {label for element in article.iter() for label in (element.get("aria-labelledby") or "").split()}
    referred |= {link.get("href", "").removeprefix("#") for link in article.iter("a")}
    assert referred <= set(ids)


def test_every_header_says_its_scope_and_wide_tables_have_captions() -> None:
    article = fragment(sheet_038())
    assert {head.get("scope") for head in article.iter("th")} == {"col", "colgroup", "row", "rowgroup"}
    figures = [table for table in article.iter("table") if "sheet-figures" in (table.get("class") or "")]
    assert [text(table[0]) for table in figures] == ["単位：千円、色付きは入力欄", "単位：千円"]
    assert [table[0].tag for table in figures] == ["caption", "caption"]


def test_figures_become_links_where_there_is_something_to_open() -> None:
    article = fragment(
        sheet_038(),
        link_of=lambda row, column: f"/f/{row}/{column}" if row == "result" else None,
        state_link_of=lambda portion, state, measure: f"/s/{portion}/{state}/{measure}",
    )
    links = {link.get("href"): text(link) for link in article.iter("a")}
    assert links["/f/result/past_received"] == "1,346"
    assert links["/s/past/S06/balance"] == "3,903"
    assert links["/s/past/recoverable/count"] == "56"
    assert links["/s/total/obligors/count"] == "42"
    assert not any(href and href.startswith("/f/result_year_before") for href in links)
    assert "/s/past/S01/balance" not in links


def test_a_finding_marks_its_cell_and_links_to_its_sentence_and_back() -> None:
    article = fragment(sheet_two_numbers(), findings=[_rate_finding(), _state_finding(), _sheet_finding()])
    marked = {headers: cell for headers, cell in cells(article) if "sheet-has-" in (cell.get("class") or "")}
    rate = marked[frozenset({"sheet-row-result", "sheet-portion-past", "sheet-column-past_collection_rate"})]
    assert (rate.get("class") or "").endswith("sheet-has-error")
    assert [(link.get("href"), link.get("id")) for link in rate.iter("a")] == [("#sheet-finding-1", "sheet-mark-1")]
    total = marked[frozenset({"sheet-states-past", "sheet-states-past-balance", "sheet-state-total"})]
    assert (total.get("class") or "").endswith("sheet-has-warning")
    assert len(marked) == 2
    listed = [item for item in article.iter("li") if (item.get("id") or "").startswith("sheet-finding-")]
    assert [item.get("id") for item in listed] == ["sheet-finding-1", "sheet-finding-2", "sheet-finding-3"]
    assert [[link.get("href") for link in item.iter("a")] for item in listed] == [
        ["#sheet-mark-1"],
        ["#sheet-mark-2"],
        [],
    ]


def test_a_total_that_differs_by_rounding_is_yellow_and_the_true_balance_stands_beside() -> None:
    by_class = {headers: cell.get("class") or "" for headers, cell in cells(fragment(sheet_two_numbers()))}
    assert (
        "sheet-difference"
        in by_class[frozenset({"sheet-states-past", "sheet-states-past-balance", "sheet-state-total"})]
    )
    assert (
        "sheet-difference"
        not in by_class[frozenset({"sheet-states-current", "sheet-states-current-balance", "sheet-state-total"})]
    )
    aside = {
        headers: text(cell)
        for headers, cell in cells(fragment(sheet_two_numbers()))
        if "sheet-aside" in (cell.get("class") or "")
    }
    assert aside[frozenset({"sheet-row-result", "sheet-column-true_balance"})] == "78,121,437"


def test_markup_in_names_and_texts_stays_text() -> None:
    sheet = replace(sheet_038(), name="<script>alert(1)</script>", section="A&B")
    html = sheet_fragment(sheet, edition=EDITIONS["2019"], states=STATES)
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "A&amp;B" in html
    assert b"<title>038 &lt;script&gt;" in sheet_page(sheet, edition=EDITIONS["2019"], states=STATES)


def test_a_paper_with_missing_rows_and_unreadable_states_is_shown_without_guessing() -> None:
    past = StateTable(unplaced_count={"recoverable": (7, 49)}, count_recoverable=56, count_total=56)
    article = fragment(replace(sheet_038(), rows=sheet_038().rows[:1], states={"past": past}))
    by_headers = {headers: text(cell) for headers, cell in cells(article) if headers}
    assert by_headers[frozenset({"sheet-row-result", "sheet-portion-past", "sheet-column-past_received"})] == ""
    assert by_headers[frozenset({"sheet-states-past", "sheet-states-past-count", "sheet-state-recoverable"})] == "56"
    assert "区分を読み取れない値（過年度・件数・回収債権）：7、49" in text(article)


def test_several_sheets_can_stand_on_one_page() -> None:
    first, second = (fragment(sheet_038(), prefix=prefix) for prefix in ("a", "b"))
    ids = [{element.get("id") for element in article.iter() if element.get("id")} for article in (first, second)]
    assert ids[0].isdisjoint(ids[1])


def test_the_page_stands_alone() -> None:
    page = sheet_page(sheet_038(), edition=EDITIONS["2019"], states=STATES).decode()
    assert (page.count("<h1"), page.count("<title>")) == (1, 1)
    assert page.startswith('<!DOCTYPE html>\n<html lang="ja">')
    assert not any(outside in page for outside in ("http:", "https:", "<link", "src=", "@import", "url("))


def _rate_finding() -> Finding:
    return SUBJECT.error(Rule.RATE, "率が違います。", at=Spot("令3実績", "キ"), expected="11.2%", found="11.3%")


def _state_finding() -> Finding:
    return SUBJECT.warning(Rule.STATE_BALANCE, "残高が違います。", at=Spot("過年度分 残高", "合計"))


def _sheet_finding() -> Finding:
    return SUBJECT.warning(Rule.COMPARISON_MISSING, "比較がありません。", at=Spot("政令指定都市比較", ""))
