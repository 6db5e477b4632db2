"""The search for persons: who is found by what, in which order, by whom; and that keys follow every change.

The one idea: persons are registered and changed by the register's own actions, then looked for as a clerk would.
"""

from datetime import date

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.rebuild_search import rebuild_search
from saiken.register.actions.receive import receive
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.review_protection import review_protection
from saiken.register.actions.undo_join import undo_join
from saiken.register.models import AccessLog, SearchGram
from saiken.register.models.obligor import ObligorKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries import search as search_query
from saiken.register.queries import search_counts, search_hits
from saiken.register.queries.person_offices import offices_concerned
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.search import search
from saiken.register.queries.search_keys import search_keys
from tests.support.command_line import run_saiken
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

ON = date(2018, 9, 1)
BY = {"by": "kakari", "on": ON}


def _person(name: str, name_kana: str = "", **facts: object) -> int:
    new = NewObligor(kind=ObligorKind.PERSON, name=name, name_kana=name_kana, **facts)  # type: ignore[arg-type]
    return register_obligor(obligor=new, **WHO)


@pytest.fixture
def people(small: SmallRegister) -> dict[str, int]:
    """Four persons; the first two owe, at the bureau and at the ward."""
    found = {
        "齋藤": _person(
            "齋藤　はな",
            "サイトウ　ハナ",
            external_number="P0000701",
            birth_on=date(1980, 3, 2),
            address="見本市仮名濱三丁目２番１０号",
            telephone="06-1234-5678",
        ),
        "斉藤": _person("斉藤　一郎", "サイトウ　イチロウ", birth_on=date(1980, 3, 2), address="見本市仮名浜3-2-11"),
        "林": _person("林　誠", "ハヤシ　マコト"),
        "小林": _person("小林　誠", "コバヤシ　マコト"),
    }
    small.claim("12-000345", obligor_id=found["斉藤"], yen=90_000)
    small.claim("12-000346", obligor_id=found["齋藤"], yen=10_000, office_id=small.ward)
    return found


def _found(line: str, scope: Scope | None = None) -> list[int]:
    return [person.obligor_id for person in search(line, scope=scope or everything("kakari"), on=ON).persons]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("斎藤", ["斉藤", "齋藤"]),  # who owes more comes first
        ("さいとう", ["斉藤", "齋藤"]),
        ("ｻｲﾄﾞｰ", ["斉藤", "齋藤"]),
        ("サイトウハナ", ["齋藤"]),
        ("斉藤はな", ["齋藤"]),
        ("はな", ["齋藤"]),
        ("林", ["林"]),  # one kanji begins a name or ends it
        ("小林", ["小林"]),
        ("誠", ["林", "小林"]),
        ("マコト ハヤシ", ["林", "小林"]),  # コバヤシ is folded to コハヤシ
        ("昭55.3.2", ["斉藤", "齋藤"]),
        ("S550302 はな", ["齋藤"]),
        ("P0000701", ["齋藤"]),
        ("p701", []),
        ("12-345", []),
        ("12000345", ["斉藤"]),
        ("仮名浜3-2", ["斉藤", "齋藤"]),
        ("三丁目２番10", ["齋藤"]),
        ("見本市仮名濱 はな", ["齋藤"]),
        ("0612345678", ["齋藤"]),
        ("5678", ["齋藤"]),
        ("12345678", ["齋藤"]),
        ("鈴木", []),
        ("さ", []),
    ],
)
def test_who_is_found(people: dict[str, int], line: str, names: list[str]) -> None:
    assert _found(line) == [people[name] for name in names]


def test_the_nearest_spelling_comes_before_the_larger_balance(people: dict[str, int]) -> None:
    assert _found("齋藤　はな")[0] == _found("齋藤")[0] == people["齋藤"]
    assert _found("斎藤")[0] == people["斉藤"]


def test_a_number_of_one_person_leads_there(people: dict[str, int], small: SmallRegister) -> None:
    claim_id = small.claim("9", obligor_id=people["林"])
    name_obligor(
        claim_id=claim_id, further=FurtherObligor(people["小林"], PartyRole.GUARANTOR), lawbook=BOOK, by="kakari", on=ON
    )

    def only(line: str) -> int | None:
        return search(line, scope=everything("kakari"), on=ON).only

    assert only("P0000701") == only("12-000346") == only("06-1234-5678") == people["齋藤"]
    assert only(f"債務者{people['林']}") == people["林"]
    assert (only("サイトウハナ"), only("昭55.3.2"), only(f"債権{claim_id}"), only("債権99999")) == (None,) * 4
    assert _found(f"債権{claim_id}") == [people["林"], people["小林"]]


