"""The names by which people sign in: what one may be.

The one idea: a user name stands in addresses of the screens, so it holds nothing that an address takes for its own. Whether it is taken
already, the register says.
"""

#: The longest user name, and the longest name of a person.
LONGEST_NAME = 150
#: What is expected, in words.
USERNAME = f"「/」と空白を含まない{LONGEST_NAME}字以内の利用者名"


def is_username(text: str) -> bool:
    """Whether somebody can sign in by the name and be found by its address."""
    is_plain = text.isprintable() and "/" not in text and not any(letter.isspace() for letter in text)
    return is_plain and 0 < len(text) <= LONGEST_NAME and text not in (".", "..")
