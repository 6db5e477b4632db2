"""The catalogue of acts is whole: whatever other files name is there, whatever begins can end.

The one idea: an act that a list offers or a route approves must be one that can be carried out. What offices do is in `test_activities`.
"""

from itertools import chain

import pytest
from django.urls import get_resolver

from saiken.domain.acts.catalogue import ActKind, FieldKind, Writes, load_acts
from saiken.domain.acts.preconditions import PRECONDITIONS
from saiken.domain.acts.routes import load_routes
from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.claim.outcomes import OUTCOMES, fits
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.rules.prescription import REMEDIES
from saiken.domain.worklists.catalogue import load_catalogue
from saiken.law.lawbook import LawBook
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.queries.running_events import LASTING

ACTS = load_acts()
KINDS = ACTS.kinds
each = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)

#: Bulk kinds that arrange work and are no acts on a claim.
ARRANGEMENTS = {"next_contact", "mark", "assign"}
#: Events that no act begins, and why.
BEGUN_OTHERWISE = {
    EventKind.PARTIAL_PAYMENT: "a payment is an entry of the ledger; case files alone name it as an event"
}
#: Events whose end is recorded otherwise than by an act, and why.
ENDED_OTHERWISE = {
    EventKind.HAND_OVER: "ends on the page of the hand-over",
}
ENTRIES = {
    EntryKind.RECEIVED,
    EntryKind.REDUCED,
    EntryKind.INCREASED,
    EntryKind.WRITTEN_OFF,
    EntryKind.REFUNDED,
}
#: What the engine makes of fields by their names, and what such a field must be.
KNOWN_FIELDS = {
    "until": {FieldKind.DAY},
    "delivered_on": {FieldKind.DAY},
    "applied_on": {FieldKind.DAY},
    "designated_on": {FieldKind.DAY},
    "arrived_on": {FieldKind.DAY},
    "instalment_yen": {FieldKind.YEN},
    "yen": {FieldKind.YEN},
    "reason": {FieldKind.TEXT, FieldKind.CHOICE},
    "parties": {FieldKind.PARTIES},
    "running": {FieldKind.RUNNING},
    "outcome": {FieldKind.CHOICE},
    "delivery": {FieldKind.CHOICE},
    "component": {FieldKind.CHOICE},
    "channel": {FieldKind.CHOICE},
}
WORDS = {"outcome": Outcome, "delivery": DeliveryResult, "component": Component, "channel": Channel}


def _choices(kind: ActKind, field_id: str) -> list[str]:
    return [choice.id for field in kind.fields if field.id == field_id for choice in field.choices]


def _named() -> set[str]:
    """Every act that another file of the product names."""
    lists = load_catalogue().lists.values()
    remedies = {remedy.value for remedies in REMEDIES.values() for remedy in remedies}
    return {
        *load_routes().of_act,
        *(one.next_act for one in lists),
        *(set(BULK_KINDS) - ARRANGEMENTS),
        *remedies,
    }


def test_every_act_that_is_named_elsewhere_exists() -> None:
    assert sorted(_named() - set(KINDS)) == []


def test_every_act_that_follows_exists() -> None:
    assert sorted(set(chain.from_iterable(kind.then for kind in KINDS.values())) - set(KINDS)) == []


def test_every_precondition_exists_and_is_used() -> None:
    assert {kind.precondition for kind in KINDS.values() if kind.precondition} == set(PRECONDITIONS)


def test_every_citation_is_kept_in_the_law_book() -> None:
    held = {article.citation for act in LawBook.load().acts.values() for article in act.articles}
    assert [found.written for kind in KINDS.values() for found in kind.citations if found not in held] == []


def test_no_act_stands_in_two_files_and_every_group_has_acts() -> None:
    assert len({group.id for group in ACTS.groups}) == len(ACTS.groups)
    assert all(ACTS.of_group(group.id) for group in ACTS.groups)


def test_every_kind_of_event_is_begun_by_an_act() -> None:
    begun = {kind.event for kind in KINDS.values() if kind.writes is Writes.EVENT}
    assert set(EventKind) - begun == set(BEGUN_OTHERWISE)


def test_every_event_that_can_end_is_ended_by_an_act() -> None:
    ended = {kind.event for kind in KINDS.values() if kind.writes is Writes.CONCLUSION and kind.outcomes}
    assert set(OUTCOMES) - ended == set(ENDED_OTHERWISE)
    assert set(LASTING) - ended == set()


def test_every_way_in_which_an_event_may_end_is_offered_by_some_act() -> None:
    offered = {(kind.event, outcome) for kind in KINDS.values() for outcome in kind.outcomes}
    possible = {(kind, outcome) for kind, outcomes in OUTCOMES.items() for outcome in outcomes}
    left = {pair for pair in possible - offered if pair[0] not in ENDED_OTHERWISE}
    assert sorted(f"{kind} {outcome}" for kind, outcome in left) == []


@each
def test_an_act_is_worded_in_both_languages(kind: ActKind) -> None:
    texts = [kind.japanese, kind.english, kind.about, kind.about_english]
    for field in kind.fields:
        texts += [
            field.japanese,
            field.english,
            *chain.from_iterable((one.japanese, one.english) for one in field.choices),
        ]
        assert bool(field.about) == bool(field.about_english), field.id
    assert all(text.strip() for text in texts)


@each
def test_an_act_writes_what_it_says(kind: ActKind) -> None:
    assert (kind.event is not None) == (kind.writes in (Writes.EVENT, Writes.CONCLUSION))
    assert (kind.entry is not None) == (kind.writes is Writes.ENTRY)
    assert kind.entry is None or kind.entry in ENTRIES
    assert kind.writes is Writes.CONCLUSION or not kind.outcomes


@each
def test_an_end_fits_what_it_ends(kind: ActKind) -> None:
    if kind.writes is not Writes.CONCLUSION or kind.event is None:
        return
    assert [outcome for outcome in kind.outcomes if not fits(kind.event, outcome)] == []
    assert any(field.kind is FieldKind.RUNNING and field.required for field in kind.fields)
    assert kind.outcomes or _choices(kind, "delivery")
    if len(kind.outcomes) > 1:
        assert sorted(_choices(kind, "outcome")) == sorted(outcome.value for outcome in kind.outcomes)


@each
def test_the_fields_of_an_act_are_what_the_engine_takes_them_for(kind: ActKind) -> None:
    assert len({field.id for field in kind.fields}) == len(kind.fields)
    assert {"on", "document_number", "next_on", "note"}.isdisjoint(field.id for field in kind.fields)
    for field in kind.fields:
        assert field.kind in KNOWN_FIELDS.get(field.id, {field.kind}), field.id
        assert bool(field.choices) == (field.kind is FieldKind.CHOICE), field.id
        assert not field.choices or field.default in {"", *(one.id for one in field.choices)}, field.id
        if field.id in WORDS:
            assert {one.id for one in field.choices} <= set(WORDS[field.id]), field.id
    if kind.entry is EntryKind.WRITTEN_OFF:
        assert set(_choices(kind, "cause")) == set(WriteOffCause)


@each
def test_an_act_with_a_screen_of_its_own_has_one(kind: ActKind) -> None:
    assert not kind.screen or kind.screen in _addresses()
    assert not (kind.screen and kind.fields)


def _addresses() -> set[str]:
    """The names of the site's addresses."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}
