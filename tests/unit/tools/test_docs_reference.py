"""The generated manual: every command with its help, arguments and options, nothing hidden.

The one idea: a small group of commands is enough to see what a page would say.
"""

import click

from tools.docs_reference import _section, commands


@click.group()
def tree() -> None:
    """木を扱う。"""


@tree.command()
@click.argument("file", nargs=-1, required=True)
@click.option("--depth", "-d", help="深さ|単位は段")
def grow(file: tuple[str, ...], depth: str) -> None:
    """枝を伸ばす。

    二行目。
    """


@tree.command(hidden=True)
def secret() -> None:
    """見せない。"""


def test_every_visible_command_is_found_with_what_is_typed_to_reach_it() -> None:
    context = click.Context(tree, info_name="tree")
    assert [path for path, _ in commands(tree, "tree", context=context)] == ["tree", "tree grow"]


def test_a_section_holds_help_arguments_and_options() -> None:
    section = _section("tree grow", grow)
    assert section.startswith("## `tree grow`\n\n枝を伸ばす。\n\n二行目。")
    assert "| `FILE…` | 必須 |" in section
    assert "| `--depth`, `-d` | 深さ\\|単位は段 |" in section
