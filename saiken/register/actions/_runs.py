"""Who may go on with a bulk run.

The one idea: whoever prepared it, and everybody who works for its office on the day. That they may act at all is the screen's matter.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.models import BulkRun
from saiken.register.queries.scope import own_offices


def demand_own(run: BulkRun, *, by: str, on: date) -> None:
    """Raise Refused for anybody else."""
    if run.recorded_by != by and run.office_id not in own_offices(by, on=on):
        raise Refused("この一括処理は、準備した人か、その所属の人が進めます")
