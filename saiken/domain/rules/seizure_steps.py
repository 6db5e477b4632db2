"""What stands around a seizure by own disposition: notice, participation, request, collection, conversion, release.

The one idea: each step needs the one before it, and a grace or a suspension holds back only what the law says. When seizure itself may
begin is in `seizure_start`.
"""

from datetime import date
from enum import StrEnum

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.formal_demand import demand_basis
from saiken.domain.rules.insolvency import is_pending
from saiken.domain.rules.lasting import first, happened, in_force
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.domain.rules.seizure_start import may_seize
from saiken.domain.rules.served_demand import served_demand
from saiken.domain.rules.unpaid import balance_left
from saiken.law.lawbook import LawBook

_TAX_WAY, _SUSPENDED = "local_tax_act/331/6", "local_tax_act/15-7/1"
_SERVED, _COLLECTED = "national_tax_collection_act/62/3", "national_tax_collection_act/67/1"
_CONVERTED, _DISTRIBUTED = "national_tax_collection_act/89/1", "national_tax_collection_act/128"
_REQUESTED, _JOINED = "national_tax_collection_act/82/1", "national_tax_collection_act/86/1"
_HELD_BACK = {
    EventKind.COLLECTION_GRACE: ("no_collection_grace", "徴収の猶予の期間中でない", "local_tax_act/15-2-3/1"),
    EventKind.CONVERSION_GRACE: ("no_conversion_grace", "換価の猶予の期間中でない", "local_tax_act/15-5/1"),
    EventKind.DISPOSITION_SUSPENSION: ("no_suspension", "滞納処分の執行を停止していない", _SUSPENDED),
}


class ReleaseGround(StrEnum):
    """完納などによる消滅, 無益な差押え, 一部の納付又はほかの財産, 生活の窮迫による停止, 猶予."""

    PAID = "claim_paid"
    WORTHLESS = "seizure_worthless"
    PARTLY_PAID = "partly_paid_or_other_property"
    SUSPENDED = "suspended_for_hardship"
    GRACE = "grace_given"


def may_announce_seizure(case: Case, *, on: date, lawbook: LawBook) -> Explained[Permission]:
    """差押えの予告は、督促をしても完納されない強制徴収公債権について、猶予も停止もないときに送る."""
    conditions = (
        _enforceable(case),
        balance_left(case, on, cites=_TAX_WAY),
        condition(
            "demanded",
            "督促（又は繰上徴収の告知）が送達されている",
            holds=_demanded(case, on, lawbook=lawbook),
            cites=demand_basis(case),
        ),
        _not_held(case, EventKind.COLLECTION_GRACE, on=on),
        _not_held(case, EventKind.DISPOSITION_SUSPENSION, on=on),
    )
    return permission(
        may_announce_seizure, conditions, warnings=("予告は法の求める手続ではなく、時効の完成を猶予する催告です",)
    )


def may_participate_in_seizure(
    case: Case, *, seized_by_another: bool, on: date, lawbook: LawBook
) -> Explained[Permission]:
    """参加差押えは、差押えのできるときに、既に滞納処分で差し押さえられている財産についてすることができる."""
    own = may_seize(case, on=on, lawbook=lawbook)
    seized = condition(
        "seized_by_another",
        "財産が、ほかの行政機関等の滞納処分により既に差し押さえられている",
        holds=seized_by_another,
        cites=_JOINED,
    )
    return permission(may_participate_in_seizure, (*own.value.conditions, seized), warnings=own.value.warnings)


def may_request_distribution(case: Case, *, enforcement_by_another: bool, on: date) -> Explained[Permission]:
    """交付要求は、納期限を過ぎた徴収金について、滞納者の財産に強制換価手続が行われたときにすることができる.

    A grace of collection does not stand in the way (15条の2の3第1項), a suspension of disposition does.
    """
    conditions = (
        _enforceable(case),
        balance_left(case, on, cites=_TAX_WAY),
        condition("past_due", "納期限を過ぎている", holds=case.due_on < on, cites=_REQUESTED),
        condition(
            "enforcement_begun",
            "滞納処分、強制執行、競売又は破産手続が、ほかの機関により行われている",
            holds=enforcement_by_another or is_pending(case, on),
            cites=_REQUESTED,
        ),
        _not_held(case, EventKind.DISPOSITION_SUSPENSION, on=on),
    )
    return permission(may_request_distribution, conditions, warnings=("滞納者に通知してください（国税徴収法82条2項）",))


