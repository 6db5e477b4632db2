"""The persons of a worklist or an extraction whom a bulk run is to concern, with their claims.

The one idea: the rows chosen by number, or all that match; where the row is the person, the claims are those open there that have fallen
due, and of an extraction by receivable, year or state only those that meet it. It judges nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_obligors
from saiken.register.models import CaseFile, ClaimStanding
from saiken.register.queries.bulk_judgement import Candidate
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_extract import Extraction, extract_places
from saiken.register.queries.work_facts import LISTED, Handled, handled_claims
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
    _demand_some(len(places))
    lines = [
        line
        for start in range(0, len(places), _BATCH)
        for line in lines_of(list_id, places[start : start + _BATCH], found=found, sort=sort)
    ]
    log_obligors(scope, what="bulk_preview", obligor_ids={line.obligor_id for line in lines})
    without = {line.obligor_id for line in lines if not line.claim_ids}
    open_claims = _open_claims(without, found)
    claims: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        claims[line.obligor_id] += line.claim_ids or open_claims.get(line.obligor_id, ())
    return lines[0].office_id, tuple(
        Candidate(obligor_id, tuple(dict.fromkeys(of_person))) for obligor_id, of_person in claims.items()
    )


def extracted(asked: Extraction, *, chosen: Sequence[int] | None, scope: Scope) -> tuple[int, tuple[Candidate, ...]]:
    """The office that the run belongs to and the persons of an extraction; `chosen` None means all that match."""
    files = [file_id for _, file_id in extract_places(asked, size=MOST)]
    rows = CaseFile.objects.in_bulk(files)
    wanted = [rows[pk] for pk in files if chosen is None or rows[pk].obligor_id in set(chosen)]
    _demand_some(len(wanted))
    persons = dict.fromkeys(row.obligor_id for row in wanted)
    log_obligors(scope, what="bulk_preview", obligor_ids=set(persons))
    claims = _open_claims(persons, asked.found)
    return wanted[0].office_id, tuple(Candidate(pk, tuple(claims.get(pk, ()))) for pk in persons)


def _demand_some(count: int) -> None:
    if count > MOST:
        raise InvalidInput(
            "一度に処理できる人数を超えています", place="対象", found=f"{count:,}人", expected=f"{MOST:,}人以下"
        )
    if not count:
        raise InvalidInput("対象の人が選ばれていません", place="対象", expected="一人以上", remedy=_REMEDY)


def _open_claims(obligor_ids: Iterable[int], found: WorkFilter) -> dict[int, list[int]]:
    """The claims of these persons that are open, due and handled at the offices, as far as the filter asks for claims."""
    claims: dict[int, list[int]] = defaultdict(list)
    ids = sorted(obligor_ids)
    for start in range(0, len(ids), _BATCH):
        rows = ClaimStanding.objects.filter(claim__obligor_id__in=ids[start : start + _BATCH], standing__in=LISTED)
        if found.state_id:
            rows = rows.filter(state_id=found.state_id)
        for claim_id, one in handled_claims(rows.values_list("claim_id", flat=True)).items():
            if _is_asked(one, found):
                claims[one.obligor_id].append(claim_id)
    return claims


def _is_asked(one: Handled, found: WorkFilter) -> bool:
    """Whether the claim is due at one of the offices and of the receivable and the year that the filter names."""
    is_there = one.office_id in found.offices and one.due_on < found.on
    is_seen = one.office_id not in found.beyond or one.receivable_id in found.own_receivables
    of_receivable = found.receivable_id in (None, one.receivable_id)
    return is_there and is_seen and of_receivable and found.fiscal_year in (None, one.fiscal_year)
