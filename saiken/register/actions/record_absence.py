"""Records that somebody is away, and who stands in (不在と代理の登録).

The one idea: the deputy must be another person who is in service; at one office a person has one deputy on a day.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._users import user_named
from saiken.register.models import Absence
from saiken.register.queries.people import STOOD_IN_FOR, held_on


@dataclass(frozen=True)
class NewAbsence:
    """Who is away from which office, from a day to the last day (both included), who stands in, and why."""

    username: str
    deputy: str
    office_id: int
    from_on: date
    until_on: date
    reason: str


@action
def record_absence(*, absence: NewAbsence, by: str, on: date) -> Done[int]:
    """`until_on` is the first day back. Returns the id; raises InvalidInput or Refused where it makes no sense."""
    user, deputy = user_named(absence.username), user_named(absence.deputy)
    if user.pk == deputy.pk or not deputy.is_active:
        raise InvalidInput(
            "代理になれない利用者です", place="代理", found=absence.deputy, expected="利用中の、本人以外の利用者"
        )
    if absence.until_on <= max(absence.from_on, on):
        raise InvalidInput(
            "期間が正しくありません", place="期間", expected="初日から最終日まで。過ぎた期間は登録できません"
        )
    if not absence.reason.strip():
        raise InvalidInput("理由がありません", place="理由", expected="出張、休暇など")
    _refuse_without_post(absence)
    _refuse_second(absence, user_id=user.pk)
    row = Absence.objects.create(
        user=user,
        deputy=deputy,
        office_id=absence.office_id,
        from_on=absence.from_on,
        until_on=absence.until_on,
        reason=absence.reason.strip(),
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    told = {"deputy": deputy.username, "from_on": row.from_on, "until": row.until_on, "reason": row.reason}
    return Done(row.pk, f"{user.username} {row.office.name}", told)


def _refuse_without_post(absence: NewAbsence) -> None:
    """The absent person must hold a role at the office that somebody can stand in for."""
    roles = [role.value for role in STOOD_IN_FOR]
    held = held_on(absence.from_on).filter(user__username=absence.username, office_id=absence.office_id, role__in=roles)
    if not held.exists():
        raise Refused("この組織で代理を立てられる役割を持っていません")


def _refuse_second(absence: NewAbsence, *, user_id: int) -> None:
    overlapping = Absence.objects.filter(
        user_id=user_id,
        office_id=absence.office_id,
        withdrawn_at__isnull=True,
        from_on__lt=absence.until_on,
        until_on__gt=absence.from_on,
    )
    if overlapping.exists():
        raise Refused("この期間の不在はすでに登録されています")
