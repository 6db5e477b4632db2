"""What may be done for many persons at once (一括処理), and what its form asks.

The one idea: a kind is data; letters have a level, so that one person gets one letter at the highest level on a day. What the law demands
of each is asked of the rules, person by person.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from saiken.domain.claim.case_event import EventKind


@dataclass(frozen=True)
class BulkKind:
    """`event` is recorded on each claim; `level` 0 is no letter; `sign` begins the document number; `asks` names the form's fields."""

    id: str
    japanese: str
    english: str
    event: EventKind | None = None
    level: int = 0
    sign: str = ""
    asks: tuple[str, ...] = ()


BULK_KINDS: Mapping[str, BulkKind] = {
    kind.id: kind
    for kind in (
        BulkKind("formal_demand", "督促状", "formal demand", EventKind.FORMAL_DEMAND, 2, "督"),
        BulkKind(
            "informal_demand", "催告書", "informal demand", EventKind.INFORMAL_DEMAND, 1, "催", ("designated_on",)
        ),
        BulkKind(
            "notice_of_intended_seizure",
            "差押予告書",
            "notice of intended seizure",
            EventKind.NOTICE_OF_INTENDED_SEIZURE,
            3,
            "予",
            ("designated_on",),
        ),
        BulkKind(
            "property_investigation",
            "財産調査の照会",
            "property inquiry",
            asks=("institution", "property_kind", "designated_on"),
        ),
        BulkKind("next_contact", "次の連絡日", "next contact", asks=("next_on",)),
        BulkKind("mark", "付箋", "mark", asks=("mark",)),
        BulkKind("assign", "担当の割当", "assign an officer", asks=("officer",)),
    )
}
