"""The smallest register that claims can be assessed in.

The one idea: made by the register's own actions, so a test begins from what an office would have typed.
"""

from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.attribution import AccountKind
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.actions.assess import Assessment, assess
from saiken.register.actions.record_case_event import record_case_event
from saiken.register.actions.record_case_events import NewEvent
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.register_sheet import NewSheet, register_sheet
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from tests.support.law import BOOK

BEGIN = date(2010, 4, 1)
WHO = {"by": "kakari", "on": BEGIN}


@dataclass(frozen=True)
class SmallRegister:
    """Ids: bureau and ward; premium (enforceable), loan (private law), water (public enterprise) and their sheet; two persons."""

    bureau: int
    ward: int
    premium: int
    loan: int
    water: int
    sheet: int
    obligor: int
    other_obligor: int

    def assessment(self, number: str, *, yen: int = 10_000, fiscal_year: int = 2018, **facts: object) -> Assessment:
        """An assessment on the premium; `facts` are further fields."""
        due_on = date(fiscal_year, 6, 30)
        plain = Assessment(
            receivable_id=self.premium,
            office_id=self.bureau,
            obligor_id=self.obligor,
            legal_class=LegalClass.PUBLIC_ENFORCEABLE,
            assessment_number=number,
            cause_on=date(fiscal_year, 4, 1),
            due_before_shift_on=due_on,
            due_on=due_on,
            yen={Component.PRINCIPAL: yen},
        )
        return replace(plain, **facts)  # type: ignore[arg-type]

    def claim(self, number: str = "1", *, yen: int = 10_000, fiscal_year: int = 2018, **facts: object) -> int:
        """Assess one claim of the premium on 6/1 of the fiscal year; its id."""
        assessment = self.assessment(number, yen=yen, fiscal_year=fiscal_year, **facts)
        (claim_id,) = assess(assessments=[assessment], lawbook=BOOK, by="kakari", on=date(fiscal_year, 6, 1))
        return claim_id

    def figures_only_sheet(self, *, from_fiscal_year: int = 2017) -> int:
        """A sheet 074 whose one receivable is kept as figures only; the sheet's id."""
        new = NewReceivable(
            bureau_id=self.bureau,
            number="074",
            name="数値のみ",
            section_id=self.bureau,
            allowed_classes=[LegalClass.PRIVATE_LAW],
        )
        sheet = NewSheet(
            key="見本局/074",
            bureau_id=self.bureau,
            section_id=self.bureau,
            numbers=["074"],
            name="数値のみ",
            receivable_ids=[register_receivable(receivable=new, **WHO)],
            from_fiscal_year=from_fiscal_year,
        )
        return register_sheet(sheet=sheet, **WHO)

    def water_sheet(self, *, until_fiscal_year: int | None = None) -> int:
        """A sheet 088 of the water charges from 2016 on; the sheet's id."""
        sheet = NewSheet(
            key="見本局/088",
            bureau_id=self.bureau,
            section_id=self.bureau,
            numbers=["088"],
            name="見本料金",
            receivable_ids=[self.water],
            from_fiscal_year=2016,
            until_fiscal_year=until_fiscal_year,
        )
        return register_sheet(sheet=sheet, **WHO)

    def event(self, claim_id: int, kind: EventKind, day: date, **facts: object) -> int:
        """Record one case event of a claim on its own day; `facts` are further fields. Its id."""
        event = NewEvent(claim_id=claim_id, kind=kind, on=day, **facts)  # type: ignore[arg-type]
        return record_case_event(event=event, lawbook=BOOK, by="kakari", on=day)


def small_register() -> SmallRegister:
    """Make it in the default database."""
    bureau = register_office(key="bureau", name="見本局", kind=OfficeKind.BUREAU, **WHO)
    ward = register_office(key="ward", name="見本区", kind=OfficeKind.WARD, parent_id=bureau, **WHO)
    new = NewReceivable(
        bureau_id=bureau,
        number="016",
        name="見本保険料",
        section_id=bureau,
        allowed_classes=[LegalClass.PUBLIC_ENFORCEABLE],
        claim_based_from=2010,
    )
    loan_classes = [LegalClass.PRIVATE_LAW, LegalClass.PUBLIC_ENFORCEABLE]
    premium = register_receivable(receivable=new, **WHO)
    loan = register_receivable(
        receivable=replace(new, number="026", name="見本貸付金", allowed_classes=loan_classes), **WHO
    )
    water = register_receivable(
        receivable=replace(new, number="088", name="見本料金", account_kind=AccountKind.PUBLIC_ENTERPRISE), **WHO
    )
    public, private = LegalClass.PUBLIC_ENFORCEABLE, LegalClass.PRIVATE_LAW
    for receivable_id, legal_class, kind in (
        (premium, public, ClaimKind.LONG_TERM_CARE_PREMIUM),
        (loan, private, ClaimKind.PRIVATE_LOAN),
        (loan, public, ClaimKind.OTHER_PUBLIC),
        (water, public, ClaimKind.OTHER_PUBLIC),
    ):
        set_receivable_terms(receivable_id=receivable_id, terms=NewTerms(legal_class, kind), lawbook=BOOK, **WHO)
    sheet = register_sheet(
        sheet=NewSheet(
            key="見本局/016・026",
            bureau_id=bureau,
            section_id=bureau,
            numbers=["016", "026"],
            name="見本保険料等",
            receivable_ids=[premium, loan],
            from_fiscal_year=2016,
        ),
        **WHO,
    )
    person = NewObligor(kind=ObligorKind.PERSON, name="見本 太郎")
    return SmallRegister(
        bureau=bureau,
        ward=ward,
        premium=premium,
        loan=loan,
        water=water,
        sheet=sheet,
        obligor=register_obligor(obligor=person, **WHO),
        other_obligor=register_obligor(obligor=replace(person, name="見本 花子"), **WHO),
    )
