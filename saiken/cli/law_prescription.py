"""`saiken law prescription CASE.json --on DATE`: where prescription stands, per obligor, with its timeline.

The one idea: the file is read once and the rule is asked for every obligor; the principal's answer stands first, and the last day on which
something can still be done is said in plain words.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from saiken.cli.case_file import read_case
from saiken.cli.context import Context
from saiken.cli.law_days import DAY
from saiken.cli.output import emit, json_option
from saiken.cli.published_tables import width
from saiken.domain.claim.case import Case
from saiken.domain.claim.party import Party, PartyRole
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.prescription import NEW, Moment, Prescription, prescription
from saiken.glossary import Glossary, load_glossary
from saiken.law.lawbook import LawBook

_HEAD = ("日", "経過", "効果", "起算日", "完成する日", "根拠")
_ROLES = {
    PartyRole.PRINCIPAL: "主たる債務者",
    PartyRole.JOINT: "連帯債務者",
    PartyRole.GUARANTOR: "保証人",
    PartyRole.HEIR: "相続人",
    PartyRole.SECONDARY: "第二次納税義務者",
}

Answers = Mapping[Party, Explained[Prescription]]


@click.command("prescription")
@click.argument("file", metavar="CASE.json", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--on", "moment", type=DAY, required=True, help="いつの時点で調べるか（YYYY-MM-DD）。その後の経過は数えない"
)
@json_option
@click.pass_obj
def prescription_command(context: Context, file: Path, *, moment: datetime, as_json: bool) -> None:
    """債権一件（CASE.json）の消滅時効を、起算日、完成する日、経過ごとの効力と根拠とともに示す。休日による繰延べはしない。

    書き方は docs/reference/case.schema.json。
    """
    book, case, day = context.lawbook(), read_case(file), moment.date()
    _demand_profile(case, book, file=file)
    answers = {party: prescription(case, day, lawbook=book, party=party.key) for party in _in_order(case)}
    emit(_document(answers, book), as_json=as_json, lines=_lines(answers, day, book=book))


def _demand_profile(case: Case, book: LawBook, *, file: Path) -> None:
    """A profile that is not in the law book would be answered by the default's terms, so it is refused."""
    if case.profile not in book.ordinances:
        raise InvalidInput(
            "条例の名前として知りません",
            place=f"{file.name}: profile",
            found=case.profile,
            expected="、".join(sorted(book.ordinances)),
            remedy="このうちの一つを書くか、省いて既定の定めによってください",
        )


def _in_order(case: Case) -> list[Party]:
    """The principal first, the others as written."""
    return sorted(case.parties, key=lambda party: party.role is not PartyRole.PRINCIPAL)


def _document(answers: Answers, book: LawBook) -> dict[str, object]:
    principal, *_ = answers.values()
    document = _answer_document(principal, book)
    if len(answers) > 1:
        document["obligors"] = [
            {"key": party.key, "role": party.role.value, **_answer_document(explained, book)}
            for party, explained in answers.items()
        ]
    return document


def _answer_document(explained: Explained[Prescription], book: LawBook) -> dict[str, object]:
    found = explained.value
    return {
        "commences_on": found.commences_on,
        "completes_on": found.completes_on,
        "last_day": _last_day(found),
        "complete": found.complete,
        "needs_invocation": found.needs_invocation,
        "invoked_on": found.invoked_on,
        "extinct_on": found.extinct_on,
        "barred_by": found.barred_by,
        "regime": found.regime,
        "period_years": found.period_years,
        "next_change_on": found.next_change_on,
        "timeline": [_moment_document(moment, book) for moment in found.timeline],
        "rule": explained.rule,
        "citations": [book.text(citation) for citation in explained.citations()],
        "assumptions": list(explained.assumptions),
    }


def _last_day(found: Prescription) -> date | None:
    """The last day on which prescription is not yet complete."""
    return found.completes_on - ONE_DAY if found.completes_on else None


def _moment_document(moment: Moment, book: LawBook) -> dict[str, object]:
    return {
        "on": moment.on,
        "event": moment.event.kind.value if moment.event else None,
        "effect": moment.effect.value,
        "sentence": moment.sentence,
        "commences_on": moment.commences_on,
        "completes_on": moment.completes_on,
        "citations": [book.text(citation) for citation in moment.citations],
    }


def _lines(answers: Answers, on: date, *, book: LawBook) -> Iterator[str]:
    words = load_glossary()
    for party, explained in answers.items():
        if len(answers) > 1:
            yield f"■ {_ROLES[party.role]} {party.key}"
        yield from _answer_lines(explained, on, book=book, words=words)


def _answer_lines(explained: Explained[Prescription], on: date, *, book: LawBook, words: Glossary) -> Iterator[str]:
    found = explained.value
    yield _standing(found, on, words=words)
    if found.extinct_on:
        yield f"滞納処分の停止により {found.extinct_on} に消滅する"
    yield f"起算日 {found.commences_on}、期間 {found.period_years}年（{'新法' if found.regime == NEW else '旧法'}）"
    yield ""
    yield from _columns([_HEAD, *(_row(moment, book=book, words=words) for moment in found.timeline)])
    yield ""
    yield from (f"{moment.on}  {moment.sentence}" for moment in found.timeline)
    yield from (f"前提: {assumed}" for assumed in explained.assumptions)


def _row(moment: Moment, *, book: LawBook, words: Glossary) -> tuple[str, ...]:
    event = words.japanese(moment.event.kind) if moment.event else "（時の経過）"
    articles = "、".join(book.text(citation) for citation in moment.citations) or "－"
    days = (str(moment.commences_on), str(moment.completes_on or "定まらない"))
    return (str(moment.on), event, words.japanese(moment.effect), *days, articles)


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with every column as wide as it needs, flush left."""
    widths = [max(width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _standing(found: Prescription, on: date, *, words: Glossary) -> str:
    """The answer in one sentence."""
    if found.completes_on is None:
        return f"{on} 現在、{words.japanese(found.barred_by or '')}により時効は完成せず、完成する日は定まらない"
    if found.invoked_on:
        return f"{found.completes_on} に時効が完成し、{found.invoked_on} に援用された"
    if found.complete:
        rest = "援用を待つ" if found.needs_invocation else "債権は消滅した"
        return f"{found.completes_on} に時効が完成した。{rest}"
    return f"{found.completes_on} に時効が完成する。時効完成の前日は {_last_day(found)}"
