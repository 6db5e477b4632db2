"""The conventions of the command line, tried on small commands: stdout, stderr, exit codes, lazy loading."""

import json
import subprocess
import sys
from datetime import date

import click
import pytest
from click.testing import CliRunner, Result

from saiken.cli import COMMANDS
from saiken.cli.context import Context
from saiken.cli.lazy import Entry, RootGroup
from saiken.cli.output import ExitCode, emit, json_option, say
from saiken.cli.progress import progress
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.errors import NotPublished
from tests.support.command_line import run_saiken


def _run(body: object, *arguments: str) -> Result:
    """Run one command `try` with the given body under a root group."""

    @click.group(cls=RootGroup, entries=())
    def root() -> None:
        """A root for the test."""

    command = click.command("try")(json_option(body))  # type: ignore[arg-type, type-var]
    root.get_command = lambda _context, _name: command  # type: ignore[method-assign]
    return CliRunner().invoke(root, ["try", *arguments], obj=Context(prepare_register=lambda: None))


def _reporting(as_json: bool) -> int:
    say("算出しています")
    click.echo("a library prints to stdout")
    emit({"公表日": date(2019, 8, 30), "差異": [1]}, as_json=as_json, lines=["差異 1件"])
    return ExitCode.FINDINGS


def test_with_json_stdout_is_exactly_one_document() -> None:
    ended = _run(_reporting, "--json")
    assert json.loads(ended.stdout) == {"公表日": "2019-08-30", "差異": [1]}
    assert "公表日" in ended.stdout
    assert "a library prints" in ended.stderr
    assert "算出しています" in ended.stderr


def test_without_json_stdout_is_for_people() -> None:
    ended = _run(_reporting)
    assert ended.stdout.splitlines() == ["a library prints to stdout", "差異 1件"]


def test_the_exit_code_is_what_the_command_returns() -> None:
    assert _run(_reporting).exit_code == 1
    assert _run(lambda as_json: None).exit_code == 0


@pytest.mark.parametrize(
    ("problem", "exit_code", "sentence"),
    [
        (InvalidInput("数字ではありません", place="a.txt:3", found="五"), 2, "a.txt:3: 数字ではありません（値: 五）"),
        (Refused("時効が完成していません"), 3, "時効が完成していません"),
        (NotPublished("令和30年の割合は未公表です"), 3, "令和30年の割合は未公表です"),
    ],
)
def test_a_refusal_is_a_sentence_on_stderr_and_nothing_on_stdout(
    problem: Exception, exit_code: int, sentence: str
) -> None:
    def refusing(as_json: bool) -> None:
        raise problem

    ended = _run(refusing, "--json")
    assert (ended.exit_code, ended.stdout) == (exit_code, "")
    assert ended.stderr == f"誤り: {sentence}\n"


def test_a_defect_does_not_look_like_findings() -> None:
    def broken(as_json: bool) -> None:
        raise ZeroDivisionError("the defect")

    ended = _run(broken, "--json")
    assert (ended.exit_code, ended.stdout) == (70, "")
    assert "ZeroDivisionError: the defect" in ended.stderr


def test_an_interruption_does_not_look_like_findings() -> None:
    def interrupted(as_json: bool) -> None:
        raise KeyboardInterrupt

    assert _run(interrupted).exit_code == 130


def test_a_value_without_a_json_form_is_a_defect_not_a_guess() -> None:
    ended = _run(lambda as_json: emit({"x": object()}, as_json=as_json), "--json")
    assert (ended.exit_code, ended.stdout) == (70, "")


@pytest.mark.parametrize("arguments", [["--nosuch"], ["nosuch"]])
def test_a_mistyped_command_line_is_answered_in_japanese(arguments: list[str]) -> None:
    ended = run_saiken(*arguments)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "nosuch という" in ended.stderr
    assert "--help" in ended.stderr


def test_help_lists_every_command_and_the_exit_codes() -> None:
    ended = run_saiken("--help")
    assert ended.exit_code == 0
    assert [entry.name for entry in COMMANDS if entry.name not in ended.stdout] == []
    assert "終了コード: 0 完了" in ended.stdout


def test_the_register_is_prepared_only_for_commands_that_need_it() -> None:
    prepared: list[str] = []
    root = RootGroup(
        "root", entries=[Entry("with", "", needs_register=True), Entry("without", "", needs_register=False)]
    )
    for name in ("without", "with"):
        CliRunner().invoke(root, [name], obj=Context(prepare_register=lambda name=name: prepared.append(name)))
    assert prepared == ["with"]


def test_commands_without_a_register_start_without_setting_django_up() -> None:
    program = (
        "import sys; from saiken.cli import COMMANDS\n"
        "[entry.load() for entry in COMMANDS if not entry.needs_register]\n"
        "print(sorted(name for name in sys.modules if name.startswith(('django', 'saiken.register', 'saiken.config'))))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_progress_in_a_log_is_plain_lines_by_quarters(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("債権を作成", total=8) as advance:
        for _ in range(8):
            advance(1)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "債権を作成 …",
        "債権を作成 25%",
        "債権を作成 50%",
        "債権を作成 75%",
        "債権を作成 完了",
    ]


def test_progress_of_nothing_begins_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("債権を作成", total=0):
        pass
    assert capsys.readouterr().err.splitlines() == ["債権を作成 …", "債権を作成 完了"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("rate", "late-charge", "--on", "2026-02-30"),
            "日付として読めません（値: 2026-02-30、期待: 実在する日（YYYY-MM-DD、",
        ),
        (("wage-seizure", "--on", "2026-06-25", "--gross", "three"), "整数として読めません（値: three"),
        (("wage-seizure", "--on", "2026-06-25", "--gross", "-1"), "小さすぎます（値: -1、期待: 0 以上）"),
        (
            ("wage-seizure", "--on", "2026-06-25", "--gross", "1", "--period", "week"),
            "知らない値です（値: week、期待: month、",
        ),
        (("prescription", "nowhere.json", "--on", "2026-06-25"), "見つかりません（値: nowhere.json"),
        (("prescription", ".", "--on", "2026-06-25"), "フォルダーです（値: ."),
    ],
)
def test_a_value_that_cannot_be_used_is_answered_in_japanese(arguments: tuple[str, ...], sentence: str) -> None:
    ended = run_saiken("law", *arguments)
    assert sentence in ended.stderr + ended.stdout
