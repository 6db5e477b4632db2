"""Forms as they are sent, in process and on both databases: what nobody means is refused at its field, and no page breaks on it afterwards.

The one idea: each line is an address with what was sent to it; the answer is a page in words, never a failure.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.request_release import request_release
from saiken.register.models import (
    Act,
    Campaign,
    ClaimStanding,
    Halt,
    Investigation,
    Mark,
    ObligorFact,
    Property,
    ProtectionRelease,
    SavedSearch,
)
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.scope import everything
from tests.support.small_desk import Desk
from tests.support.small_register import SmallRegister

HUGE, SLIP, FOR_EVER = "9" * 30, "0026-04-01", "9999-12-31"
YEAR = "年を確かめてください"


@pytest.fixture
def desk(small: SmallRegister) -> Desk:
    """People at the bureau who send forms."""
    return Desk(small)


def _contact(desk: Desk, **typed: Any) -> dict[str, Any]:
    key = "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d6e"
    return {"mode": "telephone_out", "on": desk.today, "at": "10:00", "result": "absent", "submission": key} | typed


def test_a_year_that_nobody_means_is_refused_at_its_field_and_no_page_breaks_on_it(desk: Desk) -> None:
    office, person, today = desk.small.bureau, desk.person, desk.today
    fact = {"kind": "residence", "value": "見本町", "permitted_use": "every_claim", "from_on": today}
    found = {"kind": "bank_deposit", "description": "預金", "submission": "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d6f"}
    campaign = {"office": office, "offices": office, "name": "x", "goal_yen": "1", "submission": "k", "until_on": today}
    away = {"post": f"{office}:officer", "deputy": "manager", "reason": "休暇", "from_on": today}
    role = {"office": office, "role": "section_manager", "from_on": today}
    for who, address, typed in (
        ("officer", f"{person}contacts/", _contact(desk, on=SLIP)),
        ("officer", f"{person}contacts/", _contact(desk, next_on=FOR_EVER)),
        ("officer", f"{person}facts/", fact | {"from_on": SLIP}),
        ("officer", f"{person}facts/", fact | {"last_on": FOR_EVER}),
        ("officer", f"{person}properties/new/", found | {"found_on": SLIP}),
        ("manager", "/halts/", {"office": office, "reason": "x", "from_on": SLIP}),
        ("manager", "/halts/", {"office": office, "reason": "x", "from_on": today, "until_on": FOR_EVER}),
        ("manager", "/campaigns/", campaign | {"from_on": SLIP}),
        ("officer", "/absences/", away | {"last_on": FOR_EVER}),
        ("keeper", "/accounts/people/officer/", role | {"last_on": FOR_EVER}),
        ("keeper", "/accounts/people/officer/", role | {"from_on": SLIP}),
    ):
        code, page = desk.send(who, address, **typed)
        assert (address, typed, code in (200, 422), YEAR in page) == (address, typed, True, True)
    for model in (Act, ObligorFact, Property, Halt, Campaign):
        assert not model.objects.exists()


def test_a_day_that_has_not_come_is_refused_where_standings_would_be_told_as_of_it(desk: Desk) -> None:
    person, ahead = desk.person, (localdate() + timedelta(days=1)).isoformat()
    party = {"role": "guarantor", "kind": "person", "name": "保証 人", "claim": desk.claim}
    rows = {f"row{place}__kind": "bank_deposit" for place in range(6)} | {"row0__institution": "見本銀行"}
    asked = rows | {"answer_due_on": ahead, "ground": "national_tax_collection_act/141", "claim": desk.claim}
    found = {"kind": "bank_deposit", "description": "預金"}
    key = {"submission": "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d60"}
    for address, typed in (
        ("parties/", party | {"from_on": ahead}),
        ("properties/ask/", asked | key | {"on": ahead}),
        ("properties/new/", found | key | {"found_on": ahead}),
        ("heirs/", {"died_on": ahead}),
    ):
        code, page = desk.send("officer", f"{person}{address}", **typed)
        assert (address, code, "まだ来ていない日は記録できません" in page) == (address, 422, True)
    assert ClaimStanding.objects.get(pk=desk.claim).as_of_on <= localdate()


def test_a_plan_of_days_that_no_law_is_kept_for_is_refused_in_words(desk: Desk) -> None:
    asked = "by=count&count=2&unit_yen=1000&order=oldest_due_first&kind=payment_pledge&first_on=2999-12-25"
    for agreed, sentence in (("1960-04-01", "より前の値を収録していません"), (SLIP, YEAR)):
        answer = desk.client("officer").get(f"{desk.person}plan/?{asked}&agreed_on={agreed}&claim={desk.claim}")
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_a_number_that_nothing_can_have_is_not_found(desk: Desk) -> None:
    for address in (f"/obligors/{HUGE}/marks/", f"/protection/obligors/{HUGE}/keep/", f"/plans/{HUGE}/end/"):
        assert (address, desk.send("manager", address)[0]) == (address, 404)


def test_a_mark_with_a_day_that_is_none_is_refused_and_keeps_what_was_typed(desk: Desk) -> None:
    for day in (FOR_EVER, "2026-02-30", "来週"):
        code, page = desk.send("officer", f"{desk.person}marks/", kind="two_officers", last_on=day, note="二人で")
        assert (code, "日付として読めません" in page, 'value="二人で"' in page) == (422, True, True)
        assert '<option value="two_officers" selected>' in page
    assert not Mark.objects.exists()


def test_sums_and_numbers_beyond_the_database_are_refused_at_their_field(desk: Desk) -> None:
    person, today = desk.person, desk.today
    found = {"kind": "bank_deposit", "description": "預金", "found_on": today}
    party = {"role": "guarantor", "kind": "person", "from_on": today, "claim": desk.claim}
    heirs = {"died_on": "2026-01-01", "step": "register", "heir0__relation": "spouse", "heir0__name": "妻"}
    for address, typed in (
        (
            f"{person}properties/new/",
            found | {"estimated_yen": HUGE, "submission": "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d6e"},
        ),
        (f"{person}properties/change/", {"property": HUGE, "turn": "property_worthless", "on": today}),
        (f"{person}parties/", party | {"obligor_id": HUGE}),
        (f"{person}heirs/", heirs | {"heir0__obligor_id": HUGE}),
        (f"{person}marks/", {"kind": "two_officers", "office": HUGE, "last_on": "x"}),
    ):
        assert (address, desk.send("officer", address, **typed)[0]) == (address, 422)


def test_numbers_that_only_look_like_numbers_choose_nothing(desk: Desk) -> None:
    for text in ("²", "-5", "--", HUGE, "９"):
        for address in (f"approvals/batch/?proposal={text}", f"work/first_demand/?office={text}"):
            desk.page("manager", f"/{address}")
        for address in ("work/extract", "hand-overs/candidates"):
            desk.page("manager", f"/{address}/?after={text}-{text}")
        assert desk.send("manager", "/approvals/batch/", proposal=f"{text}-1")[0] in (302, 409)
        outside = {"proposal": f"{text}-{text}", "decided_on": desk.today, "number": "1", "result": "passed"}
        assert desk.send("manager", "/approvals/outside/record/", **outside)[0] == 409
        run = {"kind": "mark", "which": "", "obligor": text, "key": "k", "form_mark": "two_officers"}
        code, page = desk.send("manager", "/work/extract/bulk/", **run)
        assert (code, "対象の人が選ばれていません" in page) == (422, True)


def test_a_character_that_nobody_types_is_refused_everywhere(desk: Desk) -> None:
    for who, address, typed in (
        ("manager", "/assignments/undo/", {"run": "a\0"}),
        ("manager", "/work/first_demand/searches/", {"name": "a\0", "officer": "b\0"}),
        ("officer", f"{desk.person}marks/", {"kind": "two_officers", "note": "\0"}),
        ("keeper", "/accounts/import/apply/", {"text": "a\0"}),
    ):
        assert (address, desk.send(who, address, **typed)[0]) == (address, 400)
    assert desk.client("manager").get("/work/first_demand/?officer=a%00").status_code == 400
    assert not SavedSearch.objects.exists()


def test_files_that_are_no_tables_are_refused_in_words(desk: Desk) -> None:
    for content in (b'"' + b"1" * 200_000, b"1\0\n2"):
        code, page = desk.send("manager", "/work/extract/", numbers=SimpleUploadedFile("n.csv", content))
        assert (code, "ファイルを読めません" in page) == (422, True)
    number = str(desk.small.obligor).encode()
    code, _page = desk.send("manager", "/work/extract/", numbers=SimpleUploadedFile("n.csv", number + b"\r" + b"x\r"))
    assert code == 302
    header = "区分,利用者名,氏名,所属,役割,発令日,終了日\n"
    for line, sentence in (
        ("あ" * 140_000, "ファイルを読めません"),
        ("新規,x1,名,見本局,担当者,99999999999-4-1,", "2027-04-01 の形"),
        ("新規,x1,名,見本局,担当者,2027-4-1,9999-12-31", "2999年まで"),
        (f"新規,x1,{'名' * 151},見本局,担当者,2027-4-1,", "150字以内"),
        ("新規,x/1,名,見本局,担当者,2027-4-1,", "「/」と空白を含まない"),
    ):
        code, page = desk.send("keeper", "/accounts/import/apply/", text=header + line)
        assert (line[:30], code, sentence in page) == (line[:30], 200, True)


def test_a_user_name_that_no_address_can_hold_is_refused(desk: Desk) -> None:
    for name in ("a/b", "a b", "..", "見本　花子"):
        code, page = desk.send("keeper", "/accounts/new/", username=name, display_name="名")
        assert (name, code, "使えない利用者名です" in page) == (name, 200, True)
    desk.page("keeper", "/accounts/")


def test_what_is_longer_than_its_place_is_refused_before_it_is_kept(desk: Desk) -> None:
    run = {
        "which": "all",
        "kind": "property_investigation",
        "form_designated_on": desk.today,
        "form_institution": "銀行",
    }
    for number, (typed, sentence) in enumerate(
        (
            (run | {"form_institution": "長" * 121, "form_property_kind": "salary"}, "120字以内"),
            (run | {"form_property_kind": "gold"}, "財産の種類がありません"),
            (run | {"form_property_kind": "salary", "form_designated_on": FOR_EVER}, YEAR),
        )
    ):
        code, page = desk.send("manager", "/work/extract/bulk/", key=f"k{number}", **typed)
        assert (code, sentence in page) == (422, True)
    assert desk.send("manager", f"/work/{'a' * 60}/searches/", name="x")[0] == 404


def _asked(desk: Desk) -> int:
    """An inquiry about the person's salary that waits for its answer."""
    rows = {f"row{place}__kind": "bank_deposit" for place in range(6)} | {"row0__institution": "見本銀行"}
    asked = {
        "on": desk.today,
        "answer_due_on": desk.today,
        "ground": "national_tax_collection_act/141",
        "claim": desk.claim,
    }
    key = "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d61"
    assert desk.send("officer", f"{desk.person}properties/ask/", submission=key, **asked, **rows)[0] == 302
    return Investigation.objects.get().pk


