"""Records that the letters of a bulk run have been sent, after which nothing of it is taken back at once (発送済み).

The one idea: a letter in the post cannot be undone; from then on a mistake is corrected person by person.
"""

from datetime import date

from django.utils import timezone

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.models import BulkRun
from saiken.register.models.bulk_run import RunState


@action
def send_run(*, run_id: int, by: str, on: date) -> Done[None]:
    """Raises Refused for a run that has not finished or was taken back."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state != RunState.FINISHED.value or run.sent_at is not None:
        raise Refused("この一括処理は発送済みにできません")
    run.sent_at = timezone.now()
    run.save(update_fields=["sent_at"])
    return Done(None, f"一括処理 {run.pk}")
