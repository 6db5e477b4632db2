"""Who works in the bench: twenty people of the roles a city has, most of them case officers.

The one idea: what somebody does all day follows from the role; screens name roles, not people. It knows no database.
"""

from dataclasses import dataclass

PASSWORD = "bench-bench-2026"

#: The key of the second factor of those who need one: the register is the bench's alone.
SECOND_FACTOR_KEY = "62656e63682d62656e63682d32303236"
NEED_SECOND_FACTOR = frozenset({"auditor"})


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
    *(Worker(f"bench-recovery-{number}", "recovery_office", _RECOVERY) for number in range(1, 5)),
    *(Worker(f"bench-manager-{number}", "section_manager", _BUSIEST) for number in range(1, 4)),
    *(Worker(f"bench-planner-{number}", "bureau_planner", "福祉局") for number in range(1, 3)),
    Worker("bench-auditor-1", "auditor", _RECOVERY),
)
