"""What each person may be found by, read from the register, and whether the kept keys are still those.

The one idea: a person is the kept row and every row joined into it; what is known of any of them counts. Of a protected person no address
and no telephone is given out, and nothing that was found out for a limited use. It writes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.domain.search.folding import load_folding
from saiken.domain.search.keys import Searched, keys_of
from saiken.register.models import Claim, Obligor, ObligorFact, SearchGram
from saiken.register.queries.due_standings import portions
from saiken.register.queries.faults import Fault

RULE = "search"

#: Persons read by one round of statements.
BATCH = 2_000

_ADDRESSES = (FactKind.RESIDENCE.value, FactKind.MAILING_ADDRESS.value)
_KINDS = (FactKind.OTHER_NAME.value, FactKind.TELEPHONE_NUMBER.value, *_ADDRESSES)

Advance = Callable[[int], None]


class _Row(NamedTuple):
    """The columns of an obligor's row."""

    id: int
    joined_to_id: int | None
    name: str
    name_kana: str
    external_number: str
    birth_on: date | None
    address: str
    telephone: str
    protected: bool

    @property
    def kept(self) -> int:
        """The number under which the person is kept."""
        return self.joined_to_id or self.id


def keys_by_person(obligor_ids: Iterable[int]) -> Mapping[int, set[str]]:
    """The keys of these persons and of those they are joined with; none for a row that is joined into another."""
    ids = set(obligor_ids)
    joined_to = Obligor.objects.filter(pk__in=ids, joined_to__isnull=False).values_list("joined_to_id", flat=True)
    wanted = {*ids, *joined_to}
    selected = Obligor.objects.filter(Q(pk__in=wanted) | Q(joined_to__in=wanted))
    rows = [_Row(*row) for row in selected.values_list(*_Row._fields)]
    numbers = [row.id for row in rows]
    facts, claims = _facts(numbers), _claim_numbers(numbers)
    hidden = {row.kept for row in rows if row.protected}
    found: dict[int, set[str]] = {pk: set() for pk in wanted}
    folding = load_folding()
    for row in rows:
        person = _searched(row, facts.get(row.id, {}), numbers=claims.get(row.id, ()), is_hidden=row.kept in hidden)
        found.setdefault(row.kept, set()).update(keys_of(person, folding=folding))
    return found


def _searched(row: _Row, facts: Mapping[str, list[str]], *, numbers: Iterable[str], is_hidden: bool) -> Searched:
    addresses = [row.address, *(value for kind in _ADDRESSES for value in facts.get(kind, ()))]
    telephones = [row.telephone, *facts.get(FactKind.TELEPHONE_NUMBER.value, ())]
    return Searched(
        names=_given(row.name, row.name_kana, *facts.get(FactKind.OTHER_NAME.value, ())),
        numbers=_given(row.external_number, *numbers),
        addresses=() if is_hidden else _given(*addresses),
        telephones=() if is_hidden else _given(*telephones),
        birth_on=row.birth_on,
    )


def _given(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _facts(numbers: Sequence[int]) -> Mapping[int, Mapping[str, list[str]]]:
    """What else is known, also of earlier years, by kind; only what everybody may use."""
    rows = ObligorFact.objects.filter(
        obligor_id__in=numbers,
        kind__in=_KINDS,
        withdrawn=False,
        replaced_by__isnull=True,
        restricted=False,
        permitted_use=PermittedUse.EVERY_CLAIM.value,
    )
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for obligor_id, kind, value in rows.values_list("obligor_id", "kind", "value"):
        found[obligor_id][kind].append(value)
    return found


def _claim_numbers(numbers: Sequence[int]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = Claim.objects.filter(obligor_id__in=numbers).values_list("obligor_id", "assessment_number")
    for obligor_id, number in rows.iterator(chunk_size=20_000):
        found[obligor_id].add(number)
    return found


def search_keys(*, advance: Advance = lambda _: None) -> Iterator[Fault]:
    """検索: the keys of every person are those that the register gives, and nobody else has any; `advance` is told of persons done."""
    ids = tuple(Obligor.objects.order_by("pk").values_list("pk", flat=True))
    for portion in portions(ids, BATCH):
        kept: dict[int, set[str]] = {pk: set() for pk in portion}
        for gram, obligor_id in SearchGram.objects.filter(obligor_id__in=portion).values_list("gram", "obligor_id"):
            kept[obligor_id].add(gram)
        expected = keys_by_person(portion)
        for pk in portion:
            if kept[pk] != expected[pk]:
                missing, left = len(expected[pk] - kept[pk]), len(kept[pk] - expected[pk])
                message = f"検索用の索引が登録内容と違います（不足 {missing}、余分 {left}）。saiken search rebuild で作り直してください"
                yield Fault(RULE, f"債務者 {pk}", message)
        advance(len(portion))


def person_portions() -> Iterator[tuple[int, ...]]:
    """The numbers of all persons, in portions."""
    return portions(tuple(Obligor.objects.order_by("pk").values_list("pk", flat=True)), BATCH)


def person_count() -> int:
    """How many persons `advance` will be told of."""
    return Obligor.objects.count()
