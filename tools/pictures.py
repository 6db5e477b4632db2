"""Takes the pictures of the readme from the demo city: `python -m tools.pictures`.

The one idea: a picture shows what the screens of this very checkout show, made in a register of its own that is gone afterwards.
It judges nothing; people look at the pictures before they are committed.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SAIKEN = Path(sys.executable).parent / "saiken"
CHROMIUM = "/usr/bin/chromium"
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
START_SECONDS = 120

#: No picture weighs more in the repository.
MOST_BYTES = 300_000


@dataclass(frozen=True)
class Picture:
    """What is taken: file name, address, and the height of the window in pixels; it is 1366 wide."""

    name: str
    address: str
    height: int


PICTURES = (
    Picture("city-overview.png", "/city/?year=2018", 900),
    Picture("sheet.png", "/sheets/2018/福祉局-064/", 1130),
)


def take(page: Page, picture: Picture) -> int:
    """Write the picture; its size in bytes. Raises RuntimeError for an address without a page and for too large a picture."""
    page.set_viewport_size({"width": 1366, "height": picture.height})
    answer = page.goto(picture.address, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise RuntimeError(f"{picture.address}: no page")
    content = page.screenshot(path=IMAGES / picture.name)
    if len(content) > MOST_BYTES:
        raise RuntimeError(f"{picture.name}: {len(content)} bytes, at most {MOST_BYTES}")
    return len(content)


def sign_in(page: Page, username: str) -> None:
    """Sign in with the password that the demo's own page shows."""
    page.goto("/sign-in/")
    row = page.locator("tr", has=page.get_by_role("rowheader", name=username, exact=True))
    password = row.locator("td code").inner_text()
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("main button")


@contextmanager
def demo_city() -> Iterator[str]:
    """The address of a server over a demo city of its own."""
    with tempfile.TemporaryDirectory(prefix="saiken-pictures-") as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SAIKEN_")}
        environment["SAIKEN_HOME"] = folder
        subprocess.run([SAIKEN, "sample", "city"], env=environment, check=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen([SAIKEN, "serve", "--port", str(port)], env=environment)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(address: str) -> None:
    """Return when the server answers; raises RuntimeError when it never does."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{address}: no answer")


def main() -> int:
    """Take every picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with demo_city() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = browser.new_context(locale="ja-JP", base_url=address).new_page()
        sign_in(page, "kaishuu")
        for picture in PICTURES:
            print(f"[ ok ] {picture.name}: {take(page, picture):,} bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
