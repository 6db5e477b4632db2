"""What is handed to the consequences of an act: the act as written, its form, the law, who did it, the day.

The one idea: every consequence takes this one shape. It decides nothing.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.form import Form
from saiken.law.lawbook import LawBook
from saiken.register.models import Act


@dataclass(frozen=True)
class Carried:
    """An act that has just been written with its claims, or one that is being taken back."""

    act: Act
    form: Form
    lawbook: LawBook
    by: str
    on: date
