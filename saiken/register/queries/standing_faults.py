"""Kept standings that are not what the facts and the law give.

The one idea: every claim is classified anew, day by day of its step function, and compared with the last revision of its spans and with its
row. Revisions before the last tell what was known then and are only counted. It corrects nothing.
"""

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Count, F, Max

from saiken.domain.claim.case import Case
from saiken.law.lawbook import LawBook
from saiken.register.models import Claim, ClaimStanding, StateSpan
from saiken.register.queries.case import BATCH, cases_of
from saiken.register.queries.due_standings import portions
from saiken.register.queries.faults import Fault
from saiken.register.queries.standing import Stand, basis_hash, kept_revisions, known_steps, stand_of, steps_of
from saiken.register.queries.work_faults import claim_items
from saiken.register.queries.work_rows import Listed

RULE = "standing"

Advance = Callable[[int], None]


def standings(lawbook: LawBook, *, advance: Advance = lambda _: None) -> Iterator[Fault]:
    """区分: the kept state of every claim through time equals what its facts give; `advance` is told of claims done."""
    yield from _revisions()
    yield from _other_law(lawbook)
    ids = tuple(Claim.objects.order_by("pk").values_list("pk", flat=True))
    for portion in portions(ids, BATCH):
        yield from _portion(portion, lawbook)
        advance(len(portion))


def claim_count() -> int:
    """How many claims `advance` will be told of."""
    return Claim.objects.count()


def _revisions() -> Iterator[Fault]:
    """Claims of whose revisions one is missing."""
    counted = StateSpan.objects.values("claim_id").annotate(last=Max("revision"), all=Count("revision", distinct=True))
    for row in counted.exclude(last=F("all")).order_by("claim_id"):
        message = f"区分の版の番号は {row['last']} まであるのに、{row['all']}件の版しかありません"
        yield Fault(RULE, f"債権 {row['claim_id']}", message)


def _other_law(lawbook: LawBook) -> Iterator[Fault]:
    count = ClaimStanding.objects.exclude(law_hash=basis_hash(lawbook)).count()
    if count:
        message = f"別の版の法令又はプログラムで算出された区分が {count:,}件あります。saiken day roll を行ってください"
        yield Fault(RULE, "台帳全体", message)


def _portion(ids: Sequence[int], lawbook: LawBook) -> Iterator[Fault]:
    rows, kept = ClaimStanding.objects.in_bulk(ids), kept_revisions(ids)
    listed: list[Listed] = []
    for claim_id, case in cases_of(ids):
        row = rows.get(claim_id)
        if row is None:
            yield Fault(RULE, f"債権 {claim_id}", "区分が算出されていません。saiken day roll を行ってください")
        elif row.law_hash == basis_hash(lawbook):
            yield from _differences(row, case, lawbook=lawbook)
            revisions = kept.get(claim_id, ())
            steps = revisions[-1].steps if revisions else ()
            if steps != steps_of(case, lawbook=lawbook):
                yield Fault(RULE, f"債権 {claim_id}", "記録された区分の推移が、事実から算出したものと違います")
            kept_stand = Stand(*(getattr(row, name) for name in Stand._fields))
            listed.append(Listed(claim_id, case, row.as_of_on, kept_stand, steps, known_steps(revisions)))
    yield from claim_items([one.claim_id for one in listed], listed, lawbook=lawbook)


def _differences(row: ClaimStanding, case: Case | None, *, lawbook: LawBook) -> Iterator[Fault]:
    expected = stand_of(case, row.as_of_on, lawbook=lawbook)
    found = Stand(*(getattr(row, name) for name in Stand._fields))
    if found != expected:
        names = [name for name in Stand._fields if getattr(found, name) != getattr(expected, name)]
        told = "、".join(f"{name}: {getattr(found, name)} → {getattr(expected, name)}" for name in names)
        yield Fault(
            RULE,
            f"債権 {row.claim_id}",
            f"{row.as_of_on.isoformat()} の区分が、事実から算出したものと違います（{told}）",
        )
