"""The offices at which there is work, the receivables and officers that a list may be narrowed to.

The one idea: choices come from the files themselves, a probe of the index for each office; none shows a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from saiken.register.models import CaseFile, Office, Receivable, User, WorkItem
from saiken.register.queries.scope import Scope

#: As many digits as the number of a row may have.
_MOST_DIGITS = 18


@dataclass(frozen=True)
class WorkOffice:
    """An office that handles claims."""

    office_id: int
    name: str


@dataclass(frozen=True)
class WorkOfficer:
    """Somebody with a role at one of the offices."""

    username: str
    name: str


@dataclass(frozen=True)
class Reach:
    """Where the viewer may work: the offices by name, those beyond one's own, and the receivables of one's own seen there."""

    offices: tuple[WorkOffice, ...]
    beyond: frozenset[int] = frozenset()
    receivables: tuple[int, ...] = ()


def reach(scope: Scope) -> Reach:
    """The offices with files in scope, and those at which receivables of the scope's sections and bureaus are handled."""
    filed = Office.objects.filter(Exists(CaseFile.objects.filter(office_id=OuterRef("pk")))).order_by("name", "pk")
    if scope.offices is None:
        return Reach(tuple(WorkOffice(*row) for row in filed.values_list("pk", "name")))
    own = Receivable.objects.filter(Q(bureau_id__in=scope.offices) | Q(section_id__in=scope.offices))
    receivable_ids = tuple(own.order_by("pk").values_list("pk", flat=True))
    rows = WorkItem.objects.filter(receivable_id__in=receivable_ids, office_id=OuterRef("pk"))
    known = filed.filter(Q(pk__in=scope.offices) | Exists(rows))
    offices = tuple(WorkOffice(*row) for row in known.values_list("pk", "name"))
    beyond = frozenset(one.office_id for one in offices) - scope.offices
    return Reach(offices, beyond, receivable_ids)


def officers_of(office_ids: tuple[int, ...]) -> tuple[WorkOfficer, ...]:
    """Everybody active with a role at one of the offices, by name."""
    people = User.objects.filter(is_active=True, office_roles__office_id__in=office_ids).distinct()
    return tuple(WorkOfficer(*row) for row in people.order_by("display_name").values_list("username", "display_name"))


def names_of(usernames: Iterable[str]) -> dict[str, str]:
    """How the people are called, by user name; a name that nobody signs in with stays as it is."""
    asked = set(usernames)
    known = dict(User.objects.filter(username__in=asked).values_list("username", "display_name"))
    return {username: known.get(username) or username for username in asked}


def receivable_name(number: str) -> str:
    """The receivable with this id, written; empty when there is none."""
    is_number = number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
    found = Receivable.objects.filter(pk=int(number)).first() if is_number else None
    return str(found) if found is not None else ""


def receivables() -> tuple[tuple[int, str], ...]:
    """Every receivable by number: id and name."""
    rows = Receivable.objects.order_by("number", "pk").values_list("pk", "number", "name")
    return tuple((pk, f"{number} {name}") for pk, number, name in rows)
