"""Who is signed in: name, offices and roles on a day, and what the roles let a person see.

The one idea: roles are dated, so the same person on another day is another viewer, and a deputy holds the absent person's roles for
those days only. It grants nothing; `web.permissions` does.
"""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from saiken.register.models import AuditRow, Office, OfficeRole, User
from saiken.register.roles import Role
from saiken.register.second_factor import current_code, hex_of

#: The action whose audit row marks a register as a demo; its detail names the accounts that the sign-in page shows.
DEMO_ACTION = "load_sample_city"


#: Roles that a deputy stands in for; nobody checks or keeps accounts for somebody else.
STOOD_IN_FOR = frozenset(Role) - {Role.AUDITOR, Role.ADMINISTRATOR}


@dataclass(frozen=True)
class Post:
    """A role held at an office on the day asked for; `on_behalf_of` is who is absent from it (user name and name), empty = one's own."""

    office_id: int
    office_name: str
    role: Role
    on_behalf_of: str = ""
    absent_name: str = ""


@dataclass(frozen=True)
class Approver:
    """Somebody who may decide for an office on a day; `on_behalf_of` names the absent manager a deputy stands in for."""

    username: str
    display_name: str
    role: Role
    on_behalf_of: str = ""


@dataclass(frozen=True)
class Viewer:
    """A signed-in person on a day. `posts` are one's own, `deputyships` those of absent people; in the order of the offices' names."""

    username: str
    display_name: str
    must_change_password: bool
    posts: tuple[Post, ...]
    deputyships: tuple[Post, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held, at whichever office."""
        return frozenset(post.role for post in self.posts)

    @property
    def office_names(self) -> tuple[str, ...]:
        """The offices, each once."""
        return tuple(dict.fromkeys(post.office_name for post in self.posts))


@dataclass(frozen=True)
class DemoAccount:
    """An account of a demo register as the sign-in page shows it; `second_factor_key` in the form that people type."""

    username: str
    password: str
    duties: str
    second_factor_key: str = ""

    @property
    def code(self) -> str:
        """The code that its second factor shows now; empty without one."""
        return current_code(hex_of(self.second_factor_key)) if self.second_factor_key else ""


def viewer_of(user: User, *, on: date) -> Viewer:
    """The person with the roles held on the day, and those of the absent people stood in for."""
    posts = _posts(user.username, on=on)
    return Viewer(
        username=user.username,
        display_name=user.display_name,
        must_change_password=user.must_change_password,
        posts=tuple(post for post in posts if not post.on_behalf_of),
        deputyships=tuple(post for post in posts if post.on_behalf_of),
    )


def acting_for(username: str, *, on: date) -> tuple[Post, ...]:
    """The roles of absent people that the person holds as their deputy on the day."""
    return tuple(post for post in _posts(username, on=on) if post.on_behalf_of)


def approvers_of(office_id: int, *, on: date) -> tuple[Approver, ...]:
    """Who may decide for the office on the day: its managers and their deputies, else those of the nearest office above.

    An absent manager whose deputy stands in is left out. Deputies come after managers, each group by name.
    """
    for place in _with_all_above(office_id):
        found = _approvers_at(place, on=on)
        if found:
            return found
    return ()


def held_on(on: date) -> QuerySet[OfficeRole]:
    """The roles that hold on the day."""
    return OfficeRole.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)


def held_by(username: str, *, on: date) -> QuerySet[OfficeRole]:
    """The roles a person may act with on the day: one's own, and those of absent people one stands in for at their office."""
    stood_in_for = _absent(on) & Q(
        user__absences__deputy__username=username,
        user__absences__office=F("office"),
        user__is_active=True,
        role__in=[role.value for role in STOOD_IN_FOR],
    )
    return held_on(on).filter(Q(user__username=username) | stood_in_for).distinct()


def _posts(username: str, *, on: date) -> list[Post]:
    rows = held_by(username, on=on).order_by("office__name", "role", "user__username")
    return [
        Post(office_id, office_name, Role(role), *(("", "") if holder == username else (holder, name)))
        for office_id, office_name, role, holder, name in rows.values_list(
            "office_id", "office__name", "role", "user__username", "user__display_name"
        )
    ]


def _absent(on: date) -> Q:
    """The holder of a role is away on the day."""
    return Q(
        user__absences__from_on__lte=on, user__absences__until_on__gt=on, user__absences__withdrawn_at__isnull=True
    )


def _approvers_at(office_id: int, *, on: date) -> tuple[Approver, ...]:
    managers = held_on(on).filter(office_id=office_id, role=Role.SECTION_MANAGER.value, user__is_active=True)
    names = dict(managers.values_list("user__username", "user__display_name"))
    standing_in = managers.filter(
        _absent(on), user__absences__office_id=office_id, user__absences__deputy__is_active=True
    ).values_list("user__absences__deputy__username", "user__absences__deputy__display_name", "user__username")
    deputies = {(deputy, shown, absent) for deputy, shown, absent in standing_in if deputy not in names}
    away = {absent for _, _, absent in standing_in}
    present = [Approver(name, shown, Role.SECTION_MANAGER) for name, shown in sorted(names.items()) if name not in away]
    return (
        *present,
        *(Approver(name, shown, Role.SECTION_MANAGER, absent) for name, shown, absent in sorted(deputies)),
    )


def _with_all_above(office_id: int) -> list[int]:
    """The office, then its parents upward; a cycle ends the walk."""
    parents = dict(Office.objects.values_list("id", "parent_id"))
    walk: list[int] = []
    place: int | None = office_id
    while place is not None and place not in walk:
        walk.append(place)
        place = parents.get(place)
    return walk


def demo_accounts() -> tuple[DemoAccount, ...]:
    """The accounts of a demo register; nothing for a real one."""
    marker = AuditRow.objects.filter(action=DEMO_ACTION).order_by("-id").values_list("detail", flat=True).first()
    if marker is None:
        return ()
    return tuple(DemoAccount(**account) for account in json.loads(marker).get("accounts", ()))
