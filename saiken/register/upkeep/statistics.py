"""Tells the database how its tables are filled, so that it chooses the right index.

The one idea: without figures SQLite takes a nullable unique key for one that finds a single row, and reads a million acts for one
person's; a sample of each index is enough and takes a second for millions of claims. PostgreSQL gathers them by itself, but not at once
after a bulk load.
"""

from django.db import connection

#: Rows of each index that SQLite looks at.
_SAMPLE = 1_000


def gather_statistics() -> None:
    """Look at every table; changes nothing that anybody recorded."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={_SAMPLE}")
        cursor.execute("ANALYZE")
