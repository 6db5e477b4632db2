"""Who gives a command that writes.

The one idea: the audit row names a person, on a terminal the account that is signed in to the machine unless told otherwise.
It checks no permission.
"""

import getpass

import click

#: Adds `--by`; the command receives it as `by`.
by_option = click.option("--by", default=getpass.getuser, help="行う人（省略時は端末のアカウント名）")
