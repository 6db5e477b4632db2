"""What the parts of the fragment are drawn from.

The one idea: one frozen value carries sheet, wording, hooks and findings, so the parts stay pure functions of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import Words
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.formats.sheet_html.element import Child, el
from saiken.formats.sheet_html.notes import Notes


@dataclass(frozen=True)
class View:
    """One drawing of a sheet; `prefix` begins every id so that several sheets can stand on one page; the title is h`heading_level`."""

    sheet: Sheet
    edition: Edition
    states: tuple[State, ...]
    words: Words
    notes: Notes
    prefix: str
    heading_level: int
    link_of: Callable[[str, str], str | None]
    state_link_of: Callable[[str, str, str], str | None]

    def id(self, *parts: str) -> str:
        """An id on the page."""
        return "-".join((self.prefix, *parts))

    def section(self, name: str, *children: Child) -> Element:
        """A section under the edition's heading of that name."""
        heading = self.id("heading", name)
        title = el(f"h{self.heading_level + 1}", {"id": heading, "class": "sheet-heading"}, self.words[name])
        return el("section", {"class": f"sheet-section sheet-part-{name}"}, title, *children)

    def scroll(self, name: str, table: Element) -> Element:
        """A wide table in a region that scrolls by keyboard too."""
        attributes: dict[str, str | None] = {
            "class": "sheet-scroll", "role": "region", "tabindex": "0", "aria-labelledby": self.id("heading", name),
        }  # fmt: skip
        return el("div", attributes, table)


def figure(text: str, link: str | None) -> Child:
    """A figure, behind a link where there is something to open."""
    return el("a", {"class": "sheet-link", "href": link}, text) if link and text else text
