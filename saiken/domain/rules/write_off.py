"""Write-off (不納欠損): which causes end a claim of which class, and what only looks like one.

The one idea: bookkeeping follows the law, never the other way: only what no longer exists or was given up in due form is written off,
in the fiscal year of its cause. The entry itself is made by the register.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.citation import cite


class WaiverBasis(StrEnum):
    """債権放棄の根拠: 議会の議決, 条例."""

    ASSEMBLY = "assembly_resolution"
    ORDINANCE = "ordinance"


@dataclass(frozen=True)
class WriteOffQuestion:
    """A write-off considered: the cause relied on, the day it took effect, what proves it.

    `completes_on` is the first day after the prescription period, `extinct_on` the first day after three years of suspension; `yen` names
    every component, `decided_on` the day of the approval.
    """

    cause: WriteOffCause
    kind: ClaimKind
    legal_class: LegalClass
    cause_on: date
    decided_on: date | None
    yen: Mapping[str, int]
    completes_on: date | None = None
    invoked_on: date | None = None
    extinct_on: date | None = None
    extinguished_on: date | None = None
    released_on: date | None = None
    waived_on: date | None = None
    waiver_basis: WaiverBasis | None = None


_PUBLIC = frozenset({LegalClass.PUBLIC_ENFORCEABLE, LegalClass.PUBLIC_UNENFORCEABLE})
_ENFORCEABLE = frozenset({LegalClass.PUBLIC_ENFORCEABLE})
_BY_COURT = frozenset({LegalClass.PUBLIC_UNENFORCEABLE, LegalClass.PRIVATE_LAW})

#: The classes in which each cause can end a claim, the sentence that says so, and where it stands.
_CLASSES = {
    WriteOffCause.PRESCRIPTION_COMPLETED: (
        _PUBLIC,
        "公債権である（私債権は、時効の援用があって初めて消滅する）",
        "local_autonomy_act/236/2",
    ),
    WriteOffCause.PRESCRIPTION_INVOKED: (
        frozenset({LegalClass.PRIVATE_LAW}),
        "私債権である（公債権は、援用を要せずに消滅する）",
        "civil_code/145",
    ),
    WriteOffCause.SUSPENDED_THREE_YEARS: (_ENFORCEABLE, "滞納処分のできる強制徴収公債権である", "local_tax_act/15-7/4"),
    WriteOffCause.EXTINGUISHED_AT_ONCE: (_ENFORCEABLE, "滞納処分のできる強制徴収公債権である", "local_tax_act/15-7/5"),
    WriteOffCause.RELEASED: (_BY_COURT, "施行令により免除のできる債権である", "local_autonomy_order/171-7/1"),
    WriteOffCause.WAIVED: (
        _BY_COURT,
        "放棄のできる債権である（強制徴収公債権は滞納処分の停止による）",
        "local_autonomy_act/96/1/10",
    ),
}


def may_write_off(question: WriteOffQuestion, *, on: date) -> Explained[Permission]:
    """不納欠損は、時効の完成（私債権は援用）、停止による消滅、免除又は放棄により、債権が消滅したときに限り行うことができる."""
    classes, sentence, article = _CLASSES[question.cause]
    effective_on = _effective_on(question)
    conditions = (
        condition("class", sentence, holds=question.legal_class in classes, cites=_basis(question, article)),
        *_evidence(question, article=article),
        condition(
            "took_effect",
            "事由の生じた日が到来している",
            holds=effective_on is not None and effective_on <= on,
            cites=_basis(question, article),
        ),
        condition(
            "cause_day",
            "事由の日が、証拠の示す日と一致する",
            holds=effective_on == question.cause_on,
            cites=_basis(question, article),
        ),
        condition(
            "yen",
            "本体・延滞金・手数料の別に、1円以上の額を示す",
            holds=bool(question.yen) and all(yen > 0 for yen in question.yen.values()),
            cites=_basis(question, article),
        ),
        condition(
            "decided",
            "決裁の日があり、事由の日より前でない",
            holds=question.decided_on is not None and question.cause_on <= question.decided_on <= on,
            cites=_basis(question, article),
        ),
    )
    return permission(may_write_off, conditions)


def _basis(question: WriteOffQuestion, article: str) -> str:
    """The tax act's own article where a tax is time-barred."""
    if question.cause is WriteOffCause.PRESCRIPTION_COMPLETED and question.kind is ClaimKind.TAX:
        return "local_tax_act/18/2"
    return article


