"""Whom a rule of hand-over proposes: persons of the giving office on whom its condition holds on a day.

The one idea: files are looked through by what is owed, the largest first, so many at a time; whoever is in a running hand-over is left out.
A condition is one filter. It shows persons, so it takes a Scope and leaves a row in the access log.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.hand_over import RUNNING, condition_of
from saiken.domain.dates.period import day_months_before
from saiken.domain.errors import InvalidInput
from saiken.register.access import log_obligors
from saiken.register.models import CaseEvent, CaseFile, ClaimBalance, HandOverRule, HandOverStanding, Mark
from saiken.register.queries.custody import open_claims_at
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: Files that one page looks through at most.
LOOKED_THROUGH = 2_000

#: Where a page begins: after the file with this balance and id.
After = tuple[int, int]


@dataclass(frozen=True)
class RuleLine:
    """A rule as the screens show it."""

    rule_id: int
    from_office_id: int
    from_office: str
    to_office_id: int
    to_office: str
    receivable: str
    condition: str
    months: int | None
    least_yen: int | None
    proposes: bool
    is_automatic: bool
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class Candidate:
    """A person to hand over, with what the office handles of theirs."""

    obligor_id: int
    name: str
    open_claims: int
    balance_yen: int
    oldest_due_on: date | None
    completes_on: date | None
    officer: str


@dataclass(frozen=True)
class Candidates:
    """A page; `next_after` goes on looking, None when every file was looked through."""

    lines: tuple[Candidate, ...]
    next_after: After | None


def rules_on(on: date, *, offices: frozenset[int] | None = None) -> tuple[RuleLine, ...]:
    """The rules in force on the day, of one of these giving or receiving offices, or all."""
    rows = HandOverRule.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    if offices is not None:
        rows = rows.filter(Q(from_office_id__in=offices) | Q(to_office_id__in=offices))
    rows = rows.select_related("from_office", "to_office", "receivable").order_by("from_office__name", "pk")
    return tuple(_rule_line(row) for row in rows)


def candidates(rule_id: int, *, on: date, scope: Scope, after: After | None = None) -> Candidates:
    """Whom the rule finds, from a place on."""
    rule = _rule(rule_id)
    scope.demand(rule.from_office_id)
    window = list(_files(rule, after).values_list("pk", "balance_yen")[:LOOKED_THROUGH])
    ids = [pk for pk, _ in window]
    matching = _matching(rule, on).filter(pk__in=ids).select_related("obligor", "officer")
    page = list(matching.order_by("-balance_yen", "pk")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    persons = {row.obligor_id for row in shown}
    log_obligors(scope, what="hand_over_candidates", obligor_ids=persons, asked=f"引継ぎの定め {rule_id}")
    next_after: After | None = None
    if len(page) > PAGE_SIZE:
        next_after = shown[-1].balance_yen, shown[-1].pk
    elif len(window) == LOOKED_THROUGH:
        next_after = window[-1][1], window[-1][0]
    return Candidates(tuple(_candidate(row) for row in shown), next_after)


def all_candidates(rule_id: int, *, on: date) -> Iterator[int]:
    """The ids of every person whom the rule finds, for the day roll."""
    rule = _rule(rule_id)
    yield from _matching(rule, on).order_by("pk").values_list("obligor_id", flat=True)


def claims_under(rule_id: int, obligor_id: int) -> tuple[int, ...]:
    """The ids of the person's claims that the rule gives."""
    rule = _rule(rule_id)
    return tuple(
        claim.claim_id
        for claim in open_claims_at(rule.from_office_id, obligor_id)
        if rule.receivable_id in (None, claim.receivable_id)
    )


def _rule(rule_id: int) -> HandOverRule:
    rule = HandOverRule.objects.filter(pk=rule_id).first()
    if rule is None:
        raise InvalidInput("引継ぎの定めがありません", place="rule", found=str(rule_id))
    return rule


