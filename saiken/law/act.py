"""Acts and their cited articles: number, our own sentence of each rule, since when, who checked it where.

The one idea: a rule in code cites an article, and the article stands here with a sentence an official can check. No wording of a
statute is copied.
"""

from dataclasses import dataclass
from datetime import date

from saiken.law.citation import Citation


@dataclass(frozen=True)
class Article:
    """One cited place; `rule` is our own Japanese sentence, `verified` false where no primary text was read (see `source`)."""

    citation: Citation
    rule: str
    in_force_from: date
    in_force_until: date | None
    checked_on: date
    source: str
    verified: bool


@dataclass(frozen=True)
class Act:
    """An act, decree or ordinance: identifier, title, short title for citations, official number, its cited articles."""

    id: str
    title: str
    short: str
    number: str
    articles: tuple[Article, ...]
