"""`saiken demo` as a newcomer runs it: the comparison, the papers, the accounts, the screens; again, interrupted, or in the wrong place.

The one idea: the console script runs in a process of its own on a home of its own; the city in it is the copy that all tests share.
"""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.sample_city import whole_city

pytestmark = pytest.mark.slow
SAIKEN = Path(sys.executable).with_name("saiken")
PATIENCE_SECONDS = 300


def _environment(home: Path) -> dict[str, str]:
    inherited = {key: text for key, text in os.environ.items() if not key.startswith("SAIKEN_")}
    return inherited | {"SAIKEN_HOME": str(home)}


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(SAIKEN), *arguments]
    return subprocess.run(command, env=_environment(home), capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def home(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the demo city."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "var").mkdir()
    shutil.copyfile(whole_city(shared_folder), folder / "var" / "saiken.sqlite3")
    return folder


@pytest.fixture(scope="module")
def first(home: Path) -> subprocess.CompletedProcess[str]:
    """The first run there."""
    return _run(home, "demo", "--no-serve")


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that somebody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def _papers(home: Path) -> dict[Path, int]:
    """Every paper with the moment it was written."""
    return {path: path.stat().st_mtime_ns for path in (home / "out").rglob("*.*") if path.is_file()}


def _rows(home: Path) -> dict[str, int]:
    """How many rows every table of the register has."""
    with closing(sqlite3.connect(home / "var" / "saiken.sqlite3")) as register:
        names = [name for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: register.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}


def test_every_receivable_stands_beside_its_published_balance(first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0, first.stderr
    (care,) = (line.split() for line in first.stdout.splitlines() if line.startswith("064 "))
    assert care == ["064", "介護保険料", "2018", "1,916,077", "1,916,077", "57/57", "78/78", "1/1", "一致"]
    assert sum(line.endswith(("一致", "一致※")) for line in first.stdout.splitlines()) == 29
    assert "不一致" not in first.stdout


def test_it_says_where_and_as_whom_to_sign_in(first: subprocess.CompletedProcess[str]) -> None:
    assert "http://127.0.0.1:8000/" in first.stdout
    lines = first.stdout.splitlines()
    assert f"  {'kanri':<16}{'demo-ledger-kanri':<28}利用者と所属の管理者" in lines
    assert f"  {'juutaku':<16}{'demo-ledger-juutaku':<28}市営住宅使用料の担当者" in lines
    factors = [line for line in lines if "今の確認コード" in line]
    assert [line.split()[0] for line in factors] == ["kansa", "kanri"]
    assert all(re.search(r"確認コード \d{6}$", line) for line in factors)


def test_the_city_and_every_sheet_are_written_as_workbook_and_pdf(
    home: Path, first: subprocess.CompletedProcess[str]
) -> None:
    papers = sorted(path.relative_to(home / "out") for path in _papers(home) if path.suffix in (".xlsx", ".pdf"))
    assert len(papers) == 2 * (28 + 2)
    assert {
        Path("2018年度/2018年度_未収債権.pdf"),
        Path("2021年度/2021年度_教育委員会事務局_002_学校給食費.xlsx"),
    } <= set(papers)
    assert all((home / "out" / path).read_bytes()[:4] in (b"%PDF", b"PK\x03\x04") for path in papers)


def test_a_second_run_finds_everything_and_writes_only_what_is_missing(
    home: Path, first: subprocess.CompletedProcess[str]
) -> None:
    before, register = _papers(home), _rows(home)
    again = _run(home, "demo", "--no-serve")
    assert (again.returncode, _without_codes(again.stdout)) == (0, _without_codes(first.stdout))
    assert "作成済み" in again.stderr
    assert "書き出し済みです" in again.stderr
    assert (_papers(home), _rows(home)) == (before, register)
    (home / "out" / "2021年度" / "2021年度_未収債権.xlsx").unlink()
    _run(home, "demo", "--no-serve")
    assert set(_papers(home)) == set(before)


def _without_codes(printed: str) -> str:
    """What was printed without the codes of the second factor, which change every half minute."""
    return re.sub(r"(?<=確認コード )\d{6}", "", printed)


def test_a_port_in_use_is_told_before_anything_is_done(tmp_path: Path, taken_port: int) -> None:
    ended = _run(tmp_path, "demo", "--port", str(taken_port))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"127.0.0.1:{taken_port}: 待ち受けられません" in ended.stderr
    assert "--port で別の番号" in ended.stderr
    assert "見本の都市" not in ended.stderr


def test_a_register_in_use_is_not_touched(tmp_path: Path) -> None:
    assert _run(tmp_path, "register", "prepare").returncode == 0
    adding = [str(SAIKEN), "register", "add-administrator", "kanri", "--name", "管理"]
    typed = "a-long-enough-phrase-9\n"
    subprocess.run(adding, env=_environment(tmp_path), input=typed, text=True, check=True, capture_output=True)
    before = (tmp_path / "var" / "saiken.sqlite3").read_bytes()
    ended = _run(tmp_path, "demo", "--no-serve")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "見本の都市ではない" in ended.stderr
    assert (tmp_path / "var" / "saiken.sqlite3").read_bytes() == before
    assert not (tmp_path / "out").exists()


def test_it_serves_the_screens_and_ends_calmly_when_interrupted(
    home: Path, first: subprocess.CompletedProcess[str]
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(SAIKEN), "demo", "--port", str(port)]
    with subprocess.Popen(
        command, env=_environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        page = _sign_in_page(port)
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=PATIENCE_SECONDS)
    assert "demo-ledger-tantou" in page
    assert (running.returncode, f"http://127.0.0.1:{port}/" in stdout) == (0, True)
    assert stderr.endswith("画面の提供を終わりました\n")
    assert "Traceback" not in stderr


def _sign_in_page(port: int) -> str:
    """The page, asked for until the server is up."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                return str(page.read().decode())
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not answer")
