"""No address makes a page fail, however strange, and no page may be kept by a cache.

The one idea: every page is asked in one process of its own (tests/web/sweep.py) over a copy of the small city; here only what went wrong
is read. A NUL, which one database cannot hold, is refused before any view runs.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.conftest import ROOT, Site

#: The routes are asked in so many parts; fewer addresses in one would mean that pages were left out.
PARTS, LEAST_ASKED = 3, 1_000


@pytest.mark.parametrize("part", range(PARTS))
def test_no_address_fails_and_no_page_is_kept(filled: Path, tmp_path: Path, part: int) -> None:
    home = shutil.copytree(filled, tmp_path / "home")
    environment = os.environ | {"SAIKEN_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.pop("SAIKEN_DATABASE_URL", None)
    sweeping = [sys.executable, "-m", "tests.web.sweep", str(part), str(PARTS)]
    done = subprocess.run(sweeping, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told["failed"] == []
    assert told["addresses"] >= LEAST_ASKED


@pytest.mark.parametrize("address", ["/search/?q=%00", "/accounts/people/%00/"])
def test_a_nul_is_no_address(site: Site, address: str) -> None:
    answer = site.request_as("officer").get(address)
    assert answer.status == 400
    assert "no-store" in answer.headers["cache-control"]
