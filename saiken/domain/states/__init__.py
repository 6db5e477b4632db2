"""The sixteen states of an unpaid claim, as data.

The one idea: the table is read once and passed in; which state a claim is in is decided elsewhere from facts on a date.
"""
