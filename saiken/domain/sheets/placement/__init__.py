"""Placing the numbers of a printed row into the columns of the form.

The one idea: a published row may have lost its blanks, so the form's own formulas and the printed rates decide which
column a number stands in. Nothing here reads a file, and no legible number is ever altered.
"""
