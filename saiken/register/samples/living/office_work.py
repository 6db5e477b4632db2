"""What the offices of the demo city have in hand beside single files: assignments, absences, drafts to approve, lists, a campaign, a halt.

The one idea: by the actions that the screens call, in the names of the demo accounts, so every screen of a manager's day has something true
to show.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle

from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.register.access import log_obligors
from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.end_role import end_role
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.return_proposal import return_proposal
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.actions.start_campaign import NewCampaign, start_campaign
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.models import CaseFile, OfficeRole, User
from saiken.register.queries.scope import everything
from saiken.register.roles import Role
from saiken.register.samples.living.files import Desk, File
from saiken.register.samples.living.ground import HOUSING, RECOVERY, SECTION
from saiken.register.samples.living.plan import WARDS

#: Who looked at the person of the auditor's story, and what for.
_LOOKS = (
    ("tantou", "電話の応対"),
    ("tantou2", "担当者の代理"),
    ("kachou", "決裁の準備"),
    ("kaishuu", "引継ぎの検討"),
    ("ku", "区民からの照会"),
)
_OFFICERS = {SECTION: ("tantou", "tantou2"), HOUSING: ("juutaku",), WARDS[0]: ("ku",), RECOVERY: ("kaishuu",)}
#: How far the drafts have come, in turn.
_TURNS = ("waiting", "waiting", "approved", "returned", "drafted")


def busy_the_offices(files: Sequence[File], desk: Desk) -> None:
    """All of it."""
    _assign(desk)
    _absences_and_posts(desk)
    drafted = [file for file in files if file.living.case.proposal is not None]
    for file, turn in zip(drafted, cycle(_TURNS), strict=False):
        _propose(file, turn, desk=desk)
    _send_lists(files, desk)
    _campaign_and_halt(desk)
    _rules(desk)
    looked_at = [file.obligor_id for file in files if file.living.case.id == "looked_at"]
    for username, purpose in _LOOKS:
        log_obligors(everything(username, purpose=purpose), what="債務者", obligor_ids=looked_at)


def _assign(desk: Desk) -> None:
    """Two of three cases of an office have an officer, in turn; the rest wait to be assigned."""
    for key, usernames in _OFFICERS.items():
        office_id = desk.ground.offices[key]
        turn = cycle(User.objects.get(username=username).pk for username in usernames)
        rows = CaseFile.objects.filter(office_id=office_id, open_claims__gt=0, last_act_on__isnull=False)
        recent = rows.filter(obligor__external_number__startswith="L").order_by("pk")
        moves = tuple(
            Move(pk, None, next(turn)) for place, pk in enumerate(recent.values_list("pk", flat=True)) if place % 3
        )
        if moves:
            allotment = Allotment(
                office_id, frozenset({office_id}), moves, desk.on, "年度途中の見直し", f"living-assign-{office_id}"
            )
            assign_officers(allotment=allotment, by=desk.by, on=desk.on)


def _absences_and_posts(desk: Desk) -> None:
    """A deputy next week, and the change of post on the coming first of April."""
    section_id, ward_id = desk.ground.offices[SECTION], desk.ground.offices[WARDS[0]]
    for username, deputy, days in (("tantou2", "tantou", (-1, 4)), ("kachou", "kyoku", (7, 12))):
        away = NewAbsence(username, deputy, section_id, _after(desk, days[0]), _after(desk, days[1]), "休暇")
        record_absence(absence=away, by=desk.by, on=desk.on)
    changes_on = first_day(fiscal_year_of(desk.on) + 1)
    post = OfficeRole.objects.get(user__username="tantou2", office_id=section_id)
    end_role(role_id=post.pk, by=desk.by, on=changes_on)
    assign_role(username="tantou2", office_id=ward_id, role=Role.CASE_OFFICER, by=desk.by, on=changes_on)


def _propose(file: File, turn: str, *, desk: Desk) -> None:
    """Drafted by the officer, submitted to the manager and, by turns, decided."""
    proposal, by = file.living.case.proposal or {}, desk.officer(file.living)
    order = ActOrder(
        proposal["kind"], file.obligor_id, file.claim_ids, f"living-act-{file.living.number}", proposal["form"]
    )
    draft = Draft(
        desk.ground.offices[file.living.office],
        proposal["title"],
        proposal["reason"],
        [order],
        f"living-draft-{file.living.number}",
    )
    drafted_on = _after(desk, -2)
    proposal_id = draft_proposal(draft=draft, scope=everything(by), lawbook=desk.lawbook, by=by, on=drafted_on)
    if turn == "drafted":
        return
    seen = submit_proposal(proposal_id=proposal_id, seen=0, by=by, on=_after(desk, -1))
    if turn == "approved":
        approve_proposal(proposal_id=proposal_id, seen=seen, by="kachou", on=desk.on)
    elif turn == "returned":
        why = "給与の照会の回答を添付してください"
        return_proposal(proposal_id=proposal_id, seen=seen, reason=why, by="kachou", on=desk.on)


def _send_lists(files: Sequence[File], desk: Desk) -> None:
    """From the section to the wards, and one that the section itself is to answer."""
    section_id, recovery_id = desk.ground.offices[SECTION], desk.ground.offices[RECOVERY]
    at_wards = [file.obligor_id for file in files if file.living.office in WARDS][:30]
    at_section = [file.obligor_id for file in files if file.living.office == SECTION][20:32]
    for number, (from_id, obligor_ids, by) in enumerate(
        ((section_id, at_wards, "kachou"), (recovery_id, at_section, "kaishuu")), start=1
    ):
        new = NewList(
            from_office_id=from_id,
            own=frozenset({from_id}),
            title="居所と連絡先の確認",
            question="この人の居所と電話番号は登録のとおりですか。",
            answers=("登録のとおり", "変わっている", "分からない"),
            due_on=_after(desk, 14),
            obligor_ids=tuple(obligor_ids),
            submission=f"living-list-{number}",
        )
        send_list(new=new, by=by, on=_after(desk, -2))


def _campaign_and_halt(desk: Desk) -> None:
    offices = desk.ground.offices
    section_id = offices[SECTION]
    campaign = NewCampaign(
        office_id=section_id,
        own=frozenset({section_id}),
        name="夜間電話催告の強化期間",
        from_on=_after(desk, -10),
        until_on=_after(desk, 20),
        goal_yen=500_000,
        office_ids=(section_id,),
        submission="living-campaign",
        receivable_id=desk.ground.receivables["care"],
        states=("S02",),
        least_yen=5_000,
    )
    start_campaign(new=campaign, by="kachou", on=_after(desk, -10))
    halt = NewHalt(
        reason="大雨による浸水の被害があったため",
        from_on=_after(desk, -5),
        offices=None,
        until_on=_after(desk, 25),
        measures=("seizure", "notice_of_intended_seizure"),
        receivable_id=desk.ground.receivables["care"],
        office_id=offices[WARDS[2]],
    )
    order_halt(halt=halt, by="kachou", on=_after(desk, -5))


def _rules(desk: Desk) -> None:
    """Who owes premiums and rent is a candidate for the recovery office."""
    section_id, recovery_id = desk.ground.offices[SECTION], desk.ground.offices[RECOVERY]
    rule = NewRule(section_id, recovery_id, "dual_arrears", frozenset({section_id}))
    set_hand_over_rule(rule=rule, by="kachou", on=_after(desk, -60))


def _after(desk: Desk, days: int) -> date:
    return desk.on + timedelta(days=days)
