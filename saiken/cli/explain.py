"""`saiken explain`: one claim on one day, with the article behind every line.

The one idea: what a lawyer asks about a claim, in that order: what is owed, what lateness costs, has it prescribed, in which state is it
and why. Reading is logged as on the screens. It computes nothing.
"""

from datetime import datetime

import click
from django.utils.timezone import localdate

from saiken.cli.context import Context
from saiken.cli.explain_document import explanation_document
from saiken.cli.explain_text import explanation_lines
from saiken.cli.output import emit, json_option
from saiken.cli.person import by_option
from saiken.cli.prepared import demand_prepared_register
from saiken.domain.states.table import load_states
from saiken.glossary import load_glossary
from saiken.register.queries import explain as queries
from saiken.register.queries.scope import everything


@click.command()
@click.argument("claim", metavar="CLAIM")
@click.option("--on", "moment", type=click.DateTime(["%Y-%m-%d"]), help="いつの時点か（省略時は今日）")
@by_option
@json_option
@click.pass_obj
def explain(context: Context, *, claim: str, moment: datetime | None, by: str, as_json: bool) -> None:
    """債権一件の残高、延滞金、時効、区分を、その日の事実から算出し、根拠の条文とともに示す。

    CLAIM は債権の番号、又は 債権整理番号/年度（西暦）/調定番号[/期別]。
    """
    demand_prepared_register()
    book, on = context.lawbook(), moment.date() if moment else localdate()
    scope = everything(by, purpose="saiken explain")
    found = queries.explain(queries.find_claim(claim), on=on, lawbook=book, scope=scope)
    states = {state.id: state for state in load_states()}
    words = load_glossary()
    emit(
        explanation_document(found, book=book, states=states),
        as_json=as_json,
        lines=explanation_lines(found, book=book, states=states, words=words),
    )
