"""What may be said about an entry beyond claim, yen and day.

The one idea: one small value shared by all actions that write a single entry. It checks nothing; the database does.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component


@dataclass(frozen=True)
class Particulars:
    """`overpayment` records that the entry may leave the claim overpaid; `cause` is a code (of a reduction, for example)."""

    component: Component = Component.PRINCIPAL
    channel: Channel | None = None
    arrived_on: date | None = None
    cause: str = ""
    overpayment: bool = False
    document_number: str = ""
    note: str = ""

    def fields(self) -> dict[str, Any]:
        """The same as fields of an entry draft."""
        return {
            "arrived_on": self.arrived_on,
            "channel": self.channel.value if self.channel else "",
            "cause": self.cause,
            "allows_overpayment": self.overpayment,
            "document_number": self.document_number,
            "note": self.note,
        }


#: An entry of the principal with nothing more to say.
PLAIN = Particulars()
