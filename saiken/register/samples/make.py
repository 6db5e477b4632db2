"""Makes the demo city in the register, from the shipped figures to the last entry.

The one idea: planned first, wholly and without the register, then loaded in one transaction; a register that holds the city already is
left alone. How progress is shown is the caller's business.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from saiken.domain.errors import Refused
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.law.lawbook import LawBook
from saiken.register.samples.city import plan_city
from saiken.register.samples.load import (
    LoadedCity,
    load_sample_city,
    loaded_city,
    refuse_foreign_register,
    rows_to_insert,
)
from saiken.register.samples.plan.profile import load_profiles
from saiken.register.samples.published import load_published

#: The seed of a city that nobody asked a special one of.
USUAL_SEED = 1

#: Given what is done and the number of its parts, gives a context whose value is told of finished parts.
Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]


def make_sample_city(
    seed: int | None, *, progress: Progress, lawbook: LawBook, by: str, on: date
) -> tuple[LoadedCity, bool]:
    """The city that the register holds afterwards, and whether it was made now.

    Raises Refused for a register with anything else in it, and for one with a city of another seed than asked for.
    """
    held = loaded_city()
    if held is not None:
        if seed not in (None, held.seed):
            raise Refused(f"この台帳には見本の都市（シード {held.seed}）が既にあります。別の台帳を指定してください")
        return held, False
    refuse_foreign_register()
    editions = load_editions()
    published = load_published(editions)
    with progress("見本の都市を計画", len(published)) as advance:
        city = plan_city(
            published,
            editions=editions,
            states=load_states(),
            profiles=load_profiles(),
            seed=USUAL_SEED if seed is None else seed,
            advance=advance,
        )
    with progress("見本の都市を登録", rows_to_insert(city)) as advance:
        return load_sample_city(city=city, editions=editions, advance=advance, lawbook=lawbook, by=by, on=on), True
