"""Refusals of the law book: what is not known is refused, never guessed.

It holds only the exceptions; the look-up itself lives in the law book.
"""


class LawError(Exception):
    """Something the law book cannot answer."""


class NotPublished(LawError):
    """The value for that day has not been published yet."""
