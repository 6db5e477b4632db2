"""A desk at the bureau of the small register: people who sign in, and forms sent as they send them.

The one idea: in process, without a browser, so that what nobody's browser would send can be sent too, on either database.
"""

from typing import Any

from django.test import Client
from django.utils.timezone import localdate

from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.models import User
from saiken.register.roles import Role
from tests.support.small_register import WHO, SmallRegister

ROLES = {"officer": Role.CASE_OFFICER, "manager": Role.SECTION_MANAGER, "keeper": Role.ADMINISTRATOR}


class Desk:
    """Sends forms as somebody who has signed in; `claim` is a claim of the first person."""

    def __init__(self, small: SmallRegister) -> None:
        for name, role in ROLES.items():
            create_user(
                username=name, display_name=name, password="ichigo-ichie-2018", must_change_password=False, **WHO
            )
            assign_role(username=name, office_id=small.bureau, role=role, **WHO)
        self.small, self.claim = small, small.claim("1", fiscal_year=2025)
        self.today = localdate().isoformat()
        self.person = f"/obligors/{small.obligor}/"

    def client(self, username: str) -> Client:
        """A browser of that person, the second factor given."""
        client = Client()
        client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["saiken_second_factor_passed"] = True
        session.save()
        return client

    def send(self, username: str, address: str, /, **typed: Any) -> tuple[int, str]:
        """The answer to a form: its code and its page. Two underscores stand for a hyphen."""
        answer = self.client(username).post(address, {name.replace("__", "-"): value for name, value in typed.items()})
        return answer.status_code, answer.content.decode()

    def page(self, username: str, address: str) -> str:
        """A page that opens."""
        answer = self.client(username).get(address)
        assert (address, answer.status_code) == (address, 200)
        return answer.content.decode()
