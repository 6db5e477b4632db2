"""A small register for the browser tests, made through the register's own actions: four sheets, ten people who sign in.

The one idea: small enough to know by heart, yet with every kind of thing a screen shows: carried-over and current claims, a
bulk, joint obligors, a reversal, a write-off, a figures-only sheet, findings, a protected person, claims of another office.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure
from saiken.register.actions.assess import Assessment, assess
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.create_user import create_user
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.reduce import reduce
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.register_sheet import NewSheet, register_sheet
from saiken.register.actions.request_release import request_release
from saiken.register.actions.reverse import reverse
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.actions.state_grade import state_grade
from saiken.register.actions.write_off import write_off
from saiken.register.models import RecoveryCode, User
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.scope import everything
from saiken.register.roles import Role
from saiken.register.second_factor import give_known_second_factor, recovery_hash
from saiken.register.typed_figures import TypedFigures
from tests.support.law import BOOK
from tests.web.people import PASSWORD, RECOVERY, SECOND_FACTOR

SHEET_YEAR = 2018
CARE, FINE, LOANS, TYPED = "福祉局-064", "市民局-038", "福祉局-056-057", "教育委員会-082"
BY = "small-city"
FOUNDED = date(2000, 4, 1)

#: Username → display name, role, key of the office.
LOGINS = {
    "officer": ("架空 一郎", Role.CASE_OFFICER, "介護保険課"),
    "manager": ("架空 二葉", Role.SECTION_MANAGER, "介護保険課"),
    "planner": ("架空 三郎", Role.BUREAU_PLANNER, "福祉局"),
    "recovery": ("架空 四季", Role.RECOVERY_OFFICE, "市債権回収対策室"),
    "cashier": ("架空 五月", Role.CASHIER, "会計室"),
    "auditor": ("架空 六実", Role.AUDITOR, "監査事務局"),
    "administrator": ("架空 七海", Role.ADMINISTRATOR, "情報管理課"),
}
#: Somebody without a role, two who have not changed the first password, somebody who only fails to sign in.
ROLELESS, NEWCOMERS, FORGETFUL = "roleless", ("newcomer", "newcomer-too"), "forgetful"

OFFICES = {
    "福祉局": (OfficeKind.BUREAU, None),
    "市民局": (OfficeKind.BUREAU, None),
    "教育委員会": (OfficeKind.BUREAU, None),
    "介護保険課": (OfficeKind.SECTION, "福祉局"),
    "貸付課": (OfficeKind.SECTION, "福祉局"),
    "生活安全課": (OfficeKind.SECTION, "市民局"),
    "学務課": (OfficeKind.SECTION, "教育委員会"),
    "市債権回収対策室": (OfficeKind.SECTION, None),
    "会計室": (OfficeKind.OTHER, None),
    "監査事務局": (OfficeKind.OTHER, None),
    "情報管理課": (OfficeKind.OTHER, None),
    "架空区": (OfficeKind.WARD, "福祉局"),
}


@dataclass(frozen=True)
class Kind:
    """A receivable of the small city: bureau, number, name, section, classes, first fiscal year in claims."""

    bureau: str
    number: str
    name: str
    section: str
    legal_classes: tuple[LegalClass, ...]
    claim_based_from: int | None = 2000


KINDS = (
    Kind("福祉局", "064", "介護保険料", "介護保険課", (LegalClass.PUBLIC_ENFORCEABLE,)),
    Kind("福祉局", "056", "生活資金貸付金", "貸付課", (LegalClass.PRIVATE_LAW,)),
    Kind("福祉局", "057", "修学資金貸付金", "貸付課", (LegalClass.PRIVATE_LAW, LegalClass.PUBLIC_UNENFORCEABLE)),
    Kind("市民局", "038", "路上喫煙過料", "生活安全課", (LegalClass.PUBLIC_UNENFORCEABLE,)),
    Kind("教育委員会", "082", "奨学金返還金", "学務課", (LegalClass.PRIVATE_LAW,), None),
)

CLAIM_KINDS = {
    ("064", LegalClass.PUBLIC_ENFORCEABLE): ClaimKind.LONG_TERM_CARE_PREMIUM,
    ("056", LegalClass.PRIVATE_LAW): ClaimKind.PRIVATE_LOAN,
    ("057", LegalClass.PRIVATE_LAW): ClaimKind.PRIVATE_LOAN,
    ("057", LegalClass.PUBLIC_UNENFORCEABLE): ClaimKind.OTHER_PUBLIC,
    ("038", LegalClass.PUBLIC_UNENFORCEABLE): ClaimKind.OTHER_PUBLIC,
    ("082", LegalClass.PRIVATE_LAW): ClaimKind.PRIVATE_LOAN,
}


class SmallCity:
    """Fills an empty register. Ids are kept by name while it is being filled."""

    def __init__(self) -> None:
        self.offices: dict[str, int] = {}
        self.receivables: dict[str, int] = {}
        self.sheets: dict[str, int] = {}
        self.obligors: dict[str, int] = {}
        self.claims: dict[str, list[int]] = {}

    def fill(self) -> None:
        """Everything, in the order in which it depends on each other."""
        self._offices()
        self._people()
        self._sheets()
        self._obligors()
        self._care_claims()
        self._fines()
        self._loans()
        self._statements()
        self._protection()

    def _offices(self) -> None:
        for name, (kind, parent) in OFFICES.items():
            parent_id = self.offices[parent] if parent else None
            self.offices[name] = register_office(key=name, name=name, kind=kind, parent_id=parent_id, by=BY, on=FOUNDED)

    def _people(self) -> None:
        for username, (display_name, role, office) in LOGINS.items():
            self._login(username, display_name)
            assign_role(username=username, office_id=self.offices[office], role=role, by=BY, on=FOUNDED)
        for username in SECOND_FACTOR:
            give_known_second_factor(username, "00" * 20)
            codes = [
                RecoveryCode(user=User.objects.get(username=username), code_hash=recovery_hash(code))
                for code in RECOVERY
            ]
            RecoveryCode.objects.bulk_create(codes)
        self._login(ROLELESS, "架空 八雲")
        self._login(FORGETFUL, "架空 九重")
        for newcomer in NEWCOMERS:
            self._login(newcomer, "架空 十和", must_change_password=True)
            office_id = self.offices["介護保険課"]
            assign_role(username=newcomer, office_id=office_id, role=Role.CASE_OFFICER, by=BY, on=FOUNDED)

    def _login(self, username: str, display_name: str, *, must_change_password: bool = False) -> None:
        create_user(
            username=username,
            display_name=display_name,
            password=PASSWORD,
            must_change_password=must_change_password,
            by=BY,
            on=FOUNDED,
        )

    def _sheets(self) -> None:
        for kind in KINDS:
            receivable = NewReceivable(
                bureau_id=self.offices[kind.bureau],
                number=kind.number,
                name=kind.name,
                section_id=self.offices[kind.section],
                allowed_classes=kind.legal_classes,
                claim_based_from=kind.claim_based_from,
            )
            receivable_id = register_receivable(receivable=receivable, by=BY, on=FOUNDED)
            self.receivables[kind.number] = receivable_id
            for legal_class in kind.legal_classes:
                terms = NewTerms(legal_class, CLAIM_KINDS[kind.number, legal_class])
                set_receivable_terms(receivable_id=receivable_id, terms=terms, lawbook=BOOK, by=BY, on=FOUNDED)
        self._sheet(CARE, "介護保険料", KINDS[:1])
        self._sheet(LOANS, "生活資金・修学資金貸付金", KINDS[1:3])
        self._sheet(FINE, "路上喫煙過料", KINDS[3:4])
        self._sheet(TYPED, "奨学金返還金", KINDS[4:])

    def _sheet(self, key: str, name: str, kinds: Sequence[Kind]) -> None:
        sheet = NewSheet(
            key=key,
            bureau_id=self.offices[kinds[0].bureau],
            section_id=self.offices[kinds[0].section],
            numbers=[kind.number for kind in kinds],
            name=name,
            receivable_ids=[self.receivables[kind.number] for kind in kinds],
            from_fiscal_year=2016,
        )
        self.sheets[key] = register_sheet(sheet=sheet, by=BY, on=FOUNDED)

    def _obligors(self) -> None:
        for number in range(1, 71):
            person = NewObligor(
                kind=ObligorKind.PERSON,
                name=f"架空 太郎{number}",
                name_kana=f"カクウ タロウ{number}",
                external_number=f"X{number:06}",
                birth_on=date(1950, 1, 1) + timedelta(days=number * 97),
                postal_code="0000000",
                address=f"架空市架空区架空町{number}番地",
                telephone="000-0000-0000",
                protected=number == 3,
            )
            self.obligors[str(number)] = register_obligor(obligor=person, by=BY, on=FOUNDED)
        company = NewObligor(kind=ObligorKind.CORPORATION, name="架空商事株式会社", name_kana="カクウショウジ")
        self.obligors["company"] = register_obligor(obligor=company, by=BY, on=FOUNDED)
        elsewhere = NewObligor(kind=ObligorKind.PERSON, name="架空 学", name_kana="カクウ マナブ")
        self.obligors["elsewhere"] = register_obligor(obligor=elsewhere, by=BY, on=FOUNDED)

    def _protection(self) -> None:
        """A measure for the protected person, a request to see the address, an absence to come; each has the number 1."""
        measure = NewProtection(self.obligors["3"], ProtectionGround.STALKING, "警察署からの連絡", date(2019, 12, 1))
        begin_protection(protection=measure, by=BY, on=date(2018, 12, 1))
        scope = everything("recovery", purpose="small-city")
        asked = {"obligor_id": self.obligors["3"], "reason": "差押調書の送達先の確認", "scope": scope}
        request_release(**asked, by="recovery", on=date(2019, 3, 31))
        away = {"office_id": self.offices["介護保険課"], "from_on": date(2099, 1, 4), "until_on": date(2099, 1, 9)}
        absence = NewAbsence(username="manager", deputy="officer", reason="研修", **away)
        record_absence(absence=absence, by=BY, on=date(2019, 3, 31))

    def _assessment(self, number: str, obligor: str, *, year: int, yen: int, **facts: object) -> Assessment:
        receivable_id = self.receivables[number]
        kind = next(kind for kind in KINDS if kind.number == number)
        given: dict[str, object] = {
            "office_id": self.offices[kind.section],
            "legal_class": kind.legal_classes[0],
            "assessment_number": f"{year}-{number}-{obligor}",
            "cause_on": date(year, 4, 1),
            "due_before_shift_on": date(year, 7, 31),
            "due_on": date(year, 7, 31),
            "notified_on": date(year, 6, 15),
            "yen": {Component.PRINCIPAL: yen},
            "instalment": "1期",
        }
        return Assessment(receivable_id=receivable_id, obligor_id=self.obligors[obligor], **(given | facts))  # type: ignore[arg-type]

    def care_assessment(self, number: int, *, year: int) -> Assessment:
        """The premium of one of the seventy for a year."""
        return self._assessment("064", str(number), year=year, yen=61_234 + 731 * number)

    def loan(self, obligor: str, *, year: int) -> Assessment:
        """A loan for living expenses, of the year."""
        return self._assessment("056", obligor, year=year, yen=300_000)

    def _care_claims(self) -> None:
        """Seventy carried-over claims over two years, a bulk paid on time, receipts, a reversal and write-offs."""
        for year in (2016, 2017, 2018):
            claims = [self.care_assessment(number, year=year) for number in range(1, 71)]
            bulk = self._assessment("064", "company", year=year, yen=9_876_543, stands_for=1_200, instalment="一括")
            ids = assess(assessments=[*claims, bulk], lawbook=BOOK, by=BY, on=date(year, 6, 15))
            self.claims[str(year)] = list(ids)
            receive(claim_id=ids[-1], yen=9_876_543, lawbook=BOOK, by=BY, on=date(year, 7, 31))
            for claim_id in ids[40:70]:
                receive(
                    claim_id=claim_id,
                    yen=30_000,
                    lawbook=BOOK,
                    by=BY,
                    on=date(year, 9, 1),
                    particulars=Particulars(channel=Channel.BANK),
                )
        oldest = self.claims["2016"]
        wrong = receive(claim_id=oldest[0], yen=10_000, lawbook=BOOK, by=BY, on=date(2018, 5, 10))
        reverse(sequence=wrong, lawbook=BOOK, by=BY, on=date(2018, 5, 20))
        reduce(claim_id=oldest[1], yen=1_500, lawbook=BOOK, by=BY, on=date(2018, 8, 1))
        for number, claim_id in enumerate(oldest[2:6], start=3):
            yen = 61_234 + 731 * number
            write_off(
                claim_id=claim_id,
                yen=yen,
                cause=WriteOffCause.PRESCRIPTION_COMPLETED,
                lawbook=BOOK,
                by=BY,
                on=date(2019, 3, 31),
            )
        joint = FurtherObligor(self.obligors["2"], PartyRole.JOINT)
        name_obligor(claim_id=oldest[0], further=joint, lawbook=BOOK, by=BY, on=FOUNDED)
        self._care_events([claim for year in ("2016", "2017", "2018") for claim in self.claims[year][:70]])

    def _care_events(self, claims: Sequence[int]) -> None:
        """Every claim was demanded; one in five each was investigated, is paid by instalments, was suspended, or contradicts itself."""
        facts = (
            {},
            {"kind": EventKind.PROPERTY_INVESTIGATION},
            {"kind": EventKind.PAYMENT_PLEDGE, "instalment_yen": 5_000},
            {"kind": EventKind.DISPOSITION_SUSPENSION, "reason": "15-7/1/2"},
            {"kind": EventKind.COLLECTION_SUSPENSION},
        )
        events = []
        for place, claim_id in enumerate(claims):
            demand = NewEvent(claim_id, EventKind.FORMAL_DEMAND, date(2018, 8, 20), document_number=f"督促{place + 1}")
            events.append(demand)
            if more := facts[place % 5]:
                events.append(NewEvent(**{"claim_id": claim_id, "on": date(2019, 1, 15), **more}))  # type: ignore[arg-type]
        record_case_events(events=events, lawbook=BOOK, by=BY, on=date(2019, 3, 31))

    def _fines(self) -> None:
        claims = [self._assessment("038", str(number), year=2018, yen=1_000) for number in range(1, 6)]
        ids = assess(assessments=claims, lawbook=BOOK, by=BY, on=date(2018, 6, 15))
        receive(claim_id=ids[0], yen=1_000, lawbook=BOOK, by=BY, on=date(2018, 6, 20))
        demands = [NewEvent(claim, EventKind.FORMAL_DEMAND, date(2018, 8, 20)) for claim in ids[1:]]
        record_case_events(events=demands, lawbook=BOOK, by=BY, on=date(2019, 3, 31))

    def _loans(self) -> None:
        loan = self.loan("1", year=2017)
        study = self._assessment("057", "elsewhere", year=2018, yen=450_499)
        ids = assess(assessments=[loan], lawbook=BOOK, by=BY, on=date(2017, 6, 15)) + assess(
            assessments=[study], lawbook=BOOK, by=BY, on=date(2018, 6, 15)
        )
        guarantor = FurtherObligor(self.obligors["4"], PartyRole.GUARANTOR, cap_yen=200_000)
        name_obligor(claim_id=ids[0], further=guarantor, lawbook=BOOK, by=BY, on=FOUNDED)
        deferral = NewEvent(ids[0], EventKind.PERFORMANCE_DEFERRAL, date(2018, 12, 1), instalment_yen=10_000)
        record_case_events(events=[deferral], lawbook=BOOK, by=BY, on=date(2019, 3, 31))

    def _statements(self) -> None:
        """Goals, grades, measures, comparison, and the figures of the sheet without claims."""
        goal = {"past_received": 500, "past_reduction": 0, "current_assessed": 16_000, "current_received": 12_000}
        for key in (CARE, FINE, LOANS):
            for year, goal_kind in (
                (2018, "first_goal"),
                (2019, "first_goal"),
                (2019, "effort_goal"),
                (2020, "first_goal"),
            ):
                columns = {**goal, "carried_in_outside": 7_000} if year == 2018 else goal
                set_goal(
                    sheet_id=self.sheets[key],
                    fiscal_year=year,
                    kind=goal_kind,
                    columns=columns,
                    reason="前年の実績による",
                    by=BY,
                    on=date(2018, 10, 1),
                )
            for portion in ("past", "current", "total"):
                state_grade(
                    sheet_id=self.sheets[key],
                    fiscal_year=SHEET_YEAR,
                    portion=portion,
                    grade=Grade.MISSED_AS_PLANNED,
                    by=BY,
                    on=date(2019, 7, 1),
                )
        measures = [
            Measure(1, "planned", "past", "督促と催告を毎月行う"),
            Measure(1, "done", "past", "督促状を12回送付した", answers=1),
            Measure(1, "next", "past", "引き続き行う"),
            Measure(1, "planned", "current", "口座振替を勧める"),
        ]
        record_measures(
            sheet_id=self.sheets[CARE], fiscal_year=SHEET_YEAR, measures=measures, by=BY, on=date(2019, 7, 1)
        )
        comparison = Comparison(rank=3, averages={"past": "14.2%", "current": "98.0%", "total": "90.1%"})
        record_comparison(
            sheet_id=self.sheets[CARE], fiscal_year=SHEET_YEAR, comparison=comparison, by=BY, on=date(2019, 7, 1)
        )
        for year in (2016, 2017, 2018):
            self._typed_year(year)

    def _typed_year(self, year: int) -> None:
        columns = {
            "past_assessed": 820,
            "past_received": 120,
            "past_written_off": 0,
            "current_assessed": 300,
            "current_received": 180,
            "current_written_off": 0,
        }
        figures = TypedFigures(
            columns=columns,
            carried_in=820 if year == 2016 else None,
            counts={"past": {"S02": 7}, "current": {"S01": 2}},
            balances={"past": {"S02": 700}, "current": {"S01": 120}},
            obligors=8,
        )
        record_figures(
            sheet_id=self.sheets[TYPED],
            fiscal_year=year,
            figures=figures,
            source="架空の決算書",
            by=BY,
            on=date(year + 1, 7, 1),
        )
