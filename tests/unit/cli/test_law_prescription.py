"""`saiken law prescription`: the answer's shape, per obligor, and refusals that name the place in the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from saiken.cli.case_file import load_case_schema, read_case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.prescription.schedule import CONCERNING
from tests.support.command_line import Finished, run_saiken
from tests.support.source_tree import ROOT

TAX: dict[str, Any] = {"kind": "tax", "cause_date": "2021-04-01", "due_date": "2021-06-30"}


def _written(folder: Path, case: object) -> Path:
    file = folder / "case.json"
    file.write_text(case if isinstance(case, str) else json.dumps(case), encoding="utf-8")
    return file


def _asked(folder: Path, case: object, *options: str) -> Finished:
    return run_saiken("law", "prescription", _written(folder, case), "--on", "2026-11-21", *options)


def _answer(folder: Path, **facts: Any) -> dict[str, Any]:
    ended = _asked(folder, {**TAX, **facts}, "--json")
    assert ended.exit_code == 0, ended.stderr
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer


def test_the_answer_has_every_key(tmp_path: Path) -> None:
    answer = _answer(tmp_path, events=[{"event": "seizure", "on": "2026-05-01"}])
    wanted = {
        "commences_on": "2021-07-01",
        "completes_on": None,
        "last_day": None,
        "complete": False,
        "needs_invocation": False,
        "extinct_on": None,
        "barred_by": "seizure",
        "regime": "new",
    }
    assert {key: answer[key] for key in wanted} == wanted
    assert [moment["event"] for moment in answer["timeline"]] == [None, "seizure"]
    assert answer["timeline"][1]["citations"] == ["民法148条第1項第1号"]
    assert answer["citations"] == ["地方税法18条第1項", "民法148条第1項第1号"]
    assert answer["assumptions"] == []


def test_the_last_day_is_the_day_before_completion(tmp_path: Path) -> None:
    answer = _answer(tmp_path, events=[{"event": "acknowledgment", "on": "2024-05-31"}])
    assert (answer["completes_on"], answer["last_day"]) == ("2029-06-01", "2029-05-31")


def test_each_obligor_has_an_answer_and_the_principal_stands_first(tmp_path: Path) -> None:
    obligors = [
        {"key": "子", "role": "heir", "share": "1/2", "from_date": "2025-01-01"},
        {"key": "親", "role": "principal"},
    ]
    events = [{"event": "acknowledgment", "on": "2025-06-01", "obligors": ["子"]}]
    answer = _answer(tmp_path, obligors=obligors, events=events)
    assert [(party["key"], party["completes_on"]) for party in answer["obligors"]] == [
        ("親", "2026-07-01"),
        ("子", "2030-06-02"),
    ]
    assert answer["completes_on"] == "2026-07-01"


def test_people_read_the_standing_a_table_and_the_reasons(tmp_path: Path) -> None:
    ended = _asked(tmp_path, {**TAX, "events": [{"event": "acknowledgment", "on": "2024-05-31"}]})
    lines = ended.stdout.splitlines()
    assert lines[0] == "2029-06-01 に時効が完成する。時効完成の前日は 2029-05-31"
    assert lines[3].split() == ["日", "経過", "効果", "起算日", "完成する日", "根拠"]
    assert lines[5].split() == ["2024-05-31", "承認", "更新", "2024-06-01", "2029-06-01", "民法152条第1項"]
    assert "債務の承認により、翌日から新たに進む" in lines[-1]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "2026-07-01 に時効が完成した。債権は消滅した"),
        ({"kind": "private"}, "2026-07-01 に時効が完成した。援用を待つ"),
        (
            {"kind": "private", "events": [{"event": "prescription_invoked", "on": "2026-08-01"}]},
            "2026-07-01 に時効が完成し、2026-08-01 に援用された",
        ),
        (
            {"events": [{"event": "seizure", "on": "2026-05-01"}]},
            "2026-11-21 現在、差押えにより時効は完成せず、完成する日は定まらない",
        ),
    ],
)
def test_the_standing_is_one_sentence(tmp_path: Path, facts: dict[str, Any], sentence: str) -> None:
    assert _asked(tmp_path, {**TAX, **facts}).stdout.splitlines()[0] == sentence


def test_extinction_by_suspension_and_every_obligor_are_said(tmp_path: Path) -> None:
    obligors = [{"key": "甲", "role": "principal"}, {"key": "乙", "role": "joint"}]
    events = [{"event": "disposition_suspension", "on": "2022-06-15"}]
    shown = _asked(tmp_path, {**TAX, "obligors": obligors, "events": events}).stdout
    assert "■ 連帯債務者 乙" in shown
    assert shown.count("滞納処分の停止により 2025-06-16 に消滅する") == 2


def test_only_event_and_on_are_required_and_null_is_nothing(tmp_path: Path) -> None:
    empty = dict.fromkeys(("delivered_on", "applied_on", "designated_on", "until", "outcome", "delivery"))
    answer = _answer(tmp_path, events=[{"event": "informal_demand", "on": "2026-06-01", **empty, "obligors": []}])
    assert answer["completes_on"] == "2026-12-02"


def test_the_class_of_other_public_claims_is_taken_as_unenforceable(tmp_path: Path) -> None:
    assert read_case(_written(tmp_path, {**TAX, "kind": "other-public"})).legal_class is LegalClass.PUBLIC_UNENFORCEABLE
    named = {**TAX, "kind": "other-public", "legal_class": "public_enforceable", "profile": "kai"}
    read = read_case(_written(tmp_path, named))
    suspended = {**TAX, "kind": "other-public", "events": [{"event": "disposition_suspension", "on": "2022-06-15"}]}
    assert _answer(tmp_path, **suspended)["extinct_on"] == "2025-06-16"
    assert _answer(tmp_path, **suspended, legal_class="public_unenforceable")["extinct_on"] is None
    assert (read.legal_class, read.profile) == (LegalClass.PUBLIC_ENFORCEABLE, "kai")


def test_a_grace_cancelled_as_illegal_leaves_its_days_to_another(tmp_path: Path) -> None:
    cancelled = {
        "event": "collection_grace",
        "on": "2022-01-01",
        "until": "2022-12-31",
        "outcome": "cancelled_as_illegal",
    }
    stood = {"event": "conversion_grace", "on": "2022-07-01", "until": "2023-06-30"}
    assert _answer(tmp_path, events=[cancelled, stood])["completes_on"] == "2027-07-01"


def _events(*entries: dict[str, Any]) -> dict[str, Any]:
    return {**TAX, "events": list(entries)}


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({**TAX, "kind": "car"}, ("case.json: kind: 知らない値です", "値: car", "health-insurance-premium")),
        ({**TAX, "due_date": "2021-02-30"}, ("case.json: due_date: 日付として読めません", "値: 2021-02-30")),
        ({**TAX, "due_date": 5}, ("due_date: 値の型が違います", "値: 5", "期待: 文字")),
        ({**TAX, "due_date": "2021-03-31"}, ("due_date: 納期限が原因の日", "期待: 2021-04-01 以後の日")),
        ({**TAX, "colour": 1}, ("colour という項目はありません", "期待: kind、cause_date")),
        ({"kind": "tax"}, ("cause_date、due_date がありません",)),
        ([TAX], ("case.json: 値の型が違います",)),
        ("{", ("行", "JSON として読めません")),
        ('{"kind": "tax", "kind": "tax"}', ("同じ項目が二度あります", "値: kind")),
        ({**TAX, "legal_class": "private_law"}, ("legal_class: 債権の種類と債権区分が合いません", "値: private_law")),
        ({**TAX, "due_date": "9999-12-31"}, ("due_date: 日付として読めません", "1900年から2999年まで")),
        ({**TAX, "due_date": "20210630"}, ("due_date: 日付として読めません", "値: 20210630")),
        (
            {**TAX, "profile": "atlantis"},
            ("case.json: profile: 条例の名前として知りません", "値: atlantis", "yokohama"),
        ),
        (
            _events({"event": "returned_mail", "on": "2021-07-25"}),
            ("events[0].document_number: どの文書", "同じ文書番号"),
        ),
        (
            _events(
                {"event": "formal_demand", "on": "2021-07-20"},
                {"event": "formal_demand", "on": "2021-07-20", "obligors": ["principal"]},
            ),
            ("events[1].on: 同じ日の督促が events[0] にもあります",),
        ),
        (
            _events(
                {"event": "collection_grace", "on": "2022-01-01", "until": "2022-12-31"},
                {"event": "collection_grace", "on": "2022-12-31", "until": "2023-06-30", "obligors": ["principal"]},
            ),
            ("events[1].on: 猶予の期間が events[0] と重なります",),
        ),
        (
            {
                **TAX,
                "obligors": [
                    {"key": "親", "role": "principal"},
                    {"key": "子", "role": "heir", "share": "2/3"},
                    {"key": "孫", "role": "heir", "share": "1/2"},
                ],
            },
            ("obligors: 相続分の合計が1を超えています", "値: 7/6"),
        ),
        (_events({"event": "seizur", "on": "2022-01-01"}), ("events[0].event: 知らない値です", "値: seizur")),
        (_events({"event": "seizure"}), ("events[0]: on がありません",)),
        (_events({"event": "seizure", "on": "2021-03-31"}), ("events[0].on: 原因の日", "値: 2021-03-31")),
        (
            _events({"event": "seizure", "on": "2022-01-02", "until": "2022-01-01"}),
            ("events[0].until: 始まりの日", "期待: 2022-01-02 以後の日", "日付を確かめてください"),
        ),
        (
            _events({"event": "seizure", "on": "2022-01-02", "outcome": "won"}),
            ("events[0].outcome: 知らない値です", "cancelled_as_illegal"),
        ),
        (
            _events({"event": "collection_grace", "on": "2022-01-02", "applied_on": "2022-02-01"}),
            ("events[0].on: 申請の日",),
        ),
        (
            _events({"event": "formal_demand", "on": "2021-07-20"}, {"event": "formal_demand", "on": "2021-07-20"}),
            ("events[1].on: 同じ日の督促が events[0] にもあります", "重複する一件を除いてください"),
        ),
        (
            _events(
                {"event": "collection_grace", "on": "2022-01-01", "until": "2022-12-31"},
                {"event": "conversion_grace", "on": "2022-12-31", "until": "2023-06-30"},
            ),
            ("events[1].on: 猶予の期間が events[0] と重なります", "期待: 2022-12-31 より後の日"),
        ),
        (
            _events(
                {"event": "collection_grace", "on": "2022-01-01"}, {"event": "conversion_grace", "on": "2022-12-31"}
            ),
            ("events[1].on: 猶予の期間が", "終わりの日（until）"),
        ),
        (
            _events({"event": "seizure", "on": "2022-01-01", "obligors": ["乙"]}),
            ("events[0].obligors[0]: obligors にない債務者です", "値: 乙", "期待: principal"),
        ),
        (
            {**TAX, "obligors": [{"key": "a", "role": "principal"}, {"key": "a", "role": "joint"}]},
            ("obligors[1].key: 同じ名前の債務者が二人います",),
        ),
        ({**TAX, "obligors": [{"key": "a", "role": "joint"}]}, ("主たる債務者（principal）の数", "値: なし")),
        (
            {**TAX, "obligors": [{"key": "a", "role": "principal", "share": "half"}]},
            ("obligors[0].share: この値は使えません", "値: half", "1/2"),
        ),
    ],
)
def test_what_cannot_be_is_refused_by_place(tmp_path: Path, case: object, words: tuple[str, ...]) -> None:
    ended = _asked(tmp_path, case, "--json")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert [word for word in words if word not in ended.stderr] == []


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    assert run_saiken("law", "prescription", file, "--on", "2026-11-21").exit_code == 2
    file.write_bytes(b"\x83\x5c")
    ended = run_saiken("law", "prescription", file, "--on", "2026-11-21")
    assert (ended.exit_code, "UTF-8" in ended.stderr) == (2, True)


def test_an_impossible_day_of_the_question_is_refused(tmp_path: Path) -> None:
    ended = run_saiken("law", "prescription", _written(tmp_path, TAX), "--on", "2026-02-30")
    assert (ended.exit_code, ended.stdout) == (2, "")


def test_a_cause_before_the_law_book_begins_is_refused_by_the_law(tmp_path: Path) -> None:
    case = {**TAX, "cause_date": "1960-04-01", "due_date": "1960-06-30"}
    assert _asked(tmp_path, case).exit_code == 3


def test_the_schema_is_valid_and_names_what_prescription_looks_at() -> None:
    schema = load_case_schema()
    Draft202012Validator.check_schema(schema)
    assert set(schema["$defs"]["event"]["properties"]["event"]["enum"]) == {
        EventKind(kind).value for kind in CONCERNING
    }


def test_the_published_schema_is_the_one_in_force() -> None:
    published = json.loads((ROOT / "docs" / "reference" / "case.schema.json").read_text(encoding="utf-8"))
    assert published == load_case_schema()
