"""What the calculations of money on the command line have in common: reading kinds, days with yen and spans, showing an explanation.

The one idea: everything typed is read once, with a refusal that says what was found and what would do; days shown are inclusive.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from saiken.cli.law_days import read_day
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step
from saiken.domain.rules.partial_payment import Payment
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import DEFAULT_PROFILE, Terms

#: More digits than any claim has.
_LONGEST_YEN = 18


def day_of(moment: datetime | None) -> date | None:
    """The day of an option that may be missing."""
    return moment.date() if moment else None


def read_payment(text: str, *, place: str = "--payment") -> Payment:
    """A partial payment as DAY:YEN."""
    day, separator, yen = text.partition(":")
    if not separator or not yen.removeprefix("-").isdecimal() or len(yen) > _LONGEST_YEN:
        raise InvalidInput(
            "一部納付として読めません",
            place=place,
            found=text[:40],
            expected="日:円（例 2025-09-30:120000）",
            remedy="日と額をコロンでつないでください",
        )
    return Payment(read_day(day, place=place), int(yen))


def read_span(text: str, *, place: str) -> tuple[date, date, str]:
    """A span FROM:UNTIL with both days included, as half-open days, and the word after a second colon."""
    from_text, separator, rest = text.partition(":")
    until_text, _, word = rest.partition(":")
    if not separator:
        raise InvalidInput(
            "期間として読めません",
            place=place,
            found=text,
            expected="始まりの日:終わりの日（例 2026-04-01:2026-09-30）",
            remedy="二つの日をコロンでつないでください",
        )
    return read_day(from_text, place=place), read_day(until_text, place=place) + ONE_DAY, word


def read_kind(book: LawBook, text: str, *, charge: str) -> tuple[ClaimKind, str]:
    """A claim kind of the default municipality, or a profile with one kind, or PROFILE/KIND.

    `charge` names the terms that the kind must have: late_charge or delay_damages.
    """
    plain = text.replace("-", "_")
    if plain in {kind.value for kind in ClaimKind}:
        return ClaimKind(plain), DEFAULT_PROFILE
    profile, _, kind = text.partition("/")
    kinds = _charged_kinds(book.ordinances.get(profile, {}), charge)
    if kind.replace("-", "_") in kinds:
        return ClaimKind(kind.replace("-", "_")), profile
    if not kind and len(kinds) == 1:
        return ClaimKind(kinds[0]), profile
    if kinds:
        raise _unknown_kind(text, [f"{profile}/{name.replace('_', '-')}" for name in kinds])
    raise _unknown_kind(text, _candidates(book, charge))


def _charged_kinds(kinds: Mapping[str, Sequence[Terms]], charge: str) -> list[str]:
    return sorted(kind for kind, versions in kinds.items() if any(getattr(terms, charge) for terms in versions))


def _candidates(book: LawBook, charge: str) -> list[str]:
    default = [kind.replace("_", "-") for kind in _charged_kinds(book.ordinances.get(DEFAULT_PROFILE, {}), charge)]
    profiles = [
        name for name, kinds in book.ordinances.items() if name != DEFAULT_PROFILE and _charged_kinds(kinds, charge)
    ]
    return [*default, *sorted(profiles)]


def _unknown_kind(text: str, candidates: Sequence[str]) -> InvalidInput:
    return InvalidInput(
        "債権の種類か条例の名前として知りません",
        place="種類",
        found=text,
        expected="、".join(candidates),
        remedy="このうちの一つを与えてください",
    )


def explained_document(explained: Explained[object], book: LawBook) -> dict[str, object]:
    """What every answer of a rule has: the rule, the articles, the assumptions, the steps."""
    return {
        "rule": explained.rule,
        "citations": [book.text(citation) for citation in explained.citations()],
        "assumptions": list(explained.assumptions),
        "steps": [_step_document(step, book) for step in explained.steps],
    }


def _step_document(step: Step, book: LawBook) -> dict[str, object]:
    known: dict[str, object] = {
        "from": step.from_on,
        "until": step.until_on - ONE_DAY if step.until_on else None,
        "days": step.days,
        "rate": percent_text(step.rate) if step.rate is not None else None,
        "yen": step.yen,
    }
    present = {word: value for word, value in known.items() if value is not None}
    return {"sentence": step.sentence, **present, "citations": [book.text(citation) for citation in step.citations]}


def explained_lines(explained: Explained[object], book: LawBook) -> list[str]:
    """Articles and assumptions for people."""
    articles = "、".join(book.text(citation) for citation in explained.citations())
    return [f"根拠: {articles}", *(f"前提: {assumed}" for assumed in explained.assumptions)]
