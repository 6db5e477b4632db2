"""Browser tests wait for the page that a click opens before they read it.

The one idea: a click returns while the next page is still on its way, so what stands in the next line must wait (`expect`,
`wait_for_load_state`, `wait_for_url`). Only neighbouring lines are compared; what a helper function clicks is found by pages that come in
parts (tests/web/late.py).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.source_tree import ROOT

FILES = sorted(Path(ROOT, "tests", "web").glob("*.py"))
_ALL = {"all", "all_inner_texts", "all_text_contents", "count", "evaluate_all"}
_ONE = {
    "evaluate",
    "get_attribute",
    "inner_html",
    "inner_text",
    "input_value",
    "is_checked",
    "is_visible",
    "text_content",
}
READING = _ALL | _ONE | {"content"}


def _called(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Name and text of every method called below a node."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            yield call.func.attr, ast.unparse(call)


def _opens(line: ast.stmt) -> bool:
    """Whether the line clicks on something that may open a page; what only unfolds stays where it is."""
    if not isinstance(line, ast.Expr):
        return False
    return any(
        (name == "click" and "summary" not in text) or (name == "press" and "Enter" in text)
        for name, text in _called(line)
    )


def _reads(line: ast.stmt) -> bool:
    """Whether the line looks at the page at once."""
    if isinstance(line, ast.Assert):
        return True
    if isinstance(line, ast.For):
        return _reads(line.body[0]) or bool(READING & {name for name, _ in _called(line.iter)})
    looked_at = (
        line.test if isinstance(line, (ast.If, ast.While)) else line.value if isinstance(line, ast.Assign) else None
    )
    return looked_at is not None and bool(READING & {name for name, _ in _called(looked_at)})


def _hasty(tree: ast.AST) -> Iterator[int]:
    """The lines of clicks after which the page is read at once; a loop goes from its last line to its first."""
    for node in ast.walk(tree):
        for lines in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if isinstance(lines, list):
                after = [*lines[1:], *(lines[:1] if isinstance(node, (ast.For, ast.While)) else [])]
                yield from (
                    line.lineno
                    for line, following in zip(lines, after, strict=False)
                    if _opens(line) and _reads(following)
                )


def test_a_page_is_read_once_it_is_there() -> None:
    hasty = [(path.name, line) for path in FILES for line in _hasty(ast.parse(path.read_text(encoding="utf-8")))]
    assert hasty == []


HURRIED = """
for place in range(2):
    assert page.count() == 1
    page.locator("a").click()
page.press("#q", "Enter")
text = page.inner_text()
"""
PATIENT = """
page.click()
page.wait_for_load_state()
assert page.count() == 1
page.locator("summary").click()
assert page.count() == 2
"""


def test_a_reader_in_a_hurry_is_found() -> None:
    assert sorted(_hasty(ast.parse(HURRIED))) == [4, 5]
    assert list(_hasty(ast.parse(PATIENT))) == []
