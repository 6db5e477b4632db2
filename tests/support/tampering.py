"""Damage to the register, as only somebody who takes the triggers off can do it.

The one idea: what the verification must find is planted for real, in the database, with every trigger back in place afterwards.
"""

from django.db import connection

from saiken.register.triggers import install, remove


def tampered(*statements: str) -> None:
    """Run the statements without the triggers, unique keys and checks of the tables aside."""
    remove.remove(connection)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    install.install(connection)
