"""Shares of heirs, whatever the family: they add up to one, and what the heirs owe adds up to the debt."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.inheritance import shares
from saiken.domain.rules.inheritance_debt import Estate, divide_debt
from saiken.domain.rules.inheritance_family import Family, Relative
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
DIED = date(2026, 5, 1)

fates = st.fixed_dictionaries(
    {
        "died_on": st.sampled_from([None, None, DIED - timedelta(days=1), DIED, DIED + timedelta(days=1)]),
        "renounced": st.booleans(),
        "disqualified": st.booleans(),
    }
)


@st.composite
def families(draw: st.DrawFn) -> Family:
    """A family of up to three of each kind, children of children down to great-grandchildren."""
    numbers = iter(range(1_000))

    def relatives(depth: int, *, half: bool = False) -> tuple[Relative, ...]:
        return tuple(
            Relative(
                f"{next(numbers)}番",
                children=relatives(depth - 1) if depth else (),
                is_half_blood=half and draw(st.booleans()),
                **draw(fates),
            )
            for _ in range(draw(st.integers(0, 3 if depth > 1 else 2)))
        )

    spouse = Relative("配偶者", **draw(fates)) if draw(st.booleans()) else None
    ascendants = tuple(
        Relative(f"{next(numbers)}番", degree=draw(st.integers(1, 2)), **draw(fates))
        for _ in range(draw(st.integers(0, 3)))
    )
    return Family(DIED, spouse, relatives(2), ascendants, relatives(2, half=True))


@given(families())
def test_shares_add_up_to_one_unless_nobody_inherits(family: Family) -> None:
    found = shares(family, kind=ClaimKind.TAX, lawbook=BOOK).value
    assert sum(heir.share for heir in found.heirs) == (0 if found.needs_administrator else 1)
    assert all(heir.share > 0 for heir in found.heirs)


@given(families())
def test_everyone_inherits_or_is_told_why_not(family: Family) -> None:
    found = shares(family, kind=ClaimKind.TAX, lawbook=BOOK).value
    told = [heir.name for heir in found.heirs] + [left.name for left in found.left]
    assert sorted(told) == sorted(relative.name for relative in family.everyone())


@given(families())
def test_nobody_who_renounced_inherits(family: Family) -> None:
    renounced = {relative.name for relative in family.everyone() if relative.renounced}
    assert not renounced & {heir.name for heir in shares(family, kind=ClaimKind.TAX, lawbook=BOOK).value.heirs}


@given(families(), st.integers(0, 10_000_000))
def test_the_parts_of_a_debt_add_up_and_are_within_the_heirs_number_of_yen_of_the_share(
    family: Family, debt_yen: int
) -> None:
    found = shares(family, kind=ClaimKind.TAX, lawbook=BOOK).value
    debts = divide_debt(found, debt_yen, kind=ClaimKind.TAX, estate=Estate()).value
    assert sum(debt.yen for debt in debts) == (0 if found.needs_administrator else debt_yen)
    assert all(0 <= debt.yen - Fraction(debt_yen) * debt.heir.share + 1 <= len(debts) + 1 for debt in debts)
