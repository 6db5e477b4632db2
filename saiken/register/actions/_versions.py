"""Numbers the versions of what people state.

The one idea: the next version is the last plus one, taken under the clock's lock, so two people never state the same version.
"""

from django.db.models import Max, QuerySet


def next_version(earlier: QuerySet) -> int:
    """1 for the first statement, else one more than the last of `earlier`."""
    last: int | None = earlier.aggregate(last=Max("version"))["last"]
    return (last or 0) + 1
