"""Elements of HTML as values, so that nothing is ever escaped by hand.

The one idea: text goes in as text, markup only as elements, and one call writes the whole tree. Written for tables and lists, not for
arbitrary documents.
"""

from xml.etree.ElementTree import Element, tostring

#: What may stand inside an element: an element, a text, or nothing.
Child = Element | str | None


def el(tag: str, attributes: dict[str, str | None] | None = None, *children: Child) -> Element:
    """An element; attributes that are None and children that are None are left out."""
    element = Element(tag, {name: value for name, value in (attributes or {}).items() if value is not None})
    for child in children:
        append(element, child)
    return element


def append(element: Element, child: Child) -> None:
    """Put a text or an element at the end."""
    if isinstance(child, Element):
        element.append(child)
    elif child and len(element):
        element[-1].tail = (element[-1].tail or "") + child
    elif child:
        element.text = (element.text or "") + child


def lines(text: str) -> list[Child]:
    """A text with a line break element for every line break."""
    parts: list[Child] = []
    for index, line in enumerate(text.split("\n")):
        parts += ([el("br")] if index else []) + [line]
    return parts


def classes(*names: str | None) -> str | None:
    """A class attribute of the names that are given."""
    return " ".join(name for name in names if name) or None


def to_html(element: Element) -> str:
    """The tree as HTML text."""
    return tostring(element, encoding="unicode", method="html")
