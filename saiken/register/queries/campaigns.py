"""Campaigns and their results: what came in from the group, computed from the ledger against the goal, per office.

The one idea: receipts of the members' claims count by the day of payment, from the first day until so many days after the last one; refunds
and reversals lower them. It shows no person.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet, Sum

from saiken.domain.errors import InvalidInput
from saiken.register.models import Campaign, CampaignMember, Entry, Office
from saiken.register.queries.collected import receipts


@dataclass(frozen=True)
class CampaignOffice:
    """One office's part: the group as frozen, what came in."""

    office: str
    claims: int
    yen: int
    collected_yen: int
    paying_claims: int


@dataclass(frozen=True)
class CampaignPage:
    """A campaign with its results until a day; `counts_until_on` is the last day of payment that counts."""

    campaign_id: int
    name: str
    office: str
    from_on: date
    until_on: date
    counts_until_on: date
    measures: tuple[str, ...]
    target: str
    goal_yen: int
    claims: int
    yen: int
    collected_yen: int
    offices: tuple[CampaignOffice, ...]

    @property
    def tenths(self) -> int:
        """Collected of the goal in tenths of a percent, cut."""
        return self.collected_yen * 1000 // self.goal_yen

    @property
    def progress(self) -> str:
        """The same with its decimal."""
        return f"{self.tenths // 10}.{self.tenths % 10}%"


def campaigns_of(office_ids: frozenset[int] | None, *, on: date, most: int = 30) -> tuple[CampaignPage, ...]:
    """The last campaigns of these offices or of all, without the parts of the offices."""
    rows = Campaign.objects.select_related("office").order_by("-from_on", "-pk")
    if office_ids is not None:
        member = CampaignMember.objects.filter(campaign_id=OuterRef("pk"), office_id__in=office_ids)
        rows = rows.filter(office_id__in=office_ids) | rows.filter(Exists(member))
    return tuple(_page(row, on=on, offices=()) for row in rows[:most])


def campaign_page(campaign_id: int, *, on: date) -> CampaignPage:
    """One campaign with the part of each office; raises InvalidInput when there is none."""
    row = Campaign.objects.select_related("office").filter(pk=campaign_id).first()
    if row is None:
        raise InvalidInput("強化期間がありません", place="強化期間", found=str(campaign_id))
    return _page(row, on=on, offices=_offices(row, on))


def _until(row: Campaign) -> date:
    return row.until_on + timedelta(days=row.further_days)


def _page(row: Campaign, *, on: date, offices: tuple[CampaignOffice, ...]) -> CampaignPage:
    members = row.members.aggregate(claims=Count("pk"), yen=Sum("balance_yen"))
    came_in = _receipts(row, on).aggregate(yen=Sum("yen"))["yen"]
    return CampaignPage(
        campaign_id=row.pk,
        name=row.name,
        office=row.office.name,
        from_on=row.from_on,
        until_on=row.until_on,
        counts_until_on=_until(row),
        measures=tuple(row.measures),
        target=row.target,
        goal_yen=row.goal_yen,
        claims=members["claims"],
        yen=int(members["yen"] or 0),
        collected_yen=int(came_in or 0),
        offices=offices,
    )


def _receipts(row: Campaign, on: date) -> QuerySet[Entry]:
    period = receipts().filter(effective_on__gte=row.from_on, effective_on__lte=min(on, _until(row)))
    return period.filter(claim__in=row.members.values("claim_id"))


def _offices(row: Campaign, on: date) -> tuple[CampaignOffice, ...]:
    groups = row.members.values_list("office_id").annotate(Count("pk"), Sum("balance_yen"))
    sizes = {office_id: (claims, int(yen)) for office_id, claims, yen in groups}
    by_office = (
        Entry.objects.filter(pk__in=_receipts(row, on).values("pk"), claim__campaigns__campaign=row)
        .values_list("claim__campaigns__office_id")
        .annotate(Sum("yen"), Count("claim", distinct=True))
    )
    came_in = {office_id: (int(yen), claims) for office_id, yen, claims in by_office}
    names = Office.objects.filter(pk__in=sizes).order_by("name", "pk").values_list("pk", "name")
    return tuple(CampaignOffice(name, *sizes[pk], *came_in.get(pk, (0, 0))) for pk, name in names)