def _rule_line(row: HandOverRule) -> RuleLine:
    return RuleLine(
        rule_id=row.pk,
        from_office_id=row.from_office_id,
        from_office=row.from_office.name,
        to_office_id=row.to_office_id,
        to_office=row.to_office.name,
        receivable=str(row.receivable) if row.receivable else "",
        condition=row.condition,
        months=row.months,
        least_yen=row.least_yen,
        proposes=row.proposes,
        is_automatic=row.is_automatic,
        from_on=row.from_on,
        until_on=row.until_on,
    )


def _candidate(row: CaseFile) -> Candidate:
    return Candidate(
        obligor_id=row.obligor_id,
        name=row.obligor.name,
        open_claims=row.open_claims,
        balance_yen=row.balance_yen,
        oldest_due_on=row.oldest_due_on,
        completes_on=row.completes_on,
        officer=row.officer.display_name if row.officer else "",
    )


def _files(rule: HandOverRule, after: After | None) -> QuerySet[CaseFile]:
    """The files of the giving office with something owed, the largest first, from a place on."""
    rows = CaseFile.objects.filter(office_id=rule.from_office_id, balance_yen__gt=0)
    if after is not None:
        yen, pk = after
        rows = rows.filter(balance_yen__lte=yen).filter(Q(balance_yen__lt=yen) | Q(pk__gt=pk))
    return rows.order_by("-balance_yen", "pk")


def _matching(rule: HandOverRule, on: date) -> QuerySet[CaseFile]:
    """The files of the giving office on which the condition holds and that are in no running hand-over."""
    running = HandOverStanding.objects.filter(
        obligor_id=OuterRef("obligor_id"), from_office_id=rule.from_office_id, step__in=[kind.value for kind in RUNNING]
    )
    rows = _files(rule, None).filter(~Exists(running))
    if rule.receivable_id is not None:
        rows = rows.filter(Exists(_owed().filter(receivable_id=rule.receivable_id)))
    return rows.filter(_CONDITIONS[condition_of(rule.condition).id](rule, on))


def _owed() -> QuerySet[ClaimBalance]:
    """What the person of the file owes."""
    return ClaimBalance.objects.filter(claim__obligor_id=OuterRef("obligor_id"), balance_yen__gt=0)


def _dual_arrears(rule: HandOverRule, _on: date) -> Q:
    """Something is owed of another receivable too."""
    if rule.receivable_id is not None:
        return Q(Exists(_owed().exclude(receivable_id=rule.receivable_id)))
    other = ClaimBalance.objects.filter(claim__obligor_id=OuterRef("claim__obligor_id"), balance_yen__gt=0)
    return Q(Exists(_owed().filter(Exists(other.exclude(receivable_id=OuterRef("receivable_id"))))))


def _marked(rule: HandOverRule, on: date) -> Q:
    marks = Mark.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=on),
        obligor_id=OuterRef("obligor_id"),
        kind=condition_of(rule.condition).mark,
        from_on__lte=on,
        removes__isnull=True,
        removed_by__isnull=True,
    )
    return Q(Exists(marks))


def _months_after_due(rule: HandOverRule, on: date) -> Q:
    return Q(oldest_due_on__lte=day_months_before(on, rule.months or 0))


def _months_after_demand(rule: HandOverRule, on: date) -> Q:
    demands = CaseEvent.objects.filter(
        claim__obligor_id=OuterRef("obligor_id"),
        claim__balances__balance_yen__gt=0,
        kind=EventKind.FORMAL_DEMAND.value,
        on__lte=day_months_before(on, rule.months or 0),
        concludes__isnull=True,
        reverses__isnull=True,
        reversed_by__isnull=True,
    )
    if rule.receivable_id is not None:
        demands = demands.filter(claim__balances__receivable_id=rule.receivable_id)
    return Q(Exists(demands))


def _high_balance(rule: HandOverRule, _on: date) -> Q:
    return Q(balance_yen__gte=rule.least_yen or 0)


def _anybody(_rule: HandOverRule, _on: date) -> Q:
    return Q(pk=F("pk"))


_CONDITIONS: dict[str, Callable[[HandOverRule, date], Q]] = {
    "dual_arrears": _dual_arrears,
    "moved_out": _marked,
    "left_scheme": _marked,
    "months_after_due": _months_after_due,
    "months_after_demand": _months_after_demand,
    "high_balance": _high_balance,
    "on_request": _anybody,
}
