"""What property and answers about it tell beyond their names."""

from saiken.domain.claim.asset import AnswerResult, PropertyKind


def test_wages_and_land_lead_to_the_person() -> None:
    assert {kind for kind in PropertyKind if kind.leads_to_the_person} == {
        PropertyKind.SALARY,
        PropertyKind.REAL_ESTATE,
    }


def test_only_a_whole_answer_is_evidence_that_there_is_nothing() -> None:
    told = {result for result in AnswerResult if result.is_evidence_of_none}
    assert told == {AnswerResult.NONE, AnswerResult.NO_SUCH_PERSON}
