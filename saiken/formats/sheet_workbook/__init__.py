"""The sheet as an Excel workbook that computes itself, and the same workbook read back from the section that filled it.

The one idea: one plan of cells (`layout`) is drawn by `write` and compared, cell by cell, by `read`; so whatever differs from the
plan outside the input cells is a finding. What may be stored is the register's business.
"""
