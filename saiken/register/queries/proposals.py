"""Lists of proposals: what waits for me, mine, sent back to me, approved and not carried out, done.

The one idea: the kept standings say which, an index serves each list, and a page goes on after the last id. A list keeps to the offices
that the scope sees, what waits for somebody to the offices for which he or she decides; every reading is logged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Max, QuerySet

from saiken.register.access import log_read
from saiken.register.models import Proposal, ProposalStanding, User
from saiken.register.proposal_words import ENDED, WAITS, ProposalState
from saiken.register.queries.deciders import decides_for
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50

#: Nobody counts further; the screen says "or more".
MOST_COUNTED = 10_000

#: So many of the newest proposals are looked through first.
_FIRST_LOOK = 2_000


class ProposalList(StrEnum):
    """わたしの決裁待ち, わたしの起案, わたしへの差戻し, 決裁済み・未実行, 終わったもの."""

    WAITING_FOR_ME = "waiting_for_me"
    MY_PROPOSALS = "my_proposals"
    SENT_BACK_TO_ME = "sent_back_to_me"
    TO_BE_CARRIED_OUT = "to_be_carried_out"
    FINISHED_PROPOSALS = "finished_proposals"


_MINE = (
    ProposalState.BEING_DRAFTED,
    ProposalState.AWAITING_APPROVAL,
    ProposalState.AWAITING_CONFIRMATION,
    ProposalState.PROPOSAL_APPROVED,
)


@dataclass(frozen=True)
class ProposalLine:
    """A proposal in a list; `level` decides next, `seen` is the number of its last step."""

    proposal_id: int
    document_number: str
    version: int
    fiscal_year: int
    title: str
    act_kind: str
    office: str
    drafted_by: str
    drafted_on: date
    standing: str
    level: str
    claim_count: int
    person_count: int
    total_yen: int
    changed_on: date
    seen: int


@dataclass(frozen=True)
class Proposals:
    """A page of a list; `next_after` continues it, None at the end. `count` is at most MOST_COUNTED + 1."""

    lines: tuple[ProposalLine, ...]
    count: int
    next_after: int | None


def proposals_of(name: ProposalList, *, scope: Scope, on: date, after: int | None = None) -> Proposals:
    """A page of the list: what waits oldest first, everything else newest first."""
    rows = _rows(name, scope, on=on)
    found = _oldest(rows, after) if name is ProposalList.WAITING_FOR_ME else _newest(rows, after)
    ids = found[:PAGE_SIZE]
    kept = ProposalStanding.objects.select_related("proposal__office").in_bulk(ids)
    log_read(scope, what="proposals", subject=name.value)
    return Proposals(
        lines_of([kept[pk] for pk in ids]),
        count_of(rows),
        ids[-1] if len(found) > PAGE_SIZE else None,
    )


def waiting_count(username: str, *, on: date) -> int:
    """How many proposals wait for the person's decision; at most MOST_COUNTED + 1."""
    return count_of(_waiting(username, on=on))


def counts_of(scope: Scope, *, on: date) -> dict[ProposalList, int]:
    """How long each list is, for its heading; what is over is not counted."""
    open_lists = [name for name in ProposalList if name is not ProposalList.FINISHED_PROPOSALS]
    return {name: count_of(_rows(name, scope, on=on)) for name in open_lists}


def approved_not_carried_out(*, scope: Scope, on: date, after: int | None = None) -> Proposals:
    """The worklist "approved but not carried out": proposals of the scope's offices that only have to be done."""
    return proposals_of(ProposalList.TO_BE_CARRIED_OUT, scope=scope, on=on, after=after)


def chosen_proposals(proposal_ids: Iterable[int], *, scope: Scope, on: date) -> tuple[ProposalLine, ...]:
    """Those of the proposals that wait for the person, for a decision on all of them."""
    rows = _waiting(scope.by, on=on).filter(proposal_id__in=list(proposal_ids)).order_by("proposal_id")
    log_read(scope, what="proposals", subject=ProposalList.WAITING_FOR_ME.value)
    return lines_of(rows.select_related("proposal__office"))


def count_of(rows: QuerySet[ProposalStanding]) -> int:
    """How many rows, counted no further than one beyond MOST_COUNTED."""
    return rows.order_by()[: MOST_COUNTED + 1].count()


def lines_of(rows: Iterable[ProposalStanding]) -> tuple[ProposalLine, ...]:
    """The rows as lines, the drafters by the names they are known by."""
    kept = list(rows)
    names = dict(
        User.objects.filter(username__in={row.drafted_by for row in kept}).values_list("username", "display_name")
    )
    return tuple(_line(row, names) for row in kept)


def of_offices(rows: QuerySet[ProposalStanding], scope: Scope) -> QuerySet[ProposalStanding]:
    """The rows of the offices that the scope sees."""
    return rows if scope.offices is None else rows.filter(office_id__in=scope.offices)


def _oldest(rows: QuerySet[ProposalStanding], after: int | None) -> list[int]:
    """The ids of a page and one more, by the index alone; what waits for one person is never long."""
    return list(rows.filter(pk__gt=after or 0).order_by("pk").values_list("pk", flat=True)[: PAGE_SIZE + 1])


def _newest(rows: QuerySet[ProposalStanding], after: int | None) -> list[int]:
    """The ids of a page and one more, looked for among the newest and then ever further back, so that a long list is not sorted whole."""
    last = after if after is not None else (Proposal.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    width = _FIRST_LOOK
    while True:
        lowest = max(last - width, 0)
        near = rows.filter(pk__lt=last, pk__gte=lowest).order_by("-pk")
        found = list(near.values_list("pk", flat=True)[: PAGE_SIZE + 1])
        if len(found) > PAGE_SIZE or lowest == 0:
            return found
        width *= 8


def _rows(name: ProposalList, scope: Scope, *, on: date) -> QuerySet[ProposalStanding]:
    mine = ProposalStanding.objects.filter(drafted_by=scope.by)
    if name is ProposalList.WAITING_FOR_ME:
        return _waiting(scope.by, on=on)
    if name is ProposalList.MY_PROPOSALS:
        return mine.filter(standing__in=[state.value for state in _MINE])
    if name is ProposalList.SENT_BACK_TO_ME:
        return mine.filter(standing=ProposalState.SENT_BACK.value, proposal__later__isnull=True)
    everybody = of_offices(ProposalStanding.objects.all(), scope)
    if name is ProposalList.TO_BE_CARRIED_OUT:
        return everybody.filter(standing=ProposalState.PROPOSAL_APPROVED.value)
    return everybody.filter(standing__in=[state.value for state in ENDED])


def _waiting(username: str, *, on: date) -> QuerySet[ProposalStanding]:
    rows = ProposalStanding.objects.filter(place_id__in=decides_for(username, on=on))
    return rows.filter(standing__in=[state.value for state in WAITS]).exclude(drafted_by=username)


def _line(row: ProposalStanding, names: dict[str, str]) -> ProposalLine:
    proposal = row.proposal
    return ProposalLine(
        proposal_id=proposal.pk,
        document_number=proposal.document_number,
        version=proposal.version,
        fiscal_year=proposal.fiscal_year,
        title=proposal.title,
        act_kind=proposal.act_kind,
        office=proposal.office.name,
        drafted_by=names.get(row.drafted_by, row.drafted_by),
        drafted_on=proposal.drafted_on,
        standing=row.standing,
        level=row.level,
        claim_count=proposal.claim_count,
        person_count=proposal.person_count,
        total_yen=proposal.total_yen,
        changed_on=row.changed_on,
        seen=row.steps,
    )
