"""Who is away and who stands in, for the person, the manager of an office and whoever keeps the accounts.

The one idea: an absence is shown to those it concerns; who that is, the caller says by offices. It shows staff, no obligor.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from saiken.register.models import Absence, User
from saiken.register.queries.people import STOOD_IN_FOR, held_on


@dataclass(frozen=True)
class AbsenceLine:
    """An absence from a day to its last day, both included."""

    absence_id: int
    username: str
    display_name: str
    deputy: str
    deputy_name: str
    office: str
    from_on: date
    last_on: date
    reason: str
    is_running: bool


@dataclass(frozen=True)
class Colleague:
    """Somebody in service, to be chosen in a form; `posts` are (office id, name) where a deputy can stand in."""

    username: str
    display_name: str
    posts: tuple[tuple[int, str], ...]

    @property
    def office_ids(self) -> tuple[int, ...]:
        """Where a deputy can stand in."""
        return tuple(office_id for office_id, _ in self.posts)


def absences(*, on: date, username: str, office_ids: Collection[int] | None) -> tuple[AbsenceLine, ...]:
    """Absences that are not over: the person's own, those stood in for, and those at the offices (None = everywhere)."""
    rows = Absence.objects.filter(until_on__gt=on, withdrawn_at__isnull=True)
    if office_ids is not None:
        rows = rows.filter(
            Q(user__username=username) | Q(deputy__username=username) | Q(office_id__in=list(office_ids))
        )
    return tuple(
        _line(row, on=on) for row in rows.select_related("user", "deputy", "office").order_by("from_on", "id")[:500]
    )


def absence_of(absence_id: int) -> tuple[str, int] | None:
    """Whose absence it is, and at which office."""
    return Absence.objects.filter(pk=absence_id).values_list("user__username", "office_id").first()


def colleagues(*, on: date, office_ids: Collection[int] | None) -> tuple[Colleague, ...]:
    """People in service with a role at the offices (None = everywhere), by name."""
    held = held_on(on).filter(user__is_active=True, role__in=[role.value for role in STOOD_IN_FOR])
    if office_ids is not None:
        held = held.filter(office_id__in=list(office_ids))
    people: dict[tuple[str, str], dict[int, str]] = {}
    for username, name, office_id, office in held.order_by("user__username", "office__name").values_list(
        "user__username", "user__display_name", "office_id", "office__name"
    ):
        people.setdefault((username, name), {})[office_id] = office
    return tuple(Colleague(username, name, tuple(posts.items())) for (username, name), posts in people.items())


def is_in_service(username: str) -> bool:
    """Whether somebody signs in by this name."""
    return User.objects.filter(username=username, is_active=True).exists()


def _line(row: Absence, *, on: date) -> AbsenceLine:
    return AbsenceLine(
        absence_id=row.pk,
        username=row.user.username,
        display_name=row.user.display_name,
        deputy=row.deputy.username,
        deputy_name=row.deputy.display_name,
        office=row.office.name,
        from_on=row.from_on,
        last_on=row.until_on - timedelta(days=1),
        reason=row.reason,
        is_running=row.from_on <= on,
    )
