"""Keeps the demo city away from a register that is not one.

The one idea: every act of an office leaves an audit row, so a register with audit rows and without the demo's mark is somebody's own,
and is not even migrated. An empty one may become the demo.
"""

from django.db import connection

from saiken.domain.errors import Refused
from saiken.register.models import AuditRow
from saiken.register.samples.load import loaded_city


def refuse_register_in_use() -> None:
    """Raise Refused unless the register is the demo city or empty; nothing is changed."""
    tables = connection.introspection.table_names()
    if AuditRow._meta.db_table not in tables:
        if tables:
            raise Refused(
                "このデータベースには別の表があるため、見本には使えません。空のデータベースを指定してください"
            )
        return
    if loaded_city() is None and AuditRow.objects.exists():
        raise Refused("この台帳は見本の都市ではないため、触れません。SAIKEN_HOME で別の場所を指定してください")
