"""Withdraws an absence (不在の取消し): a mistake, or somebody is back earlier.

The one idea: the row stays with the moment of its withdrawal; from then on the deputy holds nothing by it.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import Absence


@action
def withdraw_absence(*, absence_id: int, by: str, on: date) -> Done[None]:
    """Raises InvalidInput for one that is over or withdrawn."""
    running = Absence.objects.select_for_update().filter(pk=absence_id, withdrawn_at__isnull=True, until_on__gt=on)
    row = running.first()
    if row is None:
        raise InvalidInput("取り消せる不在がありません", place="不在", found=str(absence_id))
    row.withdrawn_at = take().recorded_at
    row.save(update_fields=["withdrawn_at"])
    return Done(None, f"{row.user.username} {row.office.name}", {"deputy": row.deputy.username})
