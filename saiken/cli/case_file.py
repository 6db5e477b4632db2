"""Reads CASE.json, one claim with its history, into the case that the rules ask.

The one idea: the published schema says what may be written, and what contradicts itself is refused with file, place, what was found and
what to do. The schema is package data that others may copy (`case.schema.json`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from saiken.domain.claim.case import DEFAULT_PROFILE, Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.errors import InvalidInput

_SCHEMA = Path(__file__).with_name("case.schema.json")
_GRACES = frozenset({EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE})
_EXPECTED = {
    "enum": "次のいずれか: {value}",
    "type": "{value}",
    "format": "実在する日（YYYY-MM-DD）",
    "pattern": "1/2 のような分数",
}
_TYPES = {"string": "文字", "null": "無し", "array": "一覧（[ ]）", "object": "項目の集まり（{ }）"}


class Contradiction(NamedTuple):
    """Facts that cannot all be true: where, what is wrong, what was found and expected, what to do."""

    place: str
    message: str
    found: str
    expected: str
    remedy: str


def load_case_schema() -> dict[str, Any]:
    """The JSON Schema of CASE.json."""
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(load_case_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def read_case(file: Path) -> Case:
    """The case of a file; raises InvalidInput naming file and place."""
    written = _document(file)
    problem = best_match(_validator().iter_errors(written))
    if problem is not None:
        _refuse_shape(file, problem)
    case = _case(written)
    for fault in _contradictions(case):
        raise InvalidInput(
            fault.message,
            place=f"{file.name}: {fault.place}",
            found=fault.found,
            expected=fault.expected,
            remedy=fault.remedy,
        )
    return case


def _document(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except OSError as fault:
        raise InvalidInput("読めません", place=str(file), remedy="ファイルの名前と権限を確かめてください") from fault
    except UnicodeDecodeError as fault:
        raise InvalidInput(
            "文字コードが UTF-8 ではありません", place=file.name, remedy="UTF-8 で保存してください"
        ) from fault
    except json.JSONDecodeError as fault:
        raise InvalidInput(
            "JSON として読めません",
            place=f"{file.name}: {fault.lineno}行{fault.colno}文字目",
            expected="JSON",
            remedy="括弧、引用符、コンマを確かめてください",
        ) from fault
    except ValueError as fault:
        raise InvalidInput(
            "同じ項目が二度あります", place=file.name, found=str(fault), remedy="どちらか一つにしてください"
        ) from fault


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys occur once; a second one would silently replace the first."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(key)
    return dict(pairs)


def _refuse_shape(file: Path, problem: ValidationError) -> NoReturn:
    place = problem.json_path.removeprefix("$").removeprefix(".")
    found = "" if problem.validator in ("required", "additionalProperties") else _shown(problem.instance)
    message, expected = _complaint(problem)
    raise InvalidInput(
        message,
        place=f"{file.name}: {place}" if place else file.name,
        found=found,
        expected=expected,
        remedy="書き方は saiken law prescription --help と公開する定義（case.schema.json）にあります",
    )


def _complaint(problem: ValidationError) -> tuple[str, str]:
    """What is wrong with the shape, and what would do."""
    wanted: Any = problem.validator_value
    schema: Any = problem.schema
    found: Any = problem.instance
    match problem.validator:
        case "required":
            missing = [key for key in wanted if key not in found]
            return f"{'、'.join(missing)} がありません", "、".join(wanted)
        case "additionalProperties":
            unknown = [key for key in found if key not in schema["properties"]]
            return f"{'、'.join(unknown)} という項目はありません", "、".join(schema["properties"])
        case "enum":
            return "知らない値です", "、".join(str(word) for word in wanted if word is not None)
        case "type":
            return "値の型が違います", "、".join(
                _TYPES[word] for word in ([wanted] if isinstance(wanted, str) else wanted)
            )
        case "format":
            return "日付として読めません", "実在する日（YYYY-MM-DD）"
        case _:
            return "この値は使えません", str(schema.get("description", wanted))


def _shown(found: object) -> str:
    """A value as it was written, cut where it is long."""
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    return text if len(text) <= 40 else text[:40] + "…"


def _case(written: Mapping[str, Any]) -> Case:
    kind = ClaimKind(written["kind"].replace("-", "_"))
    events = enumerate(written.get("events", ()))
    return Case(
        kind=kind,
        legal_class=LegalClass(written.get("legal_class") or default_class(kind)),
        cause_on=date.fromisoformat(written["cause_date"]),
        due_on=date.fromisoformat(written["due_date"]),
        profile=written.get("profile") or DEFAULT_PROFILE,
        parties=tuple(map(_party, written["obligors"])) if "obligors" in written else SOLE_PRINCIPAL,
        events=tuple(_event(entry, place=f"events[{position}]") for position, entry in events),
    )


def default_class(kind: ClaimKind) -> LegalClass:
    """The legal class of a kind where the file names none; other public claims are taken as not enforceable."""
    if kind.is_private:
        return LegalClass.PRIVATE_LAW
    return LegalClass.PUBLIC_UNENFORCEABLE if kind is ClaimKind.OTHER_PUBLIC else LegalClass.PUBLIC_ENFORCEABLE


def _party(entry: Mapping[str, Any]) -> Party:
    share = entry.get("share")
    return Party(
        entry["key"], PartyRole(entry["role"]), Fraction(share) if share else None, from_on=_day(entry, "from_date")
    )


def _event(entry: Mapping[str, Any], *, place: str) -> CaseEvent:
    return CaseEvent(
        kind=EventKind(entry["event"]),
        on=date.fromisoformat(entry["on"]),
        until=_day(entry, "until"),
        outcome=Outcome(entry["outcome"]) if entry.get("outcome") else None,
        obligors=tuple(entry.get("obligors", ())),
        delivered_on=_day(entry, "delivered_on"),
        delivery=DeliveryResult(entry["delivery"]) if entry.get("delivery") else None,
        applied_on=_day(entry, "applied_on"),
        designated_on=_day(entry, "designated_on"),
        reason=entry.get("reason") or "",
        document_number=entry.get("document_number") or "",
        reference=place,
    )


def _day(entry: Mapping[str, Any], key: str) -> date | None:
    return date.fromisoformat(entry[key]) if entry.get(key) else None


def _contradictions(case: Case) -> Iterator[Contradiction]:
    """Facts that cannot all be true."""
    if case.due_on < case.cause_on:
        yield _too_early(
            "due_date", case.due_on, earliest=case.cause_on, message="納期限が原因の日（cause_date）より前です"
        )
    if case.kind.is_private is not (case.legal_class is LegalClass.PRIVATE_LAW):
        found, expected = case.legal_class.value, default_class(case.kind).value
        remedy = "種類（kind）か債権区分のどちらかを直してください"
        yield Contradiction("legal_class", "債権の種類と債権区分が合いません", found, expected, remedy)
    yield from _party_contradictions(case)
    for event in case.events:
        yield from _event_contradictions(case, event)
    for first, second in combinations(sorted(case.events, key=lambda event: event.on), 2):
        yield from _pair_contradictions(first, second)


def _party_contradictions(case: Case) -> Iterator[Contradiction]:
    keys = [party.key for party in case.parties]
    for position, key in enumerate(keys):
        if key in keys[:position]:
            place, message = f"obligors[{position}].key", "同じ名前の債務者が二人います"
            yield Contradiction(place, message, key, "一人に一つの名前", "名前を分けてください")
    principals = [party.key for party in case.parties if party.role is PartyRole.PRINCIPAL]
    if len(principals) != 1:
        found, remedy = "、".join(principals) or "なし", "ほかの人は joint、guarantor、heir などにしてください"
        yield Contradiction("obligors", "主たる債務者（principal）の数が合いません", found, "一人", remedy)


def _event_contradictions(case: Case, event: CaseEvent) -> Iterator[Contradiction]:
    place, keys = event.reference, {party.key for party in case.parties}
    ordered = [
        ("on", event.on, case.cause_on, "原因の日（cause_date）より前です"),
        ("until", event.until, event.on, "始まりの日（on）より前です"),
        ("delivered_on", event.delivered_on, event.on, "発した日（on）より前です"),
        ("designated_on", event.designated_on, event.on, "発した日（on）より前です"),
        ("applied_on", event.applied_on, case.cause_on, "原因の日（cause_date）より前です"),
        ("on", event.on, event.applied_on or event.on, "申請の日（applied_on）より前です"),
    ]
    for key, day, earliest, message in ordered:
        if day is not None and day < earliest:
            yield _too_early(f"{place}.{key}", day, earliest=earliest, message=message)
    for position, key in enumerate(event.obligors):
        if key not in keys:
            where, known = f"{place}.obligors[{position}]", "、".join(sorted(keys))
            yield Contradiction(
                where, "obligors にない債務者です", key, known, "上の obligors に加えるか、名前を直してください"
            )


def _too_early(place: str, found: date, *, earliest: date, message: str) -> Contradiction:
    return Contradiction(place, message, str(found), f"{earliest} 以後の日", "日付を確かめてください")


def _pair_contradictions(first: CaseEvent, second: CaseEvent) -> Iterator[Contradiction]:
    """One demand recorded twice, or two graces at one time, for the same obligors."""
    if first.obligors != second.obligors:
        return
    place, found = f"{second.reference}.on", str(second.on)
    if first.kind is second.kind is EventKind.FORMAL_DEMAND and first.on == second.on:
        message = f"同じ日の督促が {first.reference} にもあります"
        yield Contradiction(place, message, found, "一通の督促は一件", "重複する一件を除いてください")
    if first.kind in _GRACES and second.kind in _GRACES and (first.until is None or second.on <= first.until):
        message = f"猶予の期間が {first.reference} と重なります"
        expected = f"{first.until} より後の日" if first.until else "終わりの日（until）のある猶予の後の日"
        yield Contradiction(place, message, found, expected, "先の猶予の終わりを書くか、一つにまとめてください")
