"""`saiken serve` as an administrator runs it: refuses what cannot work, answers, and ends when interrupted.

The one idea: the console script runs in a process of its own on a free port of this machine.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

SAIKEN = Path(sys.executable).with_name("saiken")
PATIENCE_SECONDS = 180


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of an installation of its own."""
    inherited = {key: text for key, text in os.environ.items() if not key.startswith("SAIKEN_")}
    return inherited | {"SAIKEN_HOME": str(tmp_path)}


@pytest.fixture
def port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    return free


def _run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SAIKEN, *arguments], env=environment, capture_output=True, text=True, check=False)


def _answer(port: int) -> str:
    """Where the home page leads to, asked until the server is up."""
    patience = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < patience:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
                return str(page.geturl())
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")


def test_a_register_that_is_not_prepared_is_refused_with_the_remedy(environment: dict[str, str]) -> None:
    ended = _run(environment, "serve")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "saiken register prepare" in ended.stderr


@pytest.fixture
def prepared(environment: dict[str, str], filled: Path) -> dict[str, str]:
    """The same with a register in it, a copy of the small city's."""
    shutil.copytree(filled, environment["SAIKEN_HOME"], dirs_exist_ok=True)
    return environment


def test_it_serves_until_interrupted_and_nobody_else_can_listen_there(prepared: dict[str, str], port: int) -> None:
    serving = ["serve", "--port", str(port)]
    with subprocess.Popen([SAIKEN, *serving], env=prepared, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert "/sign-in/" in _answer(port)
            second = _run(prepared, *serving)
            assert second.returncode == 2
            assert "--port" in second.stderr
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE_SECONDS) == 0
