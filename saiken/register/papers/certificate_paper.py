"""The certificate of a hand-over (引継書) as a paper on A4.

The one idea: it prints the certificate as it was written when the hand-over was proposed, and the steps taken since; nothing is looked up
anew.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from saiken.domain.claim.hand_over import condition_of
from saiken.domain.dates.era import format_wareki
from saiken.glossary import Glossary
from saiken.printing.tables_pdf import PaperTable, TablesPaper
from saiken.register.queries.hand_overs import HandOverDetail


def certificate_paper(found: HandOverDetail, *, glossary: Glossary) -> TablesPaper:
    """The paper, in Japanese."""
    line, given = found.line, found.certificate
    return TablesPaper(
        title="債権引継書",
        running=f"引継ぎ {line.number}",
        facts=(
            ("番号", line.number),
            ("引継ぎの日", format_wareki(found.on)),
            ("引き継ぐ所属", line.from_office),
            ("引継ぎを受ける所属", line.to_office),
            ("債務者", _named(given["obligor"])),
            ("条件", condition_of(line.condition).japanese),
            ("理由・経緯", found.reason or "－"),
            ("添える書類", given["attachments"] or "－"),
            ("件数・合計", f"{len(given['claims'])}件　{given['balance_yen']:,}円"),
            ("記入者", found.recorded_by),
        ),
        notes=tuple(given["warnings"]),
        tables=(
            _claims(given, glossary),
            _running(given, glossary),
            _acts(given, glossary),
            _steps(found, glossary),
        ),
    )


def _named(obligor: Mapping[str, Any]) -> str:
    return f"{obligor['name']}（宛名番号 {obligor['number']}）" if obligor["number"] else obligor["name"]


def _day(text: str) -> str:
    return format_wareki(date.fromisoformat(text)) if text else "－"


def _word(glossary: Glossary, identifier: str) -> str:
    """The word of an identifier; one without a word keeps its name."""
    return glossary.japanese(identifier) if identifier in glossary.terms else identifier


def _claims(given: Mapping[str, Any], glossary: Glossary) -> PaperTable:
    rows = tuple(
        (
            claim["receivable"],
            f"{claim['assessment_number']} {claim['instalment']}".strip(),
            _day(claim["due_on"]),
            f"{claim['balance_yen']:,}",
            _word(glossary, claim["state"] or claim["standing"]),
            _day(claim["completes_on"]),
            "" if claim["days"] is None else f"{claim['days']:,}",
        )
        for claim in given["claims"]
    )
    header = ("債権", "調定番号・期別", "納期限", "残高（円）", "区分", "時効の満了", "日数")
    return PaperTable("引き継ぐ債権", header, (16, 17, 18, 11, 20, 18, 7), rows, (3, 6))


def _running(given: Mapping[str, Any], glossary: Glossary) -> PaperTable:
    numbers = {claim["claim"]: claim["assessment_number"] for claim in given["claims"]}
    rows = tuple(
        (
            _word(glossary, one["kind"]),
            str(numbers.get(one["claim"], one["claim"])),
            _day(one["on"]),
            _day(one["until"]),
            one["document_number"] or "－",
        )
        for one in given["running"]
    )
    return PaperTable(
        "進行中の処分・手続", ("種類", "調定番号", "いつから", "いつまで", "文書番号"), (24, 20, 18, 18, 20), rows
    )


def _acts(given: Mapping[str, Any], glossary: Glossary) -> PaperTable:
    rows = tuple(
        (
            _day(act["on"]),
            _word(glossary, act["kind"]),
            _word(glossary, act["result"]) if act["result"] else "－",
            act["note"] or "－",
            _day(act["next_on"]),
        )
        for act in given["acts"]
    )
    return PaperTable("最近の処理・折衝", ("日付", "処理", "結果", "記事", "次の予定"), (16, 16, 14, 40, 14), rows)


def _steps(found: HandOverDetail, glossary: Glossary) -> PaperTable:
    return PaperTable(
        "引継ぎの経過", ("日付", "手続", "理由・内容", "記入者"), (18, 18, 46, 18), tuple(_step_rows(found, glossary))
    )


def _step_rows(found: HandOverDetail, glossary: Glossary) -> Iterator[tuple[str, ...]]:
    for step in found.steps:
        yield format_wareki(step.on), _word(glossary, step.kind), step.reason or "－", step.recorded_by