def test_an_answer_that_cannot_be_kept_stays_as_it_was_typed(desk: Desk) -> None:
    number = _asked(desk)
    line = {f"result-{number}": "property_found", f"description-{number}": "預金", f"yen-{number}": "1,000"}
    for typed, sentence in (
        ({f"description-{number}": "長" * 301}, "300字以内"),
        ({f"yen-{number}": HUGE}, "0以上の整数"),
        ({f"yen-{number}": "-5"}, "0以上の整数"),
        ({f"description-{number}": "", f"result-{number}": "partly_answered"}, "評価額の財産の表示がありません"),
        ({"answered_on": "2026-02-30"}, "回答の日を確かめて"),
        ({"answered_on": ""}, "回答の日を確かめて"),
        ({"answered_on": FOR_EVER}, "回答の日を確かめて"),
        ({"answered_on": "2026-11-01"}, "照会の日より前"),
        ({f"result-{number}": "lost"}, "回答を選んでください"),
    ):
        given = {"answered_on": desk.today} | line | typed
        code, page = desk.send("officer", "/answers/", **given)
        assert (typed, code, sentence in page) == (typed, 422, True)
        assert f'name="answered_on" value="{given["answered_on"] or desk.today}"' in page
    assert not Property.objects.exists()
    full_width = line | {f"yen-{number}": "１，０００円"}
    assert desk.send("officer", "/answers/", answered_on=desk.today, **full_width)[0] == 302
    assert Property.objects.get().estimated_yen == 1_000


