"""Preconditions of what follows a death, and of claiming on a guarantor.

The one idea: who is concerned is whom the form names; what they are to the claim is what is registered.
"""

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.guarantor_claim import may_claim_on_guarantor
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.succession_steps import (
    may_accept_with_limit,
    may_ask_for_administrator,
    may_find_no_heir,
    may_leave_heirs_undetermined,
    may_look_for_heirs,
    may_renounce,
)


def heirs(asked: Asked) -> Explained[Permission]:
    """相続人を調査することができるか."""
    return may_look_for_heirs(asked.case, on=asked.on)


def renunciation(asked: Asked) -> Explained[Permission]:
    """相続の放棄を記録することができるか."""
    return may_renounce(asked.case, named=asked.named(PartyRole.HEIR), on=asked.on, lawbook=asked.lawbook)


def limited_acceptance(asked: Asked) -> Explained[Permission]:
    """限定承認を記録することができるか."""
    by_all = asked.form.checked("by_all")
    return may_accept_with_limit(asked.case, by_all=by_all, on=asked.on, lawbook=asked.lawbook)


def no_heir(asked: Asked) -> Explained[Permission]:
    """相続人の不存在を記録することができるか."""
    return may_find_no_heir(asked.case, on=asked.on)


def heirs_undetermined(asked: Asked) -> Explained[Permission]:
    """相続人が判明しないことを記録することができるか."""
    return may_leave_heirs_undetermined(asked.case, on=asked.on)


def administrator(asked: Asked) -> Explained[Permission]:
    """相続財産の清算人の選任を請求することができるか."""
    return may_ask_for_administrator(asked.case, on=asked.on)


def guarantor(asked: Asked) -> Explained[Permission]:
    """保証人に請求することができるか."""
    return may_claim_on_guarantor(
        asked.case,
        named=asked.named(PartyRole.GUARANTOR),
        claimed_yen=asked.form.number("claimed_yen"),
        on=asked.on,
        together=asked.together,
    )
