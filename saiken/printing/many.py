"""Many papers at once, in worker processes that are replaced before they grow large.

The one idea: the PDF engine keeps memory from document to document, so each worker prints a bounded number and ends. Order is kept; the
first failure stops the run and is raised as it was.
"""

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date

from saiken.printing.render import render_pdf

#: Documents a worker prints before it is replaced, and documents waiting per worker.
_DOCUMENTS_PER_WORKER, _WAITING = 50, 4


@dataclass(frozen=True)
class PrintJob:
    """One paper: a name for whoever collects it, the template and its document."""

    name: str
    template: str
    document: Mapping[str, object]


def render_many(jobs: Iterable[PrintJob], *, printed_on: date, workers: int = 2) -> Iterator[tuple[str, bytes]]:
    """Name and PDF of every job in order; at most a few documents per worker are held in memory at a time."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=_DOCUMENTS_PER_WORKER) as pool:
        waiting = []
        for job in jobs:
            waiting.append((job.name, pool.submit(render_pdf, job.template, job.document, printed_on=printed_on)))
            if len(waiting) >= workers * _WAITING:
                name, future = waiting.pop(0)
                yield name, future.result()
        for name, future in waiting:
            yield name, future.result()
