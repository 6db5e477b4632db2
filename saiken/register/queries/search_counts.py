"""How many persons have each key of a search, up to where a key is common.

The one idea: the counts only say which key leads, so those that take long to count are remembered by the process and may be old; whom a
search finds does not depend on them. It knows keys and no persons.
"""

from collections.abc import Mapping
from threading import Lock

from django.db import connection

from saiken.register.queries.position import register_key

#: Beyond this many rows a key is common, and how common does not matter.
COMMON = 50_000

#: From so many rows on a count is remembered; fewer are counted faster than a key could have become common.
_WORTH_KEEPING = 1_000

#: So many keys are remembered; then it begins anew.
_MOST = 20_000

_kept: dict[tuple[tuple[str, ...], str], int] = {}
_lock = Lock()


def counts_of(keys: set[str]) -> Mapping[str, int]:
    """The rows of each key, counted now or earlier."""
    register = register_key()
    found = {key: rows for key in keys if (rows := _kept.get((register, key))) is not None}
    missing = keys - found.keys()
    return {**found, **_counted(missing, register)} if missing else found


def _counted(keys: set[str], register: tuple[str, ...]) -> Mapping[str, int]:
    one = f"SELECT %s, COUNT(*) FROM (SELECT 1 FROM register_searchgram WHERE gram = %s LIMIT {COMMON}) counted"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(keys)), [value for key in keys for value in (key, key)])
        found: dict[str, int] = dict(cursor.fetchall())
    with _lock:
        if len(_kept) > _MOST:
            _kept.clear()
        _kept.update({(register, key): rows for key, rows in found.items() if rows >= _WORTH_KEEPING})
    return found
