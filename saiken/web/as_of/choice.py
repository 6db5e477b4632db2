"""The two clocks of a page as its address names them: `on` a day, `upto` a sequence number of the ledger.

The one idea: without either a page speaks of everything recorded so far; with both it says the same for ever. Links within the
page keep the choice.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from saiken.register.queries.as_of import AsOf, freeze
from saiken.web.components.parameters import day_of, number_of


@dataclass(frozen=True)
class Moment:
    """What was chosen (None: nothing), and the ledger's last sequence number now."""

    on: date | None
    upto: int | None
    last_sequence: int

    @property
    def as_of(self) -> AsOf:
        """The choice as queries take it."""
        return AsOf(effective_on=self.on, sequence=self.upto)

    @property
    def is_chosen(self) -> bool:
        """Whether the page speaks of anything but now."""
        return self.on is not None or self.upto is not None

    @property
    def parameters(self) -> dict[str, str]:
        """The choice as parameters of an address."""
        chosen = {"on": self.on.isoformat() if self.on else "", "upto": "" if self.upto is None else str(self.upto)}
        return {name: value for name, value in chosen.items() if value}

    @property
    def query(self) -> str:
        """The choice as the end of an address: ?on=2019-05-31&upto=1200, or nothing."""
        return f"?{urlencode(self.parameters)}" if self.is_chosen else ""


def moment_of(parameters: QueryDict) -> Moment:
    """The clocks named in the address."""
    return Moment(on=day_of(parameters, "on"), upto=number_of(parameters, "upto"), last_sequence=freeze().sequence or 0)
