"""The preconditions of acts by name, as the catalogue names them.

The one idea: one table from names to rules; an act whose name is not here cannot be loaded into a form. It judges nothing itself.
"""

from collections.abc import Mapping

from saiken.domain.acts.preconditions import courts, ending, graces, own_force, persons, suspensions
from saiken.domain.acts.preconditions.asked import Asked, Precondition

__all__ = ["PRECONDITIONS", "Asked", "Precondition"]

PRECONDITIONS: Mapping[str, Precondition] = {
    "demand": own_force.demand,
    "reminder": own_force.reminder,
    "advance": own_force.advance,
    "notice_of_seizure": own_force.notice_of_seizure,
    "seizure": own_force.seizure,
    "participation": own_force.participation,
    "request": own_force.request,
    "collection": own_force.collection,
    "conversion": own_force.conversion,
    "distribution": own_force.distribution,
    "no_prospect": own_force.no_prospect,
    "release_of_seizure": own_force.release,
    "court": courts.court,
    "settlement": courts.settlement,
    "attachment": courts.attachment,
    "judgment": courts.judgment,
    "execution": courts.execution,
    "disclosure": courts.disclosure,
    "third_parties": courts.third_parties,
    "execution_hopeless": courts.execution_hopeless,
    "bankruptcy_participation": courts.participation,
    "bankruptcy_closing": courts.closing,
    "discharge": courts.discharge,
    "collection_grace": graces.collection_grace,
    "conversion_grace": graces.conversion_grace,
    "deferral": graces.deferral,
    "collection_grace_cancel": graces.collection_grace_cancel,
    "conversion_grace_cancel": graces.conversion_grace_cancel,
    "breach": graces.breach,
    "disposition_suspension": suspensions.disposition,
    "disposition_suspension_cancel": suspensions.disposition_cancel,
    "extinction_at_once": suspensions.at_once,
    "collection_suspension": suspensions.collection,
    "recheck": suspensions.recheck,
    "heirs": persons.heirs,
    "renunciation": persons.renunciation,
    "limited_acceptance": persons.limited_acceptance,
    "no_heir": persons.no_heir,
    "heirs_undetermined": persons.heirs_undetermined,
    "administrator": persons.administrator,
    "guarantor": persons.guarantor,
    "invocation": ending.invocation,
    "release": ending.release,
    "waiver_by_ordinance": ending.waiver_by_ordinance,
    "waiver_by_assembly": ending.waiver_by_assembly,
    "waiver_by_delegation": ending.waiver_by_delegation,
    "reduction": ending.reduction,
    "loan": ending.loan,
    "set_off": ending.set_off,
    "write_off": ending.write_off,
}
