"""The people who sign in, for whoever keeps the accounts: search, one person's roles through time, what takes effect when.

The one idea: names and roles of staff only; nothing here shows an obligor, so no scope is asked and no read is logged.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from saiken.domain.errors import InvalidInput
from saiken.register.models import Office, OfficeRole, RecoveryCode, User, UserSession
from saiken.register.queries.people import held_on
from saiken.register.roles import Role

PAGE_SIZE = 50
#: More changes than this are not listed on one page.
_MOST_CHANGES = 1_000


@dataclass(frozen=True)
class HeldRole:
    """A role at an office from a day until, not including, another (None = open)."""

    role_id: int
    username: str
    display_name: str
    office: str
    role: Role
    from_on: date
    until_on: date | None

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds."""
        return self.until_on - timedelta(days=1) if self.until_on else None


@dataclass(frozen=True)
class Account:
    """A line of the list: the person and the roles held on the day."""

    username: str
    display_name: str
    is_active: bool
    roles: tuple[HeldRole, ...]


@dataclass(frozen=True)
class AccountPage:
    """Lines by user name; `next_after` continues below them, empty at the end."""

    lines: tuple[Account, ...]
    next_after: str


@dataclass(frozen=True)
class AccountDetail:
    """One person: roles now, to come and past, the second factor, sessions, failures that count towards a lock-out."""

    username: str
    display_name: str
    is_active: bool
    must_change_password: bool
    now: tuple[HeldRole, ...]
    coming: tuple[HeldRole, ...]
    past: tuple[HeldRole, ...]
    has_second_factor: bool
    recovery_codes_left: int
    sessions: int
    failures: int
    is_locked: bool


@dataclass(frozen=True)
class Change:
    """What takes effect on a day: a role begins or ends."""

    on: date
    begins: bool
    held: HeldRole


@dataclass(frozen=True)
class OfficeChoice:
    """An office that can be chosen in a form."""

    office_id: int
    name: str


def accounts(*, on: date, words: str = "", after: str = "", stopped: bool = False) -> AccountPage:
    """People whose user name, name or office on the day contains the words; only those in service unless asked for."""
    users = User.objects.filter(is_active=not stopped, username__gt=after)
    if words:
        at_office = held_on(on).filter(office__name__contains=words).values("user_id")
        users = users.filter(Q(username__icontains=words) | Q(display_name__contains=words) | Q(pk__in=at_office))
    rows = list(users.order_by("username")[: PAGE_SIZE + 1])
    shown = rows[:PAGE_SIZE]
    held: dict[str, list[HeldRole]] = {}
    for role in _held(held_on(on).filter(user__in=[user.pk for user in shown])):
        held.setdefault(role.username, []).append(role)
    lines = tuple(
        Account(user.username, user.display_name, user.is_active, tuple(held.get(user.username, ()))) for user in shown
    )
    return AccountPage(lines, shown[-1].username if len(rows) > PAGE_SIZE else "")


def account(username: str, *, on: date) -> AccountDetail:
    """The person; raises InvalidInput when there is none."""
    user = User.objects.filter(username=username).first()
    if user is None:
        raise InvalidInput("利用者がいません", place="利用者名", found=username)
    roles = _held(OfficeRole.objects.filter(user=user))
    failures = _failures(username)
    return AccountDetail(
        username=user.username,
        display_name=user.display_name,
        is_active=user.is_active,
        must_change_password=user.must_change_password,
        now=tuple(one for one in roles if one.from_on <= on and (one.until_on is None or one.until_on > on)),
        coming=tuple(one for one in roles if one.from_on > on),
        past=tuple(one for one in roles if one.until_on is not None and one.until_on <= on),
        has_second_factor=TOTPDevice.objects.filter(user=user, confirmed=True).exists(),
        recovery_codes_left=RecoveryCode.objects.filter(user=user, used_at__isnull=True).count(),
        sessions=UserSession.objects.filter(user=user, ended_at__isnull=True).count(),
        failures=failures,
        is_locked=failures >= settings.AXES_FAILURE_LIMIT,
    )


def coming_changes(*, on: date) -> tuple[Change, ...]:
    """Roles that begin or end after the day, soonest first; no more than a thousand."""
    later = _held(OfficeRole.objects.filter(Q(from_on__gt=on) | Q(until_on__gt=on)))[:_MOST_CHANGES]
    changes = [Change(one.from_on, begins=True, held=one) for one in later if one.from_on > on]
    changes += [Change(one.until_on, begins=False, held=one) for one in later if one.until_on and one.until_on > on]
    return tuple(sorted(changes, key=lambda change: (change.on, change.held.username, change.begins)))


def offices(*, on: date) -> tuple[OfficeChoice, ...]:
    """The offices that exist on the day, by name."""
    rows = Office.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    return tuple(OfficeChoice(*row) for row in rows.order_by("name", "id").values_list("id", "name"))


def _failures(username: str) -> int:
    """The most failures from one place that count towards a lock-out now."""
    since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    counts = AccessAttempt.objects.filter(username=username, attempt_time__gte=since)
    return max(counts.values_list("failures_since_start", flat=True), default=0)


def _held(rows: QuerySet[OfficeRole]) -> list[HeldRole]:
    return [
        HeldRole(
            row.pk, row.user.username, row.user.display_name, row.office.name, Role(row.role), row.from_on, row.until_on
        )
        for row in rows.select_related("user", "office").order_by("-from_on", "office__name", "role")
    ]
