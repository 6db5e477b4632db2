"""The preconditions of acts by name, as the catalogue names them.

The one idea: one table from names to rules; an act whose name is not here cannot be loaded into a form. It judges nothing itself.
"""

from collections.abc import Mapping

from saiken.domain.acts.preconditions import own_force
from saiken.domain.acts.preconditions.asked import Asked, Precondition

__all__ = ["PRECONDITIONS", "Asked", "Precondition"]

PRECONDITIONS: Mapping[str, Precondition] = {
    "demand": own_force.demand,
    "seizure": own_force.seizure,
}
