"""Stories told in the real browser: who sits at the screen, what they do step by step, and a picture of each step when asked for.

The one idea: a step is a sentence of the story; its picture is taken of the whole page where that step has led, and kept only when
SAIKEN_SCREENSHOTS=1, as docs/images/stories/<story>-<n>.png. A story judges nothing: the test that tells it does.
"""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import Page

from tests.web.conftest import Site

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images" / "stories"
_TAKEN = "SAIKEN_SCREENSHOTS"
#: Of a paper page beside its text; high enough that a page is one picture.
_VIEW = {"width": 1280, "height": 800}
#: What a picture must not show: the caret blinks; a head that keeps in view would lie over the rows of a page drawn whole.
_STILL = """
*, *::before, *::after { caret-color: transparent !important; animation: none !important; transition: none !important }
thead, thead th { position: static !important }
"""

#: A sheet made by script, which the page's content security policy leaves alone; a style element it would refuse.
_LAY_STILL = """rules => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


class Story:
    """One story; `page` is the screen before which somebody sits. Several people may take turns, each keeps their own page.

    with Story(site, "pledge") as story:
        page = story.sits_down("officer")
        story.goto("/obligors/1/")
        story.step("電話が鳴る")
    """

    def __init__(self, site: Site, name: str) -> None:
        self.name = name
        self.steps: list[str] = []
        self._site = site
        self._pages: dict[str, Page] = {}
        self._at = ""

    @property
    def page(self) -> Page:
        """The page of whoever sits at the screen."""
        return self._pages[self._at]

    def sits_down(self, username: str) -> Page:
        """This person acts from now on, on the page that they left, or on a new one."""
        if username not in self._pages:
            page = self._site.as_user(username)
            page.set_viewport_size(_VIEW)  # type: ignore[arg-type]  # a mapping of two numbers
            self._pages[username] = page
        self._at = username
        return self.page

    def goto(self, address: str) -> Page:
        """Open an address at this screen; it must be there."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.ok, f"{self._at} {address}: {answer.status}"
        return self.page

    def step(self, sentence: str) -> None:
        """What has just been done; its picture, when pictures are taken."""
        self.steps.append(sentence)
        if os.environ.get(_TAKEN) != "1":
            return
        IMAGES.mkdir(parents=True, exist_ok=True)
        path = IMAGES / f"{self.name}-{len(self.steps)}.png"
        self.page.evaluate(_LAY_STILL, _STILL)
        self.page.screenshot(path=path, full_page=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for page in self._pages.values():
            page.close()
