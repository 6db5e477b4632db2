"""Sheets and progress reports as JSON, with the published schema `sheet.schema.json`.

The one idea: columns are keyed by the form's letters and blanks are null, so that whoever holds the paper can compare
cell by cell.
"""
