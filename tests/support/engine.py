"""Acts of the tests in place of the catalogue, and one person on whom they are done.

The one idea: the engine is judged by acts made for it, so the catalogue may grow without a test about the engine noticing.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from saiken.domain.acts.catalogue import ActCatalogue, load_acts
from saiken.register import act_kinds
from saiken.register.actions.carry_out_act import ActOrder, carry_out_act
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.scope import Scope, everything
from tests.support.law import BOOK

#: A month after the claims of the small register of 2018 fell due.
DAY = date(2018, 8, 1)
SCOPE = everything("kakari", purpose="act")
ENGINE_ACTS = load_acts(Path(__file__).with_name("acts"))


def lay_engine_acts(monkeypatch: pytest.MonkeyPatch) -> ActCatalogue:
    """Let the acts of the tests be those in force."""
    monkeypatch.setattr(act_kinds, "acts_in_force", lambda: ENGINE_ACTS)
    return ENGINE_ACTS


@dataclass(frozen=True)
class Doer:
    """Does acts on one person."""

    obligor_id: int

    def order(self, kind: str, *claim_ids: int, submission: str = "", **form: object) -> ActOrder:
        """An order with a key of its own unless one is given."""
        return ActOrder(kind, self.obligor_id, claim_ids, submission or str(uuid4()), form)

    def do(
        self, kind: str, *claim_ids: int, scope: Scope = SCOPE, on: date = DAY, submission: str = "", **form: object
    ) -> int:
        """Carry it out with what is seen now; the act's id."""
        return self.done(self.order(kind, *claim_ids, submission=submission, **form), scope=scope, on=on)

    def done(self, order: ActOrder, *, seen: str | None = None, scope: Scope = SCOPE, on: date = DAY) -> int:
        """Carry the order out; the act's id."""
        token = seen_token(order.obligor_id) if seen is None else seen
        return carry_out_act(order=order, seen=token, scope=scope, lawbook=BOOK, by="kakari", on=on)
