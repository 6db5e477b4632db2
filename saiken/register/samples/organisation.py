"""The demo city's offices, receivables, sheets and accounts, registered by the register's own actions.

The one idea: whatever exists once per office or sheet goes the ordinary way; only what exists by the hundred thousand is inserted in
bulk. Every office is valid from one day long before the oldest claim.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from saiken.domain.claim.attribution import LateAssessmentRule
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.grade import Grade
from saiken.law.lawbook import LawBook
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.register_sheet import NewSheet, register_sheet
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.actions.state_grade import state_grade
from saiken.register.models.office import OfficeKind
from saiken.register.roles import Role
from saiken.register.samples.city import CityPlan, CitySheet
from saiken.register.samples.plan.profile import load_wards
from saiken.register.samples.rows import section_key
from saiken.register.samples.statements import goals, load_measures
from saiken.register.second_factor import give_known_second_factor, hex_of

#: From when the demo city's offices, receivables and roles are valid.
FOUNDED_ON = date(2000, 4, 1)
#: Before the oldest contract that a claim stems from.
_EARLIEST_CAUSE = date(1970, 4, 1)
_USERS = Path(__file__).with_name("users.toml")
_NO_GOAL_REASON = "当年度に新たに発生した債権で、前年度の時点では目標を設定していない"


@dataclass(frozen=True)
class Account:
    """An account of the demo register; its password is public."""

    username: str
    display_name: str
    role: str
    office: str
    password: str
    duties: str
    second_factor_key: str = ""


def load_accounts(path: Path = _USERS) -> tuple[Account, ...]:
    """The accounts as documented."""
    return tuple(Account(**account) for account in tomllib.loads(path.read_text(encoding="utf-8"))["accounts"])


def register_offices(city: CityPlan, *, by: str) -> dict[str, int]:
    """Bureaus, their sections, the wards, and offices that only have accounts; returns ids by key."""
    ids: dict[str, int] = {}
    for sheet in city.sheets:
        bureau = sheet.published.bureau
        if bureau not in ids:
            ids[bureau] = register_office(key=bureau, name=bureau, kind=OfficeKind.BUREAU, by=by, on=FOUNDED_ON)
        key = section_key(sheet)
        if key not in ids:
            name = sheet.published.section
            ids[key] = register_office(
                key=key, name=name, kind=OfficeKind.SECTION, parent_id=ids[bureau], by=by, on=FOUNDED_ON
            )
    for name in load_wards():
        ids[name] = register_office(key=name, name=name, kind=OfficeKind.WARD, by=by, on=FOUNDED_ON)
    for name, kind in tomllib.loads(_USERS.read_text(encoding="utf-8"))["offices"].items():
        ids[name] = register_office(key=name, name=name, kind=OfficeKind(kind), by=by, on=FOUNDED_ON)
    return ids


def register_receivables(
    sheet: CitySheet, offices: Mapping[str, int], *, first_year: int, lawbook: LawBook, by: str
) -> dict[tuple[str, str], int]:
    """The receivables of a sheet with the law they follow; returns their ids by sheet key and number."""
    late = {claim.number for claim in sheet.plan.claims if claim.levy_year is not None}
    bureau_id, section_id = offices[sheet.published.bureau], offices[section_key(sheet)]
    ids: dict[tuple[str, str], int] = {}
    for part in sheet.profile.parts:
        rule = LateAssessmentRule.PAST_NEGATIVE_REDUCTION if part.number in late else LateAssessmentRule.CURRENT
        ids[sheet.published.key, part.number] = register_receivable(
            receivable=NewReceivable(
                bureau_id=bureau_id,
                number=part.number,
                name=sheet.published.name,
                section_id=section_id,
                allowed_classes=[part.legal_class],
                claim_based_from=first_year,
                late_assessment_rule=rule,
            ),
            by=by,
            on=FOUNDED_ON,
        )
        terms = NewTerms(part.legal_class, part.kind, part.ordinance)
        set_receivable_terms(
            receivable_id=ids[sheet.published.key, part.number], terms=terms, lawbook=lawbook, by=by, on=_EARLIEST_CAUSE
        )
    return ids


def register_paper(
    sheet: CitySheet, edition: Edition, *, offices: Mapping[str, int], receivable_ids: list[int], by: str
) -> None:
    """The sheet with its goals, grades, comparison and measures, for the years of its paper: nothing is known of later ones."""
    printed = sheet.published.printed
    first_year = min(spec.fiscal_year(printed.fiscal_year) for spec in edition.result_rows)
    sheet_id = register_sheet(
        sheet=NewSheet(
            key=sheet.published.key,
            bureau_id=offices[sheet.published.bureau],
            section_id=offices[section_key(sheet)],
            numbers=sheet.published.numbers,
            name=sheet.published.name,
            receivable_ids=receivable_ids,
            from_fiscal_year=first_year,
            until_fiscal_year=printed.fiscal_year + 1,
        ),
        by=by,
        on=FOUNDED_ON,
    )
    _record_statements(sheet, edition, sheet_id=sheet_id, by=by)


def _record_statements(sheet: CitySheet, edition: Edition, *, sheet_id: int, by: str) -> None:
    printed = sheet.published.printed
    year, stated_on = printed.fiscal_year, date(printed.fiscal_year + 1, 8, 20)
    for goal in goals(printed, edition):
        set_goal(
            sheet_id=sheet_id,
            fiscal_year=goal.fiscal_year,
            kind=goal.kind,
            columns=goal.columns,
            by=by,
            on=goal.set_on,
            reason=goal.reason,
        )
    for portion, grade in printed.grades.items():
        reason = _NO_GOAL_REASON if grade == Grade.NO_GOAL else ""
        state_grade(
            sheet_id=sheet_id,
            fiscal_year=year,
            portion=portion,
            grade=Grade(str(grade)),
            by=by,
            on=stated_on,
            reason=reason,
        )
    if printed.comparison.rank is not None or printed.comparison.reason:
        record_comparison(sheet_id=sheet_id, fiscal_year=year, comparison=printed.comparison, by=by, on=stated_on)
    measures = load_measures()[sheet.profile.measures]
    record_measures(sheet_id=sheet_id, fiscal_year=year, measures=measures, by=by, on=stated_on)


def create_accounts(offices: Mapping[str, int], *, by: str) -> list[dict[str, str]]:
    """The accounts with their roles; returns what the sign-in page of a demo register shows."""
    accounts = load_accounts()
    for account in accounts:
        create_user(
            username=account.username,
            display_name=account.display_name,
            password=account.password,
            must_change_password=False,
            by=by,
            on=FOUNDED_ON,
        )
        assign_role(
            username=account.username, office_id=offices[account.office], role=Role(account.role), by=by, on=FOUNDED_ON
        )
        if account.second_factor_key:
            give_known_second_factor(account.username, hex_of(account.second_factor_key))
    shown = ("username", "password", "duties", "second_factor_key")
    return [{key: asdict(account)[key] for key in shown} for account in accounts]
