"""The auditor's files open in a spreadsheet as what they are: no cell of them runs."""

import csv
import io

from django.http import HttpRequest

from saiken.register.access import log_read
from saiken.register.queries.scope import everything
from saiken.web.logs.watch import accesses_csv
from tests.support.small_register import SmallRegister


def test_no_cell_of_the_file_of_looks_runs(small: SmallRegister) -> None:
    assert small
    for purpose in ("=1+1", "＝1+1", "\n=1+1", "@x", "調査のため"):
        log_read(everything("0012", purpose=purpose), what="sheet", subject="-x")
    content = accesses_csv(HttpRequest()).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))[1:]
    assert [row[5] for row in reversed(rows)] == ["'=1+1", "'＝1+1", "'\n=1+1", "'@x", "調査のため"]
    assert {(row[2], row[4]) for row in rows} == {('="0012"', "'-x")}
