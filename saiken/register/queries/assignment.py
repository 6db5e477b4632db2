"""Who works on which cases of an office: officers with their loads, what an assignment would change, what takes effect on a day.

The one idea: a preview is worked out from its choice alone, always the same, and carries a seal; applying works it out again and compares
the seal. Names of persons are shown elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum

from saiken.domain.claim.share_out import CaseToShare, Load, share_evenly
from saiken.domain.errors import InvalidInput
from saiken.register.models import Absence, Assignment, CaseFile, ClaimBalance, User
from saiken.register.queries.people import held_on
from saiken.register.roles import Role

#: Roles that work on cases.
WORKING = (Role.CASE_OFFICER, Role.SECTION_MANAGER, Role.RECOVERY_OFFICE)
#: The most cases that one preview moves.
MOST_CASES = 20_000


@dataclass(frozen=True)
class Officer:
    """Somebody who works on the cases of an office; `substitute` stands in on the day, empty when nobody is away."""

    user_id: int
    username: str
    display_name: str
    substitute: str = ""


@dataclass(frozen=True)
class OfficerLoad:
    """What somebody works on; the officer is None for the cases that nobody has."""

    officer: Officer | None
    cases: int
    claims: int
    yen: int


@dataclass(frozen=True)
class Choice:
    """Which cases of an office go to whom. `holder` is an officer's id, 0 for those that nobody has, None for all."""

    office_id: int
    officer_ids: tuple[int, ...]
    from_on: date
    holder: int | None = 0
    least_yen: int = 0
    below_yen: int | None = None
    receivable_id: int | None = None
    legal_class: str = ""


@dataclass(frozen=True)
class PlannedMove:
    """A case and its officers before and after."""

    file_id: int
    before_id: int | None
    after_id: int


@dataclass(frozen=True)
class LoadChange:
    """An officer's cases and yen before and after."""

    officer: Officer
    cases_before: int
    yen_before: int
    cases_after: int
    yen_after: int


@dataclass(frozen=True)
class Preview:
    """What the choice would do; `seal` stands for exactly these moves."""

    moves: tuple[PlannedMove, ...]
    loads: tuple[LoadChange, ...]
    seal: str

    @property
    def changed(self) -> tuple[PlannedMove, ...]:
        """The moves that give a case to somebody else."""
        return tuple(move for move in self.moves if move.before_id != move.after_id)


@dataclass(frozen=True)
class RunLine:
    """One stroke of assignments, for the list of those that can be taken back."""

    run: str
    reason: str
    from_on: date
    cases: int
    recorded_by: str
    undone: bool
    undoes: bool


def officers_of(office_id: int, *, on: date) -> tuple[Officer, ...]:
    """Everybody who works on the office's cases on the day, by name."""
    held = held_on(on).filter(office_id=office_id, role__in=[role.value for role in WORKING], user__is_active=True)
    users = User.objects.filter(pk__in=held.values("user_id")).order_by("display_name", "pk")
    substitutes = _substitutes(office_id, on)
    return tuple(Officer(user.pk, user.username, user.display_name, substitutes.get(user.pk, "")) for user in users)


def loads_of(office_id: int, *, on: date) -> tuple[OfficerLoad, ...]:
    """The loads of the office: what nobody has first, then everybody who works there or still has cases."""
    rows = _open(office_id).values_list("officer_id")
    counted = {row[0]: row[1:] for row in rows.annotate(Count("pk"), Sum("open_claims"), Sum("balance_yen"))}
    officers = {officer.user_id: officer for officer in officers_of(office_id, on=on)}
    for user in User.objects.filter(pk__in=[pk for pk in counted if pk is not None and pk not in officers]):
        officers[user.pk] = Officer(user.pk, user.username, user.display_name)
    nobody = OfficerLoad(None, *_counts(counted.get(None)))
    named = [OfficerLoad(officer, *_counts(counted.get(pk))) for pk, officer in officers.items()]
    return (nobody, *sorted(named, key=lambda load: load.officer.display_name if load.officer else ""))


def preview(choice: Choice) -> Preview:
    """Share the chosen cases evenly among the officers; raises InvalidInput when there is nobody or too much to share."""
    officers = {officer.user_id: officer for officer in officers_of(choice.office_id, on=choice.from_on)}
    chosen = [pk for pk in dict.fromkeys(choice.officer_ids) if pk in officers]
    if not chosen:
        raise InvalidInput("担当者を一人以上選んでください", place="officers")
    rows = list(_chosen(choice).values_list("pk", "officer_id", "balance_yen")[: MOST_CASES + 1])
    if len(rows) > MOST_CASES:
        raise InvalidInput("一度に割り当てる数を超えています", place="moves", expected=f"{MOST_CASES:,}件以下")
    had = _loads(choice.office_id, chosen)
    base = _without(had, rows)
    shared = share_evenly([CaseToShare(pk, yen) for pk, _, yen in rows], [base[pk] for pk in chosen])
    moves = tuple(PlannedMove(pk, before, shared.officer_of[pk]) for pk, before, _ in rows)
    loads = tuple(
        LoadChange(
            officers[load.officer_id], had[load.officer_id].cases, had[load.officer_id].yen, load.cases, load.yen
        )
        for load in shared.loads
    )
    return Preview(moves, loads, _seal(choice, moves))


