"""Sample sheets for the tests of every output: real figures of a published sheet, prose of our own.

The one idea: figures go through `compute`, so a sample can never disagree with the form's formulas.
"""

from dataclasses import replace

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import goal_cells, sheet_rows
from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.sheets.sheet import Cells, Comparison, Measure, Row, Sheet, StateTable
from saiken.domain.states.table import load_states

EDITIONS = load_editions()
STATES = load_states()

#: 038 of the papers published in 2019: inputs イ エ オ コ サ シ by row.
_INPUTS_2019 = {
    "result_two_years_before": (2, 469, 0, 1629, 834, 0),
    "result_year_before": (-1, 317, 0, 3184, 1619, 0),
    "first_goal": (0, 790, 0, 0, 0, 0),
    "result": (-1262, 1346, 385, 750, 307, 0),
    "first_goal_next": (0, 708, 0, 0, 0, 0),
    "effort_goal_next": (0, 600, 0, 0, 0, 0),
    "first_goal_after_next": (0, 600, 0, 0, 0, 0),
}

#: A figures-only receivable of the papers published in 2022: inputs ウ エ オ and ウ' エ' オ' by row.
_INPUTS_2022 = {
    "result_two_years_before": (55772, 8423, 0, 467937, 453650, 0),
    "result_year_before": (61475, 14547, 0, 455589, 440690, 0),
    "revised_goal": (61827, 6000, 0, 447261, 438316, 0),
    "result": (67357, 7535, 0, 440625, 422325, 0),
    "first_goal_next": (64772, 8000, 0, 434261, 425576, 0),
    "revised_goal_next": (78122, 9000, 0, 430001, 421401, 0),
    "first_goal_after_next": (77722, 9000, 0, 416001, 407681, 0),
}

_MEASURES = (
    Measure(1, "planned", "past", "納付書の再送付にあわせて電話で連絡し、納付の意思と時期を確認する。"),
    Measure(2, "planned", "past", "転居先が分からない債務者について、住民票と戸籍の附票により所在を調査する。"),
    Measure(1, "planned", "current", "返還が決まった月のうちに面談し、分割納付の計画を立てる。"),
    Measure(1, "done", "past", "再送付した42件のうち31件で連絡がつき、19件で納付が始まった。", answers=1),
    Measure(2, "done", "past", "所在不明の7件を調査し、5件で新しい住所が判明した。", answers=2),
    Measure(1, "done", "current", "年度内に返還が決まった3件すべてで面談し、2件で計画を立てた。", answers=1),
    Measure(1, "issue", "past", "分割納付が途中で止まる例が多く、止まった月のうちに気付けていない。"),
    Measure(1, "issue", "current", "返還が決まってから最初の連絡までに平均40日かかっている。"),
    Measure(1, "improvement", "past", "納付が止まった債務者の一覧を毎月10日に作り、その月のうちに連絡する。"),
    Measure(1, "improvement", "current", "決定通知の発送と同じ日に電話し、面談の日を決める。"),
    Measure(1, "next", "past", "納付が止まった債務者への連絡を月ごとに数え、年度末に効果を確かめる。"),
    Measure(2, "next", "past", "時効の完成が近い債権を年度当初に抽出し、承認を得るか法的手続をとるかを決める。"),
    Measure(1, "next", "current", "過年度に同じ。"),
)


def sheet_038() -> Sheet:
    """福祉局 038 of 平成30年度 (edition 2019), with every table filled."""
    edition = EDITIONS["2019"]
    states = {
        "past": StateTable(count={"S02": 7, "S06": 49}, balance={"S02": 562, "S06": 3903}),
        "current": StateTable(count={"S02": 3}, balance={"S02": 443}),
    }
    return _sheet(
        edition,
        fiscal_year=2018,
        inputs=_INPUTS_2019,
        outside={"result_two_years_before": 3361, "first_goal": 2971},
        numbers=("038",),
        name="特別障がい者手当等返還金",
        states=states,
        obligors=42,
    )


def sheet_two_numbers() -> Sheet:
    """A sheet of 令和3年度 (edition 2022) over two receivables of two classes, with a rounding difference in table 3."""
    edition = EDITIONS["2022"]
    states = {
        "past": StateTable(
            count={"S01": 4, "S02": 210, "S03": 96, "S04": 12, "S06": 130, "S09": 41, "S11": 58, "S13": 9, "S16": 33},
            balance={
                "S01": 120, "S02": 18203, "S03": 9871, "S04": 2410, "S06": 14002,
                "S09": 5120, "S11": 6033, "S13": 1207, "S16": 2855,
            },
        ),
        "current": StateTable(count={"S01": 61, "S02": 302, "S06": 8}, balance={"S01": 2290, "S02": 15204, "S06": 806}),
    }  # fmt: skip
    sheet = _sheet(
        edition,
        fiscal_year=2021,
        inputs=_INPUTS_2022,
        outside={"result_two_years_before": 55772},
        numbers=("066", "076"),
        name="生活保護費返還金等",
        states=states,
        obligors=318,
    )
    return replace(
        sheet,
        legal_classes=(LegalClass.PUBLIC_ENFORCEABLE, LegalClass.PUBLIC_UNENFORCEABLE),
        comparison=Comparison(
            own_rates={"past": "23.7%", "current": "96.7%", "total": "88.0%"},
            rank=7,
            averages={"past": "21.4%", "current": "95.9%", "total": "87.1%"},
        ),
        true_balances_yen={"result": 78_121_437},
    )


def rows_from(edition: Edition, *, fiscal_year: int, cells_by_id: dict[str, Cells]) -> tuple[Row, ...]:
    """Rows of table 2 with labels and years of the edition."""
    return tuple(
        Row(spec.id, spec.label(fiscal_year), spec.kind, spec.fiscal_year(fiscal_year), cells_by_id[spec.id])
        for spec in edition.rows
        if spec.id in cells_by_id
    )


def _sheet(
    edition: Edition,
    *,
    fiscal_year: int,
    inputs: dict[str, tuple[int, ...]],
    outside: dict[str, int],
    numbers: tuple[str, ...],
    name: str,
    states: dict[str, StateTable],
    obligors: int,
) -> Sheet:
    named = {row: dict(zip(edition.input_columns, figures, strict=True)) for row, figures in inputs.items()}
    results: dict[int, Cells] = {}
    carried_in = outside["result_two_years_before"]
    chained = [row for row in edition.rows if row.kind == "result"]
    for spec in chained:
        cells = goal_cells(edition, inputs=named[spec.id], carried_in=carried_in)
        results[spec.fiscal_year(fiscal_year)] = cells
        carried_in = int(cells["total_balance"] or 0)
    goals = {row.id: named[row.id] for row in edition.goal_rows}
    cells_by_id = sheet_rows(edition, sheet_year=fiscal_year, results=results, goals=goals, outside=outside)
    return Sheet(
        edition_id=edition.id,
        fiscal_year=fiscal_year,
        numbers=numbers,
        name=name,
        bureau="福祉局",
        section="障がい福祉課",
        legal_classes=(LegalClass.PUBLIC_UNENFORCEABLE,),
        rows=rows_from(edition, fiscal_year=fiscal_year, cells_by_id=cells_by_id),
        grades={"past": "B1", "current": "B1", "total": "B1"},
        states=states,
        obligors=obligors,
        measures=_MEASURES,
    )
