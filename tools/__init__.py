"""Set-up and upkeep of a checkout; none of this is part of the installed package.

The one idea: `bootstrap` and `system_parts` run on a bare system Python with the standard library alone (from the root
of the checkout: `python3 -m tools.bootstrap`); the others run in the locked environment.
"""
