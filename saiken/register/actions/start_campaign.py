"""Starts a campaign: freezes the group of claims, the measures, the goal and the rule by which receipts count.

The one idea: the group is written down in the same stroke as it is chosen, by what the claims were on that day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._bulk import insert_rows
from saiken.register.actions._clock import take
from saiken.register.models import Campaign, CampaignMember, Claim, ClaimBalance, ClaimStanding, Office, Receivable
from saiken.register.queries.custody import handled_claims

#: The largest group that one campaign works.
MOST_MEMBERS = 50_000
_BATCH = 2_000


@dataclass(frozen=True)
class NewCampaign:
    """`office_ids` handle the claims of the group; `states`, `receivable_id` and yen narrow it. `own` are the starter's offices."""

    office_id: int
    own: frozenset[int]
    name: str
    from_on: date
    until_on: date
    goal_yen: int
    office_ids: tuple[int, ...]
    submission: str
    further_days: int = 0
    measures: tuple[str, ...] = ()
    receivable_id: int | None = None
    states: tuple[str, ...] = ()
    least_yen: int = 1


@action
def start_campaign(*, new: NewCampaign, by: str, on: date) -> Done[int]:
    """Returns the id of the campaign."""
    known = Campaign.objects.filter(submission=new.submission).first()
    if known is not None:
        return Done(known.pk, f"強化期間 {known.pk}", {"already": True})
    _demand_whole(new)
    members = list(_members(new))
    if not members:
        raise Refused("条件に合う債権がありません")
    campaign = Campaign.objects.create(
        office_id=new.office_id,
        name=new.name.strip(),
        from_on=new.from_on,
        until_on=new.until_on,
        further_days=new.further_days,
        measures=list(new.measures),
        goal_yen=new.goal_yen,
        target=_target(new),
        submission=new.submission,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    rows = [(campaign.pk, *member) for member in members]
    insert_rows(CampaignMember, ("campaign_id", "claim_id", "office_id", "balance_yen"), rows=rows)
    return Done(campaign.pk, f"強化期間 {campaign.pk}", {"claims": len(rows), "yen": new.goal_yen})


def _demand_whole(new: NewCampaign) -> None:
    if new.office_id not in new.own or not set(new.office_ids) <= new.own:
        raise Refused("強化期間は、自分の所属とその下の所属の債権について設けます")
    if not new.name.strip():
        raise InvalidInput("名称がありません", place="name")
    if new.until_on < new.from_on:
        raise InvalidInput("最後の日が始まりより前です", place="until_on", found=new.until_on.isoformat())
    if new.goal_yen <= 0:
        raise InvalidInput("目標は1円以上です", place="goal_yen", found=str(new.goal_yen))


def _members(new: NewCampaign) -> Iterator[tuple[int, int, int]]:
    """Claim, office that handles it, yen owed; raises when there are too many."""
    ids = list(_candidates(new).values_list("pk", flat=True)[: MOST_MEMBERS + 1])
    if len(ids) > MOST_MEMBERS:
        raise Refused(f"対象が{MOST_MEMBERS:,}件を超えます。条件を狭めてください")
    wanted = set(new.office_ids)
    for start in range(0, len(ids), _BATCH):
        for claim in handled_claims(ids[start : start + _BATCH]).values():
            if claim.office_id in wanted and claim.balance_yen >= new.least_yen:
                yield claim.claim_id, claim.office_id, claim.balance_yen


def _candidates(new: NewCampaign) -> QuerySet[Claim]:
    """Claims with a balance that the offices may handle, by what the register keeps of them."""
    owed = ClaimBalance.objects.filter(claim_id=OuterRef("pk"), balance_yen__gt=0)
    if new.receivable_id is not None:
        owed = owed.filter(receivable_id=new.receivable_id)
    booked = owed.filter(office_id__in=new.office_ids)
    rows = Claim.objects.filter(Exists(booked)) | Claim.objects.filter(
        Exists(owed), custody__office_id__in=new.office_ids
    )
    if new.states:
        rows = rows.filter(Exists(ClaimStanding.objects.filter(claim_id=OuterRef("pk"), state_id__in=new.states)))
    return rows.order_by("pk")


def _target(new: NewCampaign) -> str:
    offices = Office.objects.filter(pk__in=new.office_ids).order_by("pk").values_list("name", flat=True)
    parts = ["、".join(offices)[:150]]
    if new.receivable_id is not None:
        parts.append(str(Receivable.objects.get(pk=new.receivable_id)))
    if new.states:
        parts.append("区分 " + "、".join(new.states))
    if new.least_yen > 1:
        parts.append(f"{new.least_yen:,}円以上")
    return " ".join(parts)[:300]
