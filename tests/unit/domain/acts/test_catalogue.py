"""The catalogue of acts as it is read from files."""

from pathlib import Path

import pytest

from saiken.domain.acts.catalogue import COMMON_FIELDS, FieldKind, Writes, load_acts
from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole

ACTS = load_acts()

PLAIN = """
[group]
id = "own"
japanese = "その他"
english = "Others"

[[acts]]
id = "remark"
japanese = "記録"
english = "remark"
writes = "nothing"
"""


def test_an_act_names_what_it_writes_asks_and_needs() -> None:
    release = ACTS.kinds["seizure_release"]
    assert (release.writes, release.event, release.outcomes) == (
        Writes.CONCLUSION,
        EventKind.SEIZURE,
        (Outcome.RELEASED,),
    )
    assert release.legal_classes == {LegalClass.PUBLIC_ENFORCEABLE}
    assert ACTS.kinds["write_off"].entry is EntryKind.WRITTEN_OFF
    assert [citation.written for citation in release.citations][:1] == ["national_tax_collection_act/79/1"]
    why = next(field for field in release.fields if field.id == "why")
    assert (why.kind, why.required) == (FieldKind.CHOICE, True)
    assert [choice.id for choice in why.choices][:2] == ["claim_paid", "seizure_worthless"]


def test_people_are_asked_for_in_the_role_that_the_field_names() -> None:
    asked = {kind.id: one.role for kind in ACTS.kinds.values() for one in kind.fields if one.role}
    assert asked == {
        "guarantor_claim": PartyRole.GUARANTOR,
        "guarantor_letter": PartyRole.GUARANTOR,
        "heirs_representative": PartyRole.HEIR,
        "inheritance_renunciation": PartyRole.HEIR,
        "succession_notice": PartyRole.HEIR,
    }
    assert {kind.id for kind in ACTS.kinds.values() if kind.asks_for_role} == set(asked)
    fields = [one for kind in ACTS.kinds.values() for one in kind.fields if one.role]
    assert {one.kind for one in fields} == {FieldKind.PARTIES}


def test_what_a_file_leaves_out_is_empty_and_open_to_every_class(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(PLAIN, encoding="utf-8")
    read = load_acts(tmp_path)
    remark = read.kinds["remark"]
    assert (remark.event, remark.entry, remark.fields, remark.then, remark.precondition) == (None, None, (), (), "")
    assert remark.form_fields == COMMON_FIELDS
    assert read.of_group("own") == (remark,)
    assert list(read.open_to(frozenset(LegalClass))) == [remark]


def test_what_only_some_classes_admit_is_not_open_to_others() -> None:
    open_ids = {kind.id for kind in ACTS.open_to(frozenset({LegalClass.PRIVATE_LAW}))}
    assert "lawsuit" in open_ids
    assert "seizure" not in open_ids


@pytest.mark.parametrize(
    ("wrong", "error"),
    [('writes = "everything"', ValueError), ('writes = "event"\nevent = "no_such_event"', ValueError)],
)
def test_a_file_that_names_what_does_not_exist_is_refused(tmp_path: Path, wrong: str, error: type[Exception]) -> None:
    (tmp_path / "own.toml").write_text(PLAIN.replace('writes = "nothing"', wrong), encoding="utf-8")
    with pytest.raises(error):
        load_acts(tmp_path)
