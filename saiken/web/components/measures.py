"""The measures that a halt or a campaign may name, in the language of the page.

The one idea: kinds of acts by their ids with the words of the glossary; an id without a word is shown as it is.
"""

from collections.abc import Iterable
from functools import cache

from saiken.domain.claim.case_event import EventKind
from saiken.glossary import Glossary, load_glossary
from saiken.web.templatetags.saiken import is_japanese

#: Measures against a person that an office may stop or gather, in the order in which they are taken.
MEASURES = (
    EventKind.FORMAL_DEMAND,
    EventKind.INFORMAL_DEMAND,
    EventKind.PROPERTY_INVESTIGATION,
    EventKind.NOTICE_OF_INTENDED_SEIZURE,
    EventKind.SEIZURE,
    EventKind.PARTICIPATING_SEIZURE,
    EventKind.DISTRIBUTION_REQUEST,
    EventKind.CONVERSION,
    EventKind.COURT_PAYMENT_ORDER,
    EventKind.LAWSUIT,
    EventKind.SETTLEMENT_BEFORE_SUIT,
    EventKind.COMPULSORY_EXECUTION,
    EventKind.PROPERTY_DISCLOSURE,
    EventKind.THIRD_PARTY_INFORMATION,
    EventKind.ENTRUSTMENT,
)
#: Measures that are acts without a case event of their own kind.
FURTHER_MEASURES = ("call", "visit")


def measure_choices() -> list[tuple[str, str]]:
    """Ids and words."""
    return [(name, _word(name)) for name in (*FURTHER_MEASURES, *(kind.value for kind in MEASURES))]


def measure_names(names: Iterable[str]) -> list[str]:
    """The words of these measures."""
    return [_word(name) for name in names]


@cache
def _glossary() -> Glossary:
    return load_glossary()


def _word(name: str) -> str:
    words = _glossary()
    if name not in words.terms:
        return name
    return words.japanese(name) if is_japanese() else words.english(name)
