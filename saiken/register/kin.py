"""The relatives of a dead person as they were typed, kept with the act that named the heirs, and read back as a family.

The one idea: what was said once about who is related how is not asked again when somebody renounces. Who inherits in which share is the
rule's answer, never kept here as a fact about relatives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.rules.inheritance_family import Family, Relative

#: The fields of the act's form that hold them.
DIED_ON, RELATIVES = "died_on", "relatives"


@dataclass(frozen=True)
class Kin:
    """One relative; `relation` is spouse, child, parent, grandparent, sibling or half_sibling, `obligor_id` None while not registered."""

    relation: str
    name: str
    obligor_id: int | None = None
    dead_on: date | None = None
    renounced: bool = False

    @property
    def relative(self) -> Relative:
        """As the rule asks."""
        return Relative(
            name=self.name,
            died_on=self.dead_on,
            renounced=self.renounced,
            is_half_blood=self.relation == "half_sibling",
            degree=2 if self.relation == "grandparent" else 1,
        )


def family_of(kin: Iterable[Kin], *, died_on: date) -> Family:
    """The family of the relatives. Raises InvalidInput for one that cannot be."""
    everyone = list(kin)

    def of(*relations: str) -> tuple[Relative, ...]:
        return tuple(one.relative for one in everyone if one.relation in relations)

    return Family(
        died_on=died_on,
        spouse=next(iter(of("spouse")), None),
        children=of("child"),
        ascendants=of("parent", "grandparent"),
        siblings=of("sibling", "half_sibling"),
    )


def as_form(kin: Sequence[Kin], *, died_on: date) -> dict[str, Any]:
    """The relatives and the day of death as an act's form keeps them."""
    return {DIED_ON: died_on.isoformat(), RELATIVES: [_plain(one) for one in kin]}


def kin_in(form: Mapping[str, Any]) -> tuple[Kin, ...]:
    """The relatives that an act's form keeps; none where it keeps none."""
    return tuple(
        Kin(
            relation=one["relation"],
            name=one["name"],
            obligor_id=one["obligor_id"],
            dead_on=date.fromisoformat(one["dead_on"]) if one["dead_on"] else None,
            renounced=one["renounced"],
        )
        for one in form.get(RELATIVES, ())
    )


def _plain(one: Kin) -> dict[str, Any]:
    return {
        "relation": one.relation,
        "name": one.name,
        "obligor_id": one.obligor_id,
        "dead_on": one.dead_on.isoformat() if one.dead_on else None,
        "renounced": one.renounced,
    }
