"""Two officers at the bureau of the small register, and its files given to them.

The one idea: made and assigned by the register's own actions; what becomes of it is the tests' business.
"""

from datetime import date

from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.queries.assignment import officers_of
from saiken.register.roles import Role
from tests.support.small_register import WHO, SmallRegister

DAY = date(2019, 6, 1)


def bureau_officers(small: SmallRegister) -> tuple[int, int]:
    """Two officers; their ids."""
    for name in ("a", "b"):
        create_user(username=name, display_name=name, password="ichigo-ichie-2018", **WHO)
        assign_role(username=name, office_id=small.bureau, role=Role.CASE_OFFICER, **WHO)
    first, second = (officer.user_id for officer in officers_of(small.bureau, on=DAY))
    return first, second


def allot(small: SmallRegister, moves: list[Move], *, run: str = "r1", from_on: date = DAY) -> int:
    """Assign files of the bureau; how many."""
    given = Allotment(small.bureau, frozenset({small.bureau}), tuple(moves), from_on, "年度の割当て", run)
    return assign_officers(allotment=given, by="kakari", on=DAY)
