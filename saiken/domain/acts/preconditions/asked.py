"""What a precondition is asked: one claim, the form as it is filled in, the day, the law.

The one idea: every precondition has this one shape, so the engine asks any of them alike. It holds no rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class Asked:
    """May this be done to this claim on this day?"""

    case: Case
    form: Form
    on: date
    lawbook: LawBook


Precondition = Callable[[Asked], Explained[Permission]]
