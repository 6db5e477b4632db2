"""Preconditions of going to court, of execution, and of the steps of a bankruptcy.

The one idea: the rule answers; here the form is only put into its question.
"""

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.court_force import (
    AskedAbout,
    may_ask_for_disclosure,
    may_ask_third_parties,
    may_attach_provisionally,
    may_execute,
    may_judge_execution_hopeless,
    may_record_judgment,
    may_settle_in_court,
)
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.insolvency import may_participate, may_record_closing, may_record_discharge
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.seizure_start import may_take_to_court


def court(asked: Asked) -> Explained[Permission]:
    """裁判所の手続をとることができるか."""
    return may_take_to_court(
        asked.case, on=asked.on, lawbook=asked.lawbook, not_covered=_not_covered(asked), against=asked.against()
    )


def settlement(asked: Asked) -> Explained[Permission]:
    """訴え提起前の和解又は調停を申し立てることができるか."""
    return may_settle_in_court(asked.case, on=asked.on, not_covered=_not_covered(asked), against=asked.against())


def attachment(asked: Asked) -> Explained[Permission]:
    """仮差押えを申し立てることができるか."""
    needed, not_covered = asked.form.checked("needed"), _not_covered(asked)
    return may_attach_provisionally(
        asked.case, on=asked.on, needed=needed, not_covered=not_covered, against=asked.against()
    )


def judgment(asked: Asked) -> Explained[Permission]:
    """判決を記録することができるか."""
    return may_record_judgment(asked.case, on=asked.on)


def execution(asked: Asked) -> Explained[Permission]:
    """強制執行を申し立てることができるか."""
    return may_execute(asked.case, on=asked.on, not_covered=_not_covered(asked), against=asked.against())


def disclosure(asked: Asked) -> Explained[Permission]:
    """財産開示を申し立てることができるか."""
    return may_ask_for_disclosure(
        asked.case,
        on=asked.on,
        lawbook=asked.lawbook,
        not_satisfied=asked.form.checked("not_satisfied"),
        hidden=asked.form.checked("hidden"),
    )


def third_parties(asked: Asked) -> Explained[Permission]:
    """第三者からの情報取得を申し立てることができるか."""
    written = asked.form.text("asked_about")
    if written not in set(AskedAbout):
        raise InvalidInput("求める情報を選んでください", place="求める情報", found=written)
    return may_ask_third_parties(
        asked.case,
        asked_about=AskedAbout(written),
        on=asked.on,
        lawbook=asked.lawbook,
        not_satisfied=asked.form.checked("not_satisfied"),
        injury=asked.form.checked("injury"),
    )


def execution_hopeless(asked: Asked) -> Explained[Permission]:
    """執行の見込みがないと判断することができるか."""
    return may_judge_execution_hopeless(asked.case, on=asked.on)


def participation(asked: Asked) -> Explained[Permission]:
    """破産手続に参加することができるか."""
    return may_participate(asked.case, on=asked.on)


def closing(asked: Asked) -> Explained[Permission]:
    """破産手続の終わりを記録することができるか."""
    return may_record_closing(asked.case, on=asked.on)


def discharge(asked: Asked) -> Explained[Permission]:
    """免責を記録することができるか."""
    return may_record_discharge(asked.case, on=asked.on)


def _not_covered(asked: Asked) -> bool:
    """Whether the officer says that a discharge does not reach the claim."""
    return asked.form.checked("not_covered")
