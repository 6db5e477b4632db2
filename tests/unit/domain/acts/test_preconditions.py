"""Each precondition puts the form and the case into its rule's question; what the case knows is never asked of the form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from saiken.domain.acts.form import Form
from saiken.domain.acts.preconditions import PRECONDITIONS, Asked
from saiken.domain.acts.preconditions.ending import write_off_day
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import Party, PartyRole
from saiken.domain.errors import InvalidInput
from tests.support.law import BOOK

K = EventKind
ON, DUE = date(2024, 3, 31), date(2023, 6, 30)
TAX, OTHER, LOAN = ClaimKind.TAX, ClaimKind.OTHER_PUBLIC, ClaimKind.PRIVATE_LOAN
CLASSES = {TAX: LegalClass.PUBLIC_ENFORCEABLE, OTHER: LegalClass.PUBLIC_UNENFORCEABLE, LOAN: LegalClass.PRIVATE_LAW}
DEMAND = CaseEvent(K.FORMAL_DEMAND, date(2023, 7, 20))
DEAD = CaseEvent(K.DEATH, date(2024, 1, 10))
FAMILY = (
    Party(),
    Party("heir-2", PartyRole.HEIR),
    Party("guarantor-3", PartyRole.GUARANTOR, cap_yen=50_000),
)


def _case(*events: CaseEvent, kind: ClaimKind = TAX, due_on: date = DUE, parties: tuple[Party, ...] = FAMILY) -> Case:
    owed = Movement(due_on, Account.ASSESSMENT, Component.PRINCIPAL, 60_000)
    return Case(kind, CLASSES[kind], due_on, due_on, parties=parties, movements=(owed,), events=(DEMAND, *events))


def _failing(name: str, case: Case, on: date = ON, **values: Any) -> list[str]:
    return [one.key for one in PRECONDITIONS[name](Asked(case, Form(values), on, BOOK)).value.failing]


def _begun(kind: EventKind, day: str = "2024-01-10", **more: Any) -> CaseEvent:
    return CaseEvent(kind, date.fromisoformat(day), **more)


SEIZED = _begun(K.SEIZURE, "2023-09-01", delivered_on=date(2023, 9, 4))
JUDGED = _begun(K.JUDGMENT, "2023-12-20")
BANKRUPT = _begun(K.BANKRUPTCY_COMMENCEMENT)
GRACE = {"until": "2024-12-31", "applied_on": "2024-03-20"}
TICKED = dict.fromkeys(("hardship", "sincere", "instalments_agreed"), True)


@pytest.mark.parametrize(
    ("name", "case", "values", "failing"),
    [
        ("demand", _case(), {}, ["first_demand"]),
        ("advance", _case(due_on=date(2024, 6, 30)), {"reason": "evasion", "not_collectable_by_due": True}, []),
        ("advance", _case(due_on=date(2024, 6, 30)), {}, ["ground", "not_collectable_by_due"]),
        (
            "advance",
            _case(due_on=date(2024, 6, 30), kind=LOAN),
            {"reason": "benefit_of_time_lost", "harmful": True},
            ["not_harmful"],
        ),
        ("reminder", _case(), {}, []),
        ("notice_of_seizure", _case(), {}, []),
        ("seizure", _case(), {}, []),
        ("participation", _case(), {"seized_by_another": True}, []),
        ("request", _case(), {"enforcement_by_another": True}, []),
        ("collection", _case(SEIZED), {}, []),
        ("conversion", _case(SEIZED), {"is_final": True}, []),
        ("distribution", _case(SEIZED), {}, []),
        ("no_prospect", _case(SEIZED), {}, []),
        ("release_of_seizure", _case(SEIZED), {"why": "seizure_worthless"}, []),
        ("court", _case(kind=OTHER), {}, ["waited"]),
        ("court", _case(BANKRUPT, kind=LOAN), {}, ["waited", "no_bankruptcy"]),
        ("court", _case(BANKRUPT, kind=LOAN), {"parties": [3]}, ["waited"]),
        ("court", _case(BANKRUPT, kind=LOAN), {"parties": [3, 1]}, ["waited", "no_bankruptcy"]),
        ("settlement", _case(kind=OTHER), {}, []),
        ("settlement", _case(_begun(K.DISCHARGE), kind=LOAN), {}, ["not_discharged"]),
        ("settlement", _case(_begun(K.DISCHARGE), kind=LOAN), {"not_covered": True}, []),
        ("attachment", _case(kind=OTHER), {"needed": True}, []),
        ("judgment", _case(kind=OTHER), {}, ["sued"]),
        ("execution", _case(JUDGED, kind=LOAN), {}, []),
        ("disclosure", _case(JUDGED, kind=LOAN), {"not_satisfied": True}, []),
        ("third_parties", _case(JUDGED, kind=LOAN), {"asked_about": "asked_about_deposits", "not_satisfied": True}, []),
        ("execution_hopeless", _case(JUDGED, kind=LOAN), {}, []),
        ("bankruptcy_participation", _case(BANKRUPT), {}, []),
        ("bankruptcy_closing", _case(BANKRUPT), {}, []),
        ("discharge", _case(BANKRUPT), {}, []),
        ("collection_grace", _case(), {"reason": "15/1/2", "cannot_pay_at_once": True, **GRACE}, []),
        ("conversion_grace", _case(), {"reason": "15-6/1", **TICKED, **GRACE}, ["applied_in_time"]),
        ("conversion_grace", _case(), {"reason": "15-5/1/1", **TICKED, **GRACE}, []),
        ("conversion_grace", _case(), {"reason": "15-5/1/2", **(TICKED | {"hardship": False}), **GRACE}, []),
        (
            "conversion_grace",
            _case(_begun(K.CONVERSION_GRACE, reason="15-6/1")),
            {"reason": "15-5/1/1", **TICKED, **GRACE, "extends": True},
            ["not_by_application", "unavoidable_reason"],
        ),
        ("conversion_grace", _case(), {"reason": "15-5/1/1", **TICKED, **GRACE, "grace_yen": 2_000_000}, ["security"]),
        ("deferral", _case(kind=LOAN), {"reason": "171-6/1/1", "established": True, "until": "2025-03-31"}, []),
        ("deferral", _case(kind=LOAN), {"reason": "171-6/1/2", "established": True, "until": "2025-03-31"}, ["ground"]),
        ("collection_grace_cancel", _case(), {"why": "instalment_missed"}, ["heard"]),
        (
            "conversion_grace_cancel",
            _case(_begun(K.CONVERSION_GRACE, reason="15-6/1")),
            {"why": "no_longer_qualifies"},
            ["ground"],
        ),
        ("conversion_grace_cancel", _case(_begun(K.CONVERSION_GRACE)), {"why": "no_longer_qualifies"}, []),
        ("breach", _case(_begun(K.PAYMENT_PLEDGE)), {}, []),
        ("disposition_suspension", _case(), {"reason": "15-7/1/1", "surplus_yen": 0}, []),
        ("disposition_suspension", _case(), {"reason": "15-7/1/3", "property_unknown": True}, ["ground"]),
        (
            "disposition_suspension",
            _case(_begun(K.DISPOSITION_SUSPENSION, reason="15-7/1/2")),
            {"reason": "15-7/1/1"},
            ["not_suspended"],
        ),
        (
            "disposition_suspension",
            _case(_begun(K.WHEREABOUTS_UNKNOWN)),
            {"reason": "15-7/1/3", "property_unknown": True},
            [],
        ),
        (
            "disposition_suspension",
            _case(parties=(Party(is_corporation=True),)),
            {"reason": "15-7/1/2", "would_be_destitute": True},
            ["ground"],
        ),
        ("disposition_suspension_cancel", _case(), {}, ["suspended"]),
        ("disposition_suspension_cancel", _case(_begun(K.DISPOSITION_SUSPENSION)), {"surplus_yen": 90_000}, []),
        ("extinction_at_once", _case(), {}, ["suspended"]),
        ("extinction_at_once", _case(_begun(K.DISPOSITION_SUSPENSION, reason="15-7/1/1")), {}, ["plain"]),
        (
            "extinction_at_once",
            _case(_begun(K.DISPOSITION_SUSPENSION, reason="15-7/1/2"), DEAD, _begun(K.QUALIFIED_ACCEPTANCE)),
            {},
            ["by_no_property"],
        ),
        (
            "collection_suspension",
            _case(kind=OTHER),
            {"reason": "171-5/1/3", "execution_cost_yen": 90_000, "unsuitable": True},
            ["reasonable_period"],
        ),
        (
            "collection_suspension",
            _case(_begun(K.COLLECTION_SUSPENSION), kind=OTHER),
            {"reason": "171-5/1/3", "execution_cost_yen": 90_000, "unsuitable": True},
            ["reasonable_period", "not_suspended"],
        ),
        ("recheck", _case(_begun(K.COLLECTION_SUSPENSION), kind=OTHER), {}, []),
        ("heirs", _case(DEAD), {}, []),
        ("renunciation", _case(DEAD), {"parties": [2]}, []),
        ("renunciation", _case(DEAD), {"parties": [3]}, ["registered_heir"]),
        ("limited_acceptance", _case(DEAD), {"by_all": True}, []),
        ("no_heir", _case(DEAD), {}, ["searched", "nobody_left"]),
        ("heirs_undetermined", _case(DEAD), {}, ["searched"]),
        ("administrator", _case(DEAD), {}, ["heirs_unclear"]),
        ("guarantor", _case(), {"parties": [3], "claimed_yen": 50_000}, []),
        ("guarantor", _case(), {"parties": [3]}, ["within_cap"]),
        ("invocation", _case(kind=LOAN), {}, ["complete"]),
        ("invocation", _case(kind=LOAN), {"parties": [3]}, ["complete"]),
        (
            "release",
            _case(kind=LOAN),
            {},
            ["deferred_without_means", "ten_years", "still_without_means", "no_prospect"],
        ),
        (
            "release",
            _case(_begun(K.PERFORMANCE_DEFERRAL, reason="171-6/1/1"), kind=LOAN),
            {"still_without_means": True, "no_prospect": True},
            ["ten_years"],
        ),
        ("waiver_by_ordinance", _case(kind=LOAN), {"ground": "waiver_for_hardship", "hardship": True}, []),
        ("waiver_by_assembly", _case(kind=LOAN), {}, []),
        ("waiver_by_delegation", _case(kind=LOAN), {"limit_yen": 60_000}, []),
        ("reduction", _case(), {"yen": 60_000}, []),
        ("reduction", _case(), {"yen": 1, "component": "late_charge"}, ["within_balance"]),
        ("loan", _case(kind=LOAN), {}, []),
        ("set_off", _case(kind=OTHER), {"theirs_yen": 30_000, "theirs_due_on": "2024-02-01"}, []),
        ("set_off", _case(kind=TAX), {"theirs_yen": 30_000, "theirs_due_on": "2024-02-01"}, ["not_tax"]),
        ("write_off", _case(), {"cause": "prescription_completed"}, ["took_effect", "decided"]),
    ],
)
def test_the_form_and_the_case_are_put_into_the_question(
    name: str, case: Case, values: Mapping[str, Any], failing: list[str]
) -> None:
    assert _failing(name, case, **values) == failing


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("release_of_seizure", {}, "解除の理由"),
        ("third_parties", {"asked_about": "everything"}, "求める情報"),
        ("collection_grace", {"reason": "15/9"}, "猶予の事由"),
        ("collection_grace", {"reason": "15/1/1"}, "期間の末日"),
        ("deferral", {}, "履行延期の事由"),
        ("disposition_suspension", {}, "停止の事由"),
        ("collection_suspension", {}, "徴収停止の事由"),
        ("waiver_by_ordinance", {}, "放棄の事由"),
        ("set_off", {"theirs_yen": 1}, "弁済期"),
        ("write_off", {"cause": "forgotten"}, "不納欠損の事由"),
    ],
)
def test_a_form_that_fits_no_question_is_refused(name: str, values: Mapping[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence):
        _failing(name, _case(), **values)


LATER = date(2031, 3, 31)


@pytest.mark.parametrize(
    ("cause", "kind", "events", "day"),
    [
        ("prescription_completed", OTHER, (), date(2028, 7, 21)),
        ("prescription_invoked", LOAN, (_begun(K.PRESCRIPTION_INVOKED, "2030-05-01"),), date(2030, 5, 1)),
        ("suspended_three_years", TAX, (_begun(K.DISPOSITION_SUSPENSION, reason="15-7/1/1"),), date(2027, 1, 11)),
        ("extinguished_at_once", TAX, (_begun(K.DISPOSITION_SUSPENSION, reason="15-7/5"),), date(2024, 1, 10)),
        ("released", LOAN, (_begun(K.CLAIM_RELEASE, "2030-05-01"),), date(2030, 5, 1)),
        ("waived", LOAN, (_begun(K.CLAIM_WAIVER, "2030-05-01", reason="ordinance"),), date(2030, 5, 1)),
        ("waived", LOAN, (_begun(K.CLAIM_WAIVER, "2030-05-01", reason="96/1/10"),), date(2030, 5, 1)),
    ],
)
def test_the_day_of_a_write_off_is_what_the_case_says(
    cause: str, kind: ClaimKind, events: tuple[CaseEvent, ...], day: date
) -> None:
    case = _case(*events, kind=kind)
    assert write_off_day(Asked(case, Form({"cause": cause}), LATER, BOOK)) == day
    assert _failing("write_off", case, LATER, cause=cause) == []
    assert _failing("write_off", case, LATER, cause=cause, yen=0, component="late_charge") == ["yen"]


def test_a_write_off_without_a_cause_has_no_day() -> None:
    assert write_off_day(Asked(_case(), Form({}), ON, BOOK)) is None
    assert write_off_day(Asked(_case(), Form({"cause": "waived"}), ON, BOOK)) is None


def test_an_extinct_claim_can_be_set_off_only_where_it_could_before() -> None:
    values = {"theirs_yen": 30_000, "theirs_due_on": "2030-02-01"}
    assert _failing("set_off", _case(kind=OTHER), LATER, **values) == ["not_prescribed"]


def test_an_undone_bankruptcy_no_longer_stands_in_the_way() -> None:
    undone = _begun(K.BANKRUPTCY_COMMENCEMENT, until=date(2024, 2, 1), outcome=Outcome.DISMISSED)
    assert _failing("seizure", _case(BANKRUPT)) == ["no_bankruptcy"]
    assert _failing("seizure", _case(undone)) == []
