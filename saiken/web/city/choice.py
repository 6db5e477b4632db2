"""What the reader chose on the city page: text, bureau, class and order, all kept in the address.

The one idea: the same address gives the same list, with or without scripts. A value that makes no sense chooses nothing.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from saiken.domain.claim.legal_class import LegalClass
from saiken.register.queries.city import SheetLine


def _rate(line: SheetLine, column: str) -> tuple[bool, int]:
    """Tenths of a per cent; lines without a rate come first."""
    tenths = str(line.cells[column] or "").removesuffix("%").replace(".", "")
    is_rate = tenths.removeprefix("-").isdigit()
    return is_rate, int(tenths) if is_rate else 0


#: Orders by name; a minus before the name turns it round.
ORDERS: dict[str, Callable[[SheetLine], Any]] = {
    "number": lambda line: (line.sheet.numbers, line.sheet.bureau),
    "name": lambda line: line.sheet.name,
    "past": lambda line: line.cells["past_balance"],
    "current": lambda line: line.cells["current_balance"],
    "total": lambda line: line.cells["total_balance"],
    "past-rate": lambda line: _rate(line, "past_collection_rate"),
    "current-rate": lambda line: _rate(line, "current_collection_rate"),
    "total-rate": lambda line: _rate(line, "total_collection_rate"),
    "settled": lambda line: _rate(line, "total_settlement_rate"),
    "obligors": lambda line: line.obligors.obligors,
}


@dataclass(frozen=True)
class Choice:
    """The chosen text, bureau (empty = all), class (None = all) and order (empty = by bureau and number)."""

    text: str = ""
    bureau: str = ""
    legal_class: LegalClass | None = None
    order: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether the list may be shorter than the city's."""
        return bool(self.text or self.bureau or self.legal_class)

    def is_chosen(self, line: SheetLine) -> bool:
        """Whether the line stays."""
        sheet, wanted = line.sheet, _plain(self.text)
        return (
            (not wanted or wanted in _plain(f"{'・'.join(sheet.numbers)} {sheet.name} {sheet.bureau} {sheet.section}"))
            and (not self.bureau or sheet.bureau == self.bureau)
            and (self.legal_class is None or self.legal_class in sheet.legal_classes)
        )

    def chosen(self, lines: Sequence[SheetLine]) -> list[SheetLine]:
        """The lines that stay, in the chosen order."""
        staying = [line for line in lines if self.is_chosen(line)]
        key = ORDERS.get(self.order.removeprefix("-"))
        return sorted(staying, key=key, reverse=self.order.startswith("-")) if key else staying


def choice_from(parameters: QueryDict) -> Choice:
    """The choice written in the address."""
    legal_class = parameters.get("class", "")
    order = parameters.get("sort", "")
    return Choice(
        text=parameters.get("q", "").strip(),
        bureau=parameters.get("bureau", ""),
        legal_class=LegalClass(legal_class) if legal_class in set(LegalClass) else None,
        order=order if order.removeprefix("-") in ORDERS else "",
    )


def _plain(text: str) -> str:
    """Text as it is compared: width and case folded, spaces dropped."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
