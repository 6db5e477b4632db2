"""What a command demands of the register before it reads from it.

The one idea: a register that is missing or of another version is told with the command that helps, never by a database's own error.
"""

from saiken.domain.errors import InvalidInput
from saiken.register.upkeep.prepare import is_prepared


def demand_prepared_register() -> None:
    """Raise InvalidInput unless the register is there and fits this version."""
    if not is_prepared():
        raise InvalidInput(
            "台帳がないか、この版に合っていません",
            remedy="saiken register prepare（見本で試すときは saiken sample city）を実行してください。",
        )
