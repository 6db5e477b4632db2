"""What makes a function an action: one transaction, one audit row, refusals as sentences.

The one idea: the decorator does it once for all; a function marked with it returns `Done` and its caller gets `Done.value`.
"""

import json
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

from django.db import transaction
from django.utils import timezone

from saiken.domain.errors import InvalidInput
from saiken.register.actions._clock import wait_turn
from saiken.register.actions._refusals import refusals
from saiken.register.models import AuditRow

T = TypeVar("T")
P = ParamSpec("P")

#: Where the person sits; the screens set it per request.
terminal: ContextVar[str] = ContextVar("saiken_terminal", default="")

#: The longest subject an audit row holds.
_SUBJECT = 300


@dataclass(frozen=True)
class Done(Generic[T]):
    """What an action gives back and what its audit row says: `subject` names the thing, `detail` the particulars."""

    value: T
    subject: str
    detail: Mapping[str, object] = field(default_factory=dict)


def action(carry_out: Callable[P, Done[T]]) -> Callable[P, T]:
    """Run in one transaction, write the audit row, turn the database's refusals into `Refused`."""

    @wraps(carry_out)
    def carried_out(*arguments: P.args, **named: P.kwargs) -> T:
        by, on = named.get("by"), named.get("on")
        if not by or not isinstance(by, str):
            raise InvalidInput("だれが行うかがありません", place="by", expected="利用者名")
        if not isinstance(on, date):
            raise InvalidInput("いつの日付で行うかがありません", place="on", found=repr(on), expected="日付")
        with refusals(), transaction.atomic():
            wait_turn()
            done = carry_out(*arguments, **named)
            AuditRow.objects.create(
                at=timezone.now(),
                by=by,
                action=carry_out.__name__,
                subject=done.subject[:_SUBJECT],
                detail=json.dumps({"on": on, **done.detail}, ensure_ascii=False, default=_plain),
                terminal=terminal.get(),
            )
        return done.value

    carried_out.is_action = True  # type: ignore[attr-defined]  # found by the tests about the repository
    return carried_out


def _plain(value: Any) -> str:
    """Days, moments and anything else as text."""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
