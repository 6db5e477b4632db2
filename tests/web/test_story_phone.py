"""The phone rings: the caller's name in kana, the person's page, the talk with its promise and the next day, all by keys.

The number of keys is part of the story: whoever holds a receiver has one hand.
"""

import re

from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.story import Story

#: From the start page to the person: the key of the search, the kana as typed, Enter, Enter on the first person found.
KEYS_TO_THE_PERSON = len("/") + len("カクウ タロウ11") + 2
#: From the person's page to the record of the talk, beside the letters and digits of what was said.
KEYS_BESIDE_WHAT_WAS_SAID = 21

expect.set_options(timeout=30_000)


class Keyboard:
    """The keys of a page, counted: `said` are the letters and digits of what is written down, `pressed` all others."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.pressed = 0
        self.said = 0

    def press(self, *keys: str) -> None:
        """Keys one after the other."""
        for key in keys:
            self._page.keyboard.press(key)
            self.pressed += 1

    def say(self, text: str) -> None:
        """Words and figures."""
        self._page.keyboard.type(text)
        self.said += len(text)

    def choose(self, value: str) -> None:
        """Down in the list in focus until the value is chosen."""
        for _ in range(40):
            if self._page.evaluate("document.activeElement.value") == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"no {value} in this list")


def _date(keyboard: Keyboard, page: Page, field: str, day: str) -> None:
    """A day typed into the parts of a date field, then on to the next field, past the calendar's button."""
    year, month, number = day.split("-")
    expect(page.locator(field)).to_be_focused()
    keyboard.say(f"{month}{number}{year}")
    expect(page.locator(field)).to_have_value(day)
    keyboard.press("Tab", "Tab")


def test_the_phone_rings_and_the_talk_is_written_down_by_keys_alone(site: Site) -> None:
    with Story(site, "phone") as story:
        page = story.sits_down("officer")
        keyboard = Keyboard(page)
        story.goto("/")
        story.step("電話が鳴る")

        keyboard.press("/")
        expect(page.locator("#quick-q")).to_be_focused()
        keyboard.say("カクウ タロウ11")
        keyboard.press("Enter")
        expect(page.locator("[data-hit]").first).to_be_focused()
        story.step("名前をカナで入れて探す")

        keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/obligors/11/"))
        page.wait_for_load_state()
        expect(page.locator("h1")).to_contain_text("架空 太郎11")
        assert keyboard.pressed + keyboard.said == KEYS_TO_THE_PERSON
        story.step("その人の画面が開く")

        keyboard = Keyboard(page)
        keyboard.press("n")
        expect(page.locator("#contact-mode")).to_be_focused()
        keyboard.choose("telephone_in")
        keyboard.press("Tab")
        keyboard.choose("promised_payment")
        keyboard.press("Tab")
        _date(keyboard, page, "#contact-promised_on", "2100-12-11")
        keyboard.say("5000")
        keyboard.press("Tab")
        keyboard.say("年金の日に納める")
        keyboard.press("Tab")
        _date(keyboard, page, "#contact-next_on", "2100-12-14")
        story.step("話の内容、約束、次の連絡の日を入れる")

        keyboard.press("Control+Enter")
        expect(page.get_by_role("status").first).to_have_text("記録しました。")
        assert keyboard.pressed <= KEYS_BESIDE_WHAT_WAS_SAID, keyboard.pressed
        line = page.locator("#history li").first
        for told in ("年金の日に納める", "納付を約束", "5,000円", "令82.12.14"):
            expect(line).to_contain_text(told)
        expect(page.locator("#promises")).to_contain_text("5,000")
        expect(page.locator(".pane--who")).to_contain_text("令82.12.14")
        story.step("経過、約束、次の連絡の日に現れる")
