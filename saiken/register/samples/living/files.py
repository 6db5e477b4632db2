"""Writes the files of the living cases: persons, what is known of them, claims, payments, and what was done.

The one idea: the register's own actions, a few of them for all persons at once: claims by the month in which they were assessed, payments
and case events in their order, and then the acts that group them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.law.lawbook import LawBook
from saiken.register.actions.add_party import NewParty, add_party
from saiken.register.actions.assess import Assessment, assess
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.record_case_events import NewEvent
from saiken.register.actions.record_entries import BookedClaim, EntryDraft, draft, record_entries
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.register.actions.state_fact import NewFact, state_fact
from saiken.register.models import Claim
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.samples.living.ground import HOUSING, Ground
from saiken.register.samples.living.model import EventSpec, PartySpec, ReceivedSpec
from saiken.register.samples.living.persons import register_persons
from saiken.register.samples.living.plan import LivingClaim, LivingPerson, LivingPlan, concerned
from saiken.register.samples.living.strokes import Done, record_strokes
from saiken.register.samples.plan.people import person

_CLASSES = {"care": LegalClass.PUBLIC_ENFORCEABLE, "rent": LegalClass.PRIVATE_LAW}
#: A demand is delivered some days after it was sent and gives some days to pay.
_DELIVERED_AFTER, _DEMAND_GIVES = timedelta(days=2), timedelta(days=10)
_FIRST_RELATIVE = 6_000_000
_REVIEWED_AFTER = timedelta(days=330)


@dataclass(frozen=True)
class File:
    """A person in the register with the ids of the claims, in the order of the plan."""

    living: LivingPerson
    obligor_id: int
    claim_ids: tuple[int, ...]


@dataclass(frozen=True)
class Desk:
    """What every write needs: where the offices are, the plan and the law; `officers` are usernames by office key."""

    ground: Ground
    plan: LivingPlan
    officers: Mapping[str, str]
    lawbook: LawBook
    by: str

    @property
    def on(self) -> date:
        """The day of the load."""
        return self.plan.on

    def office_of(self, living: LivingPerson, receivable: str) -> int:
        """Where a claim is booked: rents at the housing office, premiums at the person's."""
        return self.ground.offices[HOUSING if receivable == "rent" else living.office]

    def officer(self, living: LivingPerson) -> str:
        """Who works on the person's file."""
        return self.officers.get(living.office, self.officers[""])


def open_files(desk: Desk) -> list[File]:
    """Register everybody with claims, facts and marks."""
    new = [_obligor(living, desk) for living in desk.plan.persons]
    ids = register_persons(obligors=new, by=desk.by, on=desk.on)
    persons = list(zip(desk.plan.persons, ids, strict=True))
    claim_ids = _assessed(persons, desk)
    files = [
        File(living, obligor_id, tuple(claim_ids[living.number, place] for place in range(len(living.claims))))
        for living, obligor_id in persons
    ]
    for file in files:
        _state_facts(file, desk)
        for place, party in enumerate(file.living.case.parties):
            _add_party(file, party, place=place, desk=desk)
    return files


def _obligor(living: LivingPerson, desk: Desk) -> NewObligor:
    who, died = living.person, living.case.died
    return NewObligor(
        ObligorKind.PERSON,
        who.name,
        name_kana=who.name_kana,
        external_number=who.number,
        birth_on=who.birth_on,
        died_on=None if died is None else living.day(died, desk.on),
        postal_code=f"000{living.number:04d}",
        address=who.address,
        telephone=living.telephone,
    )


