"""Families as JSON for the shares of heirs, with the published schema `family.schema.json`.

The one idea: the file says who is related how and what happened to whom; who inherits is for the rule to say.
"""
