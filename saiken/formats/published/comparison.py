"""Table 6: the city's own rates, its rank and the averages of the designated cities, or the reason why not.

The one idea: rates come in pairs (own, average) in the order 過年度, 現年度, 合計, or beside their caption; a rank is a number
with 位. What is not clearly printed stays empty.
"""

import re

from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.sheet import Comparison
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.lookalikes import is_dash
from saiken.formats.published.tokens import rate_of

_CAPTIONS = {"過年度": "past", "現年度": "current", "合計": "total"}


def read_comparison(lines: tuple[Line, ...], file: str) -> Comparison:
    """Table 6 of one sheet; empty when the sheet prints none."""
    start = next((index for index, line in enumerate(lines) if anchors.is_comparison_heading(line)), None)
    if start is None:
        return Comparison()
    region = lines[start:]
    own, averages = _rates(region)
    return Comparison(
        own_rates=own,
        rank=_rank(region),
        averages=averages,
        reason=_reason(region),
        source=lines[start].source(file),
    )


def _rates(lines: tuple[Line, ...]) -> tuple[dict[str, str], dict[str, str]]:
    own: dict[str, str] = {}
    averages: dict[str, str] = {}
    for line in lines:
        for portion, rates in _captioned(line) or _in_pairs(line, own):
            if portion in own:
                continue
            own[portion] = rates[0]
            if len(rates) > 1:
                averages[portion] = rates[1]
    return own, averages


def _captioned(line: Line) -> list[tuple[str, list[str]]]:
    """Rates beside their caption: 「過年度徴収率 ⇥ 20.0% ⇥ 21.3%」."""
    match = re.match(
        r"(?P<caption>過年度|現年度|合計)(?:\S*)徴収率(?P<rest>.*)", re.sub(r"[(（][^)）]*[)）]", "", line.plain)
    )
    rates = _rates_in(match.group("rest")) if match else []
    return [(_CAPTIONS[match.group("caption")], rates)] if match and rates else []


def _in_pairs(line: Line, own: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Own rate and average after the city's name, the portions in the form's order."""
    parts = re.split(r"\S{1,6}市(?=\s)", line.plain)[1:]
    open_portions = [portion for portion in PORTIONS if portion not in own]
    found = [rates for part in parts if (rates := _rates_in(part))]
    return list(zip(open_portions, found, strict=False))


def _rates_in(text: str) -> list[str]:
    pieces = [piece for piece in text.split() if not is_dash(piece)]
    return [rate for piece in pieces if (rate := rate_of(piece)) is not None]


def _rank(lines: tuple[Line, ...]) -> int | None:
    for line in lines:
        match = re.search(r"(?<![\d.])(\d{1,2})\s*位", compatible(line.text.replace("\t", " ")))
        if match and ("市" in line.text or "順位" in line.text or len(line.plain) < 12):
            return int(match.group(1))
    return None


def _reason(lines: tuple[Line, ...]) -> str:
    """The text after 「その理由」, on the same line or the next one; a scrap without words is none."""
    for index, line in enumerate(lines):
        match = re.search(r"理由[:：]?(?P<rest>.*)$", line.text.replace("\t", " "))
        if match:
            follower = lines[index + 1].text if index + 1 < len(lines) else ""
            texts = (
                match.group("rest").strip(),
                follower.strip() if not anchors.is_head_line(Line(0, follower)) else "",
            )
            return next((text for text in texts if _is_sentence(text)), "")
    return ""


def _is_sentence(text: str) -> bool:
    return len(re.findall(r"[ぁ-んァ-ヶ一-龠]", text)) >= 5 and not re.match(r"\s*[①②]", text)
