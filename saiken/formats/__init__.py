"""The files of the outside world: bytes ↔ domain values, one folder per format, all alike.

The one idea: a format knows the domain and nothing else of ours; formats know nothing of each other, and what they share of a sheet's
wording is `domain.sheets.form`. Nothing here stores, prints or knows a framework.
"""
