"""The offices and receivables that the living cases stand on.

The one idea: what the published sheets brought is used as it is; only the housing office with its rents, of which no paper is published
here, is registered for the sample, and premiums where a city is loaded without their sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.law.lawbook import LawBook
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.models import Receivable
from saiken.register.models.office import OfficeKind

SECTION, HOUSING_BUREAU, HOUSING = "福祉局/高齢者施策部介護保険課", "都市整備局", "都市整備局/住宅管理課"
#: The recovery office's key.
RECOVERY = "市債権回収対策室"
_CARE_NUMBER, _RENT_NUMBER = "064", "901"


@dataclass(frozen=True)
class Ground:
    """Ids of offices by key, and of the receivables of premiums (care) and rents (rent)."""

    offices: Mapping[str, int]
    receivables: Mapping[str, int]


def register_housing(*, by: str, on: date) -> dict[str, int]:
    """The housing bureau and its section; ids by key."""
    bureau_id = register_office(key=HOUSING_BUREAU, name=HOUSING_BUREAU, kind=OfficeKind.BUREAU, by=by, on=on)
    section_id = register_office(
        key=HOUSING, name="住宅管理課", kind=OfficeKind.SECTION, parent_id=bureau_id, by=by, on=on
    )
    return {HOUSING_BUREAU: bureau_id, HOUSING: section_id}


def prepare_ground(offices: Mapping[str, int], *, lawbook: LawBook, by: str, on: date) -> Ground:
    """The receivables at hand or registered from `on`."""
    care = Receivable.objects.filter(section_id=offices[SECTION], number=_CARE_NUMBER).values_list("pk", flat=True)
    care_id = care.first() or _registered(
        NewReceivable(offices["福祉局"], _CARE_NUMBER, "介護保険料", offices[SECTION], [LegalClass.PUBLIC_ENFORCEABLE]),
        ClaimKind.LONG_TERM_CARE_PREMIUM,
        lawbook=lawbook,
        by=by,
        on=on,
    )
    rent_id = _registered(
        NewReceivable(
            offices[HOUSING_BUREAU], _RENT_NUMBER, "市営住宅使用料", offices[HOUSING], [LegalClass.PRIVATE_LAW]
        ),
        ClaimKind.PRIVATE_RENT,
        lawbook=lawbook,
        by=by,
        on=on,
    )
    return Ground(offices, {"care": care_id, "rent": rent_id})


def _registered(receivable: NewReceivable, kind: ClaimKind, *, lawbook: LawBook, by: str, on: date) -> int:
    receivable_id = register_receivable(receivable=receivable, by=by, on=on)
    terms = NewTerms(receivable.allowed_classes[0], kind)
    set_receivable_terms(receivable_id=receivable_id, terms=terms, lawbook=lawbook, by=by, on=on)
    return receivable_id
