"""Keeps the files of persons at offices in step with their claims and acts.

The one idea: called by whatever changes a claim, an act, a custody, who answers for a claim or who is joined with whom, in its
transaction and after its rows; few statements compute and keep the files of thousands of persons, and the offices that their claims
concern. Who works on a file is assigned and never touched here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection

from saiken.register.actions._work_items import keep_person_items
from saiken.register.models import Claim, Obligor, ObligorRole
from saiken.register.queries.case_files import COLUMNS, computed_files
from saiken.register.queries.person_offices import computed_offices

#: Persons whose files one statement computes.
_BATCH = 5_000

#: What the statement replaces in a row that is there already.
_KEPT = tuple(column for column in COLUMNS if column not in ("obligor_id", "office_id"))


def refresh_case_files(obligor_ids: Iterable[int]) -> None:
    """Compute and keep every file of these persons and their rows on the worklists; the officers stay."""
    waiting = iter(dict.fromkeys(obligor_ids))
    while ids := list(islice(waiting, _BATCH)):
        kept = Obligor.objects.filter(pk__in=ids, joined_to__isnull=False).values_list("joined_to_id", flat=True)
        persons = sorted({*ids, *kept})
        _keep_all_of(persons)
        keep_person_items(persons)


def refresh_all_case_files() -> None:
    """Compute and keep the files of everybody, after an import."""
    _keep_all_of(None)


def refresh_files_of_claims(claim_ids: Iterable[int]) -> None:
    """Compute and keep the files of everybody who answers for one of these claims."""
    waiting = iter(claim_ids)
    while ids := list(islice(waiting, _BATCH)):
        refresh_case_files(sorted(set(answering(ids))))


def answering(claim_ids: Sequence[int]) -> Iterator[int]:
    """Everybody who answers for one of these claims, some more than once."""
    yield from Claim.objects.filter(pk__in=claim_ids).values_list("obligor_id", flat=True)
    yield from ObligorRole.objects.filter(claim_id__in=claim_ids).values_list("obligor_id", flat=True)


def _keep_all_of(obligor_ids: Sequence[int] | None) -> None:
    """The files of these persons, or of everybody, and their offices; what stays the same is not written."""
    differs = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
    given = ", ".join(f"{column} = EXCLUDED.{column}" for column in _KEPT)
    before, after = (", ".join(f"{row}.{column}" for column in _KEPT) for row in ("register_casefile", "EXCLUDED"))
    offices = computed_offices(obligor_ids)
    among = "" if obligor_ids is None else f"obligor_id IN ({', '.join(map(str, obligor_ids)) or 'NULL'}) AND "
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO register_casefile ({', '.join(COLUMNS)}) {computed_files(obligor_ids)} "
            f"ON CONFLICT (obligor_id, office_id) DO UPDATE SET {given} WHERE ({before}) {differs} ({after})"
        )
        cursor.execute(
            f"DELETE FROM register_obligoroffice WHERE {among}(obligor_id, office_id) NOT IN (SELECT * FROM ({offices}) x)"
        )
        cursor.execute(
            f"INSERT INTO register_obligoroffice (obligor_id, office_id) SELECT * FROM ({offices}) x WHERE 1 = 1 "
            "ON CONFLICT DO NOTHING"
        )
