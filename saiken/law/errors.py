"""Refusals of the law book: what is not known is refused, never guessed.

The one idea: a missing value is a refusal with its reason (`NotPublished`), a broken file of the book is a fault that stops the start
(`LawBookFault`). It holds only the exceptions; the look-up itself lives in the law book.
"""


class LawError(Exception):
    """Something the law book cannot answer."""


class NotPublished(LawError):
    """The value for that day has not been published yet, or none is kept for so early a day; the sentence says which and why."""


class LawBookFault(LawError):
    """A file of the law book that cannot be used; the sentence names file, entry, what was expected."""


class Gap(LawBookFault):
    """Days between two values of one parameter have no value."""


class Overlap(LawBookFault):
    """Two values of one parameter claim the same day."""


class UnknownCitation(LawBookFault):
    """A citation of an act or article that no file of acts holds."""
