"""`saiken law`: the rules of law as calculations anyone can ask for.

The one idea: each sub-command is a module of its own (`law_NAME.py`) that calls one rule with the law book of the Context; dates given are
the dates in force and nothing is shifted for holidays. No register is needed, so nothing here may import Django.
"""

import click

from saiken.cli.law_delay_damages import delay_damages_command
from saiken.cli.law_late_charge import late_charge_command
from saiken.cli.law_prescription import prescription_command
from saiken.cli.law_rate import rate
from saiken.cli.law_shares import shares_command
from saiken.cli.law_wage_seizure import wage_seizure_command

COMMANDS = (
    late_charge_command,
    delay_damages_command,
    wage_seizure_command,
    shares_command,
    prescription_command,
    rate,
)


@click.group()
def law() -> None:
    """法令の計算。日付は効力のある日をそのまま与え、休日による繰延べはしない。表示する期間は両端の日を含む。"""


for command in COMMANDS:
    law.add_command(command)
