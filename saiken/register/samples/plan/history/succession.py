"""What happens around a claim when its obligor dies and heirs take over.

The one idea: the office learns of a death, looks for the heirs, and one of them renounces; from then on everything is done against those
who remain. A guarantor is told when the arrears last.
"""

from datetime import timedelta

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.party import PartyRole
from saiken.register.samples.plan.history.cast import KNOWN_AFTER, RENOUNCED_AFTER
from saiken.register.samples.plan.history.story import Story

_TOLD_TO_GUARANTOR_AFTER = 200


def inherited(story: Story) -> None:
    """The death and the search for heirs where the obligor left some; the claim on a guarantor where there is one."""
    guarantor = story.cast.key_of(PartyRole.GUARANTOR)
    told_on = story.demanded_on + timedelta(days=_TOLD_TO_GUARANTOR_AFTER)
    if guarantor is not None and told_on < story.on:
        story.tell(EventKind.GUARANTOR_CLAIM, told_on, obligors=(guarantor,))
    died_on = story.cast.died_on
    if died_on is None:
        return
    story.tell(EventKind.DEATH, died_on)
    begun = died_on + timedelta(days=story.whim.randint(20, 40))
    found = begun + timedelta(days=story.whim.randint(50, 80))
    story.over(EventKind.HEIR_INVESTIGATION, begun, until=found)
    story.tell(
        EventKind.INHERITANCE_RENUNCIATION,
        died_on + RENOUNCED_AFTER,
        obligors=story.cast.renounced,
        reason="民法938条",
    )
    story.tell(EventKind.INFORMAL_DEMAND, died_on + KNOWN_AFTER + timedelta(days=10))
