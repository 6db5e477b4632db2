"""What the file of a person at an office says, computed from claims, balances, custody, standings and acts.

The one idea: one statement gives the figures of some persons' files or of all, the same on every database; the action that keeps the rows
inserts it and the verification compares with it. It writes nothing.

A file belongs to everybody who answers for a claim that is handled there, in whichever role. The figures are those of the principal obligor
alone, so that sums over files count no yen twice; whoever answers beside one has a file that counts `further_claims`.
"""

from collections.abc import Iterable, Iterator

from django.db import connection

from saiken.register.queries.faults import Fault

RULE = "case-file"

#: The columns that `computed_files` gives, which are those that a file keeps of it.
COLUMNS = (
    "obligor_id", "office_id", "open_claims", "further_claims", "balance_yen", "oldest_due_on", "completes_on", "last_act_on",
    "next_on", "next_kind",
)  # fmt: skip

#: Persons joined into one have their file under the number that is kept; a role that was taken back counts no more. A claim with a balance
#: is open. The office is the one it was handed over to, or the one it is booked at. What is extinguished counts as owed until it is written
#: off, but prescription has no day to come. What was planned next stands until an act on that day or later.
_FILES = """
WITH numbers AS (
    SELECT o.id, COALESCE(o.joined_to_id, o.id) AS obligor_id FROM register_obligor o WHERE {persons}
), roles AS (
    SELECT n.obligor_id, c.id AS claim_id, 0 AS further FROM numbers n JOIN register_claim c ON c.obligor_id = n.id
    UNION
    SELECT n.obligor_id, r.claim_id, 1 FROM numbers n JOIN register_obligorrole r ON r.obligor_id = n.id
    WHERE NOT EXISTS (SELECT 1 FROM register_rolewithdrawal w WHERE w.role_id = r.id)
), answered AS (
    SELECT obligor_id, claim_id, MIN(further) AS further FROM roles GROUP BY obligor_id, claim_id
), owed AS (
    SELECT b.claim_id, SUM(b.balance_yen) AS yen, COALESCE(
        MAX(h.office_id), MAX(CASE WHEN b.component = 'principal' THEN b.office_id END), MIN(b.office_id)) AS office_id
    FROM register_claimbalance b LEFT JOIN register_claimcustody h ON h.claim_id = b.claim_id
    WHERE b.claim_id IN (SELECT claim_id FROM answered)
    GROUP BY b.claim_id HAVING SUM(b.balance_yen) > 0
), open_claims AS (
    SELECT a.obligor_id, o.office_id, SUM(1 - a.further) AS own, SUM(a.further) AS further,
           SUM(CASE WHEN a.further = 0 THEN o.yen ELSE 0 END) AS yen,
           MIN(CASE WHEN a.further = 0 THEN c.due_on END) AS oldest_due_on,
           MIN(CASE WHEN a.further = 0 AND (s.extinct_on IS NULL OR s.extinct_on > s.as_of_on)
               THEN s.completes_on END) AS completes_on
    FROM answered a JOIN owed o ON o.claim_id = a.claim_id JOIN register_claim c ON c.id = a.claim_id
    LEFT JOIN register_claimstanding s ON s.claim_id = a.claim_id
    GROUP BY a.obligor_id, o.office_id
), counting AS (
    SELECT a.id, n.obligor_id, a.office_id, a."on", a.next_on, a.next_kind,
           MAX(CASE WHEN a.next_on IS NOT NULL THEN a.id END) OVER (PARTITION BY n.obligor_id, a.office_id) AS planned_by,
           MAX(a."on") OVER (PARTITION BY n.obligor_id, a.office_id ORDER BY a.id
                             ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later_on
    FROM numbers n JOIN register_act a ON a.obligor_id = n.id
    WHERE COALESCE(a.reverses_id, 0) = 0
      AND NOT EXISTS (SELECT 1 FROM register_act r WHERE r.reverses_id = a.id)
), acted AS (
    SELECT obligor_id, office_id, MAX("on") AS last_act_on FROM counting GROUP BY obligor_id, office_id
), planned AS (
    SELECT obligor_id, office_id, next_on, next_kind FROM counting
    WHERE id = planned_by AND (later_on IS NULL OR later_on < next_on)
), files AS (
    SELECT obligor_id, office_id FROM open_claims
    UNION SELECT obligor_id, office_id FROM acted
    UNION SELECT f.obligor_id, f.office_id FROM register_casefile f JOIN numbers n ON f.obligor_id = n.id
)
SELECT f.obligor_id, f.office_id, COALESCE(o.own, 0) AS open_claims, COALESCE(o.further, 0) AS further_claims,
       COALESCE(o.yen, 0) AS balance_yen, o.oldest_due_on, o.completes_on, a.last_act_on, p.next_on,
       COALESCE(p.next_kind, '') AS next_kind
FROM files f
LEFT JOIN open_claims o ON o.obligor_id = f.obligor_id AND o.office_id = f.office_id
LEFT JOIN acted a ON a.obligor_id = f.obligor_id AND a.office_id = f.office_id
LEFT JOIN planned p ON p.obligor_id = f.obligor_id AND p.office_id = f.office_id
WHERE 1 = 1
"""


def computed_files(obligor_ids: Iterable[int] | None = None) -> str:
    """The statement that gives the files of these persons, or of everybody; its columns are `COLUMNS`."""
    return of_persons(_FILES, obligor_ids)


def of_persons(statement: str, obligor_ids: Iterable[int] | None) -> str:
    """The statement for these persons and the rows joined into them, or for everybody."""
    if obligor_ids is None:
        return statement.replace("{persons}", "1 = 1")
    among = ", ".join(str(int(pk)) for pk in obligor_ids) or "NULL"
    return statement.replace("{persons}", f"(o.id IN ({among}) OR o.joined_to_id IN ({among}))")


def case_files() -> Iterator[Fault]:
    """担当案件: every file says what the claims and the acts of its person give, and none is missing."""
    same = " AND ".join(f"f.{name} IS NOT DISTINCT FROM n.{name}" for name in COLUMNS)
    if connection.vendor == "sqlite":
        same = same.replace("IS NOT DISTINCT FROM", "IS")
    statement = f"""
        SELECT n.obligor_id, n.office_id, f.id, n.open_claims, n.balance_yen, f.open_claims, f.balance_yen
        FROM ({computed_files()}) n
        LEFT JOIN register_casefile f ON f.obligor_id = n.obligor_id AND f.office_id = n.office_id
        WHERE NOT ({same}) ORDER BY n.obligor_id, n.office_id"""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        for row in cursor.fetchall():
            yield _fault(*row)


def _fault(obligor_id: int, office_id: int, *found: int | None) -> Fault:
    """`found`: the file's id, claims and yen as computed, claims and yen as kept."""
    file_id, claims, yen, kept_claims, kept_yen = found
    subject = f"債務者 {obligor_id} 組織 {office_id}"
    if file_id is None:
        return Fault(RULE, subject, f"債権 {claims}件があるのに、担当案件がありません")
    if (claims, yen) == (kept_claims, kept_yen):
        return Fault(RULE, subject, "担当案件の期日又は最後の処理が、債権と処理の記録と違います")
    message = f"担当案件は {kept_claims}件 {kept_yen:,}円ですが、債権は {claims}件 {int(yen or 0):,}円です"
    return Fault(RULE, subject, message)
