"""Officers on files that the assignments do not name are found by the verification.

The one idea: an assignment made in advance may still wait for the night; anything else is a fault.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localdate

from saiken.register.actions._clock import take
from saiken.register.actions.assign_officers import Move
from saiken.register.models import Assignment, CaseFile
from saiken.register.queries.hand_over_faults import officers as officers_faults
from tests.support.bureau_officers import allot
from tests.support.small_register import SmallRegister


def test_an_officer_whom_no_assignment_names_is_a_fault(small: SmallRegister, officers: tuple[int, int]) -> None:
    small.claim("1")
    file_id = CaseFile.objects.get().pk
    assert list(officers_faults()) == []
    CaseFile.objects.update(officer_id=officers[1])
    assert [fault.message for fault in officers_faults()] == ["担当が記録されていますが、担当割がありません"]
    CaseFile.objects.update(officer_id=None)
    allot(small, [Move(file_id, None, officers[0])])
    assert list(officers_faults()) == []
    CaseFile.objects.update(officer_id=officers[1])
    assert [fault.message for fault in officers_faults()] == ["担当が、最後の担当割と違います"]


def test_an_assignment_made_in_advance_may_wait_for_the_night(small: SmallRegister, officers: tuple[int, int]) -> None:
    small.claim("1")
    file_id = CaseFile.objects.get().pk
    allot(small, [Move(file_id, None, officers[0])])
    day = localdate()
    row = Assignment.objects.get()
    with transaction.atomic():  # the clock is taken under its lock
        earlier = take().recorded_at - timedelta(days=3)
    Assignment.objects.create(
        obligor_id=row.obligor_id, office_id=row.office_id, officer_id=officers[1], from_on=day, reason="交代", run="r2",
        recorded_at=earlier, recorded_by="kakari",
    )  # fmt: skip
    for officer_id, faults in ((officers[0], 0), (officers[1], 0), (None, 1)):
        CaseFile.objects.filter(pk=file_id).update(officer_id=officer_id)
        assert len(list(officers_faults())) == faults
