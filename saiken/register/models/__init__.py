"""The tables of the register, one class per file.

The one idea: every model says whether it is `append_only`; such tables get database triggers that refuse update, delete and truncate.
"""

from saiken.register.models.absence import Absence
from saiken.register.models.access_log import AccessLog
from saiken.register.models.access_span import AccessSpan
from saiken.register.models.act import Act
from saiken.register.models.act_claim import ActClaim
from saiken.register.models.assignment import Assignment
from saiken.register.models.audit_row import AuditRow
from saiken.register.models.awaited_answer import AwaitedAnswer
from saiken.register.models.bulk_run import BulkRow, BulkRun
from saiken.register.models.campaign import Campaign
from saiken.register.models.campaign_member import CampaignMember
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
from saiken.register.models.halt import Halt
from saiken.register.models.hand_over import HandOver
from saiken.register.models.hand_over_claim import HandOverClaim
from saiken.register.models.hand_over_goal import HandOverGoal
from saiken.register.models.hand_over_rule import HandOverRule
from saiken.register.models.hand_over_standing import HandOverStanding
from saiken.register.models.hand_over_step import HandOverStep
from saiken.register.models.investigation import Investigation
from saiken.register.models.investigation_answer import InvestigationAnswer
from saiken.register.models.joint_effect_rule import JointEffectRule
from saiken.register.models.kept_figures import KeptFigures
from saiken.register.models.ledger_clock import LedgerClock
from saiken.register.models.mark import Mark
from saiken.register.models.measure_item import MeasureItem
from saiken.register.models.obligor import Obligor
from saiken.register.models.obligor_fact import ObligorFact
from saiken.register.models.obligor_join import ObligorJoin
from saiken.register.models.obligor_office import ObligorOffice
from saiken.register.models.obligor_role import ObligorRole
from saiken.register.models.office import Office
from saiken.register.models.office_alias import OfficeAlias
from saiken.register.models.office_role import OfficeRole
from saiken.register.models.plan import Plan
from saiken.register.models.plan_claim import PlanClaim
from saiken.register.models.plan_end import PlanEnd
from saiken.register.models.plan_instalment import PlanInstalment
from saiken.register.models.plan_review import PlanReview
from saiken.register.models.plan_standing import PlanStanding
from saiken.register.models.property import Property
from saiken.register.models.property_change import PropertyChange
from saiken.register.models.proposal import Proposal
from saiken.register.models.proposal_claim import ProposalClaim
from saiken.register.models.proposal_standing import ProposalStanding
from saiken.register.models.proposal_step import ProposalStep
from saiken.register.models.protection_measure import ProtectionMeasure
from saiken.register.models.protection_release import ProtectionRelease
from saiken.register.models.protection_request import ProtectionRequest
from saiken.register.models.receivable import Receivable
from saiken.register.models.receivable_link import ReceivableLink
from saiken.register.models.receivable_terms import ReceivableTerms
from saiken.register.models.recovery_code import RecoveryCode
from saiken.register.models.role_withdrawal import RoleWithdrawal
from saiken.register.models.saved_search import SavedSearch
from saiken.register.models.search_gram import SearchGram
from saiken.register.models.sent_list import SentList
from saiken.register.models.sent_list_answer import SentListAnswer
from saiken.register.models.sent_list_row import SentListRow
from saiken.register.models.sheet_definition import SheetDefinition
from saiken.register.models.sheet_member import SheetMember
from saiken.register.models.state_span import StateSpan
from saiken.register.models.undisposed_property import UndisposedProperty
from saiken.register.models.user import User
from saiken.register.models.user_session import UserSession
from saiken.register.models.work_figure import WorkFigure
from saiken.register.models.work_item import WorkItem
from saiken.register.models.year_close import YearClose

__all__ = [
    "Absence",
    "AccessLog",
    "AccessSpan",
    "Act",
    "ActClaim",
    "Assignment",
    "AuditRow",
    "AwaitedAnswer",
    "BulkRow",
    "BulkRun",
    "Campaign",
    "CampaignMember",
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
    "Halt",
    "HandOver",
    "HandOverClaim",
    "HandOverGoal",
    "HandOverRule",
    "HandOverStanding",
    "HandOverStep",
    "Investigation",
    "InvestigationAnswer",
    "JointEffectRule",
    "KeptFigures",
    "LedgerClock",
    "Mark",
    "MeasureItem",
    "Obligor",
    "ObligorFact",
    "ObligorJoin",
    "ObligorOffice",
    "ObligorRole",
    "Office",
    "OfficeAlias",
    "OfficeRole",
    "Plan",
    "PlanClaim",
    "PlanEnd",
    "PlanInstalment",
    "PlanReview",
    "PlanStanding",
    "Property",
    "PropertyChange",
    "Proposal",
    "ProposalClaim",
    "ProposalStanding",
    "ProposalStep",
    "ProtectionMeasure",
    "ProtectionRelease",
    "ProtectionRequest",
    "Receivable",
    "ReceivableLink",
    "ReceivableTerms",
    "RecoveryCode",
    "RoleWithdrawal",
    "SavedSearch",
    "SearchGram",
    "SentList",
    "SentListAnswer",
    "SentListRow",
    "SheetDefinition",
    "SheetMember",
    "StateSpan",
    "UndisposedProperty",
    "User",
    "UserSession",
    "WorkFigure",
    "WorkItem",
    "YearClose",
]
