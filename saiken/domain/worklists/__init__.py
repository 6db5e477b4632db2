"""Lists of work (業務一覧): which claims and persons call for an act, since when and why.

The one idea: a list is data in `catalogue.toml` and a pure rule from facts to a span of days; no list depends on the last run.
"""
