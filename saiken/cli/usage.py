"""Click's complaints about a command line, in Japanese.

The one idea: the person who mistyped reads what was not understood, what would be, and where the help is. It knows only
click's own exceptions.
"""

import re

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

#: What click says of a value that cannot be used, and what is said instead; a message already in Japanese matches none.
_COMPLAINTS = (
    (r"'(.*)' does not match the formats? .*", "日付として読めません（値: {0}、期待: 実在する日 YYYY-MM-DD）"),
    (r"'(.*)' is not a valid integer( range)?\.", "整数として読めません（値: {0}、期待: 桁区切りのない数字）"),
    (r"(.*) is not in the range x>=(.*)\.", "小さすぎます（値: {0}、期待: {1} 以上）"),
    (r"(.*) is not in the range (.*)<=x<=(.*)\.", "範囲の外です（値: {0}、期待: {1} から {2} まで）"),
    (r"'(.*)' is not one of (.*)\.", "知らない値です（値: {0}、期待: {1}）"),
    (r"\w+ '(.*)' does not exist\.", "見つかりません（値: {0}、期待: あるファイルの名前）"),
    (r"\w+ '(.*)' is a directory\.", "フォルダーです（値: {0}、期待: ファイルの名前）"),
    (r"\w+ '(.*)' is not readable\.", "読めません（値: {0}、期待: 読む権限のあるファイル）"),
)
_LONGEST_SHOWN = 40


def _problem(error: click.UsageError) -> str:
    """One sentence for one complaint; unknown kinds keep click's own words."""
    match error:
        case click.NoSuchOption():
            near = f"（近いもの: {'、'.join(sorted(error.possibilities))}）" if error.possibilities else ""
            return f"{error.option_name} という指定はありません{near}"
        case NoSuchCommand():
            near = f"（近いもの: {'、'.join(sorted(error.possibilities))}）" if error.possibilities else ""
            return f"{error.command_name} というコマンドはありません{near}"
        case click.MissingParameter():
            return f"{_name(error)} を指定してください"
        case click.BadParameter():
            return f"{_name(error)} の値が使えません: {_complaint(error.message)}"
        case _:
            return error.message


def _complaint(message: str) -> str:
    """Why a value cannot be used: what was found and what would do."""
    for pattern, sentence in _COMPLAINTS:
        said = re.fullmatch(pattern, message, flags=re.DOTALL)
        if said:
            return sentence.format(*(_shown(part or "") for part in said.groups()))
    return message


def _shown(words: str) -> str:
    """Words as typed, choices without their quotation marks, cut where they are longer than anyone reads."""
    plain = words.replace("', '", "、").strip("'")
    return plain if len(plain) <= _LONGEST_SHOWN or "、" in plain else plain[:_LONGEST_SHOWN] + "…"


def _name(error: click.BadParameter) -> str:
    """The parameter as typed on a command line."""
    if error.param is None:
        return "値"
    return error.param.opts[0] if error.param.param_type_name == "option" else error.param.make_metavar(_context(error))


def _context(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command("saiken"))


def usage_sentence(error: click.UsageError) -> str:
    """The complaint and where to read the help; a group named alone is answered with its help."""
    if isinstance(error, NoArgsIsHelpError):
        return error.message
    command = error.ctx.command_path if error.ctx else "saiken"
    return f"誤り: {_problem(error)}\n使い方は {command} --help で表示します"
