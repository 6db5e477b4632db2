"""The persons of a worklist whom a bulk run is to concern, with their claims.

The one idea: the rows chosen by number, or all that match the filter; where the row is the person, the claims are those that are on some
list. It judges nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_obligors
from saiken.register.models import WorkItem
from saiken.register.queries.bulk_judgement import Candidate
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_filter import WorkFilter
from saiken.register.queries.work_list import lines_of, places_of

#: The most persons of one run.
MOST = 10_000
_BATCH = 500

_REMEDY = "行を選ぶか「条件に合うすべて」を選んでください。"


def candidates(
    list_id: str, found: WorkFilter, *, chosen: Sequence[int] | None, scope: Scope, sort: str
) -> tuple[int, tuple[Candidate, ...]]:
    """The office that the run belongs to and the persons; `chosen` None means all that match."""
    places = [
        place for place in places_of(list_id, found, sort=sort, size=MOST) if chosen is None or place[0] in set(chosen)
    ]
    if len(places) > MOST:
        raise InvalidInput(
            "一度に処理できる人数を超えています", place="対象", found=f"{len(places):,}人", expected=f"{MOST:,}人以下"
        )
    if not places:
        raise InvalidInput(
            "対象の人が選ばれていません",
            place="対象",
            expected="一人以上",
            remedy="行を選ぶか「条件に合うすべて」を選んでください。",
        )
    lines = [
        line
        for start in range(0, len(places), _BATCH)
        for line in lines_of(list_id, places[start : start + _BATCH], found=found, sort=sort)
    ]
    log_obligors(scope, what="bulk_preview", obligor_ids={line.obligor_id for line in lines})
    without = {line.obligor_id for line in lines if not line.claim_ids}
    open_claims = _open_claims(without, found.offices)
    claims: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        claims[line.obligor_id] += line.claim_ids or open_claims.get(line.obligor_id, ())
    return lines[0].office_id, tuple(
        Candidate(obligor_id, tuple(dict.fromkeys(of_person))) for obligor_id, of_person in claims.items()
    )


def _open_claims(obligor_ids: Iterable[int], offices: Sequence[int]) -> dict[int, list[int]]:
    """The claims of these persons that are on some list at the offices."""
    found: dict[int, list[int]] = defaultdict(list)
    ids = sorted(obligor_ids)
    for start in range(0, len(ids), _BATCH):
        rows = WorkItem.objects.filter(obligor_id__in=ids[start : start + _BATCH], claim__isnull=False)
        for obligor_id, claim_id, office_id in rows.values_list("obligor_id", "claim_id", "office_id").distinct():
            if office_id in offices and claim_id is not None:
                found[obligor_id].append(claim_id)
    return found
