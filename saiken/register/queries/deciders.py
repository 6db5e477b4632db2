"""Who decides a proposal at a level, and for which offices somebody decides.

The one idea: a level names an office by the tree (the section itself, its bureau, the recovery office); who may decide there on a day,
deputies included, `queries.people` says. It grants nothing else.
"""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from saiken.domain.acts.routes import Level
from saiken.domain.errors import Refused
from saiken.register.models import Office, OfficeRole
from saiken.register.models.office import OfficeKind
from saiken.register.queries.people import Approver, approvers_of, held_by, held_on
from saiken.register.roles import Role


def place_of(level: Level, office_id: int, *, on: date) -> int:
    """The office that decides at the level for proposals of an office; a decision recorded only is recorded by the office itself."""
    if level is Level.BUREAU:
        return _bureau_of(office_id)
    if level is Level.RECOVERY_OFFICE:
        return _recovery_office(on)
    return office_id


def decider(username: str, place_id: int, *, on: date) -> Approver | None:
    """The person as somebody who may decide at the office on the day, in one's own name before in an absent person's."""
    mine = [one for one in approvers_of(place_id, on=on) if one.username == username]
    return min(mine, key=_own_first, default=None)


def decides_for(username: str, *, on: date) -> list[int]:
    """The offices whose proposals the person may decide: one's own and those below that have no manager of their own."""
    posts = held_by(username, on=on).filter(role=Role.SECTION_MANAGER.value).values_list("office_id", flat=True)
    places = {place for place in set(posts) if decider(username, place, on=on)}
    if not places:
        return []
    staffed = set(
        held_on(on).filter(role=Role.SECTION_MANAGER.value, user__is_active=True).values_list("office_id", flat=True)
    )
    parents: Mapping[int, int | None] = dict(Office.objects.values_list("id", "parent_id"))
    return sorted(office_id for office_id in parents if _nearest(office_id, parents, within=staffed) in places)


def _nearest(office_id: int, parents: Mapping[int, int | None], *, within: set[int]) -> int | None:
    """The office or the first above it that is among those; a cycle ends the walk."""
    walked: set[int] = set()
    place: int | None = office_id
    while place is not None and place not in within and place not in walked:
        walked.add(place)
        place = parents.get(place)
    return place if place in within else None


def _bureau_of(office_id: int) -> int:
    """The bureau above the office, or the office at the top where none is called so."""
    place = Office.objects.get(pk=office_id)
    walked = {place.pk}
    while place.kind != OfficeKind.BUREAU.value and place.parent_id is not None and place.parent_id not in walked:
        place = Office.objects.get(pk=place.parent_id)
        walked.add(place.pk)
    return place.pk


def _recovery_office(on: date) -> int:
    """債権回収対策室の役割を持つ人のいる組織がなければ、合議は求められない."""
    held = OfficeRole.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=on), role=Role.RECOVERY_OFFICE.value, from_on__lte=on
    )
    found: int | None = held.order_by("office_id").values_list("office_id", flat=True).first()
    if found is None:
        raise Refused("債権回収対策室の役割を持つ人がいないため、合議を求められません")
    return found


def _own_first(one: Approver) -> tuple[bool, str]:
    return bool(one.on_behalf_of), one.on_behalf_of
