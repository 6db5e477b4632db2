"""What saiken says when it cannot do what was asked, so that the reader knows what to do next.

Two refusals exist: the input is wrong (`InvalidInput`) or a rule forbids it (`Refused`). Messages are Japanese sentences for
the person at the screen. No error here knows how it will be shown.
"""

from saiken.law.errors import LawError


class DomainError(Exception):
    """A refusal with a sentence for the person who asked."""


class InvalidInput(DomainError):
    """Input that cannot be used; it says where, what was found, what was expected and what to do.

    `place` is a file and line, a sheet and cell, or a field's name; the other parts are sentences or values as typed.
    """

    def __init__(self, message: str, *, place: str = "", found: str = "", expected: str = "", remedy: str = "") -> None:
        self.message, self.place, self.found, self.expected, self.remedy = message, place, found, expected, remedy
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """Everything known, in one line: place: message (値: found、期待: expected)。remedy"""
        facts = "、".join(
            f"{label}: {value}" for label, value in (("値", self.found), ("期待", self.expected)) if value
        )
        head = f"{self.place}: {self.message}" if self.place else self.message
        return head + (f"（{facts}）" if facts else "") + (f" {self.remedy}" if self.remedy else "")


class Refused(DomainError, LawError):
    """A rule of law or of the register forbids the act; the sentence is the rule's own."""
