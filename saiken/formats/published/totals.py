"""The totals below table 3: claims, balance and obligors of the whole sheet.

The one idea: a number belongs to the caption it stands beside; where captions and numbers are printed apart, the
obligors' number is the one next to its caption and the other two stand in the form's order. It adds nothing up.
"""

import re
from dataclasses import dataclass

from saiken.formats.published import anchors
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.tokens import is_figure, likely_yen_of

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.]\d{3})+(?![\d.,])|(?<![\d.,])\d+(?![\d.,年度])")


@dataclass(frozen=True)
class Totals:
    """claims_total, balance_total (thousand yen) and obligors; None where unreadable."""

    claims: int | None = None
    balance: int | None = None
    obligors: int | None = None


def read_totals(lines: tuple[Line, ...]) -> Totals:
    """The three numbers of one sheet."""
    region = _region(lines)
    beside = _beside_captions(region)
    return beside if beside != Totals() else _apart(region)


def _region(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """From table 3's heading to the tables of prose."""
    start = next((index for index, line in enumerate(lines) if anchors.is_states_heading(line)), 0)
    ends = (
        index
        for index, line in enumerate(lines)
        if index > start and (anchors.is_verification_heading(line) or anchors.is_measures_heading(line))
    )
    return lines[start : next(ends, len(lines))]


def _beside_captions(lines: tuple[Line, ...]) -> Totals:
    """Captions that carry their number in the same line: 「決算見込における 3,158 未収債権の件数（過年度＋現年度）」."""
    found: dict[str, int] = {}
    for line in lines:
        text = compatible(line.text.replace("\t", " "))
        for part in re.split(r"(?=令和\s*\S{1,2}\s*年度\s*決算|平成\s*\S{1,2}\s*年度\s*決算)", text):
            name = _caption(part)
            numbers = _NUMBER.findall(_without_years(part))
            if name and len(numbers) == 1 and (value := likely_yen_of(numbers[0])) is not None:
                found.setdefault(name, value)
    return Totals(found.get("claims"), found.get("balance"), found.get("obligors"))


def _caption(text: str) -> str:
    if (
        re.search(r"債務者数", text)
        and not re.search(r"債務者数は|債務者数並び|者数、|[①②③]|の状況", text)
        and len(text) < 80
    ):
        return "obligors"
    if not re.search(r"過\s*年\s*度\s*\S\s*現|適\s*年\s*度\s*\S\s*現", text) or len(text) > 120:
        return ""
    return "claims" if "件数" in text else "balance" if re.search(r"未収金\S?\S?高", text) else ""


def _without_years(text: str) -> str:
    text = re.sub(r"[(（][^)）]*[)）]", " ", text)
    return re.sub(r"(令和|平成)?\s*(\d{1,2}|元)\s*年度|上記\s*\d+\s*の\s*\S*", " ", text)


def _apart(lines: tuple[Line, ...]) -> Totals:
    """Numbers alone on their lines: the one after the obligors' caption is theirs, the others claims and balance in
    order.
    """
    alone = [
        (index, line) for index, line in enumerate(lines) if is_figure(line.plain) and _NUMBER.fullmatch(line.plain)
    ]
    caption = next((index for index, line in enumerate(lines) if _is_obligor_caption(line)), None)
    obligors = next((line for index, line in alone if caption is not None and caption < index <= caption + 4), None)
    others = [likely_yen_of(line.plain) for _, line in alone if line is not obligors]
    others += [None, None]
    return Totals(others[0], others[1], likely_yen_of(obligors.plain) if obligors else None)


def _is_obligor_caption(line: Line) -> bool:
    return bool(re.fullmatch(r"(?:\S{0,8}時点の)?債務者数", re.sub(r"\s", "", line.plain)))
