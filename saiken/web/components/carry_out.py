"""Carries out an action for a form; what the register refuses stands at the head of the form, with what was typed kept.

The one idea: a refusal is an answer to the person who typed, not an error page.
"""

from collections.abc import Callable
from typing import TypeVar

from django.forms import Form

from saiken.domain.errors import DomainError, InvalidInput

T = TypeVar("T")


def carried_out(form: Form, act: Callable[[], T]) -> tuple[bool, T | None]:
    """Whether it was done, and what came of it; else the form says why not."""
    try:
        return True, act()
    except DomainError as problem:
        form.add_error(None, problem.sentence if isinstance(problem, InvalidInput) else str(problem))
        return False, None