def may_collect_seized(case: Case, *, on: date) -> Explained[Permission]:
    """差し押さえた債権は、通知書が第三債務者に送達された後に、取り立てることができる."""
    conditions = (
        _seized(case, on, article=_COLLECTED),
        condition(
            "served",
            "差押えの通知書が第三債務者に送達されている",
            holds=any(_is_served(event, on) for event in _seizures(case, on)),
            cites=_SERVED,
        ),
        _not_held(case, EventKind.DISPOSITION_SUSPENSION, on=on),
    )
    graced = in_force(case, EventKind.CONVERSION_GRACE, on=on) or in_force(case, EventKind.COLLECTION_GRACE, on=on)
    warnings = ("猶予の期間中に取り立てるのは、第三債務者が自ら納めるときなどに限ってください",) if graced else ()
    return permission(may_collect_seized, conditions, warnings=warnings)


def may_convert(case: Case, *, not_final: bool, on: date) -> Explained[Permission]:
    """差し押さえた財産の換価は、差押えの後に、猶予も停止もなく、公課では処分が確定しているときに行う.

    `not_final`: the disposition can still be objected to or is objected to (自治法231条の3第11項, public claims other than taxes).
    """
    conditions = [
        _seized(case, on, article=_CONVERTED),
        *(_not_held(case, kind, on=on) for kind in _HELD_BACK),
    ]
    if case.kind is not ClaimKind.TAX:
        conditions.append(
            condition(
                "final",
                "差押えの処分が確定している（市税以外では、確定するまで公売をしない）",
                holds=not not_final,
                cites="local_autonomy_act/231-3/11",
            )
        )
    return permission(may_convert, conditions)


def may_distribute(case: Case, *, on: date) -> Explained[Permission]:
    """配当は、換価し、又は取り立て、若しくは交付を受けた金銭について行う."""
    kinds = (EventKind.CONVERSION, EventKind.SEIZURE, EventKind.DISTRIBUTION_REQUEST, EventKind.PARTICIPATING_SEIZURE)
    began = any(True for kind in kinds for _ in happened(case, kind, on=on))
    conditions = (
        _enforceable(case),
        condition("money", "差押え、換価又は交付要求が記録されている", holds=began, cites=_DISTRIBUTED),
    )
    return permission(may_distribute, conditions)


def may_judge_hopeless(case: Case, *, on: date) -> Explained[Permission]:
    """換価の見込みがないとの判断は、差し押さえた財産についてする."""
    return permission(may_judge_hopeless, (_enforceable(case), _seized(case, on, article=_CONVERTED)))


def may_release_seizure(case: Case, *, ground: ReleaseGround, on: date) -> Explained[Permission]:
    """差押えの解除は、徴収金の消滅、無益、一部の納付、生活の窮迫による停止又は猶予により行う."""
    graces = (EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE)
    paid, stopped, graced = (
        case.balance_yen(on) <= 0,
        in_force(case, EventKind.DISPOSITION_SUSPENSION, on=on) is not None,
        any(in_force(case, kind, on=on) for kind in graces),
    )
    judged = {
        ReleaseGround.PAID: ("徴収金の全額が納付等により消滅している", paid, "national_tax_collection_act/79/1"),
        ReleaseGround.WORTHLESS: ("費用と優先する債権を除いて残りがない", True, "national_tax_collection_act/79/1"),
        ReleaseGround.PARTLY_PAID: (
            "一部が納められ、又はほかの財産で足りる",
            True,
            "national_tax_collection_act/79/2",
        ),
        ReleaseGround.SUSPENDED: ("滞納処分の停止をしている", stopped, "local_tax_act/15-7/3"),
        ReleaseGround.GRACE: (
            "徴収又は換価の猶予の期間中である",
            graced,
            "local_tax_act/15-2-3/2 local_tax_act/15-6-3/1",
        ),
    }
    sentence, holds, cites = judged[ground]
    return permission(may_release_seizure, (condition("ground", sentence, holds=holds, cites=cites),))


def _enforceable(case: Case) -> Condition:
    holds = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    return condition("enforceable", "自力執行のできる強制徴収公債権である", holds=holds, cites=_TAX_WAY)


def _seizures(case: Case, on: date) -> list[CaseEvent]:
    """The seizures that no end has been recorded of by the day."""
    return [event for event in happened(case, EventKind.SEIZURE, on=on) if event.until is None or on <= event.until]


def _seized(case: Case, on: date, *, article: str) -> Condition:
    return condition("seized", "差押えが効力を有している", holds=bool(_seizures(case, on)), cites=article)


def _is_served(event: CaseEvent, on: date) -> bool:
    told = event.delivered_on is not None and event.delivered_on <= on
    return told or (event.delivered_on is None and event.delivery is DeliveryResult.DELIVERED)


def _demanded(case: Case, on: date, *, lawbook: LawBook) -> bool:
    advanced = first(case, EventKind.ADVANCE_DEMAND, on=on)
    return advanced is not None or served_demand(case, on=on, lawbook=lawbook) is not None


def _not_held(case: Case, kind: EventKind, *, on: date) -> Condition:
    key, sentence, article = _HELD_BACK[kind]
    return condition(key, sentence, holds=in_force(case, kind, on=on) is None, cites=article)
