"""What every grace (徴収の猶予, 職権・申請による換価の猶予) has in common: its length, its security, its end before time.

The one idea: the three graces differ in who may have one and in what they hold back; how long, against what security and when they are
cancelled is one law with few differences, and those are data here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.dates.period import last_day_of_months, last_day_of_years, next_day
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.lawbook import LawBook


class GraceKind(StrEnum):
    """徴収の猶予, 申請による換価の猶予, 職権による換価の猶予."""

    COLLECTION = "collection_grace"
    CONVERSION_BY_APPLICATION = "conversion_grace_by_application"
    CONVERSION_BY_OFFICE = "conversion_grace_by_office"


@dataclass(frozen=True)
class GraceTerms:
    """A grace as asked for: yen, first and last day; for an extension the first day of the grace that is extended and why."""

    yen: int
    from_on: date
    until: date
    first_from_on: date | None = None
    unavoidable_reason: bool = False
    has_security: bool = False
    security_excused: bool = False


#: Where the rules of each grace stand: length, extension, extension in the tax act's own paragraph.
ARTICLES = {
    GraceKind.COLLECTION: ("local_tax_act/15/1", "local_tax_act/15/4"),
    GraceKind.CONVERSION_BY_APPLICATION: ("local_tax_act/15-6/1", "local_tax_act/15-6/3"),
    GraceKind.CONVERSION_BY_OFFICE: ("local_tax_act/15-5/1", "local_tax_act/15-5/2"),
}


def length_conditions(kind: GraceKind, *, terms: GraceTerms, lawbook: LawBook) -> tuple[Condition, ...]:
    """猶予は一年以内とし、延長しても通じて二年を超えることができない."""
    if terms.until < terms.from_on:
        raise InvalidInput(
            "猶予の終わりが始まりより前です",
            place="猶予の期間",
            found=f"{terms.from_on.isoformat()}～{terms.until.isoformat()}",
        )
    length, extension = ARTICLES[kind]
    year = _last(terms.from_on, "grace_max_years", on=terms.from_on, lawbook=lawbook)
    found = [
        condition(
            "one_year", f"猶予は一年以内（{year.isoformat()} まで）である", holds=terms.until <= year, cites=length
        )
    ]
    if terms.first_from_on is not None:
        whole = _last(terms.first_from_on, "grace_total_years", on=terms.from_on, lawbook=lawbook)
        found += [
            condition(
                "two_years",
                f"はじめの猶予と合わせて二年以内（{whole.isoformat()} まで）である",
                holds=terms.until <= whole,
                cites=extension,
            ),
            condition(
                "unavoidable_reason",
                "猶予の期間に納付できなかったやむを得ない理由がある",
                holds=terms.unavoidable_reason,
                cites=extension,
            ),
        ]
    return tuple(found)


def security_condition(terms: GraceTerms, *, lawbook: LawBook) -> Condition:
    """猶予には担保を徴する。ただし、条例の定める額以下、期間以内又は特別の事情があるときは要しない."""
    free_yen = int(lawbook.value("grace_collateral_free_yen", on=terms.from_on).number)
    short = _last(terms.from_on, "grace_collateral_free_months", on=terms.from_on, lawbook=lawbook)
    return condition(
        "security",
        f"担保がある、又は要しない（{free_yen:,}円以下、{short.isoformat()} まで、特別の事情）",
        holds=terms.has_security or terms.security_excused or terms.yen <= free_yen or terms.until <= short,
        cites="local_tax_act/16/1",
    )


@dataclass(frozen=True)
class CancelFacts:
    """What has happened since a grace was given; each is a ground unless the office finds an unavoidable reason where the law has one."""

    advance_ground: bool = False
    instalment_missed: bool = False
    security_order_disobeyed: bool = False
    new_tax_arrears: bool = False
    default_on_listed_claim: bool = False
    obtained_by_fraud: bool = False
    circumstances_changed: bool = False
    ordinance_ground: bool = False
    no_longer_qualifies: bool = False
    unavoidable_reason: bool = False
    heard: bool = False
    silent_without_reason: bool = False


def may_cancel_grace(kind: GraceKind, *, facts: CancelFacts) -> Explained[Permission]:
    """猶予は、法の定める取消しの事由が生じたときに限り、徴収の猶予では弁明を聞いた上で、取り消すことができる.

    Default on a claim that an ordinance lists counts like new arrears of tax. Only a grace of collection needs the hearing.
    """
    grounds = cancel_grounds(kind, facts=facts)
    basis = _CANCEL[kind]
    found = [
        condition("ground", f"取消しの事由がある（{'、'.join(grounds) or 'なし'}）", holds=bool(grounds), cites=basis)
    ]
    if kind is GraceKind.COLLECTION:
        heard = facts.heard or facts.silent_without_reason or facts.advance_ground
        found.append(
            condition(
                "heard",
                "あらかじめ弁明を聞いた（繰上徴収の事由があるとき、正当な理由なく弁明しないときは要しない）",
                holds=heard,
                cites="local_tax_act/15-3/2",
            )
        )
    warnings = (
        ("取り消したときは、その旨を本人に通知し、猶予した金額を一時に徴収することができます",) if grounds else ()
    )
    return permission(may_cancel_grace, found, warnings=warnings)


#: Where the cancellation of each grace stands.
_CANCEL = {
    GraceKind.COLLECTION: "local_tax_act/15-3/1",
    GraceKind.CONVERSION_BY_APPLICATION: "local_tax_act/15-6-3/2",
    GraceKind.CONVERSION_BY_OFFICE: "local_tax_act/15-5-3/2",
}


def cancel_grounds(kind: GraceKind, *, facts: CancelFacts) -> tuple[str, ...]:
    """分納の不履行と新たな滞納は、やむを得ない理由があるときは取消しの事由としない: the grounds that hold, as officials name them."""
    office = kind is GraceKind.CONVERSION_BY_OFFICE
    possible = (
        ("繰上徴収の事由", facts.advance_ground),
        ("分割納付の不履行", facts.instalment_missed and not facts.unavoidable_reason),
        ("増担保等の求めに応じない", facts.security_order_disobeyed),
        ("新たな滞納", facts.new_tax_arrears and not facts.unavoidable_reason),
        ("条例で定める債権の不履行", facts.default_on_listed_claim and not facts.unavoidable_reason),
        ("不正な申請", facts.obtained_by_fraud and not office),
        ("財産の状況その他の事情の変化", facts.circumstances_changed),
        ("条例で定める場合", facts.ordinance_ground),
        ("職権による猶予の要件の消滅", facts.no_longer_qualifies and office),
    )
    return tuple(name for name, holds in possible if holds)


def _last(first: date, parameter_id: str, *, on: date, lawbook: LawBook) -> date:
    length = int(lawbook.value(parameter_id, on=on).number)
    in_years = lawbook.parameter(parameter_id).unit == "years"
    return last_day_of_years(first, length) if in_years else last_day_of_months(first, length)


def period_after(day: date, parameter_id: str, *, on: date, lawbook: LawBook) -> date:
    """期間は翌日から数える: the last day of a period of the law (months or years, as in force on `on`) that begins on the day after."""
    return _last(next_day(day), parameter_id, on=on, lawbook=lawbook)
