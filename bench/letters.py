"""How many persons a second a bulk run of letters acts on: `SAIKEN_HOME=$(mktemp -d) python -m bench.letters [--persons N]`.

The one idea: the small register of the tests with so many persons of two claims each, and the run as the worker carries it out: judged for
the preview, carried out by the engine of acts one person a transaction, taken back. It writes into the register of the environment, which
must be empty.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from saiken.domain.claim.case_event import EventKind  # noqa: E402 - models can be imported only after the set-up
from saiken.register.actions.assess import assess  # noqa: E402
from saiken.register.actions.carry_on_run import carry_on_run  # noqa: E402
from saiken.register.actions.prepare_run import NewRun, prepare_run  # noqa: E402
from saiken.register.actions.record_case_events import NewEvent, record_case_events  # noqa: E402
from saiken.register.actions.register_obligor import NewObligor, register_obligor  # noqa: E402
from saiken.register.actions.start_run import start_run  # noqa: E402
from saiken.register.actions.start_taking_back import start_taking_back  # noqa: E402
from saiken.register.actions.take_back_run import take_back_run  # noqa: E402
from saiken.register.models.obligor import ObligorKind  # noqa: E402
from saiken.register.queries.bulk_judgement import Candidate  # noqa: E402
from saiken.register.queries.scope import everything  # noqa: E402
from tests.support.law import BOOK  # noqa: E402
from tests.support.small_register import WHO, SmallRegister, small_register  # noqa: E402

ON = date(2018, 7, 10)
BY = {"by": "kakari", "on": ON}
ACTING = {"scope": everything("kakari", purpose="bulk"), "lawbook": BOOK, **BY}


def main() -> None:
    """Fill, run, take back; the figures as one JSON object on the last line."""
    parser = argparse.ArgumentParser(prog="python -m bench.letters", description=__doc__)
    parser.add_argument("--persons", type=int, default=500)
    persons = parser.parse_args().persons
    call_command("migrate", verbosity=0)
    candidates = _filled(small := small_register(), persons)
    run = NewRun(
        key="bench", kind="formal_demand", list_id="first_demand", office_id=small.bureau, candidates=candidates
    )
    begun = _now()
    run_id = prepare_run(run=run, lawbook=BOOK, **BY)
    previewed = _since(begun)
    start_run(run_id=run_id, **BY)
    done = _taken(lambda: carry_on_run(run_id=run_id, **ACTING))
    start_taking_back(run_id=run_id, **BY)
    undone = _taken(lambda: take_back_run(run_id=run_id, **ACTING))
    figures: dict[str, float] = {"persons": persons}
    for name, (wall, processor) in {"previewed": previewed, "carried_out": done, "taken_back": undone}.items():
        told = f"{persons / wall:,.1f} persons a second, {persons / processor:,.1f} a second of the processor's time"
        print(f"{name}: {told}", file=sys.stderr)
        figures |= {name: round(persons / wall, 1), f"{name}_by_processor": round(persons / processor, 1)}
    print(json.dumps(figures))


def _filled(small: SmallRegister, persons: int) -> list[Candidate]:
    """So many persons with two claims each that have fallen due."""
    found = []
    for number in range(persons):
        person = NewObligor(kind=ObligorKind.PERSON, name=f"架空 太郎{number}")
        obligor_id = register_obligor(obligor=person, **WHO)
        new = [small.assessment(f"{number}-{part}", obligor_id=obligor_id) for part in (1, 2)]
        claim_ids = assess(assessments=new, lawbook=BOOK, by="kakari", on=date(2018, 6, 1))
        events = [NewEvent(claim_id, EventKind.CONTACT, date(2018, 7, 2)) for claim_id in claim_ids]
        record_case_events(events=events, lawbook=BOOK, by="kakari", on=date(2018, 7, 2), source="bench")
        found.append(Candidate(obligor_id, tuple(claim_ids)))
    return found


def _now() -> tuple[float, float]:
    """The clock on the wall and the processor's own."""
    return time.perf_counter(), time.process_time()


def _since(begun: tuple[float, float]) -> tuple[float, float]:
    wall, processor = _now()
    return wall - begun[0], processor - begun[1]


def _taken(step: Callable[[], bool]) -> tuple[float, float]:
    """How long it takes until nobody is left, by both clocks."""
    begun = _now()
    while step():
        pass
    return _since(begun)


if __name__ == "__main__":
    main()
