"""The `saiken` command: how every command is found, speaks and ends.

The one idea: a command is one function in its own module that calls one action, query, rule or format, and everything
about speaking is shared. Nothing here knows the settings; `saiken.config.main` builds the Context and calls `saiken`.

To add a command
  Write `saiken/cli/NAME.py` with a click command or group of the same name (`published.py` → `published`), and add its
  line to COMMANDS below. The module is imported only when its command is used. `needs_register=True` sets Django up
  before the module is imported, so such a module may import `saiken.register.…` at its top; one with False must not.

To speak
  stdout   the result alone. A command with `@json_option` (saiken.cli.output) receives `as_json`; with --json, stdout is
           exactly one JSON document, written by `emit(document, as_json=as_json, lines=…)`, and whatever else is printed
           to stdout by anyone is sent to stderr. Call `emit` once, at the end.
  stderr   everything else: `say()` for what is happening, `warn()` for what the reader should know, and
           `with progress("…", total=n) as advance: advance(k)` (saiken.cli.progress) for long work: a bar on a terminal,
           plain lines elsewhere.

  A command that writes takes `@by_option` (saiken.cli.person): `by` for the audit row.

To end
  Return an ExitCode (None is DONE):  0 DONE · 1 FINDINGS (findings or differences) · 2 BAD_INPUT (input or usage) ·
  3 REFUSED (not published, or refused by law). Never print an error yourself: raise `InvalidInput` (ends with 2),
  `Refused` or `NotPublished` (end with 3); the Japanese sentence is written to stderr and stdout stays empty.
  An interruption ends with 130, a defect of saiken with its traceback and 70.
  Tests call `tests.support.command_line.run_saiken("published", "check", path)`.
"""

import click

from saiken.cli.lazy import Entry, RootGroup

COMMANDS = (
    Entry("published", "公表された様式を読み取り、検査する", needs_register=False),
    Entry("sheets", "年次シートの算出・照合・内訳の追跡", needs_register=True),
    Entry("law", "法令の計算（延滞金、時効、差押え、相続分、割合）", needs_register=False),
    Entry("sample", "見本の都市の台帳を作る", needs_register=True),
    Entry("year", "年度の締めと繰越", needs_register=True),
    Entry("day", "日々の更新（区分を今日まで進める）", needs_register=True),
    Entry("explain", "一件の債権の残高・延滞金・時効・区分を、根拠とともに示す", needs_register=True),
    Entry("verify", "記録から算出し直し、台帳との差を示す", needs_register=True),
    Entry("search", "検索用の索引を作り直す", needs_register=True),
    Entry("register", "台帳の準備、最初の管理者、写しの作成", needs_register=True),
    Entry("demo", "見本の都市で一通りの出力を作り、画面を開く", needs_register=True),
    Entry("serve", "画面を提供する", needs_register=True),
    Entry("work", "一括処理を進める（画面と別に動かすとき）", needs_register=True),
)


@click.group(cls=RootGroup, entries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="saiken", prog_name="saiken", help="版を表示して終わる")
def saiken() -> None:
    """債権管理台帳と年次シート（未収債権の目標及び具体処理策）。

    終了コード: 0 完了、1 指摘又は差異あり、2 入力又は使い方の誤り、3 未公表又は規定により不可。
    """
