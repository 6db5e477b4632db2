"""The second part of the recovery office's table: arrears under joint investigation, the goal, what came in by it.

The one idea: a claim belongs to the first rule of the year that covers it, and a payment counts here only while the office does not hold
the claim by a hand-over; so no receipt counts twice. With channels named, refunds (which have none) are not taken off. It names nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.domain.dates.fiscal_year import first_day
from saiken.register.models import JointEffectRule
from saiken.register.queries.collected import percent
from saiken.register.queries.memory import remembered

_LISTED = """SELECT r.obligor_id, r.office_id, l."on" AS day FROM register_sentlistrow r
    JOIN register_sentlist l ON l.id = r.sent_list_id WHERE l.from_office_id = %s AND l."on" >= %s AND l."on" <= %s"""

_INQUIRED = """SELECT i.obligor_id, NULL AS office_id, i.asked_on AS day FROM register_investigation i
    WHERE i.office_id = %s AND i.asked_on >= %s AND i.asked_on <= %s"""

#: A hand-over to the office that is in force on the day of a column.
_HELD = """EXISTS (SELECT 1 FROM register_handoverclaim hc JOIN register_handover h ON h.id = hc.hand_over_id
    JOIN register_handoverstanding s ON s.hand_over_id = h.id
    WHERE hc.claim_id = {claim} AND h.to_office_id = %s AND s.accepted_on <= {day} AND (s.ended_on IS NULL OR s.ended_on > {day}))"""

_SEIZED = """(SELECT MIN(v."on") FROM register_caseevent v WHERE v.claim_id = b.claim_id AND v.kind = 'seizure' AND v."on" >= b.begins_on
    AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM register_caseevent t WHERE t.reverses_id = v.id))"""


@dataclass(frozen=True)
class JointLine:
    """One rule of the year: persons and arrears under investigation, the goal of effect ①, the effect ②."""

    place: int
    revision: int
    condition: str
    basis: str
    start: str
    receivable_id: int | None
    receivable: str
    channels: tuple[str, ...]
    from_on: date
    until_on: date
    persons: int
    yen: int
    goal_yen: int | None
    effect_yen: int

    @property
    def progress(self) -> str:
        """Effect of the goal."""
        return percent(self.effect_yen, self.goal_yen)


@dataclass(frozen=True)
class JointEffect:
    """All lines of an office's year."""

    lines: tuple[JointLine, ...]

    @property
    def persons(self) -> int:
        """Of all lines."""
        return sum(line.persons for line in self.lines)

    @property
    def yen(self) -> int:
        """Of all lines."""
        return sum(line.yen for line in self.lines)

    @property
    def goal_yen(self) -> int:
        """Of the lines with a goal."""
        return sum(line.goal_yen or 0 for line in self.lines)

    @property
    def effect_yen(self) -> int:
        """Of all lines."""
        return sum(line.effect_yen for line in self.lines)

    @property
    def progress(self) -> str:
        """Effect of the goals."""
        return percent(self.effect_yen, self.goal_yen)


@remembered(64)
def joint_effect(office_id: int, fiscal_year: int, *, until_on: date) -> JointEffect:
    """The lines of the office that leads the joint work, with payments until a day."""
    return JointEffect(tuple(_lines(office_id, fiscal_year, until_on=until_on)))


def _lines(office_id: int, fiscal_year: int, *, until_on: date) -> Iterator[JointLine]:
    taken: set[int] = set()
    for rule in joint_rules(office_id, fiscal_year):
        rows = [row for row in _covered(rule, until_on=min(until_on, rule.until_on)) if row[0] not in taken]
        taken.update(row[0] for row in rows)
        yield JointLine(
            place=rule.place,
            revision=rule.revision,
            condition=rule.condition,
            basis=rule.basis,
            start=rule.start,
            receivable_id=rule.receivable_id,
            receivable=str(rule.receivable) if rule.receivable else "",
            channels=tuple(rule.channels),
            from_on=rule.from_on,
            until_on=rule.until_on,
            persons=len({row[1] for row in rows}),
            yen=sum(int(row[2]) for row in rows),
            goal_yen=rule.goal_yen,
            effect_yen=sum(int(row[3]) for row in rows),
        )


def joint_rules(office_id: int, fiscal_year: int) -> list[JointEffectRule]:
    """The rules that count, by place."""
    rows = JointEffectRule.objects.filter(office_id=office_id, fiscal_year=fiscal_year).select_related("receivable")
    latest = {row.place: row for row in rows.order_by("revision")}
    return [latest[place] for place in sorted(latest) if not latest[place].is_dropped]


def _covered(rule: JointEffectRule, *, until_on: date) -> list[tuple[int, int, int, int]]:
    """Claim, person, what was owed on the day before, what came in; of the claims that were owed."""
    is_listed = rule.basis == JointBasis.LISTED.value
    asked = _LISTED if is_listed else _INQUIRED
    values: list[Any] = [rule.office_id, first_day(rule.fiscal_year), rule.until_on]
    narrowed = ""
    if rule.receivable_id is not None:
        narrowed, values = " AND c.receivable_id = %s", [*values, rule.receivable_id]
    start = _SEIZED if rule.start == JointStart.SEIZED.value else "b.begins_on"
    by = f" AND COALESCE(o.channel, e.channel) IN ({', '.join(['%s'] * len(rule.channels))})" if rule.channels else ""
    statement = f"""
        WITH asked AS ({asked}),
        begun AS (SELECT c.id AS claim_id, c.obligor_id, MIN(a.day) AS begins_on FROM asked a
            JOIN register_claim c ON c.obligor_id = a.obligor_id{narrowed}
            WHERE a.office_id IS NULL
               OR EXISTS (SELECT 1 FROM register_claimbalance k WHERE k.claim_id = c.id AND k.office_id = a.office_id)
            GROUP BY c.id, c.obligor_id),
        counted AS (SELECT b.claim_id, b.obligor_id, b.begins_on, {start} AS counts_on FROM begun b
            WHERE NOT {_HELD.format(claim="b.claim_id", day="b.begins_on")})
        SELECT d.claim_id, d.obligor_id,
            SUM(CASE WHEN e.effective_on >= d.begins_on THEN 0 WHEN e.account = 'assessment' THEN e.yen ELSE -e.yen END) AS owed,
            SUM(CASE WHEN e.account = 'receipt' AND e.effective_on >= d.counts_on AND e.effective_on >= %s AND e.effective_on <= %s{by}
                AND NOT {_HELD.format(claim="e.claim_id", day="e.effective_on")} THEN e.yen ELSE 0 END) AS effect
        FROM counted d JOIN register_entry e ON e.claim_id = d.claim_id
        LEFT JOIN register_entry o ON o.sequence = e.reverses_id
        GROUP BY d.claim_id, d.obligor_id
        HAVING SUM(CASE WHEN e.effective_on >= d.begins_on THEN 0 WHEN e.account = 'assessment' THEN e.yen ELSE -e.yen END) > 0
        ORDER BY d.claim_id"""
    values += [rule.office_id, rule.from_on, until_on, *rule.channels, rule.office_id]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
