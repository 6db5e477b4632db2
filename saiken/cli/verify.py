"""`saiken verify`: recomputes everything derived and names each difference.

The one idea: one line per difference and exit code 1, nothing and 0 for an intact register. It corrects nothing.
"""

import click

from saiken.cli.context import Context
from saiken.cli.output import ExitCode, emit, json_option
from saiken.cli.progress import progress
from saiken.register.queries.faults import Fault
from saiken.register.queries.standing_faults import claim_count, standings
from saiken.register.queries.verify import CHECKS


@click.command()
@json_option
@click.pass_obj
def verify(context: Context, *, as_json: bool) -> ExitCode:
    """記入から残高・年度・繰越・区分などを算出し直し、違いを一つずつ示す。違いがあれば終了コード1。"""
    faults: list[Fault] = []
    with progress("検証しています", total=len(CHECKS)) as advance:
        for check in CHECKS.values():
            faults.extend(check())
            advance(1)
    with progress("区分を算出し直しています", total=claim_count()) as advance:
        faults.extend(standings(context.lawbook(), advance=advance))
    emit(
        {"checks": [*CHECKS, standings.__name__], "differences": [vars(fault) for fault in faults]},
        as_json=as_json,
        lines=[*(f"{fault.rule}\t{fault.subject}\t{fault.message}" for fault in faults), f"違い {len(faults)}件"],
    )
    return ExitCode.FINDINGS if faults else ExitCode.DONE
