"""`saiken search`: the keys under which persons are found.

The one idea: actions keep them in step; a rebuild computes all of them anew, for a register from elsewhere or after an update that folds
names otherwise. It changes nothing that anybody recorded.
"""

import click
from django.utils.timezone import localdate

from saiken.cli.context import Context
from saiken.cli.output import emit, json_option
from saiken.cli.person import by_option
from saiken.cli.prepared import demand_prepared_register
from saiken.cli.progress import progress
from saiken.register.actions.rebuild_search import rebuild_search
from saiken.register.queries.search_keys import person_count, person_portions


@click.group()
def search() -> None:
    """債務者の検索。"""


@search.command()
@by_option
@json_option
@click.pass_obj
def rebuild(context: Context, *, by: str, as_json: bool) -> None:
    """氏名・番号・住所などの検索用の索引を作り直す。途中で止めてもよく、何度行っても同じ結果になる。"""
    demand_prepared_register()
    done = 0
    with progress("検索用の索引を作り直しています", total=person_count()) as advance:
        for portion in person_portions():
            rebuild_search(obligor_ids=portion, by=by, on=localdate())
            done += len(portion)
            advance(len(portion))
    emit({"persons": done}, as_json=as_json, lines=[f"検索用の索引 {done:,}人"])