def _effective_on(question: WriteOffQuestion) -> date | None:
    """The day on which the cause took effect, by what proves it."""
    return {
        WriteOffCause.PRESCRIPTION_COMPLETED: question.completes_on,
        WriteOffCause.PRESCRIPTION_INVOKED: question.invoked_on,
        WriteOffCause.SUSPENDED_THREE_YEARS: question.extinct_on,
        WriteOffCause.EXTINGUISHED_AT_ONCE: question.extinguished_on,
        WriteOffCause.RELEASED: question.released_on,
        WriteOffCause.WAIVED: question.waived_on,
    }[question.cause]


def _evidence(question: WriteOffQuestion, *, article: str) -> tuple[Condition, ...]:
    """What the cause needs beyond its day: an invocation after completion, a basis of the waiver."""
    if question.cause is WriteOffCause.PRESCRIPTION_INVOKED:
        completes_on, invoked_on = question.completes_on, question.invoked_on
        after = completes_on is not None and invoked_on is not None and completes_on <= invoked_on
        return (condition("invoked_after", "時効の完成の後に援用されている", holds=after, cites=article),)
    if question.cause is WriteOffCause.WAIVED:
        return (
            condition(
                "waiver_basis", "議会の議決又は条例による", holds=question.waiver_basis is not None, cites=article
            ),
        )
    return ()


def write_off_year(cause_on: date) -> Explained[int]:
    """不納欠損の年度は、決裁の日ではなく、債権が消滅した事由の日の属する会計年度とする."""
    year = fiscal_year_of(cause_on)
    step = Step(
        f"事由の日 {cause_on.isoformat()} は {year} 年度に属する", (cite("local_autonomy_act/208/1"),), cause_on
    )
    return Explained(year, rule_sentence(write_off_year), (step,), ("年度の所属は事由の日による市の扱い",))


#: What is often taken for the end of a claim and is not: why, and where it stands.
_NO_CAUSE = {
    EventKind.DISCHARGE: (
        "免責は責任を免れさせるにとどまり、債権は消滅しない。放棄又は時効等を要する",
        "bankruptcy_act/253/1",
    ),
    EventKind.COLLECTION_SUSPENSION: (
        "徴収停止は取立てをやめるにとどまり、債権は消滅しない。放棄又は時効等を要する",
        "local_autonomy_order/171-5",
    ),
    EventKind.DISPOSITION_SUSPENSION: (
        "滞納処分の停止は三年の継続又は即時の消滅を待つ。停止だけでは債権は消滅しない",
        "local_tax_act/15-7/4",
    ),
    EventKind.WHEREABOUTS_UNKNOWN: (
        "所在不明は停止の事由であって、債権を消滅させない",
        "local_autonomy_order/171-5/0/2",
    ),
    EventKind.PERFORMANCE_DEFERRAL: (
        "履行延期は期限を延ばすにとどまる。免除は十年を経た後による",
        "local_autonomy_order/171-7/1",
    ),
    EventKind.BANKRUPTCY_COMMENCEMENT: ("破産手続の開始は債権を消滅させない", "bankruptcy_act/253/1"),
}

#: The events that end a claim, and in which classes.
_CAUSES = {
    EventKind.PRESCRIPTION_INVOKED: WriteOffCause.PRESCRIPTION_INVOKED,
    EventKind.CLAIM_RELEASE: WriteOffCause.RELEASED,
    EventKind.CLAIM_WAIVER: WriteOffCause.WAIVED,
}


def cause_of(event: EventKind, *, legal_class: LegalClass) -> Explained[WriteOffCause | None]:
    """債権を消滅させる出来事だけが不納欠損の事由となり、免責や徴収停止だけでは事由とならない.

    The value is the cause, None when there is none.
    """
    cause = _CAUSES.get(event)
    if cause is not None and legal_class in _CLASSES[cause][0]:
        _, sentence, article = _CLASSES[cause]
        return Explained(cause, rule_sentence(cause_of), (Step(sentence, (cite(article),)),))
    sentence, article = _NO_CAUSE.get(event, ("この区分の債権を消滅させる出来事ではない", "local_autonomy_act/240/3"))
    return Explained(None, rule_sentence(cause_of), (Step(sentence, (cite(article),)),))
