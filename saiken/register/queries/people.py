"""Who is signed in: name, offices and roles on a day, and what the roles let a person see.

The one idea: roles are dated, so the same person on another day is another viewer. It grants nothing; `web.permissions` does.
"""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.register.models import AuditRow, User
from saiken.register.roles import Role

#: The action whose audit row marks a register as a demo; its detail names the accounts that the sign-in page shows.
DEMO_ACTION = "load_sample_city"


@dataclass(frozen=True)
class Post:
    """A role held at an office on the day asked for."""

    office_id: int
    office_name: str
    role: Role


@dataclass(frozen=True)
class Viewer:
    """A signed-in person on a day. `posts` is in the order of the offices' names."""

    username: str
    display_name: str
    must_change_password: bool
    posts: tuple[Post, ...]

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
    """An account of a demo register as the sign-in page shows it."""

    username: str
    password: str
    duties: str


def viewer_of(user: User, *, on: date) -> Viewer:
    """The person with the roles held on the day."""
    held = user.office_roles.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    rows = held.order_by("office__name", "role").values_list("office_id", "office__name", "role")
    return Viewer(
        username=user.username,
        display_name=user.display_name,
        must_change_password=user.must_change_password,
        posts=tuple(Post(office_id, office_name, Role(role)) for office_id, office_name, role in rows),
    )


def demo_accounts() -> tuple[DemoAccount, ...]:
    """The accounts of a demo register; nothing for a real one."""
    marker = AuditRow.objects.filter(action=DEMO_ACTION).order_by("-id").values_list("detail", flat=True).first()
    if marker is None:
        return ()
    return tuple(DemoAccount(**account) for account in json.loads(marker).get("accounts", ()))
