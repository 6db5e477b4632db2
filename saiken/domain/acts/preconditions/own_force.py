"""Preconditions of demanding and of enforcing by own disposition.

The one idea: the rule answers; here the form is only put into its question.
"""

from saiken.domain.acts.preconditions.asked import Asked
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.formal_demand import may_demand
from saiken.domain.rules.permission import Permission
from saiken.domain.rules.seizure_start import may_seize


def demand(asked: Asked) -> Explained[Permission]:
    """督促をすることができるか."""
    return may_demand(asked.case, on=asked.on, lawbook=asked.lawbook)


def seizure(asked: Asked) -> Explained[Permission]:
    """差押えをすることができるか."""
    return may_seize(asked.case, on=asked.on, lawbook=asked.lawbook)
