"""Who may see whose persons, and that every look is written down.

The one idea: a claim page is asked for by people of different offices; the answer or the refusal, and the access log, are compared.
"""

from datetime import date, timedelta

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import Component
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.sheets.edition import load_editions
from saiken.register.access import SUBJECT_LENGTH, log_claims
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.end_role import end_role
from saiken.register.actions.increase import increase
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.transfer import transfer
from saiken.register.models import AccessLog, AuditRow, OfficeAlias, User
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from saiken.register.models.office_alias import normalised
from saiken.register.queries.cell_entries import cell_entries
from saiken.register.queries.claim import claim_page
from saiken.register.queries.close_plan import close_plans
from saiken.register.queries.office import offices_named
from saiken.register.queries.person import demand_seen, person, rows_of
from saiken.register.queries.person_owed import owed
from saiken.register.queries.scope import everything, scope_of
from saiken.register.queries.sheet_index import find_sheet
from saiken.register.queries.state_claims import StateCell, state_claims
from saiken.register.queries.terms import terms_of
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

DAY = date(2018, 9, 1)
BY = {"by": "kanri", "on": DAY}
PASSWORD = "asagao-no-tane-7"


def _user(username: str, office_id: int, role: Role) -> None:
    create_user(username=username, display_name="担当", password=PASSWORD, **BY)
    assign_role(username=username, office_id=office_id, role=role, **BY)


