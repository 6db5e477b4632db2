"""Each list of persons: a member, not a member, the days at the edges.

The one idea: one person with claims at an office; a test changes one fact.
"""

from dataclasses import replace
from datetime import date

from saiken.domain.worklists.by_person import FileFacts, OpenClaim, person_items
from saiken.domain.worklists.catalogue import load_catalogue
from saiken.domain.worklists.item import FAR, Item

CATALOGUE = load_catalogue()
CLAIM = OpenClaim(receivable_id=1, fiscal_year=2024, due_on=date(2024, 6, 30), yen=50_000)
FACTS = FileFacts(claims=[CLAIM], receivables=1, last_act_on=None, next_on=None)


def items(facts: FileFacts) -> dict[str, Item]:
    """The rows by list."""
    return {item.list_id: item for item in person_items(facts, CATALOGUE)}


def test_who_owes_nothing_is_on_no_list() -> None:
    assert items(replace(FACTS, claims=[], next_on=date(2024, 7, 1))) == {}


def test_next_contact_on_its_day() -> None:
    assert items(replace(FACTS, next_on=date(2025, 1, 15)))["next_contact"].from_on == date(2025, 1, 15)
    assert "next_contact" not in items(FACTS)


def test_untouched_since_the_last_act_or_the_oldest_due_day() -> None:
    assert items(FACTS)["untouched"].from_on == date(2024, 12, 30)
    assert items(replace(FACTS, last_act_on=date(2024, 10, 10)))["untouched"].from_on == date(2025, 4, 10)


def test_three_instalments_of_one_receivable_and_year_until_the_year_ends() -> None:
    claims = [replace(CLAIM, due_on=date(2024, month, 28)) for month in (7, 8, 9, 10)]
    found = items(replace(FACTS, claims=claims))["three_instalments"]
    assert (found.from_on, found.until_on) == (date(2024, 9, 29), date(2025, 4, 1))
    assert "three_instalments" not in items(replace(FACTS, claims=claims[:2]))
    past = [replace(claim, fiscal_year=2023) for claim in claims]
    assert "three_instalments" not in items(replace(FACTS, claims=past))
    apart = [replace(claim, receivable_id=number) for number, claim in enumerate(claims)]
    assert "three_instalments" not in items(replace(FACTS, claims=apart))


def test_three_months_of_rent() -> None:
    claims = [replace(CLAIM, due_on=date(2024, month, 28), is_rent=True) for month in (4, 5, 6)]
    assert items(replace(FACTS, claims=claims))["rent_arrears"].from_on == date(2024, 6, 29)
    assert "rent_arrears" not in items(replace(FACTS, claims=claims[:2]))


def test_large_and_small_balances_at_their_limits() -> None:
    large, small = CATALOGUE.settings.large_balance_yen, CATALOGUE.settings.small_balance_yen
    lists = {
        yen: set(items(replace(FACTS, claims=[replace(CLAIM, yen=yen)])))
        for yen in (large, large - 1, small, small + 1)
    }
    assert ["large_balance" in lists[yen] for yen in (large, large - 1)] == [True, False]
    assert ["small_balance" in lists[yen] for yen in (small, small + 1)] == [True, False]


def test_dual_arrears_counts_the_receivables_of_every_office() -> None:
    assert "dual_arrears" in items(replace(FACTS, receivables=2))
    assert "dual_arrears" not in items(FACTS)


def test_what_is_kept_beside_the_claims() -> None:
    day = date(2025, 2, 1)
    found = items(
        replace(
            FACTS, awaited_on=day, found_on=day, instalment_on=day, instalment_last_on=date(2025, 2, 4), review_on=day
        )
    )
    assert found["answers_overdue"].from_on == date(2025, 2, 2)
    assert found["property_found"].from_on == day
    assert (found["pledge_breached"].from_on, found["pledge_breached"].due_on) == (date(2025, 2, 5), day)
    assert found["plan_ends"].from_on == date(2025, 1, 2)
    assert not {"answers_overdue", "property_found", "pledge_breached", "plan_ends"} & items(FACTS).keys()


def test_a_mark_puts_a_person_on_its_list_while_it_lasts() -> None:
    marked = replace(FACTS, marks={"public_assistance": (date(2024, 9, 1), date(2025, 9, 1))})
    found = items(marked)["public_assistance"]
    assert (found.from_on, found.until_on) == (date(2024, 9, 1), date(2025, 9, 1))
    over = replace(FACTS, marks={"public_assistance": (date(2023, 9, 1), date(2024, 6, 1))})
    assert "public_assistance" not in items(over)


def test_parents_of_two_year_olds_by_months_or_by_yen() -> None:
    marked = replace(FACTS, marks={"young_child": (date(2024, 4, 1), FAR)})
    assert items(marked)["young_child"].from_on == date(2024, 9, 30)
    much = replace(marked, claims=[replace(CLAIM, yen=CATALOGUE.settings.young_child_yen)])
    assert items(much)["young_child"].from_on == date(2024, 7, 1)


def test_rows_end_when_every_claim_is_gone() -> None:
    gone = replace(CLAIM, gone_on=date(2026, 7, 1))
    assert items(replace(FACTS, claims=[gone]))["untouched"].until_on == date(2026, 7, 1)
    assert items(replace(FACTS, claims=[gone, CLAIM]))["untouched"].until_on == FAR
    soon = replace(CLAIM, gone_on=date(2024, 12, 30))
    assert "untouched" not in items(replace(FACTS, claims=[soon]))
