"""Keeps the mark of a protected person on every number under which the person is kept.

The one idea: a person is protected, not a number; whoever reads any row of the person finds the mark. It decides about no measure.
"""

from saiken.register.actions._search import refresh_search
from saiken.register.models import Obligor
from saiken.register.queries.answering import kept_of, numbers_of


def hide(obligor_id: int) -> None:
    """Protection holds for all numbers of the person."""
    _mark(obligor_id, protected=True)


def show_again(obligor_id: int) -> None:
    """No measure holds any more."""
    _mark(obligor_id, protected=False)


def share_protection(kept_id: int) -> None:
    """Numbers that were found to be one person: where one is protected all are."""
    if Obligor.objects.filter(pk__in=numbers_of(kept_id), protected=True).exists():
        hide(kept_id)


def _mark(obligor_id: int, *, protected: bool) -> None:
    numbers = numbers_of(kept_of(obligor_id))
    Obligor.objects.filter(pk__in=numbers).exclude(protected=protected).update(protected=protected)
    refresh_search(list(numbers))
