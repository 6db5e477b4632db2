"""Who answers for a planned claim beside its obligor, and whom an act on a day concerns.

The one idea: which of an obligor's people there are belongs to the obligor, so all of his claims have the same. Where there are several,
every act is done against all of them: an office that forgets one loses him by prescription.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.party import PRINCIPAL_KEY, PartyRole
from saiken.register.samples.plan.model import AssessmentDays, PlannedParty
from saiken.register.samples.plan.profile import Profile

#: States in which heirs go on with what the deceased began.
_HEIRS_GO_ON = ("S02", "S06", "S07", "S09")
#: States without further parties: the period must run out against everybody, or nobody is known.
_ALONE = ("", "S11", "S16")
_SPOUSE_AND_CHILD = ((1, 2), (1, 2))
#: When the office learns from the court of an heir who renounced, and when it knows who the heirs are.
RENOUNCED_AFTER, KNOWN_AFTER = timedelta(days=75), timedelta(days=125)


@dataclass(frozen=True, slots=True)
class Cast:
    """The further parties of a claim; `died_on` is the day its obligor died, leaving those of them who are heirs."""

    parties: tuple[PlannedParty, ...] = ()
    died_on: date | None = None

    def concerned(self, on: date) -> tuple[str, ...]:
        """The keys of those an act on a day concerns; none where it is the obligor alone."""
        if self.died_on is not None and on > self.died_on:
            return tuple(party.key for party in self.parties if party.share is not None)
        joint = tuple(party.key for party in self.parties if party.role is PartyRole.JOINT)
        return (PRINCIPAL_KEY, *joint) if joint else ()

    def is_leaderless(self, on: date) -> bool:
        """Whether the obligor has died and the heirs are not known yet: nobody is written to."""
        return self.died_on is not None and self.died_on < on <= self.died_on + KNOWN_AFTER

    def key_of(self, role: PartyRole) -> str | None:
        """The key of the party with a role, None without one."""
        return next((party.key for party in self.parties if party.role is role), None)

    @property
    def renounced(self) -> tuple[str, ...]:
        """The keys of heirs who renounced."""
        return tuple(party.key for party in self.parties if party.role is PartyRole.HEIR and party.share is None)


ALONE = Cast()


def cast_of(whim: Random, profile: Profile, *, state_id: str, days: AssessmentDays, on: date) -> Cast:
    """Those who answer beside an obligor of a sheet like this, if anybody does."""
    has_guarantor, has_heirs, is_joint = (
        whim.randrange(100) < share for share in (profile.guarantors, profile.heirs, profile.joint)
    )
    died_before = whim.randint(210, 420)
    if state_id in _ALONE:
        return ALONE
    parties = [_party(PartyRole.GUARANTOR, 0, from_on=days.cause_on)] if has_guarantor else []
    died_on = on - timedelta(days=died_before)
    if has_heirs and state_id in _HEIRS_GO_ON and died_on > days.due_on + timedelta(days=60):
        heirs = [
            _party(PartyRole.HEIR, position, from_on=died_on, share=share)
            for position, share in enumerate(_SPOUSE_AND_CHILD, start=1)
        ]
        heirs.append(_party(PartyRole.HEIR, len(heirs) + 1, from_on=died_on + RENOUNCED_AFTER))
        return Cast((*parties, *heirs), died_on)
    if is_joint:
        parties.append(_party(PartyRole.JOINT, 0, from_on=days.cause_on))
    return Cast(tuple(parties))


def _party(role: PartyRole, relative: int, *, from_on: date, share: tuple[int, int] | None = None) -> PlannedParty:
    return PlannedParty(f"{role.value}-{relative}", role, relative, from_on, share)
