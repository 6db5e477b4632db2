"""A list of rows as CSV or as a workbook, for whoever works on in a spreadsheet.

The one idea: what a spreadsheet would spoil (leading zeros, texts that look like formulas) is written so that it stays.
"""
