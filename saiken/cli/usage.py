"""Click's complaints about a command line, in Japanese.

The one idea: the person who mistyped reads what was not understood, what would be, and where the help is. It knows only
click's own exceptions.
"""

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand


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
            return f"{_name(error)} の値が使えません: {error.message}"
        case _:
            return error.message


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
