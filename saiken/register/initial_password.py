"""Makes a password to hand over on paper.

The one idea: random, of letters and digits that nobody mistakes for another, in groups that are easily typed; it must be changed at the
first sign-in and is kept nowhere.
"""

import secrets

#: Letters and digits that nobody mistakes for another on paper.
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"


def initial_password() -> str:
    """A password to hand over on paper, to be changed at the first sign-in."""
    groups = ["".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(4)]
    return "-".join(groups)
