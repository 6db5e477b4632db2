"""Who looked at one person under any number: every read of the person, and of a claim the person answers for, lists included.

The one idea: the numbers beside the log's texts are asked, not the texts; so a list of fifty claims counts as a look at each of their
obligors. Asking this is itself no read of the person: only log rows show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from saiken.domain.errors import InvalidInput
from saiken.register.models import AccessLog, AccessSpan, Claim, Obligor, ObligorRole
from saiken.register.models.access_span import LONGEST_RUN
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.logs import PAGE_SIZE, LogLine, LogPage

#: Claims of one person that are asked; a bulk row stands for more, nobody owes as many himself.
_MOST_CLAIMS = 1_000
#: Claims asked in one statement.
_AT_ONCE = 200


@dataclass(frozen=True)
class Looked:
    """The obligor and the looks, newest first; `is_cut` when the person has more claims than are asked."""

    obligor_id: int
    page: LogPage
    is_cut: bool


def who_looked(obligor_id: int, *, before: int | None = None, by: str = "") -> Looked:
    """The looks numbered below `before`, of one reader when named. Raises InvalidInput when there is no such person."""
    if not Obligor.objects.filter(pk=obligor_id).exists():
        raise InvalidInput("債務者がいません", place="債務者", found=str(obligor_id))
    persons = numbers_of(kept_of(obligor_id))
    claim_ids = _claims_of(persons)
    numbers = _newest(claim_ids[:_MOST_CLAIMS], persons=persons, before=before, by=by)
    rows = AccessLog.objects.filter(pk__in=numbers)
    lines = [
        LogLine(*row)
        for row in rows.order_by("-id").values_list("id", "at", "by", "what", "subject", "purpose", "terminal")
    ]
    following = lines[PAGE_SIZE - 1].number if len(lines) > PAGE_SIZE else None
    return Looked(obligor_id, LogPage(tuple(lines[:PAGE_SIZE]), following), len(claim_ids) > _MOST_CLAIMS)


def _claims_of(persons: Sequence[int]) -> list[int]:
    own = Claim.objects.filter(obligor_id__in=persons).values_list("pk", flat=True)
    further = ObligorRole.objects.filter(obligor_id__in=persons).values_list("claim_id", flat=True)
    return sorted({*own[: _MOST_CLAIMS + 1], *further[: _MOST_CLAIMS + 1]})


def _newest(claim_ids: list[int], *, persons: Sequence[int], before: int | None, by: str) -> list[int]:
    """The numbers of the newest looks, one more than a page."""
    spans = AccessSpan.objects.order_by("-access_id")
    if before is not None:
        spans = spans.filter(access_id__lt=before)
    if by:
        spans = spans.filter(access__by=by)
    numbers = set(_named(spans.filter(is_obligor=True), persons))
    for start in range(0, len(claim_ids), _AT_ONCE):
        numbers.update(_named(spans.filter(is_obligor=False), claim_ids[start : start + _AT_ONCE]))
    return sorted(numbers, reverse=True)[: PAGE_SIZE + 1]


def _named(spans: QuerySet[AccessSpan], asked: Sequence[int]) -> Iterator[int]:
    """Numbers of looks that begin with one of the numbers, or whose run goes over one."""
    over = Q()
    for number in asked:
        over |= Q(first__gt=number - LONGEST_RUN, first__lt=number, last__gte=number)
    for found in (spans.filter(first__in=asked), spans.filter(over, last__gt=F("first"))):
        yield from found.values_list("access_id", flat=True).distinct()[: PAGE_SIZE + 1]