def test_only_persons_of_the_own_offices_are_listed(people: dict[str, int], small: SmallRegister) -> None:
    at_ward = Scope(by="kakari", offices=frozenset({small.ward}))
    assert _found("斎藤", at_ward) == [people["齋藤"]]
    assert _found("12000345", at_ward) == []
    nowhere = Scope(by="kakari", offices=frozenset())
    assert _found("斎藤", nowhere) == []


def test_what_is_owed_is_what_the_viewer_may_see(people: dict[str, int], small: SmallRegister) -> None:
    small.claim("7", obligor_id=people["齋藤"], receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    paid = small.claim("8", obligor_id=people["齋藤"])
    receive(claim_id=paid, yen=10_000, lawbook=BOOK, **BY)
    (person,) = search("はな", scope=everything("kakari"), on=ON).persons
    assert (person.open_claims, person.balance_yen, set(person.offices)) == (2, 20_000, {"見本局", "見本区"})
    (person,) = search("はな", scope=Scope(by="kakari", offices=frozenset({small.ward})), on=ON).persons
    assert (person.open_claims, person.balance_yen) == (1, 10_000)


def test_a_search_is_written_down_with_its_words_and_whom_it_showed(people: dict[str, int]) -> None:
    before = AccessLog.objects.count()
    search("斎藤", scope=everything("kakari"), on=ON)
    search("  ", scope=everything("kakari"), on=ON)
    rows = AccessLog.objects.order_by("pk").values_list("what", "subject")[before:]
    first, last = sorted((people["齋藤"], people["斉藤"]))
    assert list(rows) == [("search", "検索 斎藤（2人）"), ("search", f"債務者 {first}-{last}")]


def test_a_protected_person_is_found_by_name_and_not_by_address(people: dict[str, int]) -> None:
    protection = NewProtection(people["齋藤"], ProtectionGround.SPOUSE_VIOLENCE, "申出書", date(2019, 9, 1))
    measure = begin_protection(protection=protection, **BY)
    (person,) = search("はな", scope=everything("kakari"), on=ON).persons
    assert (person.protected, person.address) == (True, "")
    assert _found("仮名浜3-2") == [people["斉藤"]]
    assert _found("5678") == []
    review_protection(
        obligor_id=people["齋藤"], measure_id=measure, reason="終了の申出", review_on=None, by="kakari", on=ON
    )
    assert _found("5678") == [people["齋藤"]]
    assert list(search_keys()) == []


def test_joined_persons_are_found_as_one(people: dict[str, int], small: SmallRegister) -> None:
    joining = Joining(people["林"], people["小林"], reason="同じ人")
    join = join_obligors(joining=joining, **BY)
    assert _found("小林") == _found("林") == [people["林"]]
    assert (list(search_keys()), list(offices_concerned())) == ([], [])
    undo_join(join_id=join, reason="別の人", **BY)
    assert _found("小林") == [people["小林"]]
    assert list(search_keys()) == []


def test_pages_go_on_where_the_last_one_ended(small: SmallRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [_person(f"見本野　{kanji}") for kanji in "一二三四五"]
    monkeypatch.setattr(search_query, "PAGE_SIZE", 2)
    after, seen = "", []
    while after is not None:
        page = search("見本野", scope=everything("kakari"), on=ON, after=after)
        seen += [person.obligor_id for person in page.persons]
        assert page.count == 5
        after = page.next_after
    assert seen == ids
    assert len(search("見本野", scope=everything("kakari"), on=ON, after="4_x").persons) == 2


def test_more_than_are_taken_are_told(small: SmallRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    for kanji in "一二三四五":
        _person(f"見本野　{kanji}")
    exact = _person("見本野")
    monkeypatch.setattr(search_hits, "MOST", 3)
    page = search("見本野", scope=everything("kakari"), on=ON)
    assert (page.count, page.is_cut, page.persons[0].obligor_id) == (3, True, exact)


def test_remembered_counts_hide_nobody_who_is_registered_later(
    small: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_counts, "_WORTH_KEEPING", 0)
    monkeypatch.setattr(search_counts, "_kept", {})
    assert search("見本野 架空", scope=everything("kakari"), on=ON).persons == ()
    assert search_counts._kept
    later = _person("見本野　架空")
    found = search("見本野 架空", scope=everything("kakari"), on=ON)
    assert [person.obligor_id for person in found.persons] == [later]


def test_a_rebuild_mends_what_is_missing_and_changes_nothing_else(people: dict[str, int]) -> None:
    SearchGram.objects.filter(gram="はな").delete()
    SearchGram.objects.filter(obligor_id=people["齋藤"], gram__startswith="#").delete()
    SearchGram.objects.create(gram="別人", obligor_id=people["林"])
    assert len(list(search_keys())) == 2
    assert run_saiken("search", "rebuild").exit_code == 0
    assert list(search_keys()) == []
    assert rebuild_search(obligor_ids=[people["林"]], **BY) == 1
