"""A figure opened by its number, row and column, by hand, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.register.actions.receive import receive
from saiken.register.actions.reduce import reduce
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.register_sheet import NewSheet, register_sheet
from saiken.register.actions.reverse import reverse
from saiken.register.actions.write_off import write_off
from saiken.register.models import AccessLog
from saiken.register.models.office import OfficeKind
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.trace import Trace, Wanted, result_year, trace
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

EDITIONS, STATES = load_editions(), load_states()
WANTED = Wanted(number="016", row="平30実績", column="エ")
ME = everything("kakari")


def _trace(column: str = "エ", *, scope: Scope = ME, page: tuple[int, int] = (0, 50), **other: str) -> Trace:
    wanted = replace(WANTED, column=column, **other)
    return trace(wanted, editions=EDITIONS, states=STATES, scope=scope, page=page)


@pytest.fixture
def paid(small: SmallRegister) -> SmallRegister:
    """Two claims of 2017 (10,400 and 20,300 yen): one paid in part, booked twice and reversed; one reduced, then given up."""
    first = small.claim("a", yen=10_400, fiscal_year=2017)
    second = small.claim("b", yen=20_300, fiscal_year=2017)
    receive(claim_id=first, yen=400, lawbook=BOOK, by="kakari", on=date(2017, 9, 1))
    receive(claim_id=first, yen=3_600, lawbook=BOOK, by="kakari", on=date(2018, 9, 1))
    twice = receive(claim_id=first, yen=3_600, lawbook=BOOK, by="kakari", on=date(2018, 9, 2))
    reverse(sequence=twice, lawbook=BOOK, by="kakari", on=date(2018, 9, 3))
    reduce(claim_id=second, yen=300, lawbook=BOOK, by="kakari", on=date(2018, 10, 1))
    cause = WriteOffCause.PRESCRIPTION_COMPLETED
    write_off(claim_id=second, yen=20_000, cause=cause, lawbook=BOOK, by="kakari", on=date(2019, 3, 31))
    return small


@pytest.mark.parametrize(
    ("column", "yen", "cell", "claims", "entries"),
    [
        ("ア", 30_300, 31, 2, 3),
        ("イ", 300, 1, 1, 1),
        ("ウ", 30_000, 30, 2, 4),
        ("エ", 3_600, 4, 1, 3),
        ("オ", 20_000, 20, 1, 1),
        ("カ", 23_900, 25, 2, 5),
        ("キ", 6_400, 6, 2, 8),
        ("コ", 0, 0, 0, 0),
        ("テ", 6_400, 6, 2, 8),
    ],
)
def test_every_yen_column_is_a_sum_of_entries(
    paid: SmallRegister, column: str, yen: int, cell: int, claims: int, entries: int
) -> None:
    found = _trace(column)
    assert (found.sum_yen, found.cell, found.claims, found.entries) == (yen, cell, claims, entries)
    assert sum(entry.counted_yen for line in found.lines for entry in line.entries) == yen
    assert [line.yen for line in found.lines] == [
        sum(entry.counted_yen for entry in line.entries) for line in found.lines
    ]


def test_a_sheet_that_was_given_up_is_opened_in_its_last_year(small: SmallRegister) -> None:
    for year in (2018, 2020):
        small.claim(str(year), fiscal_year=year, receivable_id=small.water)
    small.water_sheet(until_fiscal_year=2019)
    found = _trace("コ", number="088")
    assert (found.sheet_year, found.sum_yen) == (2018, 10_000)


def test_the_pages_together_are_all_claims_and_every_page_has_the_whole_sum(paid: SmallRegister) -> None:
    pages = [_trace("ア", page=(offset, 1)) for offset in (0, 1, 2)]
    assert [len(page.lines) for page in pages] == [1, 1, 0]
    assert {line.assessment_number for page in pages for line in page.lines} == {"a", "b"}
    assert {page.sum_yen for page in pages} == {30_300}


def test_what_the_form_s_rounding_adds_is_told_apart_from_the_sum(paid: SmallRegister) -> None:
    assert {letter: _trace(letter).rounding_drift for letter in "アイウエカテ"} == {
        "ア": 1,  # 31 − 0 of the year before, though 30,300 yen remain
        "イ": 1,
        "ウ": 0,
        "エ": 0,
        "カ": 1,
        "テ": 0,
    }


def test_persons_are_named_to_those_who_may_see_them_and_that_is_logged(paid: SmallRegister) -> None:
    assert {line.obligor for line in _trace(scope=Scope("nobody", frozenset())).lines} == {""}
    assert not AccessLog.objects.exists()
    assert {line.obligor for line in _trace().lines} == {"見本 太郎"}
    assert AccessLog.objects.get().what == "trace"


def test_a_number_of_two_bureaus_is_refused_with_the_candidates(paid: SmallRegister) -> None:
    other = register_office(key="other", name="別見本局", kind=OfficeKind.BUREAU, **WHO)
    new = NewReceivable(
        bureau_id=other, number="016", name="見本使用料", section_id=other,
        allowed_classes=[LegalClass.PRIVATE_LAW], claim_based_from=2016,
    )  # fmt: skip
    sheet = NewSheet(
        key="別見本局/016", bureau_id=other, section_id=other, numbers=["016"], name="見本使用料",
        receivable_ids=[register_receivable(receivable=new, **WHO)], from_fiscal_year=2016,
    )  # fmt: skip
    register_sheet(sheet=sheet, **WHO)
    with pytest.raises(InvalidInput, match="複数の所属") as refused:
        _trace()
    for candidate in ("見本局 見本保険料等", "別見本局 見本使用料"):
        assert candidate in str(refused.value)
    assert _trace(bureau="見本局").sum_yen == 3_600
    assert _trace(bureau="別見本局").sum_yen == 0


@pytest.mark.parametrize(
    ("number", "row", "column"),
    [("０１６", "平３０実績", "エ"), ("016", "平 30 実績", "ｴ"), (" 016 ", "平30実績", "エ ")],
)
def test_any_width_will_do(paid: SmallRegister, number: str, row: str, column: str) -> None:
    assert _trace(column, number=number, row=row).sum_yen == 3_600


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"column": "ク"}, "率の内訳は"),
        ({"column": "ん"}, "列がありません"),
        ({"row": "平30当初目標"}, "実績の行の名前ではありません"),
        ({"number": "999"}, "様式がありません"),
        ({"bureau": "どこか"}, "様式がありません"),
    ],
)
def test_what_is_no_figure_with_entries_is_refused(paid: SmallRegister, change: dict[str, str], sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence):
        _trace(**change)


@pytest.mark.parametrize(
    ("label", "year"),
    [("平30実績", 2018), ("令元実績", 2019), ("令２実績", 2020), ("平31実績", None), ("令1実績", None)],
)
def test_labels_name_years_as_the_form_writes_them(label: str, year: int | None) -> None:
    if year is None:
        with pytest.raises(InvalidInput):
            result_year(label)
    else:
        assert result_year(label) == year
