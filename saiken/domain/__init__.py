"""Pure values and functions: claims, ledger, states and sheets.

The one idea: everything here is a function of facts on a date. No I/O, no clock, no framework, no float.
"""
