"""What several actions about people ask: the user of a name, whether the person acts on himself, whether an administrator is left.

The one idea: nobody changes his own rights, and a register always has somebody who can.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.models import OfficeRole, User
from saiken.register.queries.people import held_on
from saiken.register.roles import Role


def user_named(username: str) -> User:
    """The user; raises InvalidInput when there is none."""
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        raise InvalidInput("利用者がいません", place="利用者名", found=username, expected="登録済みの利用者名")
    return user


def refuse_own(username: str, *, by: str) -> None:
    """Raise Refused when somebody would change his own rights."""
    if username == by:
        raise Refused("自分の役割や利用の停止は変えられません。別の管理者に依頼してください")


def keep_an_administrator(username: str, *, on: date, besides: OfficeRole | None = None) -> None:
    """Raise Refused when nobody would keep the accounts after `username` stopped, or after the role `besides` ended."""
    left = held_on(on).filter(role=Role.ADMINISTRATOR.value, user__is_active=True, until_on__isnull=True)
    gone = left.exclude(pk=besides.pk) if besides else left.exclude(user__username=username)
    if left.exists() and not gone.exists():
        raise Refused("最後の管理者は終えられません。先に別の管理者を登録してください")
