"""Whom the browser tests write about: each of these persons of the small city belongs to one test, or to tests that may come in any order.

The one idea: the tests of a process share a register and come in any order, so what one of them writes no other may find. A test that
writes takes a person from here; everybody else in the small city is only looked at. Numbers are those of the register.
"""

#: Persons made for one test each by tests/support/small_city_reserved.py: with a premium of 2025 that was demanded, with a loan of 2025.
PREMIUMS = (
    "act-drafted",
    "act-kept",
    "act-too-late",
    "act-twice",
    "draft-twice",
    "without-scripts",
    "contact-on-claim",
)
LOANS = ("pledge-broken", "plan-twice", "asked")
#: A person with a premium of 2025 who is protected.
PROTECTED = "protected-address"
_FIRST = 87
RESERVED = {use: number for number, use in enumerate((*PREMIUMS, *LOANS, PROTECTED), start=_FIRST)}

#: Test file → the further persons that it writes about.
OWNED = {
    "test_act_form": {38},
    "test_approvals": set(range(25, 34)),
    "test_day_fields": {13},
    "test_person_page": {6, 7, 17, 18},
    "test_story_auditor": {9},
    "test_story_hand_over": {10, 36},
    "test_story_heirs": {15},
    "test_story_phone": {11},
    "test_twice_and_at_once": {44},
    "test_without_scripts": {16},
    "test_permission_matrix": {50, 51, 52, 53, 54, 72, 86},
}


def person(use: str) -> str:
    """The address of the page of a person who was made for this use."""
    return f"/obligors/{RESERVED[use]}/"
