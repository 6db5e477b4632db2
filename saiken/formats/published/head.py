"""The head of a sheet: bureau, section, numbers, name, legal classes.

The one idea: labels and values may be printed apart and wrapped, so the head lines are cut at their labels and every
piece is recognised by its own shape (three digits, a class's word); only what is left over is told apart by its label.
It resolves no alias.
"""

import itertools
import re
from dataclasses import dataclass

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.sheet import Source
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.lookalikes import digits_for

_LABEL = re.compile(
    r"(?:(?<=\s)|^)(所\s?属|課・担当|担\s?当|債権整理番号(?:\s*[(（]\s*[3３]\s*ケタ\s*[)）])?|債権区分|債権名)(?=\s|$)"
)
_NUMBERS = re.compile(r"(?<![\d.])\d{3}(?:\s*[・･·•、,，，./／]\s*\d{3})*(?![\d.])")
_NEAR_NUMBER = re.compile(r"(?<!\S)(?=[^\s]*\d)[0-9OoQDCIl|]{3}(?!\S)")
_CLASS = re.compile(
    r"(?:非?強制(?:徴収)?(?:公債権)?\s*[・･·•、,と及び]+\s*)*(?:非?強制徴収公債権|私債権)(?:\s*[(（]\s*非?\s*強\s*(?:制\s*)?公\s*[)）])?"
)


@dataclass(frozen=True)
class Head:
    """What the head says; empty strings and tuples where the paper does not print it."""

    numbers: tuple[str, ...] = ()
    name: str = ""
    bureau: str = ""
    section: str = ""
    legal_classes: tuple[LegalClass, ...] = ()
    source: Source = Source()  # noqa: RUF009 - Source is frozen


def read_head(lines: tuple[Line, ...], file: str) -> Head:
    """The head from wherever its lines stand in the sheet."""
    paragraphs = _paragraphs(lines)
    if not paragraphs:
        return Head()
    pieces = [piece for _, text in paragraphs for piece in _pieces(text)]
    numbers = _numbers(pieces)
    values = [(label, _without(text, numbers)) for label, text in pieces]
    bureau, section = _office(values)
    return Head(
        numbers=_three_digits(numbers),
        name=_name(values),
        bureau=bureau,
        section=section,
        legal_classes=_classes(" ".join(text for _, text in pieces)),
        source=paragraphs[0][0].source(file),
    )


def _paragraphs(lines: tuple[Line, ...]) -> list[tuple[Line, str]]:
    """Head lines, each with the lines that its wrapped text continues on (up to the next blank line, heading or
    label).
    """
    found: list[tuple[Line, str]] = []
    for index, line in enumerate(lines):
        if anchors.is_head_line(line):
            followers = itertools.takewhile(_continues, lines[index + 1 :])
            found.append((line, " ".join(line.cells) + "".join(follower.text.strip() for follower in followers)))
    return found


def _continues(line: Line) -> bool:
    text = line.plain
    return (
        bool(text)
        and not anchors.is_head_line(line)
        and not set(text) <= set("- \t|")
        and not re.search(r"^[0-9][.,]|実績|目標|過年度|現年度|単位|達成状況", text)
    )


def _pieces(text: str) -> list[tuple[str, str]]:
    """(label, text up to the next label)."""
    parts = _LABEL.split(text)
    labels = [re.sub(r"\s|[(（].*", "", label) for label in parts[1::2]]
    return list(zip(labels, (part.strip() for part in parts[2::2]), strict=True))


def _numbers(pieces: list[tuple[str, str]]) -> str:
    """The printed run of numbers, wherever it stands; a damaged one (O27) or one without its zeros only if no plain
    one is.
    """
    for text in (text for _, text in pieces):
        if match := _NUMBERS.search(compatible(text)):
            return match.group()
    for text in (text for _, text in pieces):
        if match := _NEAR_NUMBER.search(compatible(text)):
            return match.group()
    return next((text for label, text in pieces if label == "債権整理番号" and re.fullmatch(r"\d{1,2}", text)), "")


def _three_digits(printed: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d{3}", digits_for(printed).zfill(3 if printed else 0)))


def _without(text: str, numbers: str) -> str:
    """The text without its numbers and its class, as printed."""
    kept = text
    if numbers and numbers in compatible(text):
        start = compatible(text).index(numbers)
        kept = text[:start] + text[start + len(numbers) :] if len(compatible(text)) == len(text) else text
    return _CLASS.sub(" ", kept).strip()


def _office(values: list[tuple[str, str]]) -> tuple[str, str]:
    """(bureau, section): the first word after 所属 up to its 局, and everything else of 所属 and 担当."""
    belonging = next((text for label, text in values if label == "所属"), "")
    charge = next((text for label, text in values if label in ("担当", "課・担当") and text), "")
    words = re.split(r"[\s　]+", belonging, maxsplit=1)
    bureau, rest = words[0], words[1] if len(words) > 1 else ""
    if match := re.fullmatch(r"(.+?局)(.+)", bureau):
        bureau, rest = match.group(1), " ".join(filter(None, (match.group(2), rest)))
    return bureau, " ".join(filter(None, (rest.strip(), charge)))


def _name(values: list[tuple[str, str]]) -> str:
    """The name stands after its own label, or is what is left over after the label of the number or of the class."""
    for wanted in ("債権名", "債権整理番号", "債権区分"):
        for label, text in values:
            if label == wanted and text.strip(" -|"):
                return text.strip(" |")
    return ""


def _classes(text: str) -> tuple[LegalClass, ...]:
    match = _CLASS.search(text)
    if not match:
        return ()
    words = compatible(match.group())
    unenforceable = "非強" in words
    enforceable = bool(re.search(r"(?<!非)強制", words))
    found = [LegalClass.PUBLIC_ENFORCEABLE] if enforceable else []
    found += [LegalClass.PUBLIC_UNENFORCEABLE] if unenforceable else []
    return tuple(found + ([LegalClass.PRIVATE_LAW] if "私債権" in words else []))
