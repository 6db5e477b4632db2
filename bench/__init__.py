"""Benchmarks: each prints a ratio against a peer or a hand-written limit measured in the same run.

The one idea: an absolute time says little on a shared machine, a ratio says what the design costs. Nothing here is part of the tests.
"""
