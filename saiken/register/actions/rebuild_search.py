"""Computes the keys under which persons are found anew (検索用の索引の作り直し).

The one idea: one call is one portion with a commit of its own; only keys that differ are written, so a second run changes nothing. The
files of the persons and the offices that their claims concern follow the same way.
"""

from collections.abc import Sequence
from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._search import refresh_search


@action
def rebuild_search(*, obligor_ids: Sequence[int], by: str, on: date) -> Done[int]:
    """Returns how many persons were looked at."""
    refresh_search(obligor_ids)
    refresh_case_files(obligor_ids)
    return Done(len(obligor_ids), f"検索用の索引 {len(obligor_ids)}人")
