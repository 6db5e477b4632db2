"""Reads the terms of ordinances: profiles, their claim kinds and the versions of each kind's terms.

The one idea: a later folder replaces a profile's terms of a kind, all versions together, so a municipality writes down only what differs.
Rates are named, never written here; what the terms mean is decided in `domain.rules`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from saiken.law.citation import Citation
from saiken.law.entry import Entry
from saiken.law.errors import LawBookFault
from saiken.law.files import LawFile, files
from saiken.law.ordinance import (
    DEFAULT_PROFILE,
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
from saiken.law.parameter import Parameter
from saiken.law.reading import in_sequence

_PROFILE = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DAY_COUNTS = "365|actual"
_RATE_OR_NONE = r"([0-9]+(\.[0-9]+)?)?"

Profiles = Mapping[str, Mapping[str, tuple[Terms, ...]]]


@dataclass(frozen=True)
class Known:
    """What terms may name: articles and parameters."""

    articles: frozenset[Citation]
    parameters: Mapping[str, Parameter]


@dataclass(frozen=True)
class _Basis:
    """The articles of the whole terms, for a part that names none of its own."""

    whole: tuple[Citation, ...]
    articles: frozenset[Citation]

    def of(self, part: Entry) -> tuple[Citation, ...]:
        return part.citations(known=self.articles) if part.has("cites") else self.whole


def read_ordinances(folders: Sequence[Path], *, known: Known) -> Profiles:
    """Terms by profile and claim kind, each kind's versions by day."""
    profiles: dict[str, dict[str, tuple[Terms, ...]]] = {}
    kinds: tuple[str, ...] = ()
    for folder in folders:
        for (profile, kind), versions in _versions(files(folder, "ordinances"), known=known).items():
            closed = in_sequence(versions, None, place=f"ordinances/{profile}: {kind}")
            profiles.setdefault(profile, {})[kind] = closed
        kinds = kinds or tuple(profiles.get(DEFAULT_PROFILE, {}))
        _check_kinds(profiles, kinds)
    return profiles


def _check_kinds(profiles: Profiles, kinds: Sequence[str]) -> None:
    """LawBookFault for terms of a kind that the package's own default profile does not have."""
    for profile, terms in profiles.items():
        for kind in terms:
            if kind not in kinds:
                raise LawBookFault(
                    f"ordinances/{profile} の kinds: {kind!r} とあります。次のいずれか（{'、'.join(kinds)}）を書いてください"
                )


def _versions(found: Sequence[LawFile], *, known: Known) -> Mapping[tuple[str, str], list[Terms]]:
    versions: dict[tuple[str, str], list[Terms]] = {}
    for file in found:
        if not _PROFILE.fullmatch(file.profile):
            raise LawBookFault(
                f"{file.name}: プロファイルの名は英小文字、数字とハイフンにしてください（{file.profile!r}）"
            )
        book = Entry.of_file(file.path, name=file.name)
        for entry in book.entries("terms", named="kinds"):
            for kind in entry.texts("kinds"):
                versions.setdefault((file.profile, kind), []).append(_terms(entry, kind, file=file, known=known))
            entry.close()
        book.close()
    return versions


def _terms(entry: Entry, kind: str, *, file: LawFile, known: Known) -> Terms:
    late = entry.part("late_charge") if entry.has("late_charge") else None
    damages = entry.part("delay_damages") if entry.has("delay_damages") else None
    whole = entry.citations(known=known.articles)
    basis = _Basis(whole, known.articles)
    return Terms(
        kind=KindId(kind),
        profile=file.profile,
        from_on=entry.day("from"),
        until_on=entry.day_or_none("until"),
        late_charge=_late_charge(late, known.parameters, basis=basis) if late else None,
        delay_damages=_delay_damages(damages, basis) if damages else None,
        demand=_demand(entry.part("demand"), basis),
        periods=_periods(entry.part("periods")),
        citations=whole,
        note=entry.text("note", default=""),
        verified=entry.yes("verified"),
    )


def _late_charge(entry: Entry, parameters: Mapping[str, Parameter], *, basis: _Basis) -> LateChargeTerms:
    tier_end = entry.one_of("tier_end", TierEnd)
    terms = LateChargeTerms(
        first_rate=_rate(entry, "first_rate", known=parameters),
        later_rate=_rate(entry, "later_rate", known=parameters),
        tier_end=tier_end,
        tier_months=entry.whole("tier_months", least=1 if tier_end is TierEnd.MONTHS else 0),
        start=entry.one_of("start", ChargeStart),
        only_after_designated=entry.yes("only_after_designated"),
        base_unit_yen=entry.whole("base_unit_yen", least=1),
        min_base_yen=entry.whole("min_base_yen", least=0),
        result_unit_yen=entry.whole("result_unit_yen", least=1),
        min_result_yen=entry.whole("min_result_yen", least=0),
        truncation=entry.one_of("truncation", Truncation),
        citations=basis.of(entry),
    )
    entry.close()
    return terms


def _rate(entry: Entry, key: str, *, known: Mapping[str, Parameter]) -> str:
    parameter = known.get(entry.text(key))
    if parameter is None or parameter.unit != "percent":
        raise entry.fault(key, "parameters にある割合（unit = percent）の id ", found=entry.text(key))
    return parameter.id


def _delay_damages(entry: Entry, basis: _Basis) -> DelayDamagesTerms:
    terms = DelayDamagesTerms(
        rate=entry.text("rate", default="", pattern=_RATE_OR_NONE),
        day_count=entry.text("day_count", pattern=_DAY_COUNTS),
        base_unit_yen=entry.whole("base_unit_yen", least=1),
        min_base_yen=entry.whole("min_base_yen", least=0),
        result_unit_yen=entry.whole("result_unit_yen", least=1),
        min_result_yen=entry.whole("min_result_yen", least=0),
        citations=basis.of(entry),
        none_by_designated=entry.yes("none_by_designated", default=False),
    )
    entry.close()
    return terms


def _demand(entry: Entry, basis: _Basis) -> DemandTerms:
    terms = DemandTerms(
        deadline_days=entry.whole("deadline_days", least=1),
        designated_days=entry.whole("designated_days", least=1),
        fee_yen=entry.whole("fee_yen", least=0),
        restart=entry.one_of("restart", DemandRestart),
        seizure=entry.one_of("seizure", SeizureStart),
        citations=basis.of(entry),
    )
    entry.close()
    return terms


def _periods(entry: Entry) -> ReasonablePeriods:
    terms = ReasonablePeriods(
        court_action_months=entry.whole("court_action_months", least=0),
        collection_suspension_months=entry.whole("collection_suspension_months", least=0),
        waiver_months=entry.whole("waiver_months", least=0),
    )
    entry.close()
    return terms
