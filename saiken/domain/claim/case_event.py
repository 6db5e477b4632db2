"""Case events: what was done about a claim and what happened to its parties, other than money.

The one idea: one vocabulary for prescription, states and the daily work. An event has a day; a lasting one (a seizure, a grace, an
investigation) has an end and an outcome once it is over. What follows from an event is decided by rules, never here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """Every kind of event; the comments group them. Money (receipts, write-offs) is in the ledger, not here."""

    # notices and contact
    PAYMENT_NOTICE = "payment_notice"
    FORMAL_DEMAND = "formal_demand"
    INFORMAL_DEMAND = "informal_demand"
    CONTACT = "contact"
    RETURNED_MAIL = "returned_mail"
    SERVICE_BY_PUBLICATION = "service_by_publication"
    ADVANCE_DEMAND = "advance_demand"
    # what the obligor does
    ACKNOWLEDGMENT = "acknowledgment"
    PARTIAL_PAYMENT = "partial_payment"
    PAYMENT_PLEDGE = "payment_pledge"
    PLEDGE_BREACH = "pledge_breach"
    NEGOTIATION_AGREEMENT = "negotiation_agreement"
    NEGOTIATION_REFUSED = "negotiation_refused"
    REVIEW_REQUEST = "review_request"
    # investigation
    PROPERTY_INVESTIGATION = "property_investigation"
    WHEREABOUTS_INVESTIGATION = "whereabouts_investigation"
    HEIR_INVESTIGATION = "heir_investigation"
    WHEREABOUTS_UNKNOWN = "whereabouts_unknown"
    HEIRS_UNDETERMINED = "heirs_undetermined"
    NO_HEIR = "no_heir"
    RESIDENCE_REMOVAL_REQUEST = "residence_removal_request"
    # own disposition
    NOTICE_OF_INTENDED_SEIZURE = "notice_of_intended_seizure"
    SEIZURE = "seizure"
    PARTICIPATING_SEIZURE = "participating_seizure"
    DISTRIBUTION_REQUEST = "distribution_request"
    CONVERSION = "conversion"
    DISTRIBUTION = "distribution"
    NO_PROSPECT_OF_CONVERSION = "no_prospect_of_conversion"
    # courts
    PROVISIONAL_ATTACHMENT = "provisional_attachment"
    COURT_PAYMENT_ORDER = "court_payment_order"
    LAWSUIT = "lawsuit"
    SETTLEMENT_BEFORE_SUIT = "settlement_before_suit"
    MEDIATION = "mediation"
    JUDGMENT = "judgment"
    COMPULSORY_EXECUTION = "compulsory_execution"
    PROPERTY_DISCLOSURE = "property_disclosure"
    THIRD_PARTY_INFORMATION = "third_party_information"
    NO_PROSPECT_OF_EXECUTION = "no_prospect_of_execution"
    # grace and deferral
    COLLECTION_GRACE = "collection_grace"
    CONVERSION_GRACE = "conversion_grace"
    PERFORMANCE_DEFERRAL = "performance_deferral"
    # giving up
    DISPOSITION_SUSPENSION = "disposition_suspension"
    COLLECTION_SUSPENSION = "collection_suspension"
    SUSPENSION_NOT_RESOLVED = "suspension_not_resolved"
    HARDSHIP_WITHOUT_SUSPENSION = "hardship_without_suspension"
    PRESCRIPTION_INVOKED = "prescription_invoked"
    CLAIM_RELEASE = "claim_release"
    CLAIM_WAIVER = "claim_waiver"
    # insolvency
    DEBT_ADJUSTMENT_NOTICE = "debt_adjustment_notice"
    BANKRUPTCY_COMMENCEMENT = "bankruptcy_commencement"
    BANKRUPTCY_PARTICIPATION = "bankruptcy_participation"
    BANKRUPTCY_CLOSED = "bankruptcy_closed"
    DISCHARGE = "discharge"
    # persons and circumstances
    DEATH = "death"
    INHERITANCE_RENUNCIATION = "inheritance_renunciation"
    QUALIFIED_ACCEPTANCE = "qualified_acceptance"
    ESTATE_ADMINISTRATOR = "estate_administrator"
    DISASTER = "disaster"
    GUARANTOR_CLAIM = "guarantor_claim"
    # the office's own acts
    LEGAL_CONSULTATION = "legal_consultation"
    CRIMINAL_COMPLAINT = "criminal_complaint"
    SET_OFF = "set_off"
    HAND_OVER = "hand_over"
    ENTRUSTMENT = "entrustment"
    NOTE = "note"


class Outcome(StrEnum):
    """How a lasting event ended: 完了, 解除, 取下げ, 違法による取消し, 確定, 棄却・却下."""

    COMPLETED = "completed"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"
    CANCELLED_AS_ILLEGAL = "cancelled_as_illegal"
    FIXED = "fixed"
    DISMISSED = "dismissed"


class DeliveryResult(StrEnum):
    """What became of a document: 到達, 返戻, 公示送達."""

    DELIVERED = "delivered"
    RETURNED = "returned"
    PUBLISHED = "published"


@dataclass(frozen=True)
class CaseEvent:
    """One event. `on` is the day it took effect (a document: the day it was sent), `until` the last day it lasted or is to last.

    `obligors` are the keys of the parties concerned; empty means the principal obligor. `designated_on` is the day a demand sets for
    payment; `instalment_yen` what is paid a month under a pledge, grace or deferral (None: nothing until it ends); `reason` names the
    ground of law (`15-7/1/2`) or, for mail, why it came back. `reference` is where it is kept (a row's id, a line of a file).
    """

    kind: EventKind
    on: date
    until: date | None = None
    outcome: Outcome | None = None
    obligors: tuple[str, ...] = ()
    delivered_on: date | None = None
    delivery: DeliveryResult | None = None
    applied_on: date | None = None
    designated_on: date | None = None
    instalment_yen: int | None = None
    reason: str = ""
    document_number: str = ""
    reference: str = ""
