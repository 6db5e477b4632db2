"""The catalogue of acts in force, read once.

The one idea: one reading of the package's files for every form and every write. What an act does is not decided here.
"""

from functools import cache

from saiken.domain.acts.catalogue import ActCatalogue, ActKind, load_acts
from saiken.domain.errors import InvalidInput


@cache
def acts_in_force() -> ActCatalogue:
    """All acts."""
    return load_acts()


def act_kind(kind_id: str) -> ActKind:
    """One act that has the common form; raises InvalidInput for another."""
    found = acts_in_force().kinds.get(kind_id)
    if found is None or found.screen:
        raise InvalidInput("その処理はありません", place="処理", found=kind_id)
    return found