def _assessed(persons: Sequence[tuple[LivingPerson, int]], desk: Desk) -> dict[tuple[int, int], int]:
    """All claims, month by month; their ids by person and position."""
    months: dict[date, list[tuple[tuple[int, int], Assessment]]] = defaultdict(list)
    for living, obligor_id in persons:
        for place, claim in enumerate(living.claims):
            assessment = _assessment(claim, living, obligor_id=obligor_id, desk=desk)
            months[claim.assessed_on].append(((living.number, place), assessment))
    ids: dict[tuple[int, int], int] = {}
    for assessed_on, of_month in sorted(months.items()):
        assessments = [assessment for _, assessment in of_month]
        claim_ids = assess(assessments=assessments, lawbook=desk.lawbook, by=desk.by, on=assessed_on)
        ids.update(zip((key for key, _ in of_month), claim_ids, strict=True))
    return ids


def _assessment(claim: LivingClaim, living: LivingPerson, *, obligor_id: int, desk: Desk) -> Assessment:
    return Assessment(
        receivable_id=desk.ground.receivables[claim.receivable],
        office_id=desk.office_of(living, claim.receivable),
        obligor_id=obligor_id,
        legal_class=_CLASSES[claim.receivable],
        assessment_number=claim.number,
        cause_on=claim.assessed_on,
        due_before_shift_on=claim.due_before_shift_on,
        due_on=claim.due_on,
        yen={Component.PRINCIPAL: claim.yen},
        instalment=claim.instalment,
        notified_on=claim.assessed_on,
        accrued_on=claim.assessed_on,
    )


def _state_facts(file: File, desk: Desk) -> None:
    living, case = file.living, file.living.case
    office_id, since = desk.ground.offices[living.office], desk.on - timedelta(days=400)
    told = [(FactKind.TELEPHONE_NUMBER, living.telephone, case.best_hours)] if case.best_hours else []
    if case.workplace:
        told.append((FactKind.WORKPLACE, case.workplace, ""))
    for kind, text, hours in told:
        fact = NewFact(kind, text, since, office_id, hours=hours, permitted_use=PermittedUse.EVERY_CLAIM)
        state_fact(obligor_id=file.obligor_id, fact=fact, by=desk.officer(living), on=desk.on)
    if case.mark:
        mark = NewMark(case.mark, office_id)
        marked_on = desk.on - timedelta(days=20)
        put_mark(obligor_id=file.obligor_id, mark=mark, by=desk.officer(living), on=marked_on)
    if case.protection:
        begun_on = desk.on - timedelta(days=60)
        new = NewProtection(
            file.obligor_id, ProtectionGround.SPOUSE_VIOLENCE, case.protection, begun_on + _REVIEWED_AFTER
        )
        begin_protection(protection=new, by=desk.officer(living), on=begun_on)


def _add_party(file: File, party: PartySpec, *, place: int, desk: Desk) -> None:
    invented = person(_FIRST_RELATIVE + file.living.number * 10 + place)
    answers = NewObligor(
        ObligorKind.PERSON,
        party.name or invented.name,
        name_kana=party.kana or invented.name_kana,
        external_number=f"M{file.living.number:05d}{place}",
        birth_on=invented.birth_on,
        address=invented.address,
    )
    add_party(
        claim_ids=file.claim_ids,
        party=NewParty(
            PartyRole(party.role),
            person=answers,
            share=(party.share[0], party.share[1]) if party.share else None,
            cap_yen=party.cap_yen,
        ),
        lawbook=desk.lawbook,
        by=desk.officer(file.living),
        on=desk.on + timedelta(days=party.on),
    )


def tell_what_happened(files: Sequence[File], desk: Desk) -> None:
    """Demands first, then the events of the cases, as acts of whoever works on the files."""
    for officer in sorted({desk.officer(file.living) for file in files}):
        own = [file for file in files if desk.officer(file.living) == officer]
        record_strokes(done=[*_demands(own), *_happened(own, desk)], lawbook=desk.lawbook, by=officer, on=desk.on)


