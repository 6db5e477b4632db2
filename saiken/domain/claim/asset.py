"""Property and the search for it, in words: what may be asked about, what was answered, what became of what was found.

The one idea: one vocabulary for the request, its answer and the property, so that what was found goes on as what was asked for. What of a
salary may be seized is a rule's business.
"""

from enum import StrEnum


class PropertyKind(StrEnum):
    """預貯金, 給与, 生命保険, 不動産, 自動車, 売掛金, 年金, 電話加入権, その他."""

    BANK_DEPOSIT = "bank_deposit"
    SALARY = "salary"
    LIFE_INSURANCE = "life_insurance"
    REAL_ESTATE = "real_estate"
    VEHICLE = "vehicle"
    TRADE_RECEIVABLE = "trade_receivable"
    PENSION = "pension"
    TELEPHONE = "telephone"
    OTHER = "other_property"

    @property
    def leads_to_the_person(self) -> bool:
        """Whether it tells where the owner works or may live, which protection forbids to tell."""
        return self in (PropertyKind.SALARY, PropertyKind.REAL_ESTATE)


class AnswerResult(StrEnum):
    """財産あり, 財産なし, 該当者なし, 回答拒否, 一部の回答."""

    FOUND = "property_found"
    NONE = "nothing_found"
    NO_SUCH_PERSON = "no_such_person"
    REFUSED = "answer_refused"
    PARTLY = "partly_answered"

    @property
    def is_evidence_of_none(self) -> bool:
        """Whether the answer is evidence that there is nothing to seize."""
        return self in (AnswerResult.NONE, AnswerResult.NO_SUCH_PERSON)


class PropertyTurn(StrEnum):
    """What became of a property: 差押え, 解除, 換価, 価値なし."""

    SEIZED = "property_seized"
    RELEASED = "property_released"
    SOLD = "property_sold"
    WORTHLESS = "property_worthless"
