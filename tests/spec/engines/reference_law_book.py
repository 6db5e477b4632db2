"""The law book answering by itself: a value on a day, the terms of an ordinance on a day.

The one idea: numbers become text as officials write them; nothing is computed.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook


def rate_of_law(book: LawBook, *, parameter: str, on: date) -> Mapping[str, Any]:
    """A yearly rate on a day and since when it is in force."""
    found = book.value(parameter, on=on)
    return {"rate": percent_text(found.number), "from_on": found.from_on}


def number_of_law(book: LawBook, *, parameter: str, on: date) -> Mapping[str, Any]:
    """A whole number of the law on a day and since when it is in force."""
    found = book.value(parameter, on=on)
    return {"number": int(found.number), "from_on": found.from_on}


def terms_of_ordinance(book: LawBook, *, kind: str, on: date, profile: str = "default") -> Mapping[str, Any]:
    """The terms of a claim kind on a day: the charge and the demand."""
    terms = book.terms(kind, on=on, profile=profile)
    charge = terms.late_charge or terms.delay_damages
    found = {**asdict(terms.demand), **(asdict(charge) if charge else {})}
    return {name: str(value) if isinstance(value, str) else value for name, value in found.items()}
