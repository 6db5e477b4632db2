"""The sixteen states as data: order, groups, and the wording that goes with a claim's class.

The one idea: the table is checked by what any reader of the form knows of it.
"""

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.states.table import ids_of_group, load_states

STATES = load_states()


def test_nine_states_are_recoverable_and_seven_are_to_be_settled_in_printed_order() -> None:
    assert [state.id for state in STATES] == [f"S{number:02d}" for number in range(1, 17)]
    assert "".join(state.mark for state in STATES) == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯"
    assert (len(ids_of_group(STATES, "recoverable")), len(ids_of_group(STATES, "settlement"))) == (9, 7)


def test_a_claim_that_is_not_enforced_is_worded_by_court_and_not_by_seizure() -> None:
    fourth = STATES[3]
    enforceable = fourth.label_for(LegalClass.PUBLIC_ENFORCEABLE)
    assert "差押" in enforceable
    for legal_class in (LegalClass.PUBLIC_UNENFORCEABLE, LegalClass.PRIVATE_LAW):
        assert "債務名義" in fourth.label_for(legal_class)
    first = STATES[0]
    assert len({first.label_for(legal_class) for legal_class in LegalClass}) == 1
