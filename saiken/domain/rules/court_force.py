"""Courts: getting a title and using it (支払督促から強制執行まで), for claims that the office cannot enforce itself.

The one idea: no execution without a title, no title for a claim that is enforced by disposition, and nothing new while a bankruptcy runs or
after a discharge that reaches the claim. When the duty to go to court begins is in `seizure_start`.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.dates.period import last_day_of_years, next_day
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.insolvency import no_bankruptcy, no_discharge_pending, not_discharged
from saiken.domain.rules.lasting import happened, in_force
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.domain.rules.title import COURT_PROCEDURES, first_title
from saiken.domain.rules.unpaid import balance_left
from saiken.law.lawbook import LawBook

_TITLE, _BY_COURT = "civil_execution_act/22", "local_autonomy_order/171-2"
_INTERVAL = "disclosure_interval_years"


class AskedAbout(StrEnum):
    """第三者に求める情報: 不動産, 勤務先, 預貯金等."""

    REAL_ESTATE = "asked_about_real_estate"
    WORKPLACE = "asked_about_workplace"
    DEPOSITS = "asked_about_deposits"


def may_execute(
    case: Case, *, on: date, not_covered: bool = False, against: Sequence[str] = (PRINCIPAL_KEY,)
) -> Explained[Permission]:
    """強制執行は、債務名義を得た債権について、破産、免責、徴収停止又は履行延期のないときに申し立てることができる.

    `not_covered`: the discharge does not reach this claim (破産法253条1項各号); `against` are the keys of those executed against.
    """
    return permission(may_execute, _ready(case, on=on, not_covered=not_covered, against=against))


def may_ask_for_disclosure(
    case: Case, *, on: date, lawbook: LawBook, not_satisfied: bool, hidden: bool = False
) -> Explained[Permission]:
    """財産開示は、債務名義を有し、執行で完済されない又は知れた財産では足りないときに、前の開示から三年を経て申し立てることができる.

    `not_satisfied`: an execution did not suffice, or known property will not; `hidden`: the last disclosure left property out.
    """
    last_on = _disclosed_until(case, on=on, lawbook=lawbook)
    conditions = (
        *_ready(case, on=on, not_covered=False),
        condition(
            "not_satisfied",
            "強制執行等で完全な弁済を得られなかった、又は知れている財産では得られない",
            holds=not_satisfied,
            cites="civil_execution_act/197/1",
        ),
        condition(
            "not_lately",
            "前3年以内に財産開示がされていない（一部を開示しなかったとき等を除く）",
            holds=hidden or last_on is None or last_on < on,
            cites="civil_execution_act/197/3",
        ),
    )
    return permission(may_ask_for_disclosure, conditions)


def may_ask_third_parties(
    case: Case, *, asked_about: AskedAbout, on: date, lawbook: LawBook, not_satisfied: bool, injury: bool = False
) -> Explained[Permission]:
    """第三者からの情報取得は、預貯金は債務名義により、不動産は財産開示から三年以内に、勤務先は身体の侵害の賠償等に限り財産開示から三年以内に申し立てることができる."""
    last_on = _disclosed_until(case, on=on, lawbook=lawbook)
    lately = last_on is not None and on <= last_on
    special = {
        AskedAbout.REAL_ESTATE: ("財産開示の期日から3年以内である", lately, "205/2"),
        AskedAbout.WORKPLACE: (
            "生命又は身体の侵害による損害賠償等の請求権で、財産開示の期日から3年以内である",
            injury and lately,
            "206/1 civil_execution_act/206/3",
        ),
        AskedAbout.DEPOSITS: ("預貯金等の情報である（財産開示を要しない）", True, "207/1"),
    }
    sentence, holds, article = special[asked_about]
    conditions = (
        *_ready(case, on=on, not_covered=False),
        condition(
            "not_satisfied",
            "強制執行等で完全な弁済を得られなかった、又は知れている財産では得られない",
            holds=not_satisfied,
            cites="civil_execution_act/197/1",
        ),
        condition("special", sentence, holds=holds, cites=f"civil_execution_act/{article}"),
    )
    return permission(may_ask_third_parties, conditions)


def may_settle_in_court(
    case: Case, *, on: date, not_covered: bool = False, against: Sequence[str] = (PRINCIPAL_KEY,)
) -> Explained[Permission]:
    """訴え提起前の和解と調停は、履行期限の来た、自力執行のできない債権について申し立てることができる."""
    conditions = (
        _by_court(case),
        condition("past_due", "履行期限を過ぎている", holds=case.due_on < on, cites=_BY_COURT),
        balance_left(case, on, cites=_BY_COURT),
        no_bankruptcy(case, on, against=against),
        not_discharged(case, on, not_covered=not_covered, against=against),
    )
    warnings = ("和解と調停は議会の議決（指定された範囲では専決処分）によります（地方自治法96条1項12号、180条1項）",)
    return permission(may_settle_in_court, conditions, warnings=warnings)


def may_attach_provisionally(
    case: Case, *, on: date, needed: bool, not_covered: bool = False, against: Sequence[str] = (PRINCIPAL_KEY,)
) -> Explained[Permission]:
    """仮差押えは、自力執行のできない債権を保全するため必要があるときに申し立てることができる."""
    basis = "local_autonomy_order/171-4/2"
    conditions = (
        _by_court(case),
        condition("needed", "債権を保全するため必要がある", holds=needed, cites=basis),
        balance_left(case, on, cites=basis),
        *_unhindered(case, on, not_covered=not_covered, against=against),
    )
    return permission(may_attach_provisionally, conditions)


def may_record_judgment(case: Case, *, on: date) -> Explained[Permission]:
    """判決は、訴え（支払督促への異議、和解又は調停から移ったものを含む。）の後に記録する."""
    sued = any(True for kind in COURT_PROCEDURES for _ in happened(case, kind, on=on))
    begun = condition("sued", "裁判所の手続が記録されている", holds=sued, cites="civil_procedure_act/116/1")
    return permission(may_record_judgment, (_by_court(case), begun))


def may_judge_execution_hopeless(case: Case, *, on: date) -> Explained[Permission]:
    """執行の見込みがないとの判断は、債務名義を得た債権についてする."""
    return permission(may_judge_execution_hopeless, (_by_court(case), _titled(case, on)))


def _ready(
    case: Case, *, on: date, not_covered: bool, against: Sequence[str] = (PRINCIPAL_KEY,)
) -> tuple[Condition, ...]:
    held_back = (EventKind.COLLECTION_SUSPENSION, EventKind.PERFORMANCE_DEFERRAL)
    return (
        _by_court(case),
        _titled(case, on),
        condition(
            "not_given_up",
            "徴収停止も履行延期もしていない",
            holds=not any(in_force(case, kind, on=on) for kind in held_back),
            cites="local_autonomy_order/171-5 local_autonomy_order/171-6/1",
        ),
        balance_left(case, on, cites=_TITLE),
        *_unhindered(case, on, not_covered=not_covered, against=against),
    )


def _unhindered(case: Case, on: date, *, not_covered: bool, against: Sequence[str]) -> tuple[Condition, ...]:
    """No insolvency of those acted against stands in the way: no proceeding, none waiting for the discharge, no discharge."""
    return (
        no_bankruptcy(case, on, against=against),
        no_discharge_pending(case, on, against=against),
        not_discharged(case, on, not_covered=not_covered, against=against),
    )


def _by_court(case: Case) -> Condition:
    holds = case.legal_class is not LegalClass.PUBLIC_ENFORCEABLE
    return condition("not_enforceable", "自力執行のできない債権である", holds=holds, cites=_BY_COURT)


def _titled(case: Case, on: date) -> Condition:
    found = first_title((event for event in case.events if event.on <= on), on)
    return condition(
        "title", "債務名義（確定判決、仮執行宣言付支払督促、和解調書等）がある", holds=found is not None, cites=_TITLE
    )


def _disclosed_until(case: Case, *, on: date, lawbook: LawBook) -> date | None:
    """The last day of the years after the latest disclosure that was carried out; None where there was none."""
    done = [
        event for event in happened(case, EventKind.PROPERTY_DISCLOSURE, on=on) if event.outcome is Outcome.COMPLETED
    ]
    if not done:
        return None
    years = int(lawbook.value(_INTERVAL, on=on).number)
    return last_day_of_years(next_day(done[-1].until or done[-1].on), years)
