"""The tables of the register, one class per file.

The one idea: every model says whether it is `append_only`; such tables get database triggers that refuse update, delete and truncate.
"""

from saiken.register.models.access_log import AccessLog
from saiken.register.models.act import Act
from saiken.register.models.act_claim import ActClaim
from saiken.register.models.audit_row import AuditRow
from saiken.register.models.carry_over import CarryOver
from saiken.register.models.case_event import CaseEvent
from saiken.register.models.case_event_party import CaseEventParty
from saiken.register.models.case_file import CaseFile
from saiken.register.models.claim import Claim
from saiken.register.models.claim_balance import ClaimBalance
from saiken.register.models.claim_custody import ClaimCustody
from saiken.register.models.claim_standing import ClaimStanding
from saiken.register.models.comparison_figures import ComparisonFigures
from saiken.register.models.entry import Entry
from saiken.register.models.figures_version import FiguresVersion
from saiken.register.models.goal_version import GoalVersion
from saiken.register.models.grade_statement import GradeStatement
from saiken.register.models.ledger_clock import LedgerClock
from saiken.register.models.measure_item import MeasureItem
from saiken.register.models.obligor import Obligor
from saiken.register.models.obligor_role import ObligorRole
from saiken.register.models.office import Office
from saiken.register.models.office_alias import OfficeAlias
from saiken.register.models.office_role import OfficeRole
from saiken.register.models.receivable import Receivable
from saiken.register.models.receivable_link import ReceivableLink
from saiken.register.models.receivable_terms import ReceivableTerms
from saiken.register.models.sheet_definition import SheetDefinition
from saiken.register.models.sheet_member import SheetMember
from saiken.register.models.state_span import StateSpan
from saiken.register.models.user import User
from saiken.register.models.year_close import YearClose

__all__ = [
    "AccessLog",
    "Act",
    "ActClaim",
    "AuditRow",
    "CarryOver",
    "CaseEvent",
    "CaseEventParty",
    "CaseFile",
    "Claim",
    "ClaimBalance",
    "ClaimCustody",
    "ClaimStanding",
    "ComparisonFigures",
    "Entry",
    "FiguresVersion",
    "GoalVersion",
    "GradeStatement",
    "LedgerClock",
    "MeasureItem",
    "Obligor",
    "ObligorRole",
    "Office",
    "OfficeAlias",
    "OfficeRole",
    "Receivable",
    "ReceivableLink",
    "ReceivableTerms",
    "SheetDefinition",
    "SheetMember",
    "StateSpan",
    "User",
    "YearClose",
]
