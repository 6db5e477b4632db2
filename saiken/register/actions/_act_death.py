"""What the record of a death changes beside its claims: the day stands at the person, and every claim of theirs is judged anew.

The one idea: a person dies once. Another day than the one recorded is refused, unless the act says that it corrects it and why; then the
earlier records are taken back with that reason. Who died is whom the records written on the claims tell of, never a number of the form.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._carried import Carried
from saiken.register.actions._standings import refresh
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.models import CaseEvent, Claim, Obligor, ObligorRole
from saiken.register.queries.answering import kept_of, numbers_of

#: The box by which the form says that it corrects the day.
CORRECTS = "corrects"


def died(done: Carried) -> None:
    """The day stands at whoever died."""
    for person in _dead(done):
        if person.died_on is not None and person.died_on != done.on:
            _demand_correction(person.died_on, done)
            _take_back_others(person, done)
        person.died_on = done.on
        person.save(update_fields=["died_on"])
        _judge_anew(person.pk, done)


def not_died(done: Carried) -> None:
    """The day stands no more where the act had put it; what another record tells stays."""
    for person in _dead(done):
        if person.died_on == done.act.on:
            person.died_on = _records(person).order_by("on").values_list("on", flat=True).first()
            person.save(update_fields=["died_on"])
        _judge_anew(person.pk, done)


def _dead(done: Carried) -> Iterator[Obligor]:
    """Every row of those of whom the act's records tell; a record that names nobody tells of the principal obligor."""
    told = CaseEvent.objects.filter(act_claim__act=done.act).values_list("claim__obligor_id", "parties")
    people = {kept_of(party or principal) for principal, party in told}
    numbers = {number for kept_id in people for number in numbers_of(kept_id)}
    yield from Obligor.objects.select_for_update().filter(pk__in=numbers).order_by("pk")


def _demand_correction(told_on: date, done: Carried) -> None:
    """死亡の日を改めるときは、その旨と理由を記録する."""
    if not done.form.checked(CORRECTS):
        raise Refused(
            f"すでに {told_on.isoformat()} に死亡と記録されています。日を改めるときは「前に記録した日を改める」を選び、"
            "理由を記録の欄に書いてください"
        )
    if not done.form.text("note").strip():
        raise InvalidInput("死亡の日を改める理由がありません", place="記録", expected="理由")


def _records(person: Obligor) -> QuerySet[CaseEvent]:
    """The records of the person's death that stand, on whichever claim."""
    own = Q(claim__obligor=person, parties__isnull=True) | Q(parties=person)
    rows = CaseEvent.objects.filter(own, kind=EventKind.DEATH.value, concludes__isnull=True, reverses__isnull=True)
    return rows.filter(reversed_by__isnull=True)


def _take_back_others(person: Obligor, done: Carried) -> None:
    """The records of another day, with the reason; where none is left on a claim, the person's own day tells the death there."""
    others = _records(person).exclude(on=done.on).order_by("pk").values_list("pk", flat=True).distinct()
    for event_id in list(others):
        reverse_case_event(event_id=event_id, note=done.form.text("note"), lawbook=done.lawbook, by=done.by, on=done.on)


def _judge_anew(obligor_id: int, done: Carried) -> None:
    claims = Claim.objects.filter(obligor_id=obligor_id).values_list("pk", flat=True)
    further = ObligorRole.objects.filter(obligor_id=obligor_id).values_list("claim_id", flat=True)
    refresh([*claims, *further], on=done.on, lawbook=done.lawbook, by=done.by)
