"""Puts the living casework beside the published city, within the load's own transaction.

The one idea: planned for the day, written in the order in which an office writes: files first, then what happened, agreements and
inquiries, payments under them, and at last what the offices have in hand. All standings end as of the day.
"""

from collections.abc import Callable, Mapping
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions.roll_standings import roll_standings
from saiken.register.samples.living.dealings import deal
from saiken.register.samples.living.files import Desk, open_files, receive_payments, tell_what_happened
from saiken.register.samples.living.ground import HOUSING, RECOVERY, SECTION, prepare_ground
from saiken.register.samples.living.model import load_cases
from saiken.register.samples.living.office_work import busy_the_offices
from saiken.register.samples.living.plan import WARDS, plan_living

#: Whose name stands by what was done, by office; wards without an account of their own have the clerk of the section.
_OFFICERS = {SECTION: "tantou", HOUSING: "juutaku", WARDS[0]: "ku", RECOVERY: "kaishuu", "": "tantou2"}


def load_living(
    offices: Mapping[str, int],
    *,
    seed: int,
    advance: Callable[[int], None],
    lawbook: LawBook,
    by: str,
    founded_on: date,
    on: date,
) -> None:
    """Write it all; the accounts must be there. `advance` is told of finished quarters of the work."""
    ground = prepare_ground(offices, lawbook=lawbook, by=by, on=founded_on)
    plan = plan_living(load_cases(), seed=seed, on=on)
    desk = Desk(ground, plan, _OFFICERS, lawbook, by)
    files = open_files(desk)
    advance(1)
    before = {file.living.number: file.living.case.received for file in files}
    tell_what_happened(files, desk)
    advance(1)
    receive_payments(files, before, desk=desk)
    receive_payments(files, deal(files, desk), desk=desk)
    advance(1)
    claim_ids = [claim_id for file in files for claim_id in file.claim_ids]
    roll_standings(claim_ids=claim_ids, lawbook=lawbook, by=by, on=on)
    busy_the_offices(files, desk)
    advance(1)
