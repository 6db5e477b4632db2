"""Reads the files of a law book and refuses what an official could have got wrong.

The one idea: the folders are read in order, a later one replaces entries of an earlier one by id; every refusal names the file, the entry,
what was found and what was expected. It answers no question about the law.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from saiken.law.act import Act, Article
from saiken.law.citation import Citation, cite
from saiken.law.errors import Gap, LawBookFault, Overlap
from saiken.law.ordinance import (
    ChargeStart,
    DelayDamagesTerms,
    DemandRestart,
    DemandTerms,
    KindId,
    LateChargeTerms,
    ReasonablePeriods,
    SeizureStart,
    Terms,
    TierEnd,
    Truncation,
)
from saiken.law.parameter import DatedValue, Parameter


def fingerprint(folders: Sequence[Path]) -> str:
    """The hash of every file read, by name and content."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.toml")):
            digest.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def read_acts(folders: Sequence[Path]) -> Mapping[str, Act]:
    """Acts by id."""
    acts = {}
    for file in _files(folders, "acts"):
        book = _toml(file)
        articles = tuple(_article(entry, book["id"], file=file) for entry in book.get("articles", ()))
        acts[book["id"]] = Act(book["id"], book["title"], book.get("short", book["title"]), book["number"], articles)
    return acts


def _article(entry: Mapping[str, Any], act: str, *, file: Path) -> Article:
    try:
        return Article(
            citation=Citation(act, entry["article"], entry.get("paragraph", 0), entry.get("item", 0)),
            rule=entry["rule"],
            in_force_from=entry["in_force_from"],
            in_force_until=entry.get("in_force_until"),
            checked_on=entry["checked_on"],
            source=entry["source"],
            verified=entry["verified"],
        )
    except KeyError as missing:
        raise LawBookFault(f"{file.name}: {entry.get('article', '?')}条に {missing} がありません") from missing


def read_parameters(folders: Sequence[Path]) -> Mapping[str, Parameter]:
    """Parameters by id, their values in order without gap or overlap."""
    parameters = {}
    for file in _files(folders, "parameters"):
        book = _toml(file)
        for entry in book["parameters"]:
            parameters[entry["id"]] = _parameter(entry, file=file)
    return parameters


def _parameter(entry: Mapping[str, Any], *, file: Path) -> Parameter:
    place = f"{file.name}: {entry['id']}"
    written = [_dated(value, place=place) for value in entry["values"]]
    published_until = entry.get("published_until")
    values = []
    for position, value in enumerate(written):
        following = written[position + 1].from_on if position + 1 < len(written) else published_until
        values.append(_closed(value, following, place=place))
    return Parameter(
        entry["id"], entry["title"], entry["unit"], tuple(values), published_until, entry.get("expected", "")
    )


def _dated(value: Mapping[str, Any], *, place: str) -> DatedValue:
    if not value.get("cites"):
        raise LawBookFault(f"{place}: {value.get('from')} からの値に根拠（cites）がありません")
    if not isinstance(value["value"], str | int) or isinstance(value["value"], bool):
        raise LawBookFault(f'{place}: {value["value"]!r} は数でありません。割合は "2.8" のように文字で書いてください')
    return DatedValue(
        number=Fraction(value["value"]),
        from_on=value["from"],
        until_on=value.get("until"),
        citations=tuple(cite(written) for written in value["cites"]),
        source=value["source"],
        verified=value["verified"],
    )


def _closed(value: DatedValue, following: date | None, *, place: str) -> DatedValue:
    """The value with its end, which is the day the next one begins; an end of its own must be that day."""
    if following is not None and following <= value.from_on:
        raise Overlap(f"{place}: {following.isoformat()} からの値が前の値と重なります")
    if value.until_on is not None and following is not None and value.until_on != following:
        kind = Gap if value.until_on < following else Overlap
        raise kind(f"{place}: {value.until_on.isoformat()} と {following.isoformat()} がつながりません")
    return replace(value, until_on=following if following is not None else value.until_on)


def read_ordinances(folders: Sequence[Path]) -> Mapping[str, Mapping[str, tuple[Terms, ...]]]:
    """Terms by profile and claim kind, each kind's versions by day."""
    profiles: dict[str, dict[str, tuple[Terms, ...]]] = {}
    for folder in folders:
        for file in sorted((folder / "ordinances").glob("*/*.toml")):
            kinds = profiles.setdefault(file.parent.name, {})
            for kind, versions in _versions(file).items():
                kinds[kind] = versions
    return profiles


def _versions(file: Path) -> Mapping[str, tuple[Terms, ...]]:
    book = _toml(file)
    kinds: dict[str, list[Terms]] = {}
    for entry in book["terms"]:
        for kind in entry["kinds"]:
            kinds.setdefault(kind, []).append(_terms(entry, KindId(kind), file=file))
    return {kind: tuple(versions) for kind, versions in kinds.items()}


def _terms(entry: Mapping[str, Any], kind: KindId, *, file: Path) -> Terms:
    try:
        late, damages, demand = entry.get("late_charge"), entry.get("delay_damages"), entry["demand"]
        return Terms(
            kind=kind,
            profile=file.parent.name,
            from_on=entry["from"],
            until_on=entry.get("until"),
            late_charge=_late_charge(late) if late else None,
            delay_damages=DelayDamagesTerms(**damages) if damages else None,
            demand=DemandTerms(
                **{
                    **demand,
                    "restart": DemandRestart(demand["restart"]),
                    "seizure": SeizureStart(demand["seizure"]),
                }
            ),
            periods=ReasonablePeriods(**entry["periods"]),
            citations=tuple(cite(written) for written in entry["cites"]),
            note=entry.get("note", ""),
            verified=entry["verified"],
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise LawBookFault(f"{file.parent.name}/{file.name}: {kind} の定めを読めません: {fault}") from fault


def _late_charge(entry: Mapping[str, Any]) -> LateChargeTerms:
    return LateChargeTerms(
        **{
            **entry,
            "tier_end": TierEnd(entry["tier_end"]),
            "start": ChargeStart(entry["start"]),
            "truncation": Truncation(entry["truncation"]),
        }
    )


def _files(folders: Sequence[Path], part: str) -> list[Path]:
    return [file for folder in folders for file in sorted((folder / part).glob("*.toml"))]


def _toml(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise LawBookFault(f"{file.name}: TOMLとして読めません: {fault}") from fault
