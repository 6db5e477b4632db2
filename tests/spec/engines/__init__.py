"""Engines that answer propositions: each maps the name of a rule and its inputs to its outputs."""
