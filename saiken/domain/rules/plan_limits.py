"""Whether a plan stays within what its form allows, and whether it can be afforded.

The one idea: a plan is measured against the longest time of its form before anybody signs; a grace has limits of law, a deferral and a
pledge
have settings of the municipality, and what the household has left a month bounds every instalment. Nothing here grants anything.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.plan import PlanKind
from saiken.domain.dates.period import last_day_of_months, last_day_of_years
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.grace import ARTICLES, GraceKind
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class PlanLimit:
    """The last day that the form allows, the last one when extended (None: no extension), and whether law sets it, not the municipality."""

    last_on: date
    extended_on: date | None
    is_law: bool
    exceeded: bool
    extension_needed: bool


def plan_limit(kind: PlanKind, *, from_on: date, until: date, lawbook: LawBook) -> Explained[PlanLimit]:
    """猶予による分割は一年以内（延長して二年以内）に、履行延期と誓約による分割は市の定める期間内に納め終わるように定める."""
    if until < from_on:
        raise InvalidInput("終わりの日が始まりの日より前です", place="計画の期間", found=until.isoformat())
    if kind.is_grace:
        return _grace(kind, from_on, until=until, lawbook=lawbook)
    if kind is PlanKind.DEFERRAL:
        value = lawbook.value("deferral_guide_years", on=from_on)
        last_on, basis = last_day_of_years(from_on, int(value.number)), value.citations
    else:
        value = lawbook.value("pledge_guide_months", on=from_on)
        last_on, basis = last_day_of_months(from_on, int(value.number)), value.citations
    found = PlanLimit(last_on, None, False, until > last_on, False)
    return Explained(found, rule_sentence(plan_limit), (_step(found, basis),), ("法令に上限はなく、市の設定による",))


def _grace(kind: PlanKind, from_on: date, *, until: date, lawbook: LawBook) -> Explained[PlanLimit]:
    years, whole = (int(lawbook.value(name, on=from_on).number) for name in ("grace_max_years", "grace_total_years"))
    form = GraceKind.COLLECTION if kind is PlanKind.COLLECTION_GRACE else GraceKind.CONVERSION_BY_APPLICATION
    length, extension = ARTICLES[form]
    last_on, extended_on = last_day_of_years(from_on, years), last_day_of_years(from_on, whole)
    found = PlanLimit(last_on, extended_on, True, until > extended_on, last_on < until <= extended_on)
    longer = Step(f"延長しても {extended_on.isoformat()} までである", (cite(extension),), until_on=extended_on)
    return Explained(found, rule_sentence(plan_limit), (_step(found, (cite(length),)), longer))


def _step(found: PlanLimit, basis: tuple[Citation, ...]) -> Step:
    return Step(f"{found.last_on.isoformat()} までに納め終わる", basis, until_on=found.last_on)


@dataclass(frozen=True)
class Affordability:
    """What the household has left a month, and how much of the largest instalment it does not cover."""

    surplus_yen: int
    lacking_yen: int

    @property
    def is_enough(self) -> bool:
        """Whether every instalment can be paid out of it."""
        return self.lacking_yen == 0


def affordability(
    income_yen: int, living_yen: int, *, instalment_yen: int, other_yen: int = 0
) -> Explained[Affordability]:
    """毎月の納付額は、毎月の収入から生活費とほかの返済を引いた額を超えないように定める."""
    if min(income_yen, living_yen, other_yen) < 0:
        raise InvalidInput("収入と支出は0円以上です", place="収入と支出", expected="0円以上")
    surplus_yen = income_yen - living_yen - other_yen
    found = Affordability(surplus_yen, max(0, instalment_yen - max(0, surplus_yen)))
    step = Step("収入から生活費とほかの返済を引いた額", (cite("local_tax_act/15/3"),), yen=surplus_yen)
    return Explained(found, rule_sentence(affordability), (step,), ("額は本人の申立てによる",))
