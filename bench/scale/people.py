"""Who works in the bench: twenty people of the roles a city has, most of them case officers.

The one idea: what somebody does all day follows from the role; screens name roles, not people. It knows no database.
"""

from dataclasses import dataclass

PASSWORD = "bench-bench-2026"


@dataclass(frozen=True)
class Worker:
    """A login, its role and the key of its office; empty is the office with the most cases."""

    username: str
    role: str
    office: str


_BUSIEST = ""
_RECOVERY = "市債権回収対策室"

WORKERS = (
    *(Worker(f"bench-officer-{number}", "case_officer", _BUSIEST) for number in range(1, 11)),
    *(Worker(f"bench-recovery-{number}", "recovery_office", _RECOVERY) for number in range(1, 6)),
    *(Worker(f"bench-manager-{number}", "section_manager", _BUSIEST) for number in range(1, 4)),
    *(Worker(f"bench-planner-{number}", "bureau_planner", "福祉局") for number in range(1, 3)),
)
