"""Dates of the field: fiscal years, eras, and (with the law) periods and business days.

The one idea: a date is a `datetime.date` and a parameter, never "today".
"""
