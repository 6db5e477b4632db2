"""Preconditions of demanding and of enforcing by own disposition.

The one idea: the rule answers; here the form is only put into its question.
"""

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.advance_demand import AdvanceGround, AdvanceQuestion, may_advance
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.formal_demand import may_demand
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.reminder import may_remind
from saiken.domain.rules.seizure_start import may_seize
from saiken.domain.rules.seizure_steps import (
    ReleaseGround,
    may_announce_seizure,
    may_collect_seized,
    may_convert,
    may_distribute,
    may_judge_hopeless,
    may_participate_in_seizure,
    may_release_seizure,
    may_request_distribution,
)


def demand(asked: Asked) -> Explained[Permission]:
    """督促をすることができるか."""
    return may_demand(asked.case, on=asked.on, lawbook=asked.lawbook)


def reminder(asked: Asked) -> Explained[Permission]:
    """催告をすることができるか."""
    return may_remind(asked.case, on=asked.on)


def advance(asked: Asked) -> Explained[Permission]:
    """期限を繰り上げて徴収することができるか."""
    written = asked.form.text("reason")
    question = AdvanceQuestion(
        asked.case.kind,
        asked.case.due_on,
        AdvanceGround(written) if written in set(AdvanceGround) else None,
        collectable_by_due=not asked.form.checked("not_collectable_by_due"),
        deferral_ground=asked.form.checked("deferral_ground"),
        harmful=asked.form.checked("harmful"),
    )
    return may_advance(question, on=asked.on)


def notice_of_seizure(asked: Asked) -> Explained[Permission]:
    """差押えを予告することができるか."""
    return may_announce_seizure(asked.case, on=asked.on, lawbook=asked.lawbook)


def seizure(asked: Asked) -> Explained[Permission]:
    """差押えをすることができるか."""
    return may_seize(asked.case, on=asked.on, lawbook=asked.lawbook)


def participation(asked: Asked) -> Explained[Permission]:
    """参加差押えをすることができるか."""
    seized = asked.form.checked("seized_by_another")
    return may_participate_in_seizure(asked.case, seized_by_another=seized, on=asked.on, lawbook=asked.lawbook)


def request(asked: Asked) -> Explained[Permission]:
    """交付要求をすることができるか."""
    begun = asked.form.checked("enforcement_by_another")
    return may_request_distribution(asked.case, enforcement_by_another=begun, on=asked.on)


def collection(asked: Asked) -> Explained[Permission]:
    """差し押さえた債権を取り立てることができるか."""
    return may_collect_seized(asked.case, on=asked.on)


def conversion(asked: Asked) -> Explained[Permission]:
    """換価をすることができるか."""
    return may_convert(asked.case, not_final=not asked.form.checked("is_final"), on=asked.on)


def distribution(asked: Asked) -> Explained[Permission]:
    """配当をすることができるか."""
    return may_distribute(asked.case, on=asked.on)


def no_prospect(asked: Asked) -> Explained[Permission]:
    """換価の見込みがないと判断することができるか."""
    return may_judge_hopeless(asked.case, on=asked.on)


def release(asked: Asked) -> Explained[Permission]:
    """差押えを解除することができるか."""
    written = asked.form.text("why")
    if written not in set(ReleaseGround):
        raise InvalidInput("解除の理由を選んでください", place="解除の理由", found=written)
    return may_release_seizure(asked.case, ground=ReleaseGround(written), on=asked.on)
