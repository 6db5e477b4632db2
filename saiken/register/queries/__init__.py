"""Reads of the register (see each module).

The one idea: a query takes what it is asked as of and returns frozen values; models never leave this package. Queries that show
persons take a Scope and leave a row in the access log.
"""
