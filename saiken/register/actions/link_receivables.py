"""Links two receivables that belong together (延滞金・利子・過払いなど).

The one idea: a remark for people, with a meaning; it moves no money.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.models import Receivable, ReceivableLink


@action
def link_receivables(*, one_id: int, other_id: int, meaning: str, by: str, on: date) -> Done[int]:
    """`other` is, for `one`, what `meaning` says; returns the link's id."""
    one, other = (found(Receivable, pk, called="債権") for pk in (one_id, other_id))
    link = ReceivableLink.objects.create(one=one, other=other, meaning=meaning)
    return Done(link.pk, f"{one} → {other}", {"meaning": meaning})
