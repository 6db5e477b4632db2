"""What a demo city lacks of years of work: acts on everybody who owes, the logs of all who looked, and the people who work in the bench.

The one idea: invented rows of the ordinary tables, a few for each person, before the register is multiplied; the logs come last, for they
grow with days and not with claims. It measures nothing.
"""

import itertools
import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from django.db import connection
from django.db.models import Count
from django.utils import timezone

from bench.scale.people import NEED_SECOND_FACTOR, PASSWORD, SECOND_FACTOR_KEY, WORKERS, Worker
from bench.scale.progress import say
from saiken.register.actions._bulk import insert_rows
from saiken.register.actions._case_files import refresh_all_case_files
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.models import AccessLog, AccessSpan, Act, ActClaim, AuditRow, CaseFile, Claim, Office, User
from saiken.register.roles import Role
from saiken.register.second_factor import give_known_second_factor

WHO = {"by": "bench", "on": date(2020, 4, 1)}

#: Acts for each file with open claims, and looks and writes of some years.
ACTS, LOOKS, WRITES = 3, 600_000, 200_000

_ACT = (
    "id", "kind", "obligor_id", "office_id", "on", "form", "result", "next_on", "next_kind", "note", "document_number",
    "submission", "run", "recorded_at", "recorded_by",
)  # fmt: skip
_KINDS = ("call", "letter", "visit")


def add_people() -> None:
    """One account for each worker of the bench who has none yet."""
    known = set(User.objects.values_list("username", flat=True))
    for worker in (worker for worker in WORKERS if worker.username not in known):
        create_user(
            username=worker.username, display_name=worker.username, password=PASSWORD, must_change_password=False, **WHO
        )
        office = office_of(worker)
        assign_role(username=worker.username, office_id=office.pk, role=Role(worker.role), **WHO)
        if worker.role in NEED_SECOND_FACTOR:
            give_known_second_factor(worker.username, SECOND_FACTOR_KEY)


def office_of(worker: Worker) -> Office:
    """Where somebody works."""
    if worker.office:
        return Office.objects.filter(key=worker.office).latest("from_on")
    busiest = CaseFile.objects.filter(open_claims__gt=0).values_list("office_id").annotate(files=Count("pk"))
    return Office.objects.get(pk=busiest.order_by("-files").first()[0])


def add_acts() -> None:
    """Three acts of the last year on everybody who owes; every fourth file has a next day."""
    files = CaseFile.objects.filter(open_claims__gt=0).order_by("pk").values_list("obligor_id", "office_id")
    claim_of = dict(Claim.objects.order_by("-pk").values_list("obligor_id", "pk"))
    say(f"acts for {len(files):,} files …")
    acts, links = [], []
    for act_id, (file, number) in enumerate(itertools.product(files, range(ACTS)), start=1):
        acts.append(_act(act_id, file, number=number))
        links.append((act_id, claim_of[file[0]]))
    insert_rows(Act, _ACT, rows=acts)
    insert_rows(ActClaim, ("act_id", "claim_id"), rows=links)
    refresh_all_case_files()


def _act(act_id: int, file: tuple[int, int], *, number: int) -> tuple[object, ...]:
    rng, (obligor_id, office_id) = Random(act_id), file
    on = date(2025, 11, 1) + timedelta(days=120 * number + rng.randrange(100))
    next_on = on + timedelta(days=rng.randrange(60)) if rng.random() < 0.25 else None
    day, moment = connection.ops.adapt_datefield_value, connection.ops.adapt_datetimefield_value
    return (
        act_id, _KINDS[act_id % 3], obligor_id, office_id, day(on), json.dumps({}), "", day(next_on) if next_on else None,
        "call" if next_on else "", "電話したが不在。改めて連絡する。", "", f"bench-{act_id:08d}", "", moment(timezone.now()), "bench",
    )  # fmt: skip


def add_logs(persons: int) -> None:
    """Looks at persons and writes, each by one of the workers."""
    say(f"{LOOKS:,} looks and {WRITES:,} writes …")
    names = [worker.username for worker in WORKERS]
    for rows in _chunks(_looks(names, persons)):
        insert_rows(
            AccessLog, ("id", "at", "by", "what", "subject", "purpose", "terminal"), rows=[look for look, _ in rows]
        )
        insert_rows(AccessSpan, ("access_id", "is_obligor", "first", "last"), rows=[span for _, span in rows])
    for writes in _chunks(_writes(names, persons)):
        insert_rows(AuditRow, ("at", "by", "action", "subject", "detail", "terminal"), rows=writes)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(_Plain(), [AccessLog, AccessSpan, AuditRow]):
            cursor.execute(statement)


def _looks(names: list[str], persons: int) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    first = (AccessLog.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    rng, begun = Random(7), timezone.now() - timedelta(days=700)
    for number in range(LOOKS):
        who, obligor_id = rng.choice(names), rng.randrange(1, persons)
        at = connection.ops.adapt_datetimefield_value(begun + timedelta(seconds=100 * number))
        yield (
            (first + number, at, who, "obligor", f"債務者 {obligor_id}", "obligor", "10.0.0.1"),
            (first + number, True, obligor_id, obligor_id),
        )


def _writes(names: list[str], persons: int) -> Iterator[tuple[object, ...]]:
    rng, begun = Random(8), timezone.now() - timedelta(days=700)
    for number in range(WRITES):
        at = connection.ops.adapt_datetimefield_value(begun + timedelta(seconds=300 * number))
        detail = json.dumps({"on": "2026-04-01", "kind": "call"})
        yield at, rng.choice(names), "record_contact", f"債務者 {rng.randrange(1, persons)}", detail, "10.0.0.1"


def _chunks(rows: Iterator) -> Iterator[list]:
    while chunk := list(itertools.islice(rows, 20_000)):
        yield chunk


class _Plain:
    """Django's styles of SQL, plain."""

    def __getattr__(self, name: str):  # as Django's own
        return str
