"""Reads acts and parameters and refuses what an official could have got wrong.

The one idea: folders are read in order and a later one replaces or adds by identifier; within one folder an identifier stands once. It
answers no question about the law; ordinances are read in `reading_ordinances`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from saiken.law.act import Act, Article
from saiken.law.citation import Citation
from saiken.law.entry import Entry
from saiken.law.errors import Gap, LawBookFault, Overlap
from saiken.law.files import LawFile, files
from saiken.law.ordinance import Terms
from saiken.law.parameter import DatedValue, Parameter

#: Units of parameters; of these the numbers need not be whole.
_UNITS = ("percent", "share", "yen", "years", "months", "days", "count")
_BROKEN_UNITS = ("percent", "share")

_IDENTIFIER = "[a-z][a-z0-9_]*"
_ARTICLE = "[0-9a-z]+(-[0-9]+)*"

_Version = TypeVar("_Version", DatedValue, Terms)


def read_acts(folders: Sequence[Path]) -> Mapping[str, Act]:
    """Acts by id; a later folder adds articles to an act or replaces them."""
    acts: dict[str, Act] = {}
    for folder in folders:
        for act in [_act(file) for file in files(folder, "acts")]:
            earlier = acts[act.id].articles if act.id in acts else ()
            merged = {article.citation: article for article in (*earlier, *act.articles)}
            acts[act.id] = replace(act, articles=tuple(merged.values()))
    return acts


def _act(file: LawFile) -> Act:
    book = Entry.of_file(file.path, name=file.name)
    act_id, title = book.text("id", pattern=_IDENTIFIER), book.text("title")
    if act_id != file.path.stem:
        raise book.fault("id", f"ファイル名と同じ {file.path.stem} ", found=act_id)
    articles: dict[Citation, Article] = {}
    for entry in book.entries("articles", named="article"):
        article = _article(entry, act_id)
        if article.citation in articles:
            raise LawBookFault(f"{entry.place}: {article.citation.written} が二度書かれています。一つにしてください")
        articles[article.citation] = article
    act = Act(act_id, title, book.text("short", default=title), book.text("number"), tuple(articles.values()))
    book.close()
    return act


def _article(entry: Entry, act: str) -> Article:
    article = Article(
        citation=Citation(
            act,
            entry.text("article", pattern=_ARTICLE),
            entry.whole("paragraph", least=1) if entry.has("paragraph") else 0,
            entry.whole("item", least=1) if entry.has("item") else 0,
        ),
        rule=entry.text("rule"),
        in_force_from=entry.day("in_force_from"),
        in_force_until=entry.day_or_none("in_force_until"),
        checked_on=entry.day("checked_on"),
        source=entry.text("source"),
        verified=entry.yes("verified"),
    )
    until = article.in_force_until
    if until is not None and until <= article.in_force_from:
        raise entry.fault("in_force_until", f"{article.in_force_from} より後の日", found=until.isoformat())
    entry.close()
    return article


def read_parameters(folders: Sequence[Path], *, known: frozenset[Citation]) -> Mapping[str, Parameter]:
    """Parameters by id, their values in order without gap or overlap; a later folder replaces a whole parameter."""
    parameters: dict[str, Parameter] = {}
    for folder in folders:
        parameters.update(_parameters_of(folder, known=known))
    return parameters


def _parameters_of(folder: Path, *, known: frozenset[Citation]) -> Mapping[str, Parameter]:
    """The parameters of one folder, each identifier once."""
    here: dict[str, Parameter] = {}
    for entry in _entries(folder, "parameters", named="id"):
        parameter = _parameter(entry, known=known)
        if parameter.id in here:
            raise LawBookFault(f"{entry.place}: {parameter.id} が二度書かれています。一つにしてください")
        here[parameter.id] = parameter
    return here


def _entries(folder: Path, part: str, *, named: str) -> Iterator[Entry]:
    """The entries of all files of one part, which is also the name of their list."""
    for file in files(folder, part):
        book = Entry.of_file(file.path, name=file.name)
        yield from book.entries(part, named=named)
        book.close()


def _parameter(entry: Entry, *, known: frozenset[Citation]) -> Parameter:
    unit, published_until = entry.text("unit"), entry.day_or_none("published_until")
    if unit not in _UNITS:
        raise entry.fault("unit", f"次のいずれか（{'、'.join(_UNITS)}）", found=unit)
    values = [_dated(value, unit=unit, known=known) for value in entry.entries("values", named="from")]
    if not values:
        raise entry.fault("values", "一つ以上の値", found=[])
    if published_until is None and (entry.has("expected") or values[-1].until_on is not None):
        raise LawBookFault(
            f"{entry.place} に published_until がありません。値のない最初の日を書くか、expected と最後の until を消してください"
        )
    parameter = Parameter(
        id=entry.text("id", pattern=_IDENTIFIER),
        title=entry.text("title"),
        unit=unit,
        values=in_sequence(values, published_until, place=entry.place),
        published_until=published_until,
        expected=entry.text("expected", default=None if published_until else ""),
    )
    entry.close()
    return parameter


def _dated(entry: Entry, *, unit: str, known: frozenset[Citation]) -> DatedValue:
    value = DatedValue(
        number=entry.number("value"),
        from_on=entry.day("from"),
        until_on=entry.day_or_none("until"),
        citations=entry.citations(known=known),
        source=entry.text("source"),
        verified=entry.yes("verified"),
    )
    if unit not in _BROKEN_UNITS and value.number.denominator != 1:
        raise entry.fault("value", f"整数（単位は {unit}）", found=str(value.number))
    entry.close()
    return value


def in_sequence(versions: Sequence[_Version], end: date | None, *, place: str) -> tuple[_Version, ...]:
    """The versions with their ends: each ends where the next begins, the last at `end`; raises Gap and Overlap."""
    following = [*(version.from_on for version in versions[1:]), end]
    return tuple(_closed(version, day, place=place) for version, day in zip(versions, following, strict=True))


def _closed(version: _Version, following: date | None, *, place: str) -> _Version:
    first, until = version.from_on, version.until_on
    if until is not None and until <= first:
        raise Overlap(f"{place}: {first} からの値が {until} に終わるとあります。終わりは始まりより後の日にしてください")
    if following is not None and following <= first:
        raise Overlap(f"{place}: {first} の次に {following} からの値があります。重ならないよう日付の順に書いてください")
    if until is not None and following is not None and until != following:
        kind = Gap if until < following else Overlap
        raise kind(f"{place}: {until} に終わる値の次が {following} からです。同じ日でつないでください")
    return replace(version, until_on=following if following is not None else until)
