"""The persons of a worklist or an extraction, to be sent as a list: their ids alone, up to what one list may hold.

The one idea: whoever may send a list need not see whom it names, so this gives no name; that they were taken is logged by the condition and
the number.
"""

from saiken.register.access import log_read
from saiken.register.models import CaseFile
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_extract import Extraction, extract_places
from saiken.register.queries.work_filter import WorkFilter
from saiken.register.queries.work_list import places_of
from saiken.register.queries.work_rows import catalogue


def members_of_list(list_id: str, found: WorkFilter, *, scope: Scope, sort: str, most: int) -> tuple[int, ...]:
    """The persons of the worklist in its order, at most `most` and one more; KeyError for an unknown list."""
    places = places_of(catalogue().lists[list_id].id, found, sort=sort, size=most + 1)
    ids = tuple(dict.fromkeys(place[0] for place in places))[: most + 1]
    log_read(scope, what="sent_list", subject=f"一覧 {list_id} {len(ids)}人")
    return ids


def members_of_extraction(asked: Extraction, *, scope: Scope, most: int) -> tuple[int, ...]:
    """The persons of the extraction in its order, at most `most` and one more."""
    files = [file_id for _, file_id in extract_places(asked, size=most)][: most + 1]
    obligors = dict(CaseFile.objects.filter(pk__in=files).values_list("pk", "obligor_id"))
    ids = tuple(dict.fromkeys(obligors[file_id] for file_id in files))
    log_read(scope, what="sent_list", subject=f"条件抽出 {len(ids)}人")
    return ids
