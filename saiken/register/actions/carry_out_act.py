"""Carries out one act on one person's claims.

The one idea: everything that the act writes is one transaction; the form sent twice is one act; a form opened before somebody else wrote is
answered with a conflict, never carried out over what was not seen.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._act_orders import ActOrder, perform
from saiken.register.actions._base import Done, action
from saiken.register.actions._strokes import earlier_act
from saiken.register.models import Act
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.scope import Scope

__all__ = ["ActOrder", "Overtaken", "carry_out_act"]


class Overtaken(Refused):
    """Somebody has written about these claims since the form was opened."""


@action
def carry_out_act(*, order: ActOrder, seen: str, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Do it; returns the act's id. `seen` is the token that the form was opened with; raises Overtaken when it is no longer so."""
    subject = f"債務者 {order.obligor_id}"
    earlier = earlier_act(order.submission)
    if earlier is not None:
        _demand_same(order, earlier)
        return Done(earlier.pk, subject, {"again": order.submission})
    if seen != seen_token(order.obligor_id):
        raise Overtaken(
            "この画面を開いた後に、ほかの人が記録を加えました。内容を確かめてから、もう一度実行してください"
        )
    act_id = perform(order, scope=scope, lawbook=lawbook, by=by, on=on)
    return Done(act_id, subject, {"act": act_id, "kind": order.kind, "claims": list(order.claim_ids)[:20]})


def _demand_same(order: ActOrder, earlier: Act) -> None:
    """A form sent twice says the same; what was changed since is not lost unseen."""
    claim_ids = set(earlier.claims.values_list("claim_id", flat=True))
    if (order.kind, set(order.claim_ids), dict(order.form)) != (earlier.kind, claim_ids, earlier.form):
        raise Refused("この画面の処理は、すでに実行しています。内容を変えて行うときは、画面を開き直してください")