def recent_runs(office_id: int, *, most: int = 20) -> tuple[RunLine, ...]:
    """The last strokes of assignments at the office, the newest first."""
    rows = Assignment.objects.filter(office_id=office_id).values("run", "reason", "from_on", "recorded_by", "undoes")
    found = list(rows.annotate(cases=Count("pk"), last=Max("pk")).order_by("-last")[:most])
    undone = set(Assignment.objects.filter(undoes__in=[row["run"] for row in found]).values_list("undoes", flat=True))
    return tuple(
        RunLine(
            row["run"],
            row["reason"],
            row["from_on"],
            row["cases"],
            row["recorded_by"],
            row["run"] in undone,
            bool(row["undoes"]),
        )
        for row in found
    )


def due_officers(on: date) -> Iterator[tuple[int, int | None]]:
    """Files whose officer is not the one that the latest assignment up to the day names: file and officer."""
    named = Assignment.objects.filter(
        obligor_id=OuterRef("obligor_id"), office_id=OuterRef("office_id"), from_on__lte=on
    ).order_by("-from_on", "-pk")
    files = CaseFile.objects.filter(Exists(named)).annotate(named_id=Subquery(named.values("officer_id")[:1]))
    differs = (
        Q(officer__isnull=True, named_id__isnull=False)
        | Q(officer__isnull=False, named_id__isnull=True)
        | Q(officer__isnull=False, named_id__isnull=False) & ~Q(officer_id=F("named_id"))
    )
    yield from files.filter(differs).order_by("pk").values_list("pk", "named_id")


def _substitutes(office_id: int, on: date) -> dict[int, str]:
    away = Absence.objects.filter(
        office_id=office_id, from_on__lte=on, until_on__gt=on, withdrawn_at__isnull=True
    ).order_by("pk")
    return dict(away.values_list("user_id", "deputy__display_name"))


def _open(office_id: int) -> QuerySet[CaseFile]:
    return CaseFile.objects.filter(Q(open_claims__gt=0) | Q(further_claims__gt=0), office_id=office_id)


def _counts(row: tuple[int, int | None, int | None] | None) -> tuple[int, int, int]:
    return (row[0], int(row[1] or 0), int(row[2] or 0)) if row else (0, 0, 0)


def _chosen(choice: Choice) -> QuerySet[CaseFile]:
    rows = _open(choice.office_id).filter(balance_yen__gte=choice.least_yen)
    if choice.holder is not None:
        rows = rows.filter(officer_id=choice.holder) if choice.holder else rows.filter(officer__isnull=True)
    if choice.below_yen is not None:
        rows = rows.filter(balance_yen__lt=choice.below_yen)
    owed = ClaimBalance.objects.filter(claim__obligor_id=OuterRef("obligor_id"), balance_yen__gt=0)
    if choice.receivable_id is not None:
        rows = rows.filter(Exists(owed.filter(receivable_id=choice.receivable_id)))
    if choice.legal_class:
        rows = rows.filter(Exists(owed.filter(claim__legal_class=choice.legal_class)))
    return rows.order_by("pk")


def _loads(office_id: int, officer_ids: list[int]) -> dict[int, Load]:
    rows = _open(office_id).filter(officer_id__in=officer_ids).values_list("officer_id")
    counted = {pk: Load(pk, cases, int(yen)) for pk, cases, yen in rows.annotate(Count("pk"), Sum("balance_yen"))}
    return {pk: counted.get(pk, Load(pk)) for pk in officer_ids}


def _without(had: Mapping[int, Load], rows: Sequence[tuple[int, int | None, int]]) -> dict[int, Load]:
    """The loads without the cases that are shared out anew."""
    left = dict(had)
    for _, officer_id, yen in rows:
        if officer_id in left:
            load = left[officer_id]
            left[officer_id] = Load(officer_id, load.cases - 1, load.yen - yen)
    return left


def _seal(choice: Choice, moves: tuple[PlannedMove, ...]) -> str:
    return sha256(repr((choice, moves)).encode()).hexdigest()[:32]