def _demands(files: Sequence[File]) -> Iterator[Done]:
    for file in files:
        by_day: dict[date, list[int]] = defaultdict(list)
        for claim_id, claim in zip(file.claim_ids, file.living.claims, strict=True):
            if claim.demanded_on is not None:
                by_day[claim.demanded_on].append(claim_id)
        for day, claim_ids in sorted(by_day.items()):
            number = f"督第{file.living.number:04d}{day:%y%m%d}号"
            events = [
                NewEvent(
                    claim_id,
                    EventKind.FORMAL_DEMAND,
                    day,
                    delivered_on=day + _DELIVERED_AFTER,
                    delivery=DeliveryResult.DELIVERED,
                    designated_on=day + _DEMAND_GIVES,
                    document_number=number,
                )
                for claim_id in claim_ids
            ]
            yield Done("formal_demand", file.obligor_id, tuple(claim_ids), day, tuple(events), document_number=number)


def _happened(files: Sequence[File], desk: Desk) -> Iterator[Done]:
    for file in files:
        for event in file.living.case.events:
            places = concerned(file.living, event, on=desk.on)
            claim_ids = tuple(file.claim_ids[place] for place in places)
            if claim_ids:
                yield _done(file, event, claim_ids=claim_ids, desk=desk)


def _done(file: File, spec: EventSpec, *, claim_ids: tuple[int, ...], desk: Desk) -> Done:
    living, happened_on = file.living, file.living.day(spec.on, desk.on)

    def day(offset: int | str | None) -> date | None:
        return None if offset is None else max(living.day(offset, desk.on), happened_on)

    form: dict[str, object] = {"mode": "telephone_out"} if spec.result else {}
    promised_on = day(spec.promised)
    if promised_on is not None:
        form |= {"promised_on": promised_on.isoformat(), "promised_yen": spec.promised_yen}
    events = tuple(
        NewEvent(
            claim_id,
            EventKind(spec.kind),
            happened_on,
            until=day(spec.until),
            outcome=Outcome(spec.outcome) if spec.outcome else None,
            delivered_on=day(spec.delivered),
            designated_on=day(spec.designated),
            instalment_yen=spec.instalment_yen,
            reason=spec.reason,
            note=spec.note,
        )
        for claim_id in claim_ids
    )
    return Done(
        spec.kind,
        file.obligor_id,
        claim_ids,
        happened_on,
        events if spec.result not in _NOT_REACHED else (),
        form=form,
        result=spec.result,
        next_on=day(spec.next),
        note=spec.note,
    )


#: Contacts at which nobody spoke with the person.
_NOT_REACHED = frozenset({"absent", "left_message", "wrong_number", "third_party_only"})


def receive_payments(files: Sequence[File], payments: Mapping[int, Sequence[ReceivedSpec]], *, desk: Desk) -> None:
    """What was paid, by the person's number, for the oldest claims first."""
    drafts = [entry for file in files for entry in _entries(file, payments.get(file.living.number, ()), desk=desk)]
    if drafts:
        record_entries(drafts=drafts, source="収納", lawbook=desk.lawbook, by=desk.by, on=desk.on)


def _entries(file: File, payments: Sequence[ReceivedSpec], *, desk: Desk) -> Iterator[EntryDraft]:
    years = dict(Claim.objects.filter(pk__in=file.claim_ids).values_list("pk", "fiscal_year")) if payments else {}
    left = {claim_id: claim.yen for claim_id, claim in zip(file.claim_ids, file.living.claims, strict=True)}
    for payment in payments:
        yen, paid_on = payment.yen, file.living.day(payment.on, desk.on)
        for claim_id, claim in zip(file.claim_ids, file.living.claims, strict=True):
            part = min(yen, left[claim_id])
            if part <= 0:
                continue
            booked = BookedClaim(
                claim_id,
                desk.ground.receivables[claim.receivable],
                desk.office_of(file.living, claim.receivable),
                years[claim_id],
            )
            yield draft(booked, EntryKind.RECEIVED, yen=part, effective_on=paid_on)
            yen, left[claim_id] = yen - part, left[claim_id] - part
