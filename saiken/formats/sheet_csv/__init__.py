"""Sheets as CSV for people who work on with a spreadsheet or a program of their own.

The one idea: whole figures without grouping, one line end, one guard against formulas, and no character is ever lost silently.
"""
