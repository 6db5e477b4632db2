"""Whom an act concerns on each of its claims: those whom the form names, else the person acted upon.

The one idea: nobody is meant who does not answer for the claim. A number in a form stands for the person, under whichever of the joined
rows they answer; who is named in vain refuses the claim, never lets the act fall on somebody else. What the law demands is asked elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from saiken.domain.acts.catalogue import ActKind, Field, FieldKind
from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PRINCIPAL_KEY, PartyRole, key_of
from saiken.register.models import Claim, Obligor, ObligorRole
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.parties_named import PARTIES

#: Obligors who answer for a claim, each with the roles in which they do.
_Answering = Mapping[int, Sequence[str]]

#: How a refusal calls those who answer in a role.
_WORDS = {
    PartyRole.PRINCIPAL: "主たる債務者",
    PartyRole.JOINT: "連帯債務者",
    PartyRole.GUARANTOR: "保証人",
    PartyRole.HEIR: "相続人",
    PartyRole.SECONDARY: "第二次納税義務者",
}
_NOT_THEIRS = "この債務者の債権ではありません。対象から外してください"


@dataclass(frozen=True)
class Concerned:
    """Those concerned on one claim by id and by key, the principal alone not named; `refusal` says why nobody is meant.

    `named` are the numbers of the form as the claim knows them: of joined rows the one that answers for it. `as_one` maps every row of a
    joined person whom the act concerns to the one number under which rules ask about them.
    """

    obligor_ids: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    named: tuple[int, ...] = ()
    refusal: str = ""
    as_one: Mapping[int, int] = field(default_factory=dict)


def concerned(kind: ActKind, form: Form, *, obligor_id: int, claim_ids: Sequence[int]) -> Mapping[int, Concerned]:
    """By claim, for every claim."""
    persons = _persons(form.ids(PARTIES) or (obligor_id,))
    as_one = {row: rows[0] for rows in persons.values() for row in rows if len(rows) > 1}
    found = _by_claim(kind, form, persons=persons, claim_ids=claim_ids)
    return {claim_id: replace(people, as_one=as_one) for claim_id, people in found.items()} if as_one else found


def under_one(case: Case, as_one: Mapping[int, int]) -> Case:
    """The case in which the rows of one person are one party's key; the case itself where nobody was joined."""
    if not as_one:
        return case
    keys = {key_of(role, row): key_of(role, number) for row, number in as_one.items() for role in PartyRole}
    parties = tuple(replace(party, key=keys.get(party.key, party.key)) for party in case.parties)
    events = tuple(
        replace(event, obligors=tuple(dict.fromkeys(keys.get(key, key) for key in event.obligors)))
        for event in case.events
    )
    return replace(case, parties=parties, events=events)


def _by_claim(
    kind: ActKind, form: Form, *, persons: Mapping[int, tuple[int, ...]], claim_ids: Sequence[int]
) -> Mapping[int, Concerned]:
    asked = next((one for one in kind.fields if one.kind is FieldKind.PARTIES), None)
    named = form.ids(PARTIES)
    answering = _answering(claim_ids, {row for rows in persons.values() for row in rows})
    if not named:
        return {claim_id: _acted_upon(answering.get(claim_id, {}), asked) for claim_id in claim_ids}
    role = asked.role if asked else None
    meant = {claim_id: _in_role(answering.get(claim_id, {}), role) for claim_id in claim_ids}
    known = {row for those in meant.values() for row in those}
    strangers = [number for number, rows in persons.items() if known.isdisjoint(rows)]
    if strangers:
        refusal = _strangers(strangers, role)
        return {claim_id: Concerned(refusal=refusal) for claim_id in claim_ids}
    return {claim_id: _named(those, persons, asked=asked) for claim_id, those in meant.items()}


def _persons(numbers: Iterable[int]) -> Mapping[int, tuple[int, ...]]:
    """Every number with all rows of its person, the number itself where there is no such row."""
    wanted = tuple(dict.fromkeys(numbers))
    kept = {number: number for number in wanted}
    joined = Obligor.objects.filter(pk__in=wanted, joined_to__isnull=False)
    kept |= dict(joined.values_list("pk", "joined_to_id"))
    rows: dict[int, list[int]] = {kept_id: [kept_id] for kept_id in kept.values()}
    beside = Obligor.objects.filter(joined_to_id__in=list(rows)).order_by("pk")
    for row, kept_id in beside.values_list("pk", "joined_to_id"):
        rows[kept_id].append(row)
    return {number: tuple(rows[kept[number]]) for number in wanted}


def _answering(claim_ids: Sequence[int], numbers: Collection[int]) -> Mapping[int, _Answering]:
    """Which of the numbers answer for each claim, the principal first, with all their roles."""
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    claims = Claim.objects.filter(pk__in=claim_ids, obligor_id__in=numbers)
    for claim_id, obligor_id in claims.values_list("pk", "obligor_id"):
        found[claim_id][obligor_id].append(PartyRole.PRINCIPAL.value)
    roles = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, obligor_id__in=numbers)).order_by("pk")
    for claim_id, obligor_id, role in roles.values_list("claim_id", "obligor_id", "role"):
        found[claim_id][obligor_id].append(role)
    return found


def _acted_upon(those: _Answering, asked: Field | None) -> Concerned:
    """Nobody is named: the person acted upon, as the principal where they are it."""
    if asked is not None and asked.required:
        return Concerned(refusal=f"「{asked.japanese}」を選んでください")
    if not those:
        return Concerned(refusal=_NOT_THEIRS)
    is_principal = any(PartyRole.PRINCIPAL in roles for roles in those.values())
    return Concerned() if is_principal else _concerned(those)


def _in_role(those: _Answering, role: PartyRole | None) -> _Answering:
    """Those who answer in the role that the form asks for, in any where it asks for none."""
    return {row: roles for row, roles in those.items() if role is None or role in roles}


def _nobody(asked: Field | None) -> str:
    label, words = (asked.japanese, _words(asked.role)) if asked else ("当事者", _words(None))
    return f"「{label}」に、この債権の{words}が選ばれていません。選び足すか、この債権を対象から外してください"


def _strangers(numbers: Sequence[int], role: PartyRole | None) -> str:
    who = "、".join(str(number) for number in numbers)
    return f"債務者 {who} は、選んだどの債権の{_words(role)}でもありません。画面を開き直して、選び直してください"


def _named(those: _Answering, persons: Mapping[int, Sequence[int]], *, asked: Field | None) -> Concerned:
    if not those:
        return Concerned(refusal=_nobody(asked))
    found = _concerned(those)
    told = [[row for row in rows if row in those] or [number] for number, rows in persons.items()]
    return Concerned(found.obligor_ids, found.keys, tuple(dict.fromkeys(chain.from_iterable(told))))


def _concerned(those: _Answering) -> Concerned:
    pairs = [(row, key_of(role, row)) for row, roles in those.items() for role in roles]
    if [key for _, key in pairs] == [PRINCIPAL_KEY]:
        return Concerned()
    return Concerned(tuple(row for row, _ in pairs), tuple(key for _, key in pairs))


def _words(role: PartyRole | None) -> str:
    return _WORDS[role] if role is not None else "債務者"
