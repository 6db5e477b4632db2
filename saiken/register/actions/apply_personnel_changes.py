"""Carries out a file of personnel changes, wholly or not at all (人事異動の一括登録).

The one idea: each line is one of the ordinary actions on the line's day, so nothing is possible by file that is not possible by hand. A
line that cannot be done is named and undoes all.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q

from saiken.domain.errors import DomainError, InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.end_role import end_role
from saiken.register.actions.stop_user import stop_user
from saiken.register.initial_password import initial_password
from saiken.register.models import Office, OfficeRole
from saiken.register.personnel_file import PersonnelKind, PersonnelLine


@action
def apply_personnel_changes(*, lines: Sequence[PersonnelLine], by: str, on: date) -> Done[tuple[tuple[str, str], ...]]:
    """Returns the new users' names with their first passwords, shown once. Raises InvalidInput naming the line."""
    hired: list[tuple[str, str]] = []
    for line in lines:
        try:
            password = _carry_out(line, by=by, on=on)
        except DomainError as problem:
            raise InvalidInput(str(problem), place=f"{line.line}行目（{line.username}）") from problem
        if password:
            hired.append((line.username, password))
    return Done(tuple(hired), f"{len(lines)}行", {"lines": len(lines), "hired": len(hired)})


def _carry_out(line: PersonnelLine, *, by: str, on: date) -> str:
    """The first password of a new user, empty otherwise."""
    password = ""
    if line.kind is PersonnelKind.LEAVE:
        _leave(line, by=by, on=on)
        return password
    office = _office(line)
    if line.kind is PersonnelKind.HIRE:
        password = initial_password()
        create_user(username=line.username, display_name=line.display_name, password=password, by=by, on=on)
    if line.kind in (PersonnelKind.MOVE, PersonnelKind.END):
        _end(line, office=office, by=by)
    if line.kind is not PersonnelKind.END:
        _assign(line, office=office, by=by)
    return password


def _assign(line: PersonnelLine, *, office: Office, by: str) -> None:
    if line.role is None:
        raise InvalidInput("役割がありません", place="役割")
    until_on = line.last_on + timedelta(days=1) if line.last_on else None
    assign_role(username=line.username, office_id=office.pk, role=line.role, by=by, on=line.on, until_on=until_on)


def _end(line: PersonnelLine, *, office: Office, by: str) -> None:
    """A move ends every role, an end the one named; both on the line's day."""
    held = OfficeRole.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=line.on), user__username=line.username, from_on__lt=line.on
    )
    if line.kind is PersonnelKind.END:
        held = held.filter(office=office, role=line.role)
    ids = list(held.values_list("pk", flat=True))
    if not ids:
        raise InvalidInput("この日に終えられる役割がありません", place="役割")
    for role_id in ids:
        end_role(role_id=role_id, by=by, on=line.on)


def _leave(line: PersonnelLine, *, by: str, on: date) -> None:
    """Every role ends on the day; the login is stopped at once when the day has come."""
    held = OfficeRole.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=line.on), user__username=line.username, from_on__lt=line.on
    )
    for role_id in list(held.values_list("pk", flat=True)):
        end_role(role_id=role_id, by=by, on=line.on)
    if line.on <= on:
        stop_user(username=line.username, by=by, on=on)


def _office(line: PersonnelLine) -> Office:
    """The office of that name on the line's day; two of one name must be told apart by their keys."""
    on_day = Office.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=line.on), from_on__lte=line.on)
    named = list(on_day.filter(Q(name=line.office) | Q(key=line.office))[:2])
    if len(named) != 1:
        found = "ありません" if not named else "二つ以上あります"
        raise InvalidInput(f"この名称の組織が{found}", place="所属", found=line.office, expected="登録済みの組織の名称")
    return named[0]
