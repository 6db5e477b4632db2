"""Who did something, by name: the display name of a user, a name that nobody signs in with as it is."""

from datetime import date

from saiken.register.actions.create_user import create_user
from saiken.register.queries.staff_names import staff_name
from tests.support.small_register import SmallRegister

DAY = date(2026, 11, 2)


def test_a_user_is_named_and_a_command_keeps_its_own_name(register: SmallRegister) -> None:
    create_user(
        username="tantou",
        display_name="架空 一郎",
        password="asagao-no-tane-7",
        must_change_password=False,
        by="kanri",
        on=DAY,
    )
    assert staff_name("tantou") == "架空 一郎"
    assert staff_name("saiken-demo") == "saiken-demo"
