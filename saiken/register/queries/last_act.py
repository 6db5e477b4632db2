"""How far the register has got: whatever was answered stays right until this moves.

The one idea: every write is an action and every action leaves exactly one audit row, so the last audit row's number stands for the
state of the whole register. It says nothing about what the act was.
"""

from django.db import connection
from django.db.models import Max

from saiken.register.models import AuditRow

#: The register (two may be used by one process in tests) and the number of its last audit row.
Act = tuple[str, str, int]


def last_act() -> Act:
    """The register of this connection and the last act in it."""
    number = AuditRow.objects.aggregate(last=Max("id"))["last"] or 0
    return str(connection.settings_dict["NAME"]), str(connection.settings_dict["HOST"]), number