def test_a_decision_that_was_not_chosen_is_none(desk: Desk) -> None:
    code, page = desk.send("manager", "/approvals/outside/record/", proposal="1-1", decided_on=desk.today, number="1")
    assert (code, "結果を選んでください" in page) == (409, True)
    measure = NewProtection(desk.small.obligor, ProtectionGround.STALKING, "申出", date(2999, 1, 1))
    begin_protection(protection=measure, by="manager", on=localdate())
    reader = everything("officer")
    asked = request_release(obligor_id=desk.small.obligor, reason="送達", scope=reader, by="officer", on=localdate())
    for typed in ({}, {"answer": "perhaps"}, {"answer": "release", "reason": "長" * 301}):
        assert desk.send("manager", f"/protection/requests/{asked}/", **typed)[0] == 302
    assert not ProtectionRelease.objects.exists()
    desk.send("manager", f"/protection/requests/{asked}/", answer="refuse")
    assert ProtectionRelease.objects.get().request_id == asked


def test_a_number_typed_in_full_width_is_read_and_what_is_none_is_said(desk: Desk) -> None:
    full_width = "".join(chr(ord("０") + int(digit)) for digit in str(desk.small.other_obligor))
    desk.small.claim("2", fiscal_year=2025, obligor_id=desk.small.other_obligor)
    assert "見本 花子" in desk.page("officer", f"{desk.person}joins/?other={full_width}")
    for text in ("見本", HUGE):
        answer = desk.client("officer").get(f"{desk.person}joins/?other={text}")
        assert (answer.status_code, "番号として読めません" in answer.content.decode()) == (422, True)
