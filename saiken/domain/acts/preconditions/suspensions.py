"""Preconditions of suspending disposition or collection, of looking again and of cancelling.

The one idea: whether the obligor was found is what the case says; what property is worth is what the officer found.
"""

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.collection_suspension import (
    CollectionSuspensionGround,
    CollectionSuspensionQuestion,
    may_suspend_collection,
)
from saiken.domain.rules.disposition_suspension import (
    DebtorFacts,
    SuspensionGround,
    SuspensionQuestion,
    may_extinguish_at_once,
    may_suspend_disposition,
    must_cancel_suspension,
)
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import first, in_force
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.plan_breach import may_recheck_suspension

#: The grounds of a suspension as the event names them.
DISPOSITION_GROUNDS = {
    "15-7/1/1": SuspensionGround.NO_PROPERTY,
    "15-7/1/2": SuspensionGround.HARDSHIP,
    "15-7/1/3": SuspensionGround.ALL_UNKNOWN,
}
COLLECTION_GROUNDS = {
    "171-5/1/1": CollectionSuspensionGround.BUSINESS_CEASED,
    "171-5/1/2": CollectionSuspensionGround.DEBTOR_NOT_FOUND,
    "171-5/1/3": CollectionSuspensionGround.SMALL_SUM,
}


def disposition(asked: Asked) -> Explained[Permission]:
    """滞納処分の執行を停止することができるか."""
    ground = DISPOSITION_GROUNDS.get(asked.form.text("reason"))
    if ground is None:
        raise InvalidInput("停止の事由を選んでください", place="停止の事由")
    question = SuspensionQuestion(
        asked.case.legal_class,
        ground,
        _facts(asked),
        all_arrears=not asked.form.checked("only_a_part"),
        balance_yen=asked.case.balance_yen(asked.on),
        suspended=_suspension(asked) is not None,
    )
    return may_suspend_disposition(question)


def disposition_cancel(asked: Asked) -> Explained[Permission]:
    """滞納処分の停止を取り消すことができるか."""
    running = _suspension(asked)
    if running is None:
        return may_recheck_suspension(asked.case, on=asked.on)
    return must_cancel_suspension(_facts(asked), suspended_on=running.on, on=asked.on, lawbook=asked.lawbook)


def at_once(asked: Asked) -> Explained[Permission]:
    """納める義務を直ちに消滅させることができるか."""
    running = _suspension(asked)
    ground = DISPOSITION_GROUNDS.get(running.reason) if running else None
    if ground is None:
        return may_recheck_suspension(asked.case, on=asked.on)
    return may_extinguish_at_once(
        ground,
        qualified_acceptance=first(asked.case, EventKind.QUALIFIED_ACCEPTANCE, on=asked.on) is not None,
        plainly_uncollectable=asked.form.checked("plainly_uncollectable"),
    )


def collection(asked: Asked) -> Explained[Permission]:
    """徴収停止をすることができるか."""
    form, case = asked.form, asked.case
    ground = COLLECTION_GROUNDS.get(form.text("reason"))
    if ground is None:
        raise InvalidInput("徴収停止の事由を選んでください", place="徴収停止の事由")
    question = CollectionSuspensionQuestion(
        kind=case.kind.value,
        legal_class=case.legal_class,
        due_on=case.due_on,
        ground=ground,
        balance_yen=case.balance_yen(asked.on),
        seizable_yen=form.number("seizable_yen") or 0,
        execution_cost_yen=form.number("execution_cost_yen") or 0,
        is_corporation=asked.is_corporation,
        will_not_reopen=form.checked("will_not_reopen"),
        whereabouts_known=_found(asked),
        unsuitable=form.checked("unsuitable"),
        suspended=in_force(case, EventKind.COLLECTION_SUSPENSION, on=asked.on) is not None,
        profile=case.profile,
    )
    return may_suspend_collection(question, on=asked.on, lawbook=asked.lawbook)


def recheck(asked: Asked) -> Explained[Permission]:
    """停止を見直すことができるか."""
    return may_recheck_suspension(asked.case, on=asked.on)


def _facts(asked: Asked) -> DebtorFacts:
    return DebtorFacts(
        is_corporation=asked.is_corporation,
        surplus_yen=asked.form.number("surplus_yen") or 0,
        property_known=not asked.form.checked("property_unknown"),
        whereabouts_known=_found(asked),
        would_be_destitute=asked.form.checked("would_be_destitute"),
    )


def _found(asked: Asked) -> bool:
    return in_force(asked.case, EventKind.WHEREABOUTS_UNKNOWN, on=asked.on) is None


def _suspension(asked: Asked) -> CaseEvent | None:
    return in_force(asked.case, EventKind.DISPOSITION_SUSPENSION, on=asked.on)
