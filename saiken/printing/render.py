"""A template and a document become a PDF.

The one idea: the document travels as JSON, so nothing in it can be read as markup; the PDF is tagged (PDF/UA-1), Japanese, and the same
bytes for the same document and day. Fonts come from the system; without them nothing is printed.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from saiken.domain.errors import InvalidInput

_TEMPLATES = Path(__file__).parent / "templates"

#: The families every template uses; the Debian package that carries them is named in the refusal.
REQUIRED_FONTS = ("BIZ UDGothic", "BIZ UDPGothic")

_FONT_PACKAGE = "fonts-morisawa-bizud-gothic"


def render_pdf(template: str, document: Mapping[str, object], *, printed_on: date) -> bytes:
    """The PDF of `templates/<template>.typ` filled with `document` (values that JSON knows, `title` among them).

    Raises InvalidInput when the fonts are missing. A fault of the template itself comes up as the engine's own error.
    """
    require_fonts(_installed_families())
    moment = datetime.combine(printed_on, time(), UTC)
    pdf: bytes = typst.compile(
        _TEMPLATES / f"{template}.typ",
        root=_TEMPLATES,
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(moment.timestamp()),
    )
    return pdf


def require_fonts(families: frozenset[str]) -> None:
    """Refuse to print when a font of the templates is not among the installed families."""
    missing = [family for family in REQUIRED_FONTS if family not in families]
    if missing:
        raise InvalidInput(
            "印刷に使う日本語フォントがありません",
            found="未導入: " + "、".join(missing),
            expected="BIZ UDゴシック",
            remedy=f"Debianでは {_FONT_PACKAGE} を導入してください。",
        )


@cache
def _installed_families() -> frozenset[str]:
    return frozenset(typst.Fonts().families())
