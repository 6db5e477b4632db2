"""The fewest wrong cells that explain failing sums."""

from saiken.domain.sheets.check.repair import Blame, Evidence, Explanation, Sum, blame, explain, failing_sums

#: c = a + b and e = c − d.
SUMS = (Sum("c", ((1, "a"), (1, "b"))), Sum("e", ((1, "c"), (-1, "d"))))
RIGHT = {"a": 1, "b": 2, "c": 3, "d": 1, "e": 2}


def _roots(values: dict[str, int], evidence: Evidence | None = None) -> list[dict[str, int]]:
    return [dict(one.roots) for one in explain(SUMS, values, evidence=evidence or Evidence())]


def test_nothing_is_explained_where_nothing_fails() -> None:
    assert _roots(RIGHT) == []


def test_a_cell_in_both_failing_sums_is_the_only_small_explanation() -> None:
    assert _roots({**RIGHT, "c": 9}) == [{"c": 3}]


def test_equally_small_explanations_stand_side_by_side() -> None:
    assert _roots({**RIGHT, "a": 5}) == [{"a": 1}, {"b": -2}]


def test_a_value_that_cannot_be_is_no_explanation() -> None:
    assert _roots({**RIGHT, "a": 5}, Evidence(admits=lambda _cell, value: value >= 0)) == [{"a": 1}]


def test_a_contradicted_explanation_gives_way() -> None:
    evidence = Evidence(contradictions=lambda repaired: int(repaired["a"] != 5))
    assert _roots({**RIGHT, "a": 5}, evidence) == [{"b": -2}]


def test_an_unreadable_cell_makes_its_sum_silent_and_is_solved() -> None:
    values = {cell: value for cell, value in RIGHT.items() if cell != "c"}
    assert failing_sums(SUMS, values) == ()
    assert _roots({**values, "e": 7}) == []


def test_a_cell_rightly_computed_from_a_wrong_one_is_no_root() -> None:
    sums = (*SUMS, Sum("f", ((1, "a"), (1, "g"))), Sum("h", ((1, "a"), (1, "d"))))
    right = {**RIGHT, "f": 4, "g": 3, "h": 2}
    # a was raised by 4 and h computed from it; c and f were not.
    wrong = {**right, "a": 5, "h": 6}
    assert [dict(one.roots) for one in explain(sums, wrong, evidence=Evidence())] == [{"a": 1}]


def _blamed(values: dict[str, int]) -> Blame:
    return blame(failing_sums(SUMS, values), explain(SUMS, values, evidence=Evidence()))


def test_the_only_explanation_is_blamed() -> None:
    assert _blamed({**RIGHT, "c": 9}) == Blame({"c": 3}, ())


def test_a_sum_is_blamed_where_no_single_cell_can_be() -> None:
    assert _blamed({**RIGHT, "a": 5}) == Blame({}, (SUMS[0],))


def test_what_all_explanations_agree_on_is_blamed_beside_the_open_sum() -> None:
    agreed, one, other = {"z": 1}, {"a": 1}, {"b": -2}
    explanations = [Explanation({**agreed, **roots}, {}) for roots in (one, other)]
    assert blame((SUMS[0], Sum("z", ((1, "y"),))), explanations) == Blame({"z": 1}, (SUMS[0],))


def test_one_cell_behind_several_sums_is_blamed_though_it_is_open_which() -> None:
    sums = (Sum("c", ((1, "a"), (1, "b"))), Sum("d", ((-1, "a"), (-1, "b"))))
    explanations = [Explanation({"a": 1}, {}), Explanation({"b": 2}, {})]
    assert blame(sums, explanations) == Blame({"a": 1}, ())


def test_without_explanation_every_failing_sum_is_blamed() -> None:
    assert blame(SUMS, []) == Blame({}, SUMS)
