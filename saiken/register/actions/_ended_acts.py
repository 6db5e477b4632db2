"""Which acts an act has brought to their end: those whose events it concluded, as soon as none of them runs any more.

The one idea: an act over several claims has ended when the last of its events has; until then a conclusion on some of the claims ends
nothing else.
"""

from saiken.register.models import Act, ActClaim, CaseEvent


def ended_acts(act: Act) -> list[int]:
    """The ids of the acts that `act` ended, the oldest first."""
    concluded = CaseEvent.objects.filter(act_claim__act=act, ends=True).values_list("concludes_id", flat=True)
    began = ActClaim.objects.filter(case_event_id__in=list(concluded)).values_list("act_id", flat=True)
    return [act_id for act_id in sorted(set(began)) if not _runs(act_id)]


def _runs(act_id: int) -> bool:
    events = CaseEvent.objects.filter(act_claim__act_id=act_id, reversed_by__isnull=True, concludes__isnull=True)
    return events.exclude(concluded_by__ends=True).exists()
