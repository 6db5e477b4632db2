"""Release of a deferred claim after ten years (免除, 自治令 171条の7).

The one idea: ten years are counted from the original due day or, when the first deferral came after it, from that deferral; a debtor who is
then still without means and without prospect may be released, without a vote of the assembly.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import last_day_of_years, next_day
from saiken.domain.rules.exclusion import ExcludedClaim, order_applies
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.permission import Permission, condition, permission
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_ARTICLE = "local_autonomy_order/171-7/1"


@dataclass(frozen=True)
class ReleaseQuestion:
    """A release considered: the original due day, the first deferral and whether it was for want of means, and the debtor today.

    `relent_loan` with `borrower_released`: a loan that the debtor lent on, who is released on condition that he releases his borrower.
    """

    legal_class: LegalClass
    due_on: date
    first_deferred_on: date
    deferred_without_means: bool
    still_without_means: bool
    no_prospect: bool
    relent_loan: bool = False
    borrower_released: bool = False
    excluded: ExcludedClaim | None = None


def release_from(due_on: date, first_deferred_on: date, *, lawbook: LawBook) -> Explained[date]:
    """免除は、当初の履行期限（その後に初めて延期したときは、その日）から十年を経過した後にすることができる.

    The value is the first such day.
    """
    years = int(lawbook.value("release_years", on=first_deferred_on).number)
    counted_from = max(due_on, first_deferred_on)
    last_on = last_day_of_years(next_day(counted_from), years)
    origin = "最初の延期の日" if first_deferred_on > due_on else "当初の履行期限"
    sentence = f"{origin} {counted_from.isoformat()} の翌日から {years} 年を数え、{last_on.isoformat()} に満了する"
    step = Step(sentence, (cite(_ARTICLE),), next_day(counted_from), next_day(last_on))
    return Explained(next_day(last_on), rule_sentence(release_from), (step,))


def may_release(question: ReleaseQuestion, *, on: date, lawbook: LawBook) -> Explained[Permission]:
    """無資力のため履行を延期した債権は、十年を経てもなお無資力で弁済の見込みがないときに、免除することができる.

    No vote of the assembly is needed.
    """
    earliest = release_from(question.due_on, question.first_deferred_on, lawbook=lawbook).value
    conditions = [
        *order_applies(
            question.legal_class, excluded=question.excluded, article=_ARTICLE, remedy="滞納処分の停止による"
        ),
        condition(
            "deferred_without_means",
            "無資力を理由に履行延期をした債権である",
            holds=question.deferred_without_means or question.relent_loan,
            cites=f"{_ARTICLE} local_autonomy_order/171-6/1/1",
        ),
        condition(
            "ten_years", f"十年を経過している（{earliest.isoformat()} 以後）", holds=earliest <= on, cites=_ARTICLE
        ),
        condition(
            "still_without_means",
            "なお無資力又はこれに近い状態にある",
            holds=question.still_without_means,
            cites=_ARTICLE,
        ),
        condition("no_prospect", "弁済することができる見込みがない", holds=question.no_prospect, cites=_ARTICLE),
    ]
    if question.relent_loan:
        conditions.append(
            condition(
                "borrower_released",
                "債務者が転借人を免除することを条件とする",
                holds=question.borrower_released,
                cites="local_autonomy_order/171-7/2",
            )
        )
    return permission(may_release, conditions, warnings=("議会の議決は要しません（地方自治法施行令171条の7第3項）",))
