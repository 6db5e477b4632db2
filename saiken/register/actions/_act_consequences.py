"""What some acts change beside their claims: a death is a fact about the person.

The one idea: one small function for each act that has such a consequence, in the act's own transaction. An act without one changes nothing
else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.form import Form
from saiken.law.lawbook import LawBook
from saiken.register.actions._standings import refresh
from saiken.register.models import Act, Claim, Obligor, ObligorRole


@dataclass(frozen=True)
class _Done:
    act: Act
    form: Form
    lawbook: LawBook
    by: str
    on: date


def keep_consequences(act: Act, form: Form, *, lawbook: LawBook, by: str, on: date) -> None:
    """Write what follows from the act; nothing for most."""
    follow = _CONSEQUENCES.get(act.kind)
    if follow is not None:
        follow(_Done(act, form, lawbook, by, on))


def undo_consequences(act: Act, *, lawbook: LawBook, by: str, on: date) -> None:
    """Take back what followed from an act that is being reversed."""
    undo = _UNDOINGS.get(act.kind)
    if undo is not None:
        undo(_Done(act, Form(act.form), lawbook, by, on))


def _died(done: _Done) -> None:
    """The day of death stands at the person; every claim of theirs is judged anew."""
    person = Obligor.objects.select_for_update().get(pk=done.act.obligor_id)
    person.died_on = done.form.day("died_on") or done.on
    person.save(update_fields=["died_on"])
    _judge_anew(person.pk, done)


def _not_died(done: _Done) -> None:
    """The day of death stands no more where the act had put it; another that was recorded since stays."""
    person = Obligor.objects.select_for_update().get(pk=done.act.obligor_id)
    if person.died_on == (done.form.day("died_on") or done.act.on):
        person.died_on = None
        person.save(update_fields=["died_on"])
    _judge_anew(person.pk, done)


def _judge_anew(obligor_id: int, done: _Done) -> None:
    claims = Claim.objects.filter(obligor_id=obligor_id).values_list("pk", flat=True)
    further = ObligorRole.objects.filter(obligor_id=obligor_id).values_list("claim_id", flat=True)
    refresh([*claims, *further], on=done.on, lawbook=done.lawbook, by=done.by)


_CONSEQUENCES: Mapping[str, Callable[[_Done], None]] = {"death": _died}
_UNDOINGS: Mapping[str, Callable[[_Done], None]] = {"death": _not_died}
