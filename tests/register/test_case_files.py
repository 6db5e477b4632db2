"""The files of persons at offices: what they say follows every claim, entry, act and custody, and the officer stays.

The one idea: facts are recorded by the register's own actions; the rows are read as the worklists read them.
"""

from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.party import PartyRole
from saiken.register.actions._case_files import refresh_all_case_files, refresh_case_files
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.receive import receive
from saiken.register.actions.transfer import transfer
from saiken.register.models import Act, CaseFile, ClaimCustody, User, WorkItem
from saiken.register.queries.case_files import case_files
from saiken.register.queries.work_faults import person_items
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

BY = {"lawbook": BOOK, "by": "kakari", "on": date(2018, 9, 1)}


def _figures(obligor_id: int, office_id: int) -> tuple[int, int, int]:
    file = CaseFile.objects.get(obligor_id=obligor_id, office_id=office_id)
    return file.open_claims, file.further_claims, file.balance_yen


def _act(small: SmallRegister, on: date, *, next_on: date | None = None, reverses: Act | None = None) -> Act:
    act = Act.objects.create(
        kind="call",
        obligor_id=small.obligor,
        office_id=small.bureau,
        on=on,
        next_on=next_on,
        next_kind="visit" if next_on else "",
        submission=f"{Act.objects.count()}",
        reverses=reverses,
        recorded_by="kakari",
        recorded_at="2018-09-01 00:00:00+00:00",
    )
    refresh_case_files([small.obligor])
    return act


def _planned(small: SmallRegister) -> tuple[date | None, date | None, str]:
    file = CaseFile.objects.get(obligor_id=small.obligor, office_id=small.bureau)
    return file.last_act_on, file.next_on, file.next_kind


def test_a_file_counts_what_is_open_at_each_office(small: SmallRegister) -> None:
    first, second = small.claim("1"), small.claim("2", fiscal_year=2017)
    small.event(first, EventKind.NOTE, date(2018, 7, 20))
    file = CaseFile.objects.get(obligor_id=small.obligor)
    assert (file.office_id, file.open_claims, file.balance_yen) == (small.bureau, 2, 20_000)
    assert (file.oldest_due_on, file.completes_on) == (date(2017, 6, 30), date(2020, 7, 1))
    transfer(claim_id=second, to_office_id=small.ward, **BY)
    assert [_figures(small.obligor, office) for office in (small.bureau, small.ward)] == [
        (1, 0, 10_000),
        (1, 0, 10_000),
    ]
    receive(claim_id=first, yen=10_000, **BY)
    assert _figures(small.obligor, small.bureau) == (0, 0, 0)
    assert list(case_files()) == []


def test_a_claim_handed_over_is_in_the_file_of_who_handles_it(small: SmallRegister) -> None:
    claim_id = small.claim()
    ClaimCustody.objects.create(claim_id=claim_id, office_id=small.ward, from_on=date(2018, 9, 1))
    assert [fault.subject for fault in case_files()] == [
        f"債務者 {small.obligor} 組織 {small.bureau}",
        f"債務者 {small.obligor} 組織 {small.ward}",
    ]
    refresh_case_files([small.obligor])
    assert [_figures(small.obligor, office) for office in (small.bureau, small.ward)] == [(0, 0, 0), (1, 0, 10_000)]


def test_who_answers_beside_the_principal_has_a_file_without_yen(small: SmallRegister) -> None:
    claim_id = small.claim()
    guarantor = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR)
    name_obligor(claim_id=claim_id, further=guarantor, **BY)
    name_obligor(claim_id=claim_id, further=FurtherObligor(small.other_obligor, PartyRole.JOINT), **BY)
    assert _figures(small.obligor, small.bureau) == (1, 0, 10_000)
    assert _figures(small.other_obligor, small.bureau) == (0, 1, 0)
    file = CaseFile.objects.get(obligor_id=small.other_obligor)
    assert (file.oldest_due_on, file.completes_on) == (None, None)
    receive(claim_id=claim_id, yen=10_000, **BY)
    assert _figures(small.other_obligor, small.bureau) == (0, 0, 0)


def test_prescription_that_is_over_has_no_day_to_come(small: SmallRegister) -> None:
    small.claim("old", fiscal_year=2012)
    recent = small.claim("recent")
    small.event(recent, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    file = CaseFile.objects.get(obligor_id=small.obligor)
    assert (file.open_claims, file.oldest_due_on) == (2, date(2012, 6, 30))
    assert file.completes_on is not None
    assert file.completes_on > date(2018, 7, 20)


def test_what_was_planned_stands_until_an_act_of_that_day(small: SmallRegister) -> None:
    small.claim()
    _act(small, date(2018, 9, 3), next_on=date(2018, 9, 20))
    assert _planned(small) == (date(2018, 9, 3), date(2018, 9, 20), "visit")
    _act(small, date(2018, 9, 10))  # a letter in between plans nothing and takes nothing away
    assert _planned(small) == (date(2018, 9, 10), date(2018, 9, 20), "visit")
    kept = _act(small, date(2018, 9, 20))
    assert _planned(small) == (date(2018, 9, 20), None, "")
    _act(small, date(2018, 9, 21), reverses=kept)  # it had not happened
    assert _planned(small) == (date(2018, 9, 10), date(2018, 9, 20), "visit")
    _act(small, date(2018, 9, 21), next_on=date(2018, 9, 21))
    assert _planned(small) == (date(2018, 9, 21), date(2018, 9, 21), "visit")


def test_an_act_on_somebody_without_open_claims_makes_a_file(small: SmallRegister) -> None:
    _act(small, date(2018, 9, 3), next_on=date(2018, 9, 20))
    assert _figures(small.obligor, small.bureau) == (0, 0, 0)
    assert _planned(small)[1] == date(2018, 9, 20)


def test_an_act_under_a_number_that_was_joined_moves_the_lists_of_the_kept_one(small: SmallRegister) -> None:
    for number, obligor_id in enumerate((small.obligor, small.other_obligor)):
        small.event(small.claim(str(number), obligor_id=obligor_id), EventKind.NOTE, date(2018, 7, 20))
    joining = Joining(kept_id=small.other_obligor, joined_id=small.obligor, reason="同じ人", confirmed=True)
    join_obligors(joining=joining, by="kakari", on=date(2018, 9, 1))
    _act(small, date(2018, 9, 3), next_on=date(2018, 9, 20))
    assert CaseFile.objects.get(obligor_id=small.other_obligor).next_on == date(2018, 9, 20)
    assert WorkItem.objects.get(list_id="next_contact").obligor_id == small.other_obligor
    assert list(person_items()) == []


def test_the_officer_stays_whatever_is_computed(small: SmallRegister) -> None:
    claim_id = small.claim()
    officer = User.objects.create_user("tanaka", display_name="田中", password="見本のあいことば")
    CaseFile.objects.update(officer=officer)
    receive(claim_id=claim_id, yen=1_000, **BY)
    refresh_all_case_files()
    file = CaseFile.objects.get()
    assert (file.officer_id, file.balance_yen) == (officer.pk, 9_000)
