"""What the pages of the law show, prepared from the law book: lines of parameters, articles and terms.

The one idea: half-open ranges of the book become inclusive days here, and nowhere else on these pages. It reads no request.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from saiken.law.act import Act, Article
from saiken.law.citation import Citation
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Terms
from saiken.law.parameter import DatedValue, Parameter
from saiken.law.proofs import Proof
from saiken.web.law.words import FIELDS, PARTS, Label, choice_text, number_text

Proofs = Mapping[Citation, tuple[Proof, ...]]

#: The day from which the book is kept; what was in force before it begins with it.
KEPT_FROM = date(1970, 1, 1)


@dataclass(frozen=True)
class Cited:
    """An article as the pages name it: its text, the act's page and the place on it."""

    text: str
    act_id: str
    anchor: str
    rule: str
    verified: bool
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class ArticleLine:
    """An article on the page of its act, with the parameters that rest on it."""

    cited: Cited
    article: Article
    last_on: date | None
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True)
class ValueLine:
    """One value of a parameter with its first and last day."""

    value: DatedValue
    text: str
    last_on: date | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True)
class ParameterLine:
    """A parameter in the list: what it is on the day, or that nothing is published for it."""

    parameter: Parameter
    now: ValueLine | None

    @property
    def verified(self) -> bool:
        """Whether every value was checked against a public source."""
        return all(value.verified for value in self.parameter.values)


@dataclass(frozen=True)
class ActLine:
    """An act in the list with how many of its articles are cited, and how many of them were not checked."""

    act: Act
    unverified: int


@dataclass(frozen=True)
class Cell:
    """What one profile says of a field, and whether it differs from the first profile."""

    text: str
    differs: bool

    @property
    def is_number(self) -> bool:
        """Whether it is set in figures."""
        return self.text.replace(",", "").isdigit()


@dataclass(frozen=True)
class Row:
    """One field of the terms across the profiles."""

    label: Label
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Part:
    """The fields of one part of the terms across the profiles."""

    label: Label
    rows: tuple[Row, ...]


def cited(citation: Citation, *, book: LawBook, proofs: Proofs) -> Cited:
    """An article as the pages name it."""
    article = book.article(citation)
    return Cited(
        text=book.text(citation),
        act_id=citation.act,
        anchor=citation.written.partition("/")[2].replace("/", "_"),
        rule=article.rule,
        verified=article.verified,
        proofs=proofs.get(citation, ()),
    )


def parameter_lines(book: LawBook, *, on: date, wanted: str) -> list[ParameterLine]:
    """The parameters whose title or identifier holds the text: the yearly rates first, they are looked up most."""
    found = [parameter for parameter in book.parameters.values() if wanted in parameter.title or wanted in parameter.id]
    return [
        ParameterLine(parameter, next((line for line in value_lines(parameter, book=book) if _covers(line, on)), None))
        for parameter in sorted(found, key=lambda parameter: parameter.unit != "percent")
    ]


def value_lines(parameter: Parameter, *, book: LawBook, proofs: Proofs | None = None) -> list[ValueLine]:
    """The values of a parameter, the latest first."""
    return [
        ValueLine(
            value=value,
            text=number_text(value.number, parameter.unit),
            last_on=_last(value.until_on),
            cited=tuple(cited(citation, book=book, proofs=proofs or {}) for citation in value.citations),
        )
        for value in reversed(parameter.values)
    ]


def act_lines(book: LawBook, *, wanted: str) -> list[ActLine]:
    """The acts whose title or number holds the text."""
    return [
        ActLine(act, sum(not article.verified for article in act.articles))
        for act in book.acts.values()
        if wanted in act.title or wanted in act.short or wanted in act.number
    ]


def article_lines(act: Act, *, book: LawBook, proofs: Proofs) -> list[ArticleLine]:
    """The cited articles of an act in their order."""
    resting = _resting(book)
    return [
        ArticleLine(
            cited=cited(article.citation, book=book, proofs=proofs),
            article=article,
            last_on=_last(article.in_force_until),
            parameters=tuple(resting.get(article.citation, ())),
        )
        for article in sorted(act.articles, key=lambda article: place_of(article.citation))
    ]


def place_of(citation: Citation) -> tuple[bool, list[int], int, int]:
    """Where an article stands in its act: supplementary provisions last, numbers as numbers."""
    numbers = [int("".join(sign for sign in part if sign.isdigit()) or 0) for part in citation.article.split("-")]
    return citation.article.startswith("s"), numbers, citation.paragraph, citation.item


def kinds_with_profiles(book: LawBook) -> list[tuple[str, int]]:
    """Every claim kind with how many profiles have terms of their own for it."""
    kinds = {kind: 0 for terms in book.ordinances.values() for kind in terms}
    return [(kind, sum(kind in terms for terms in book.ordinances.values())) for kind in kinds]


def terms_on(book: LawBook, kind: str, *, on: date) -> list[Terms]:
    """The terms in force on a day of every profile that has its own, the default first."""
    found = [
        terms
        for kinds in book.ordinances.values()
        for terms in kinds.get(kind, ())
        if terms.from_on <= on and (terms.until_on is None or on < terms.until_on)
    ]
    return sorted(found, key=lambda terms: (terms.profile != "default", terms.profile))


def parts_of(profiles: Sequence[Terms], *, book: LawBook) -> list[Part]:
    """The fields of the terms side by side, parts that no profile has left out."""
    parts = []
    for part, fields in FIELDS.items():
        held = [getattr(terms, part) for terms in profiles]
        if any(held):
            rows = tuple(_row(label, _texts(held, field, book=book)) for field, label in fields.items())
            parts.append(Part(PARTS[part], rows))
    return parts


def _texts(held: Iterable[object], field: str, *, book: LawBook) -> list[str]:
    return ["" if terms is None else _text(getattr(terms, field), field, book=book) for terms in held]


def _text(value: object, field: str, *, book: LawBook) -> str:
    if field in ("first_rate", "later_rate"):
        return book.parameters[str(value)].title
    if isinstance(value, bool):
        return "○" if value else "－"
    if isinstance(value, StrEnum):
        return choice_text(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _row(label: Label, texts: Sequence[str]) -> Row:
    return Row(label, tuple(Cell(text, text != texts[0]) for text in texts))


def _resting(book: LawBook) -> Mapping[Citation, list[Parameter]]:
    """The parameters by the articles their values cite."""
    resting: dict[Citation, list[Parameter]] = {}
    for parameter in book.parameters.values():
        for citation in dict.fromkeys(word for value in parameter.values for word in value.citations):
            resting.setdefault(citation, []).append(parameter)
    return resting


def _covers(line: ValueLine, on: date) -> bool:
    return line.value.from_on <= on and (line.last_on is None or on <= line.last_on)


def _last(until_on: date | None) -> date | None:
    return None if until_on is None else until_on - timedelta(days=1)
