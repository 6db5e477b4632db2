"""Who else answers for a claim: what is said of one more person, and the person's number.

The one idea: one shape for a guarantor added alone and for heirs named together; a person not known yet is registered on the way. Whether
the person may be added is judged by the actions.
"""

from dataclasses import asdict, dataclass

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput
from saiken.register.actions._found import found
from saiken.register.actions.register_obligor import NewObligor
from saiken.register.models import Obligor


@dataclass(frozen=True)
class NewParty:
    """Who answers and how: a registered `obligor_id` or a `person` to be registered; `share` of an heir, `cap_yen` of a guarantor."""

    role: PartyRole
    obligor_id: int | None = None
    person: NewObligor | None = None
    share: tuple[int, int] | None = None
    cap_yen: int | None = None


def person_of(party: NewParty) -> int:
    """The number of who answers, registered now where unknown."""
    if (party.obligor_id is None) == (party.person is None):
        raise InvalidInput(
            "だれを加えるかがありません", place="債務者", expected="登録済みの債務者か、新しく登録する者"
        )
    if party.person is not None:
        return Obligor.objects.create(**{**asdict(party.person), "kind": party.person.kind.value}).pk
    return found(Obligor, party.obligor_id or 0, called="債務者").pk
