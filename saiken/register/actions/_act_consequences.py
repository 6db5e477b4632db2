"""What some acts change beside their claims: a death is a fact about the person, a seizure takes a property, a grace has its plan.

The one idea: one small function for each act that has such a consequence, in the act's own transaction. An act without one changes nothing
else.
"""

from collections.abc import Callable, Mapping
from datetime import date

from saiken.domain.acts.form import Form
from saiken.law.lawbook import LawBook
from saiken.register.actions import _act_death, _act_heirs, _act_plans, _act_property
from saiken.register.actions._carried import Carried
from saiken.register.models import Act, AwaitedAnswer


def keep_consequences(act: Act, form: Form, *, lawbook: LawBook, by: str, on: date) -> None:
    """Write what follows from the act; nothing for most."""
    follow = _CONSEQUENCES.get(act.kind)
    if follow is not None:
        follow(Carried(act, form, lawbook, by, on))


def undo_consequences(act: Act, *, lawbook: LawBook, by: str, on: date) -> None:
    """Take back what followed from an act that is being reversed."""
    undo = _UNDOINGS.get(act.kind)
    if undo is not None:
        undo(Carried(act, Form(act.form), lawbook, by, on))


def _not_asked(done: Carried) -> None:
    """The inquiries of the act, none of which was answered, are waited for no more."""
    AwaitedAnswer.objects.filter(investigation__act=done.act).delete()


_CONSEQUENCES: Mapping[str, Callable[[Carried], None]] = {
    "death": _act_death.died,
    "inheritance_renunciation": _act_heirs.reshared,
    "renunciation_void": _act_heirs.reshared,
    "seizure": _act_property.seized,
    "seizure_release": _act_property.released,
    "seizure_completed": _act_property.completed,
    "disposition_suspension": _act_property.evidence_demanded,
    "suspension_recheck": _act_property.evidence_demanded,
    "collection_suspension": _act_property.evidence_demanded,
    "pledge_end": _act_plans.pledge_ended,
    "pledge_breach": _act_plans.pledge_broken,
    "collection_grace": _act_plans.planned,
    "conversion_grace": _act_plans.planned,
    "performance_deferral": _act_plans.planned,
    "collection_grace_cancel": _act_plans.ended,
    "collection_grace_end": _act_plans.ended,
    "conversion_grace_cancel": _act_plans.ended,
    "conversion_grace_end": _act_plans.ended,
    "performance_deferral_end": _act_plans.ended,
}
_UNDOINGS: Mapping[str, Callable[[Carried], None]] = {
    "death": _act_death.not_died,
    "inheritance_renunciation": _act_heirs.reshared,
    "renunciation_void": _act_heirs.reshared,
    "property_investigation": _not_asked,
    "seizure": _act_property.not_seized,
}
