"""Claims, their legal classes, their ledger entries and the fiscal year an entry belongs to.

The one idea: a claim's position is the fold of its append-only entries. Nothing here stores anything.
"""
