"""Registers a person or a corporation that owes.

The one idea: one row per distinct person; finding out that two rows are one person is another job.
"""

from dataclasses import asdict, dataclass
from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._search import refresh_search
from saiken.register.models import Obligor
from saiken.register.models.obligor import ObligorKind

__all__ = ["NewObligor", "ObligorKind", "register_obligor"]


@dataclass(frozen=True)
class NewObligor:
    """What is known of the obligor; `protected` hides the address."""

    kind: ObligorKind
    name: str
    name_kana: str = ""
    external_number: str = ""
    birth_on: date | None = None
    died_on: date | None = None
    postal_code: str = ""
    address: str = ""
    telephone: str = ""
    protected: bool = False


@action
def register_obligor(*, obligor: NewObligor, by: str, on: date) -> Done[int]:
    """Returns the obligor's id; the audit row holds no more than it."""
    row = Obligor.objects.create(**{**asdict(obligor), "kind": obligor.kind.value})
    refresh_search([row.pk])
    return Done(row.pk, f"債務者 {row.pk}")
