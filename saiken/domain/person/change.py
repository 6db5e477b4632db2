"""What may be written down about a person beside acts and money: facts, marks, joins, who else answers, protection.

The one idea: the words by which a person's history tells these changes, one for each. It decides nothing and reads nothing.
"""

from enum import StrEnum


class PersonChange(StrEnum):
    """A line of the history; members are terms of the glossary."""

    FACT_STATED = "fact_stated"
    FACT_CORRECTED = "fact_corrected"
    FACT_ENDED = "fact_ended"
    FACT_WITHDRAWN = "fact_withdrawn"
    MARK_PUT = "mark_put"
    MARK_REMOVED = "mark_removed"
    OBLIGORS_JOINED = "obligors_joined"
    JOIN_UNDONE = "join_undone"
    PARTY_ADDED = "party_added"
    PARTY_WITHDRAWN = "party_withdrawn"
    PROTECTION_BEGUN = "protection_begun"
    PROTECTION_PROLONGED = "protection_prolonged"
    PROTECTION_ENDED = "protection_ended"
