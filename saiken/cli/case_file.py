"""Reads CASE.json, one claim with its history, into the case that the rules ask.

The one idea: the published schema says what may be written, and what contradicts itself is refused with file, place, what was found and
what to do. The schema is published as `docs/reference/case.schema.json`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from saiken.cli.json_file import read_json_file, validator_of
from saiken.domain.claim.case import DEFAULT_PROFILE, Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.errors import InvalidInput

_SCHEMA = Path(__file__).with_name("case.schema.json")
_GRACES = frozenset({EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE})
#: Events that speak of a document sent before, by its number.
_OF_DOCUMENTS = frozenset({EventKind.RETURNED_MAIL, EventKind.SERVICE_BY_PUBLICATION})
_HELP = "docs/reference/case.schema.json"


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
    return validator_of(load_case_schema())


def read_case(file: Path) -> Case:
    """The case of a file; raises InvalidInput naming file and place."""
    written = read_json_file(file, validator=_validator(), help_at=_HELP)
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


def _case(written: Mapping[str, Any]) -> Case:
    kind = ClaimKind(written["kind"].replace("-", "_"))
    happened = tuple(
        _event(entry, place=f"events[{position}]") for position, entry in enumerate(written.get("events", ()))
    )
    return Case(
        kind=kind,
        legal_class=LegalClass(written.get("legal_class") or _class_of(kind, happened)),
        cause_on=date.fromisoformat(written["cause_date"]),
        due_on=date.fromisoformat(written["due_date"]),
        profile=written.get("profile") or DEFAULT_PROFILE,
        parties=tuple(map(_party, written["obligors"])) if "obligors" in written else SOLE_PRINCIPAL,
        events=happened,
    )


def _class_of(kind: ClaimKind, happened: Sequence[CaseEvent]) -> LegalClass:
    """The legal class where the file names none: another public claim whose disposition was suspended can be enforced."""
    suspended = any(event.kind is EventKind.DISPOSITION_SUSPENSION for event in happened)
    return LegalClass.PUBLIC_ENFORCEABLE if kind is ClaimKind.OTHER_PUBLIC and suspended else default_class(kind)


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
        if _named(case, first) & _named(case, second):
            yield from _pair_contradictions(first, second)


def _named(case: Case, event: CaseEvent) -> frozenset[str]:
    """Whom an event concerns; the principal obligor where nobody is named."""
    principal = next((party.key for party in case.parties if party.role is PartyRole.PRINCIPAL), "")
    return frozenset(event.obligors or (principal,))


def _party_contradictions(case: Case) -> Iterator[Contradiction]:
    keys = [party.key for party in case.parties]
    for position, key in enumerate(keys):
        if key in keys[:position]:
            place, message = f"obligors[{position}].key", "同じ名前の債務者が二人います"
            yield Contradiction(place, message, key, "一人に一つの名前", "名前を分けてください")
    shared = sum((party.share for party in case.parties if party.share is not None), Fraction(0))
    if shared > 1:
        message, remedy = "相続分の合計が1を超えています", "相続分を確かめてください（saiken law shares）"
        yield Contradiction("obligors", message, str(shared), "合わせて1まで", remedy)
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
    if event.kind in _OF_DOCUMENTS and not event.document_number:
        message = "どの文書についてのことか分かりません"
        remedy = "返戻や公示送達と、もとの文書に、同じ文書番号を書いてください"
        yield Contradiction(f"{place}.document_number", message, "なし", "文書番号", remedy)
    for position, key in enumerate(event.obligors):
        if key not in keys:
            where, known = f"{place}.obligors[{position}]", "、".join(sorted(keys))
            yield Contradiction(
                where, "obligors にない債務者です", key, known, "上の obligors に加えるか、名前を直してください"
            )


def _too_early(place: str, found: date, *, earliest: date, message: str) -> Contradiction:
    return Contradiction(place, message, str(found), f"{earliest} 以後の日", "日付を確かめてください")


def _pair_contradictions(first: CaseEvent, second: CaseEvent) -> Iterator[Contradiction]:
    """One demand recorded twice, or two graces at one time, for the same obligor."""
    place, found = f"{second.reference}.on", str(second.on)
    if first.kind is second.kind is EventKind.FORMAL_DEMAND and first.on == second.on:
        message = f"同じ日の督促が {first.reference} にもあります"
        yield Contradiction(place, message, found, "一通の督促は一件", "重複する一件を除いてください")
    if _is_grace(first) and _is_grace(second) and (first.until is None or second.on <= first.until):
        message = f"猶予の期間が {first.reference} と重なります"
        expected = f"{first.until} より後の日" if first.until else "終わりの日（until）のある猶予の後の日"
        yield Contradiction(place, message, found, expected, "先の猶予の終わりを書くか、一つにまとめてください")


def _is_grace(event: CaseEvent) -> bool:
    """Whether an event is a grace that stood; one cancelled as illegal never did."""
    return event.kind in _GRACES and event.outcome is not Outcome.CANCELLED_AS_ILLEGAL
