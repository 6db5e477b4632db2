"""Preconditions of graces, deferral, their cancellation, and of a broken promise.

The one idea: the ground chosen is the event's `reason`; the sum, the due day and what runs already are the case's own facts.
"""

from datetime import date

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.collection_grace import CollectionGraceQuestion, may_give_collection_grace
from saiken.domain.rules.conversion_grace import ConversionGraceQuestion, may_give_by_application, may_give_by_office
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.grace import CancelFacts, GraceKind, GraceTerms, may_cancel_grace
from saiken.domain.rules.lasting import happened, in_force
from saiken.domain.rules.late_charge.grounds import BY_APPLICATION, BY_OFFICE_ADVANTAGE, CAUSES
from saiken.domain.rules.performance_deferral import DeferralGround, DeferralQuestion, may_defer
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.plan_breach import may_record_breach

#: The grounds of a deferral as the event names them.
DEFERRAL_GROUNDS = {
    "171-6/1/1": DeferralGround.WITHOUT_MEANS,
    "171-6/1/2": DeferralGround.TEMPORARY_DIFFICULTY,
    "171-6/1/3": DeferralGround.CALAMITY,
    "171-6/1/4": DeferralGround.DAMAGES_OR_ENRICHMENT,
    "171-6/1/5": DeferralGround.RELENT_LOAN,
}


def collection_grace(asked: Asked) -> Explained[Permission]:
    """徴収を猶予することができるか."""
    cause = CAUSES.get(asked.form.text("reason"))
    if cause is None:
        raise InvalidInput("猶予の事由を選んでください", place="猶予の事由")
    question = CollectionGraceQuestion(
        kind=asked.case.kind,
        due_on=asked.case.due_on,
        cause=cause,
        terms=_terms(asked, EventKind.COLLECTION_GRACE),
        applied_on=asked.form.day("applied_on"),
        cannot_pay_at_once=asked.form.checked("cannot_pay_at_once"),
        insincere=asked.form.checked("insincere"),
        statutory_due_on=asked.form.day("statutory_due_on"),
        fixed_on=asked.form.day("fixed_on"),
    )
    return may_give_collection_grace(question, lawbook=asked.lawbook)


def conversion_grace(asked: Asked) -> Explained[Permission]:
    """換価を猶予することができるか."""
    reason, form = asked.form.text("reason"), asked.form
    by_application = reason == BY_APPLICATION
    question = ConversionGraceQuestion(
        legal_class=asked.case.legal_class,
        due_on=asked.case.due_on,
        terms=_terms(asked, EventKind.CONVERSION_GRACE),
        applied_on=form.day("applied_on"),
        hardship=form.checked("hardship"),
        advantageous=reason == BY_OFFICE_ADVANTAGE,
        sincere=form.checked("sincere"),
        instalments_agreed=form.checked("instalments_agreed"),
        other_arrears=form.checked("other_arrears"),
        in_collection_grace=in_force(asked.case, EventKind.COLLECTION_GRACE, on=asked.on) is not None,
        in_other_conversion_grace=_by_application_already(asked),
    )
    ask = may_give_by_application if by_application else may_give_by_office
    return ask(question, lawbook=asked.lawbook)


def deferral(asked: Asked) -> Explained[Permission]:
    """履行期限を延長することができるか."""
    form = asked.form
    ground = DEFERRAL_GROUNDS.get(form.text("reason"))
    if ground is None:
        raise InvalidInput("履行延期の事由を選んでください", place="履行延期の事由")
    question = DeferralQuestion(
        legal_class=asked.case.legal_class,
        due_on=asked.case.due_on,
        ground=ground,
        new_due_on=_until(asked),
        established=form.checked("established"),
        advantageous=form.checked("advantageous"),
        is_damages_or_enrichment=form.checked("is_damages"),
        particularly_sincere=form.checked("sincere"),
        is_relent_loan=form.checked("is_relent_loan"),
    )
    return may_defer(question, on=asked.on)


def collection_grace_cancel(asked: Asked) -> Explained[Permission]:
    """徴収の猶予を取り消すことができるか."""
    return may_cancel_grace(GraceKind.COLLECTION, facts=_cancel_facts(asked))


def conversion_grace_cancel(asked: Asked) -> Explained[Permission]:
    """換価の猶予を取り消すことができるか."""
    running = in_force(asked.case, EventKind.CONVERSION_GRACE, on=asked.on)
    by_application = running is not None and running.reason == BY_APPLICATION
    kind = GraceKind.CONVERSION_BY_APPLICATION if by_application else GraceKind.CONVERSION_BY_OFFICE
    return may_cancel_grace(kind, facts=_cancel_facts(asked))


def breach(asked: Asked) -> Explained[Permission]:
    """約束の不履行を記録することができるか."""
    return may_record_breach(asked.case, on=asked.on)


def _terms(asked: Asked, kind: EventKind) -> GraceTerms:
    """The grace as it is asked for; an extension counts from the first day of the one before."""
    earlier = list(happened(asked.case, kind, on=asked.on)) if asked.form.checked("extends") else []
    return GraceTerms(
        yen=max(asked.case.balance_yen(asked.on), asked.form.number("grace_yen") or 0),
        from_on=asked.on,
        until=_until(asked),
        first_from_on=earlier[-1].on if earlier else None,
        unavoidable_reason=asked.form.checked("unavoidable_reason"),
        has_security=asked.form.checked("has_security"),
        security_excused=asked.form.checked("security_excused"),
    )


def _until(asked: Asked) -> date:
    until = asked.form.day("until")
    if until is None:
        raise InvalidInput("期間の末日を入れてください", place="期間の末日", expected="2027-11-21")
    return until


def _by_application_already(asked: Asked) -> bool:
    running = in_force(asked.case, EventKind.CONVERSION_GRACE, on=asked.on)
    return running is not None and running.reason == BY_APPLICATION


def _cancel_facts(asked: Asked) -> CancelFacts:
    told = asked.form.text("why")
    return CancelFacts(
        advance_ground=told == "advance_ground",
        instalment_missed=told == "instalment_missed",
        security_order_disobeyed=told == "security_order_disobeyed",
        new_tax_arrears=told == "new_tax_arrears",
        default_on_listed_claim=told == "default_on_listed_claim",
        obtained_by_fraud=told == "obtained_by_fraud",
        circumstances_changed=told == "circumstances_changed",
        ordinance_ground=told == "ordinance_ground",
        no_longer_qualifies=told == "no_longer_qualifies",
        unavoidable_reason=asked.form.checked("unavoidable_reason"),
        heard=asked.form.checked("heard"),
        silent_without_reason=asked.form.checked("silent_without_reason"),
    )