def test_a_claim_page_tells_everything_and_is_logged(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    increase(claim_id=claim_id, yen=50, particulars=Particulars(component=Component.LATE_CHARGE), lawbook=BOOK, **BY)
    receive(claim_id=claim_id, yen=400, lawbook=BOOK, **BY)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    protected = NewObligor(kind=ObligorKind.PERSON, name="見本 次郎", address="見本市見本町1", protected=True)
    heir = FurtherObligor(register_obligor(obligor=protected, **WHO), PartyRole.HEIR, share=(1, 2))
    name_obligor(claim_id=claim_id, further=heir, lawbook=BOOK, **BY)
    page = claim_page(claim_id, scope=everything("kansa", purpose="検査"))
    assert page.balances_yen == {"principal": 600, "late_charge": 50}
    assert [(line.kind, line.balance_yen) for line in page.entries] == [
        ("assessed", 1_000),
        ("increased", 50),
        ("received", 600),
    ]
    assert [(line.role, line.share, line.address) for line in page.obligors] == [
        ("principal", None, ""),
        ("heir", (1, 2), ""),
    ]
    assert [line.state_id for line in page.states] == ["", "S01", "S02", ""]
    assert page.states[-1].standing == "data_to_check"  # an heir, and nobody has died
    row = AccessLog.objects.get()
    assert (row.by, row.what, row.subject, row.purpose) == ("kansa", "claim", f"債権 {claim_id}", "検査")


def test_only_offices_concerned_see_persons(small: SmallRegister) -> None:
    elsewhere = register_office(key="other", name="別局", kind=OfficeKind.BUREAU, **WHO)
    _user("ward", small.ward, Role.CASE_OFFICER)
    _user("bureau", small.bureau, Role.BUREAU_PLANNER)
    _user("other", elsewhere, Role.CASE_OFFICER)
    _user("auditor", elsewhere, Role.AUDITOR)
    claim_id = small.claim()
    for username in ("bureau", "auditor"):
        assert claim_page(claim_id, scope=scope_of(username, on=DAY)).claim_id == claim_id
    for username in ("ward", "other"):
        with pytest.raises(Refused, match="所属の異なる"):
            claim_page(claim_id, scope=scope_of(username, on=DAY))
    assert AccessLog.objects.count() == 2  # a refusal shows nobody
    transfer(claim_id=claim_id, to_office_id=small.ward, lawbook=BOOK, **BY)
    assert claim_page(claim_id, scope=scope_of("ward", on=DAY)).booked_office == "見本区"


def test_who_books_a_claim_now_sees_its_persons_on_every_page(small: SmallRegister) -> None:
    _user("ward", small.ward, Role.CASE_OFFICER)
    scope, sheet = scope_of("ward", on=DAY), find_sheet("016", fiscal_year=2018)
    moved, stays = small.claim("1"), small.claim("2", obligor_id=small.other_obligor)
    transfer(claim_id=moved, to_office_id=small.ward, lawbook=BOOK, **BY)
    everyone = StateCell("total", frozenset())
    listed = state_claims(sheet, 2018, cell=everyone, scope=scope)
    edition = load_editions()["2019"]
    terms = terms_of(edition, edition.column_of_id["current_assessed"])
    behind = cell_entries(sheet, 2018, terms=terms, scope=scope)
    assert {(line.claim_id, line.obligor) for line in listed.lines} == {(moved, "見本 太郎"), (stays, "")}
    assert {(line.claim_id, line.obligor) for line in behind.lines} == {(moved, "見本 太郎"), (stays, "")}
    assert owed([small.obligor], scope=scope, on=DAY, most_shown=9).claim_ids == (moved,)
    person(rows_of(small.obligor), scope=scope, classes=frozenset(), on=DAY, released=False)
    with pytest.raises(InvalidInput, match="範囲の外"):
        demand_seen([small.other_obligor], scope)
    assert list(AccessLog.objects.order_by("id").values_list("what", "subject")) == [
        ("state_claims", f"債権 {moved}"),
        ("cell_entries", f"債権 {moved}"),
        ("obligor", f"債務者 {small.obligor}"),
    ]


def test_the_log_of_a_long_list_names_every_claim(small: SmallRegister) -> None:
    scattered = range(1_000_001, 1_000_201, 2)
    log_claims(everything("kansa"), what="trace", claim_ids=[9, 3, 5, 4, *scattered])
    rows = list(AccessLog.objects.order_by("id").values_list("subject", flat=True))
    assert rows[0].startswith("債権 3-5,9,1000001,1000003,")
    assert [len(row) <= SUBJECT_LENGTH for row in rows] == [True] * 3
    named = ",".join(row.removeprefix("債権 ") for row in rows).split(",")
    assert named[2:] == [str(number) for number in scattered]
    log_claims(everything("kansa"), what="trace", claim_ids=[])
    assert AccessLog.objects.count() == 3


def test_roles_hold_for_their_days_and_for_all_offices_below(small: SmallRegister) -> None:
    _user("kakari", small.bureau, Role.CASE_OFFICER)
    assert scope_of("kakari", on=DAY).offices == {small.bureau, small.ward}
    assert scope_of("kakari", on=DAY - timedelta(days=1)).offices == frozenset()
    role_id = User.objects.get(username="kakari").office_roles.get().pk
    end_role(role_id=role_id, by="kanri", on=DAY + timedelta(days=10))
    assert scope_of("kakari", on=DAY + timedelta(days=9)).offices
    assert scope_of("kakari", on=DAY + timedelta(days=10)).offices == frozenset()
    with pytest.raises(InvalidInput, match="終えられる役割がありません"):
        end_role(role_id=role_id, by="kanri", on=DAY + timedelta(days=20))


def test_a_user_is_made_with_a_good_password_once(small: SmallRegister) -> None:
    create_user(username="kakari", display_name="担当", password=PASSWORD, **BY)
    user = User.objects.get(username="kakari")
    assert user.check_password(PASSWORD)
    assert user.must_change_password
    assert PASSWORD not in str(list(AuditRow.objects.values()))
    with pytest.raises(Refused, match="同じ利用者名"):
        create_user(username="kakari", display_name="別人", password=PASSWORD, **BY)
    with pytest.raises(InvalidInput, match="パスワード"):
        create_user(username="weak", display_name="担当", password="12345678", **BY)
    with pytest.raises(InvalidInput, match="利用者がいません"):
        assign_role(username="nobody", office_id=small.bureau, role=Role.CASHIER, **BY)


def test_a_bureau_is_found_by_name_key_or_alias_in_any_width(small: SmallRegister) -> None:
    port = register_office(
        key="port", name="港湾局", kind=OfficeKind.BUREAU, aliases=["港湾 局（総務）"], by="kanri", on=DAY
    )
    for name in ("港湾局", "port", "ｐｏｒｔ", "港湾局(総務)", "港湾局 （総務）"):
        assert offices_named(name) == {port}
    assert offices_named("別の局") == frozenset()
    OfficeAlias.objects.create(office_id=small.bureau, alias=normalised("見本（本庁）"))
    assert find_sheet("016", fiscal_year=2018, bureau="見本 (本庁)").bureau_id == small.bureau
    with pytest.raises(InvalidInput, match="様式がありません"):
        find_sheet("016", fiscal_year=2018, bureau="港湾局")
    assert [plan.number for plan in close_plans(2018, bureau="見本（本庁）", number="016")] == ["016"]


def test_a_claim_nobody_has_is_said_so(small: SmallRegister) -> None:
    with pytest.raises(InvalidInput, match="債権がありません"):
        claim_page(999, scope=everything("kansa"))
