"""Which offices a person's claims concern, so who may see the person.

The one idea: the same offices that `Scope.claims` asks for claim by claim, computed by one statement for some persons or for all; the
action that keeps them inserts it and the verification compares with it. It writes nothing.
"""

from collections.abc import Iterable, Iterator

from django.db import connection

from saiken.register.queries.case_files import of_persons
from saiken.register.queries.faults import Fault

RULE = "person-office"

_OFFICES = """
WITH numbers AS (
    SELECT o.id, COALESCE(o.joined_to_id, o.id) AS obligor_id FROM register_obligor o WHERE {persons}
), answered AS (
    SELECT n.obligor_id, c.id AS claim_id FROM numbers n JOIN register_claim c ON c.obligor_id = n.id
    UNION
    SELECT n.obligor_id, r.claim_id FROM numbers n JOIN register_obligorrole r ON r.obligor_id = n.id
    WHERE NOT EXISTS (SELECT 1 FROM register_rolewithdrawal w WHERE w.role_id = r.id)
), places AS (
    SELECT DISTINCT a.obligor_id, c.receivable_id, c.office_id
    FROM answered a JOIN register_claim c ON c.id = a.claim_id
    UNION
    SELECT a.obligor_id, b.receivable_id, b.office_id
    FROM answered a JOIN register_claimbalance b ON b.claim_id = a.claim_id
)
SELECT obligor_id, office_id FROM places
UNION SELECT p.obligor_id, r.bureau_id FROM places p JOIN register_receivable r ON r.id = p.receivable_id
UNION SELECT p.obligor_id, r.section_id FROM places p JOIN register_receivable r ON r.id = p.receivable_id
UNION SELECT a.obligor_id, h.office_id FROM answered a JOIN register_claimcustody h ON h.claim_id = a.claim_id
"""


def computed_offices(obligor_ids: Iterable[int] | None = None) -> str:
    """The statement that gives the persons' offices; its columns are obligor and office."""
    return of_persons(_OFFICES, obligor_ids)


def offices_concerned() -> Iterator[Fault]:
    """関係する組織: who may see a person follows from the person's claims."""
    kept = "SELECT obligor_id, office_id FROM register_obligoroffice"
    for one, other, message in (
        (computed_offices(), kept, "債権に関係する組織が、債務者の見える組織に入っていません"),
        (kept, computed_offices(), "債権に関係のない組織から債務者が見えます"),
    ):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM ({one}) x EXCEPT SELECT * FROM ({other}) y ORDER BY 1, 2")
            for obligor_id, office_id in cursor.fetchall():
                yield Fault(RULE, f"債務者 {obligor_id} 組織 {office_id}", message)
