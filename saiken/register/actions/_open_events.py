"""Finds the event that a conclusion or a reversal answers.

The one idea: only a plain event that still counts can be answered; a conclusion is corrected by reversing what it concludes and recording
that anew, so there is one way back and never a chain.
"""

from saiken.domain.errors import Refused
from saiken.register.actions._found import found
from saiken.register.models import CaseEvent


def open_event(event_id: int) -> CaseEvent:
    """The event by its id; raises InvalidInput when there is none and Refused when it cannot be answered."""
    event = found(CaseEvent, event_id, called="経過")
    if event.concludes_id is not None or event.reverses_id is not None:
        raise Refused(
            "終わりの記録や取消しの記録は、それ自体を取り消せません。元の経過を取り消して、改めて記録してください"
        )
    if CaseEvent.objects.filter(reverses=event).exists():
        raise Refused("この経過はすでに取り消されています")
    return event
