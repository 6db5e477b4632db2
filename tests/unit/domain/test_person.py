"""Facts about persons and who may use them, marks, and promises to pay: each worked by hand."""

from datetime import date

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.person.contact import ContactResult
from saiken.domain.person.fact import FactKind, PermittedUse, Withheld, withheld
from saiken.domain.person.mark import load_mark_kinds, mark_kind, read_mark_kinds
from saiken.domain.person.promise import Promise, PromiseResult, Receipt, follow

ENFORCEABLE, PRIVATE = frozenset({LegalClass.PUBLIC_ENFORCEABLE}), frozenset({LegalClass.PRIVATE_LAW})
GIVEN, DUE = date(2026, 4, 1), date(2026, 4, 30)


@pytest.mark.parametrize(
    ("use", "restricted", "classes", "is_source", "why"),
    [
        (PermittedUse.EVERY_CLAIM, False, PRIVATE, False, None),
        (PermittedUse.ENFORCEABLE_CLAIMS, False, PRIVATE, False, Withheld.TAX_SECRECY),
        (PermittedUse.ENFORCEABLE_CLAIMS, False, ENFORCEABLE | PRIVATE, False, None),
        (PermittedUse.ENFORCEABLE_CLAIMS, False, PRIVATE, True, None),
        (PermittedUse.SOURCE_OFFICE, False, ENFORCEABLE, False, Withheld.PURPOSE_LIMITED),
        (PermittedUse.EVERY_CLAIM, True, ENFORCEABLE, False, Withheld.RESTRICTED_FACT),
        (PermittedUse.EVERY_CLAIM, True, ENFORCEABLE, True, None),
    ],
)
def test_a_fact_is_withheld_from_whoever_has_no_claim_of_its_ground(
    use: PermittedUse, restricted: bool, classes: frozenset[LegalClass], is_source: bool, why: Withheld | None
) -> None:
    assert withheld(use, restricted=restricted, classes=classes, is_source=is_source) is why


def test_what_withholds_names_its_ground_where_the_law_does() -> None:
    assert Withheld.TAX_SECRECY.ground == "地方税法22条"
    assert Withheld.RESTRICTED_FACT.ground == ""


def test_what_leads_to_a_person_is_told_from_what_does_not() -> None:
    assert FactKind.WORKPLACE.leads_to_the_person
    assert not FactKind.NATIONALITY.leads_to_the_person


def test_marks_are_read_whole_or_not_at_all() -> None:
    assert mark_kind("two_officers").tone == "error"
    assert len({kind.japanese for kind in load_mark_kinds()}) == len(load_mark_kinds())
    one = '[[marks]]\nid = "a"\njapanese = "い"\nenglish = "a"\ntone = "{}"\n'
    with pytest.raises(InvalidInput, match="調子"):
        read_mark_kinds(one.format("pink"))
    with pytest.raises(InvalidInput, match="二度"):
        read_mark_kinds(one.format("plain") * 2)
    with pytest.raises(InvalidInput, match="種類"):
        mark_kind("unknown")


def test_whoever_was_spoken_with_was_reached() -> None:
    reached = {result for result in ContactResult if result.reached_the_person}
    assert ContactResult.PROMISED_PAYMENT in reached
    assert ContactResult.ABSENT not in reached


@pytest.mark.parametrize(
    ("receipts", "on", "result", "received_yen"),
    [
        ([], date(2026, 4, 30), PromiseResult.PROMISE_OPEN, 0),
        ([], date(2026, 5, 1), PromiseResult.PROMISE_BROKEN, 0),
        ([Receipt(DUE, 10_000)], DUE, PromiseResult.PROMISE_KEPT, 10_000),
        ([Receipt(date(2026, 5, 1), 10_000)], date(2026, 5, 1), PromiseResult.PROMISE_BROKEN, 0),
        ([Receipt(date(2026, 3, 31), 10_000)], date(2026, 5, 1), PromiseResult.PROMISE_BROKEN, 0),
        ([Receipt(GIVEN, 4_000)], date(2026, 4, 2), PromiseResult.PROMISE_OPEN, 4_000),
        ([Receipt(GIVEN, 4_000)], date(2026, 5, 1), PromiseResult.PROMISE_KEPT_IN_PART, 4_000),
        ([Receipt(DUE, 10_000)], date(2026, 4, 29), PromiseResult.PROMISE_OPEN, 0),
    ],
)
def test_a_promise_is_followed_by_what_came_in_from_its_day_to_the_day_it_names(
    receipts: list[Receipt], on: date, result: PromiseResult, received_yen: int
) -> None:
    (followed,) = follow([Promise(GIVEN, DUE, 10_000)], receipts, on=on)
    assert (followed.result, followed.received_yen) == (result, received_yen)


def test_every_yen_counts_for_the_promise_that_falls_due_first() -> None:
    later, earlier = Promise(GIVEN, date(2026, 5, 31), 10_000, key=1), Promise(GIVEN, DUE, 10_000, key=2)
    receipts = [Receipt(date(2026, 4, 20), 15_000)]
    found = {each.promise.key: (each.result, each.received_yen) for each in follow([later, earlier], receipts, on=DUE)}
    assert found == {2: (PromiseResult.PROMISE_KEPT, 10_000), 1: (PromiseResult.PROMISE_OPEN, 5_000)}


def test_a_promise_that_is_not_given_yet_is_not_followed() -> None:
    assert follow([Promise(GIVEN, DUE, 10_000)], [], on=date(2026, 3, 31)) == ()
