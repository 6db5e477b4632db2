"""The offices at which there is work, the receivables and officers that a list may be narrowed to.

The one idea: choices come from the files themselves, a probe of the index for each office; none shows a person.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from saiken.register.models import CaseFile, Office, Receivable, User
from saiken.register.queries.scope import Scope


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


def offices_with_work(scope: Scope) -> tuple[WorkOffice, ...]:
    """The offices in scope that have files, by name."""
    offices = Office.objects.filter(Exists(CaseFile.objects.filter(office_id=OuterRef("pk"))))
    if scope.offices is not None:
        offices = offices.filter(pk__in=scope.offices)
    return tuple(WorkOffice(*row) for row in offices.order_by("name", "pk").values_list("pk", "name"))


def officers_of(office_ids: tuple[int, ...]) -> tuple[WorkOfficer, ...]:
    """Everybody active with a role at one of the offices, by name."""
    people = User.objects.filter(is_active=True, office_roles__office_id__in=office_ids).distinct()
    return tuple(WorkOfficer(*row) for row in people.order_by("display_name").values_list("username", "display_name"))


def receivables() -> tuple[tuple[int, str], ...]:
    """Every receivable by number: id and name."""
    rows = Receivable.objects.order_by("number", "pk").values_list("pk", "number", "name")
    return tuple((pk, f"{number} {name}") for pk, number, name in rows)
