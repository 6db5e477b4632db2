"""The reason that taking something back must give.

The one idea: what is taken back without a reason cannot be judged by anybody later, so an empty one is refused in the same words
everywhere. It writes nothing.
"""

from saiken.domain.errors import InvalidInput

#: The longest reason a row holds.
LONGEST = 300


def reasoned(reason: str, *, place: str) -> str:
    """The reason without blanks around it; raises InvalidInput when there is none or it is too long."""
    written = reason.strip()
    if not written:
        raise InvalidInput("理由がありません", place=place, expected="理由")
    if len(written) > LONGEST:
        raise InvalidInput("理由が長すぎます", place=place, found=f"{len(written)}字", expected=f"{LONGEST}字以内")
    return written
