"""Looks up what an action was told to act on.

The one idea: an id that nothing has is the caller's mistake and is said so in a sentence, never shown as a defect.
"""

from typing import TypeVar

from django.db.models import Model

from saiken.domain.errors import InvalidInput

M = TypeVar("M", bound=Model)


def found(model: type[M], pk: int, *, called: str) -> M:
    """The row with the id; raises InvalidInput when there is none, `called` is its Japanese name."""
    row = model._default_manager.filter(pk=pk).first()
    if row is None:
        raise InvalidInput(f"{called}がありません", place=called, found=str(pk), expected=f"登録済みの{called}の番号")
    return row
