"""Printed rates as whole tenths of a per cent, so that differences are exact.

The one idea: "34.8%" is 348; nothing here rounds, and anything else than such a text is unknown.
"""

import re

_RATE = re.compile(r"(-?)(\d+)\.(\d)%")


def tenths_of(rate: str | None) -> int | None:
    """Tenths of a per cent of a rate's text, None for a dash, a blank or anything else.

    >>> tenths_of("34.8%"), tenths_of("-0.4%"), tenths_of("－")
    (348, -4, None)
    """
    matched = _RATE.fullmatch(rate or "")
    if matched is None:
        return None
    tenths = int(matched[2]) * 10 + int(matched[3])
    return -tenths if matched[1] else tenths
