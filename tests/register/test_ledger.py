"""Money in the register: every verb, and what the database refuses, on both databases.

The one idea: what is refused is refused twice: by the action with a sentence, and by the database when an action is bypassed.
"""

import json
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from saiken.domain.claim.attribution import RevenueBasis
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.appropriate import appropriate
from saiken.register.actions.assess import assess
from saiken.register.actions.increase import increase
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.reduce import reduce
from saiken.register.actions.refund import refund
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.reverse import reverse
from saiken.register.actions.transfer import transfer
from saiken.register.actions.write_off import write_off
from saiken.register.models import AuditRow, Claim, ClaimBalance, Entry
from saiken.register.queries.verify import differences
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

ON = date(2018, 9, 1)
BY = {"by": "kakari", "on": ON}
OVERPAID = Particulars(overpayment=True)
LATE_CHARGE = Particulars(component=Component.LATE_CHARGE)


def _balance(claim_id: int, component: Component = Component.PRINCIPAL) -> int:
    return ClaimBalance.objects.get(claim_id=claim_id, component=component.value).balance_yen


def _last() -> Entry:
    return Entry.objects.order_by("sequence").select_related("receivable").last()  # type: ignore[return-value]


def test_a_claim_lives_from_assessment_to_write_off(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    increase(claim_id=claim_id, yen=500, lawbook=BOOK, **BY)
    reduce(claim_id=claim_id, yen=200, particulars=Particulars(cause="hardship"), lawbook=BOOK, **BY)
    receive(
        claim_id=claim_id,
        yen=3_000,
        particulars=Particulars(channel=Channel.BANK, arrived_on=date(2018, 9, 4)),
        lawbook=BOOK,
        **BY,
    )
    write_off(claim_id=claim_id, yen=7_300, cause=WriteOffCause.WAIVED, lawbook=BOOK, **BY)
    assert _balance(claim_id) == 0
    assert (_last().cause, _last().accounting_year, _last().portion) == ("waived", 2018, "current")
    assert list(differences(lawbook=BOOK)) == []


def test_every_act_leaves_one_audit_row(small: SmallRegister) -> None:
    claim_id = small.claim()
    before = AuditRow.objects.count()
    receive(claim_id=claim_id, yen=3_000, lawbook=BOOK, **BY)
    row = AuditRow.objects.order_by("id").last()
    assert AuditRow.objects.count() == before + 1
    assert row is not None
    assert (row.by, row.action, row.subject) == ("kakari", "receive", f"債権 {claim_id}")
    assert json.loads(row.detail)["yen"] == 3_000


def test_what_is_refused_leaves_nothing(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    before = (Entry.objects.count(), AuditRow.objects.count())
    with pytest.raises(Refused, match="残高を超える"):
        receive(claim_id=claim_id, yen=10_001, lawbook=BOOK, **BY)
    assert (Entry.objects.count(), AuditRow.objects.count(), _balance(claim_id)) == (*before, 10_000)
    assert receive(claim_id=claim_id, yen=10_000, lawbook=BOOK, **BY) == before[0] + 1  # and no number was lost


@pytest.mark.parametrize("yen", [0, -1, 1.5, True])
def test_amounts_are_whole_yen_above_zero(small: SmallRegister, yen: int) -> None:
    claim_id = small.claim()
    with pytest.raises(InvalidInput, match="1円以上"):
        receive(claim_id=claim_id, yen=yen, lawbook=BOOK, **BY)


@pytest.mark.parametrize("who", [{"by": "", "on": ON}, {"by": "kakari", "on": "2018-09-01"}])
def test_who_and_when_are_always_given(small: SmallRegister, who: dict[str, object]) -> None:
    claim_id = small.claim()
    with pytest.raises(InvalidInput):
        receive(claim_id=claim_id, yen=1, lawbook=BOOK, **who)  # type: ignore[arg-type]


def test_an_overpayment_is_recorded_then_refunded_or_appropriated(small: SmallRegister) -> None:
    claim_id, other_id = small.claim("1", yen=1_000), small.claim("2", yen=1_000)
    receive(claim_id=claim_id, yen=1_600, particulars=OVERPAID, lawbook=BOOK, **BY)
    assert _balance(claim_id) == -600
    with pytest.raises(Refused, match="過納となっている金額まで"):
        refund(claim_id=claim_id, yen=601, lawbook=BOOK, **BY)
    refund(claim_id=claim_id, yen=100, lawbook=BOOK, **BY)
    appropriate(from_claim_id=claim_id, to_claim_id=other_id, yen=500, lawbook=BOOK, **BY)
    assert (_balance(claim_id), _balance(other_id)) == (0, 500)
    assert _last().counterpart_id == _last().sequence - 1
    assert list(differences(lawbook=BOOK)) == []


def test_a_reversal_takes_back_one_whole_entry_once(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    receipt = receive(claim_id=claim_id, yen=400, lawbook=BOOK, **BY)
    reverse(sequence=receipt, lawbook=BOOK, **BY)
    assert _balance(claim_id) == 1_000
    with pytest.raises(Refused, match="すでに取り消されて"):
        reverse(sequence=receipt, lawbook=BOOK, **BY)
    with pytest.raises(Refused, match="取消しは"):
        reverse(sequence=receipt + 1, lawbook=BOOK, **BY)
    with pytest.raises(InvalidInput, match="記入がありません"):
        reverse(sequence=999, lawbook=BOOK, **BY)


def test_money_of_the_closing_period_stays_and_a_reversal_follows_what_it_corrects(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    receipt = receive(claim_id=claim_id, yen=400, lawbook=BOOK, by="kakari", on=date(2019, 5, 31))
    assert (_last().accounting_year, _last().portion) == (2018, "current")
    receive(claim_id=claim_id, yen=100, lawbook=BOOK, by="kakari", on=date(2019, 6, 1))
    assert (_last().accounting_year, _last().portion) == (2019, "past")
    reverse(sequence=receipt, lawbook=BOOK, by="kakari", on=date(2019, 6, 2))
    assert (_last().accounting_year, _last().portion) == (2019, "past")
    assert list(differences(lawbook=BOOK)) == []


def test_a_transfer_to_another_receivable_shows_on_both_sides(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    receive(claim_id=claim_id, yen=300, lawbook=BOOK, **BY)
    transfer(claim_id=claim_id, to_receivable_id=small.loan, lawbook=BOOK, **BY)
    sides = Entry.objects.filter(kind="transferred").order_by("sequence").values_list("receivable_id", "yen")
    assert list(sides) == [(small.premium, -700), (small.loan, 700)]
    receive(claim_id=claim_id, yen=700, lawbook=BOOK, **BY)
    assert (_last().receivable_id, _balance(claim_id)) == (small.loan, 0)
    assert list(differences(lawbook=BOOK)) == []


def test_a_transfer_to_another_ward_keeps_the_receivable(small: SmallRegister) -> None:
    claim_id = small.claim()
    transfer(claim_id=claim_id, to_office_id=small.ward, lawbook=BOOK, **BY)
    assert (_last().office_id, _last().receivable_id) == (small.ward, small.premium)
    with pytest.raises(InvalidInput, match="今の所属と同じ"):
        transfer(claim_id=claim_id, to_office_id=small.ward, lawbook=BOOK, **BY)


def test_a_transfer_is_refused_across_accounts_and_classes(small: SmallRegister) -> None:
    claim_id = small.claim()
    with pytest.raises(Refused, match="会計の異なる"):
        transfer(claim_id=claim_id, to_receivable_id=small.water, lawbook=BOOK, **BY)
    loan_claim = small.claim("9", receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    with pytest.raises(Refused, match="債権区分"):
        transfer(claim_id=loan_claim, to_receivable_id=small.premium, lawbook=BOOK, **BY)


def test_a_class_that_the_receivable_does_not_allow_is_refused(small: SmallRegister) -> None:
    with pytest.raises(Refused, match="債権区分"):
        small.claim(legal_class=LegalClass.PRIVATE_LAW)
    assert Claim.objects.count() == 0


def _late_charges_of(small: SmallRegister, receivable_id: int, number: str, classes: list[LegalClass]) -> int:
    """A receivable that consists of the late charges of another's claims."""
    part = NewReceivable(
        bureau_id=small.bureau,
        number=number,
        name="延滞金",
        section_id=small.bureau,
        allowed_classes=classes,
        part_of_id=receivable_id,
        part_component=Component.LATE_CHARGE,
        claim_based_from=2010,
    )
    return register_receivable(receivable=part, **WHO)


def test_a_component_may_be_a_receivable_of_its_own(small: SmallRegister) -> None:
    part_id = _late_charges_of(small, small.premium, "017", [LegalClass.PUBLIC_ENFORCEABLE])
    claim_id = small.claim(yen=1_000)
    increase(claim_id=claim_id, yen=50, particulars=LATE_CHARGE, lawbook=BOOK, **BY)
    assert (_last().receivable_id, _balance(claim_id, Component.LATE_CHARGE), _balance(claim_id)) == (
        part_id,
        50,
        1_000,
    )


def test_a_component_moves_with_its_claim_and_begins_where_the_claim_is_now(small: SmallRegister) -> None:
    there_id = _late_charges_of(small, small.loan, "027", [LegalClass.PUBLIC_ENFORCEABLE])
    with_charge, without = small.claim("1", yen=1_000), small.claim("2", yen=1_000)
    increase(claim_id=with_charge, yen=50, particulars=LATE_CHARGE, lawbook=BOOK, **BY)
    for claim_id in (with_charge, without):
        transfer(claim_id=claim_id, to_receivable_id=small.loan, to_office_id=small.ward, lawbook=BOOK, **BY)
    increase(claim_id=without, yen=70, particulars=LATE_CHARGE, lawbook=BOOK, **BY)
    booked = ClaimBalance.objects.filter(component="late_charge").order_by("claim_id")
    assert list(booked.values_list("receivable_id", "office_id", "balance_yen")) == [
        (there_id, small.ward, 50),
        (there_id, small.ward, 70),
    ]
    assert list(differences(lawbook=BOOK)) == []


def test_a_component_is_refused_under_a_receivable_that_does_not_allow_the_class(small: SmallRegister) -> None:
    _late_charges_of(small, small.premium, "017", [LegalClass.PRIVATE_LAW])
    claim_id = small.claim(yen=1_000)
    with pytest.raises(Refused, match="債権区分"):
        increase(claim_id=claim_id, yen=50, particulars=LATE_CHARGE, lawbook=BOOK, **BY)


def test_a_late_charge_claim_takes_the_year_its_underlying_claim_is_booked_in(small: SmallRegister) -> None:
    claim_id = small.claim(fiscal_year=2015)
    charge = small.assessment("L1", yen=70, stems_from_id=claim_id, basis=None)
    (charge_id,) = assess(assessments=[charge], lawbook=BOOK, by="kakari", on=date(2019, 4, 1))
    assert Claim.objects.get(pk=charge_id).fiscal_year == 2019


def test_the_facts_decide_the_revenue_year(small: SmallRegister) -> None:
    sunday = small.assessment("1", due_before_shift_on=date(2019, 3, 31), due_on=date(2019, 4, 1))
    notice = small.assessment("2", basis=RevenueBasis.NOTICE, notified_on=date(2019, 4, 1))
    ids = assess(assessments=[sunday, notice], lawbook=BOOK, by="kakari", on=date(2019, 4, 1))
    assert [Claim.objects.get(pk=pk).fiscal_year for pk in ids] == [2018, 2019]


def test_a_due_day_on_a_holiday_is_shifted_by_the_assessment_and_the_year_stays(small: SmallRegister) -> None:
    sunday = small.assessment("1", due_before_shift_on=date(2019, 3, 31), due_on=None)
    new_year = small.assessment("2", due_before_shift_on=date(2018, 12, 29), due_on=None)
    ids = assess(assessments=[sunday, new_year], lawbook=BOOK, by="kakari", on=date(2018, 6, 1))
    claims = [Claim.objects.get(pk=pk) for pk in ids]
    assert [claim.due_on for claim in claims] == [date(2019, 4, 1), date(2019, 1, 4)]
    assert [claim.fiscal_year for claim in claims] == [2018, 2018]


def test_a_due_day_before_the_unshifted_one_is_refused(small: SmallRegister) -> None:
    early = small.assessment("1", due_before_shift_on=date(2018, 7, 2), due_on=date(2018, 6, 30))
    with pytest.raises(InvalidInput, match="繰延べの前の日より早く"):
        assess(assessments=[early], lawbook=BOOK, by="kakari", on=date(2018, 6, 1))


def test_the_same_assessment_number_is_refused(small: SmallRegister) -> None:
    small.claim("1")
    with pytest.raises(Refused, match="同じ調定番号"):
        small.claim("1")


#: What is changed in a copy of a good entry, and what the database says to it.
REFUSED = {
    "portion = 'past'": "saiken:portion",
    "accounting_year = 2017": "saiken:portion",
    "sequence = 4": "saiken:sequence",
    "recorded_at = '2001-01-01 00:00:00+00:00'": "saiken:sequence",
    "yen = 10001": "saiken:below_zero|claim_balance_not_below_zero",
    "yen = -1": "entry_posting",
    "kind = 'written_off', account = 'write_off'": "entry_write_off_cause",
    "kind = 'refunded', yen = -1": "saiken:more_than_overpaid",
    "kind = 'transferred', account = 'assessment', yen = -1": "saiken:partial_transfer",
    "kind = 'reversed', reverses_id = 1, yen = -1": "saiken:reversal",
    "kind = 'appropriated', counterpart_id = 1": "saiken:two_sides",
    "office_id = {ward}": "saiken:booked_elsewhere",
    "allows_overpayment = {true}, kind = 'written_off', account = 'write_off', cause = 'waived'": "entry_overpayment",
    "channel = 'pigeon'": "entry_channel",
    "component = 'tip'": "entry_component",
    "arrived_on = '2018-08-31'": "entry_arrival",
    "recorded_by = ''": "entry_by_somebody",
}


def test_the_database_refuses_what_an_action_never_writes(small: SmallRegister) -> None:
    receive(claim_id=small.claim(yen=20_000), yen=10_000, lawbook=BOOK, **BY)
    columns = [field.column for field in Entry._meta.concrete_fields]
    for change, refusal in REFUSED.items():
        changes = dict(part.split(" = ", 1) for part in change.format(ward=small.ward, true="TRUE").split(", "))
        copied = {"sequence": "3", "yen": "1", **changes}
        selected = ", ".join(copied.get(column, column) for column in columns)
        statement = f"INSERT INTO register_entry ({', '.join(columns)}) SELECT {selected} FROM register_entry WHERE sequence = 2"
        with pytest.raises(IntegrityError, match=refusal), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Entry.objects.count() == 2
