"""Upkeep of the register's store: making its tables, copying it away.

The one idea: these touch the database as a whole and no row of it, so they are no actions and leave no audit row.
"""
