"""The demo city as one plan: every sheet's claims, and the people who owe them across sheets.

The one idea: distinct people are counted per sheet by the papers, so the same person may owe on several sheets; the register's city
totals count that person once. Pure: nothing is stored and the seed decides everything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from saiken.domain.claim.party import PartyRole
from saiken.domain.sheets.edition import Edition
from saiken.domain.states.table import State
from saiken.register.samples.plan.claims import plan_sheet
from saiken.register.samples.plan.model import IN_BULK, SheetPlan
from saiken.register.samples.plan.people import Person, corporation, of_family, payers_in_bulk, person
from saiken.register.samples.plan.profile import Profile
from saiken.register.samples.published import PublishedSheet

#: One in so many natural persons also owes on the sheet with the most obligors.
_SHARED = 10


@dataclass(frozen=True)
class CitySheet:
    """One sheet with its plan; `obligors` are positions in the city's people, in the plan's own order.

    `relatives` are those of the people around an obligor who answer with or after him, by obligor and number.
    """

    published: PublishedSheet
    profile: Profile
    plan: SheetPlan
    obligors: Sequence[int]
    relatives: Mapping[tuple[int, int], int]

    def obligor(self, planned: int) -> int:
        """The position in the city's people of a planned obligor."""
        return 0 if planned == IN_BULK else self.obligors[planned]

    def relative(self, planned: int, number: int) -> int:
        """The position in the city's people of one of the people around a planned obligor."""
        return self.relatives[planned, number]


@dataclass(frozen=True)
class CityPlan:
    """The whole city; the first of the people stands for payers in bulk."""

    seed: int
    sheets: tuple[CitySheet, ...]
    people: tuple[Person, ...]

    @property
    def claims(self) -> int:
        """How many assessments are planned."""
        return sum(len(sheet.plan.claims) for sheet in self.sheets)

    @property
    def entries(self) -> int:
        """How many ledger entries are planned."""
        return sum(len(claim.entries) for sheet in self.sheets for claim in sheet.plan.claims)

    @property
    def events(self) -> int:
        """How many case events are planned."""
        return sum(len(claim.events) for sheet in self.sheets for claim in sheet.plan.claims)


def plan_city(
    published: Sequence[PublishedSheet],
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    profiles: Mapping[str, Profile],
    seed: int,
    advance: Callable[[int], None] = lambda _: None,
) -> CityPlan:
    """Plan every sheet; `advance` is told of each finished one."""
    plans: dict[str, SheetPlan] = {}
    for sheet in published:
        plans[sheet.key] = plan_sheet(
            sheet.printed,
            editions[sheet.printed.edition_id],
            states=states,
            profile=profiles[sheet.joined_numbers],
            seed=f"{seed}/{sheet.key}",
        )
        advance(1)
    crowd = _Crowd(Random(f"{seed}/people"), plans)
    sheets = tuple(
        _with_people(sheet, profiles[sheet.joined_numbers], plan=plans[sheet.key], crowd=crowd) for sheet in published
    )
    return CityPlan(seed, sheets, tuple(crowd.people))


def _with_people(sheet: PublishedSheet, profile: Profile, *, plan: SheetPlan, crowd: "_Crowd") -> CitySheet:
    obligors = crowd.of(sheet, profile)
    return CitySheet(sheet, profile, plan, obligors, crowd.relatives(plan, obligors))


class _Crowd:
    """Gives every sheet its people: new ones, some who owe elsewhere too, or those of another sheet."""

    def __init__(self, rng: Random, plans: Mapping[str, SheetPlan]) -> None:
        self._rng, self._plans = rng, plans
        self.people: list[Person] = [payers_in_bulk()]
        self._persons = self._corporations = 0
        self._largest = max(plans, key=lambda key: plans[key].open_obligors)
        self._everywhere = self._new_persons(plans[self._largest].obligors)
        self._of_numbers: dict[str, list[int]] = {}
        self._plan_of_numbers: dict[str, SheetPlan] = {}

    def of(self, sheet: PublishedSheet, profile: Profile) -> list[int]:
        """Positions of the sheet's people, those who still owe first."""
        chosen = self._choose(sheet.key, profile)
        self._of_numbers[sheet.joined_numbers] = chosen
        self._plan_of_numbers[sheet.joined_numbers] = self._plans[sheet.key]
        return chosen

    def relatives(self, plan: SheetPlan, obligors: Sequence[int]) -> dict[tuple[int, int], int]:
        """Positions of those who answer with or after an obligor; heirs bear his family's name."""
        found: dict[tuple[int, int], int] = {}
        for claim in plan.claims:
            for party in claim.parties:
                if (claim.obligor, party.relative) in found:
                    continue
                (found[claim.obligor, party.relative],) = self._new_persons(1)
                if party.role is PartyRole.HEIR:
                    self.people[-1] = of_family(self.people[-1], self.people[obligors[claim.obligor]])
        return found

    def _choose(self, key: str, profile: Profile) -> list[int]:
        wanted = self._plans[key].obligors
        if key == self._largest:
            return self._everywhere
        if profile.people_of:
            return self._longest_owing(profile.people_of, wanted)
        if profile.corporations:
            return self._new_corporations(wanted)
        return self._with_shared(wanted)

    def _longest_owing(self, numbers: str, wanted: int) -> list[int]:
        """The people of another sheet whose claims there are the oldest, so that what stems from those comes later."""
        first_on: dict[int, date] = {}
        for claim in self._plan_of_numbers[numbers].claims:
            known = first_on.get(claim.obligor, claim.days.accrued_on)
            first_on[claim.obligor] = min(known, claim.days.accrued_on)
        people = sorted((obligor for obligor in first_on if obligor != IN_BULK), key=lambda each: first_on[each])
        return [self._of_numbers[numbers][obligor] for obligor in people[:wanted]]

    def _with_shared(self, wanted: int) -> list[int]:
        open_elsewhere = self._everywhere[: self._plans[self._largest].open_obligors]
        shared = iter(self._rng.sample(open_elsewhere, min(len(open_elsewhere), wanted // _SHARED)))
        new = self._new_persons(wanted - wanted // _SHARED)
        mixed = [*new, *shared]
        self._rng.shuffle(mixed)
        return mixed

    def _new_persons(self, how_many: int) -> list[int]:
        first = len(self.people)
        self.people += (person(self._persons + position) for position in range(how_many))
        self._persons += how_many
        return list(range(first, len(self.people)))

    def _new_corporations(self, how_many: int) -> list[int]:
        first = len(self.people)
        self.people += (corporation(self._corporations + position) for position in range(how_many))
        self._corporations += how_many
        return list(range(first, len(self.people)))
