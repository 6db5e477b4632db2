"""Keeps the keys under which persons are found in step with what is known of them.

The one idea: called by whatever changes a name, a number, an address, a telephone, a birth, a protection or who is joined with whom, in its
transaction and after its rows; only keys that differ are written. What the keys are is decided in `domain.search`.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from saiken.domain.search.keys import number_key
from saiken.register.actions._bulk import insert_rows
from saiken.register.models import Claim, Obligor, SearchGram
from saiken.register.queries.search_keys import BATCH, keys_by_person

_COLUMNS = ("gram", "obligor_id")

#: Keys taken away by one statement.
_AT_ONCE = 500

#: Rows inserted by one statement where some may be there already.
_BULK = 2_000


def refresh_search(obligor_ids: Iterable[int]) -> None:
    """Compute and keep the keys of these persons and of those they are joined with."""
    waiting = iter(dict.fromkeys(obligor_ids))
    while ids := list(islice(waiting, BATCH)):
        expected = keys_by_person(ids)
        kept: dict[int, set[str]] = {pk: set() for pk in expected}
        for gram, obligor_id in SearchGram.objects.filter(obligor_id__in=list(expected)).values_list(*_COLUMNS):
            kept[obligor_id].add(gram)
        for pk, keys in expected.items():
            _take_away(pk, sorted(kept[pk] - keys))
        rows = [(gram, pk) for pk, keys in expected.items() for gram in keys - kept[pk]]
        insert_rows(SearchGram, _COLUMNS, rows=sorted(rows))


def fill_search(obligor_ids: Iterable[int]) -> Iterator[int]:
    """Compute and keep the keys of persons who have none yet, many at a time; gives how many are done after each round."""
    waiting = iter(obligor_ids)
    while ids := list(islice(waiting, BATCH)):
        rows = sorted((gram, pk) for pk, keys in keys_by_person(ids).items() for gram in keys)
        insert_rows(SearchGram, _COLUMNS, rows=rows)
        yield len(ids)


def add_claim_numbers(claims: Iterable[Claim]) -> None:
    """Keep the numbers of new claims with the persons who owe them."""
    numbers = {(number_key(claim.assessment_number), claim.obligor_id) for claim in claims}
    obligors = {obligor_id for _, obligor_id in numbers}
    joined = dict(Obligor.objects.filter(pk__in=obligors, joined_to__isnull=False).values_list("pk", "joined_to_id"))
    rows = sorted({(gram, joined.get(obligor_id, obligor_id)) for gram, obligor_id in numbers})
    SearchGram.objects.bulk_create(
        (SearchGram(gram=gram, obligor_id=obligor_id) for gram, obligor_id in rows), _BULK, ignore_conflicts=True
    )


def _take_away(obligor_id: int, grams: list[str]) -> None:
    for start in range(0, len(grams), _AT_ONCE):
        SearchGram.objects.filter(obligor_id=obligor_id, gram__in=grams[start : start + _AT_ONCE]).delete()
