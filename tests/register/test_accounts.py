"""Keeping accounts: nobody changes his own rights, somebody always can, roles are dated, a file is wholly carried out or not at all."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_otp.oath import TOTP

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.apply_personnel_changes import apply_personnel_changes
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.cancel_role import cancel_role
from saiken.register.actions.change_password import change_password
from saiken.register.actions.check_second_factor import check_second_factor
from saiken.register.actions.confirm_second_factor import confirm_second_factor
from saiken.register.actions.create_user import create_user
from saiken.register.actions.end_role import end_role
from saiken.register.actions.enrol_second_factor import enrol_second_factor
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.reset_password import reset_password
from saiken.register.actions.reset_second_factor import reset_second_factor
from saiken.register.actions.resume_user import resume_user
from saiken.register.actions.stop_user import stop_user
from saiken.register.actions.withdraw_absence import withdraw_absence
from saiken.register.models import AuditRow, OfficeRole, User, UserSession
from saiken.register.personnel_file import COLUMNS, personnel_lines, text_of
from saiken.register.queries.accounts import account, accounts, coming_changes
from saiken.register.queries.people import acting_for, approvers_of, viewer_of
from saiken.register.queries.scope import scope_of
from saiken.register.roles import Role
from saiken.register.second_factor import current_code
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import begin_session, why_ended
from tests.support.small_register import SmallRegister

DAY = date(2026, 11, 2)
BY = {"by": "kanri", "on": DAY}
PASSWORD = "asagao-no-tane-7"


def _user(username: str, office_id: int | None = None, role: Role | None = None) -> int:
    create_user(username=username, display_name=f"見本 {username}", password=PASSWORD, **BY)
    if office_id is None or role is None:
        return 0
    return assign_role(username=username, office_id=office_id, role=role, **BY)


def _person(username: str) -> User:
    return User.objects.get(username=username)


def test_nobody_changes_his_own_rights(small: SmallRegister) -> None:
    own = _user("kanri2", small.bureau, Role.ADMINISTRATOR)
    mine = {"by": "kanri2", "on": DAY + timedelta(days=1)}
    for act in (
        lambda: assign_role(username="kanri2", office_id=small.bureau, role=Role.AUDITOR, **mine),
        lambda: end_role(role_id=own, **mine),
        lambda: stop_user(username="kanri2", **mine),
        lambda: reset_password(username="kanri2", **mine),
        lambda: reset_second_factor(username="kanri2", **mine),
    ):
        with pytest.raises(Refused, match="自分の"):
            act()


def test_the_last_administrator_stays(small: SmallRegister) -> None:
    first = _user("kanri1", small.bureau, Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="最後の管理者"):
        stop_user(username="kanri1", **BY)
    with pytest.raises(Refused, match="最後の管理者"):
        end_role(role_id=first, by="kanri", on=DAY + timedelta(days=1))
    _user("kanri2", small.bureau, Role.ADMINISTRATOR)
    stop_user(username="kanri1", **BY)
    assert not account("kanri1", on=DAY).is_active
    resume_user(username="kanri1", **BY)
    assert account("kanri1", on=DAY).is_active


def test_a_role_dated_ahead_begins_by_itself_and_may_be_taken_back_before(small: SmallRegister) -> None:
    _user("tantou", small.bureau, Role.CASE_OFFICER)
    april = date(2027, 4, 1)
    coming = assign_role(username="tantou", office_id=small.ward, role=Role.SECTION_MANAGER, by="kanri", on=april)
    assert [(change.on, change.begins, change.held.office) for change in coming_changes(on=DAY)] == [
        (april, True, "見本区")
    ]
    assert scope_of("tantou", on=april - timedelta(days=1)).offices == {small.bureau, small.ward}
    assert viewer_of(_person("tantou"), on=april - timedelta(days=1)).roles == {Role.CASE_OFFICER}
    assert viewer_of(_person("tantou"), on=april).roles == {Role.CASE_OFFICER, Role.SECTION_MANAGER}
    with pytest.raises(Refused, match="同じ役割"):
        assign_role(username="tantou", office_id=small.ward, role=Role.SECTION_MANAGER, by="kanri", on=april)
    with pytest.raises(InvalidInput, match="取り消せる"):
        cancel_role(role_id=coming, by="kanri", on=april)
    cancel_role(role_id=coming, **BY)
    assert coming_changes(on=DAY) == ()


def test_what_was_held_stays_to_be_told(small: SmallRegister) -> None:
    role = _user("tantou", small.bureau, Role.CASE_OFFICER)
    later = DAY + timedelta(days=10)
    end_role(role_id=role, by="kanri", on=later)
    person = account("tantou", on=later)
    assert (person.now, [held.last_on for held in person.past]) == ((), [later - timedelta(days=1)])
    assert [line.username for line in accounts(on=DAY, words="見本局").lines] == ["tantou"]
    assert accounts(on=later, words="見本局").lines == ()


def test_a_deputy_holds_the_absent_managers_role_for_those_days_only(small: SmallRegister) -> None:
    _user("kachou", small.bureau, Role.SECTION_MANAGER)
    _user("dairi", small.ward, Role.CASE_OFFICER)
    first, back = DAY + timedelta(days=7), DAY + timedelta(days=9)
    absence = NewAbsence("kachou", "dairi", small.bureau, first, back, "出張")
    absence_id = record_absence(absence=absence, **BY)
    before = [(one.username, one.on_behalf_of) for one in approvers_of(small.bureau, on=DAY)]
    during = [(one.username, one.on_behalf_of) for one in approvers_of(small.ward, on=first)]
    after = [(one.username, one.on_behalf_of) for one in approvers_of(small.bureau, on=back)]
    assert (before, during, after) == ([("kachou", "")], [("dairi", "kachou")], [("kachou", "")])
    assert acting_for("dairi", on=first)[0].role is Role.SECTION_MANAGER
    assert acting_for("dairi", on=back) == ()
    assert scope_of("dairi", on=first).offices == {small.bureau, small.ward}
    assert scope_of("dairi", on=back).offices == {small.ward}
    with pytest.raises(Refused, match="すでに登録"):
        record_absence(absence=absence, **BY)
    withdraw_absence(absence_id=absence_id, **BY)
    assert acting_for("dairi", on=first) == ()


def test_nobody_stands_in_for_an_auditor_or_for_oneself(small: SmallRegister) -> None:
    _user("kansa", small.bureau, Role.AUDITOR)
    _user("dairi", small.ward, Role.CASE_OFFICER)
    days = (DAY, DAY + timedelta(days=3), "休暇")
    with pytest.raises(Refused, match="代理を立てられる役割"):
        record_absence(absence=NewAbsence("kansa", "dairi", small.bureau, *days), **BY)
    with pytest.raises(InvalidInput, match="代理になれない"):
        record_absence(absence=NewAbsence("dairi", "dairi", small.ward, *days), **BY)


def test_a_second_factor_opens_once_and_its_recovery_codes_once_each(small: SmallRegister) -> None:
    _user("kansa", small.bureau, Role.AUDITOR)
    own = {"username": "kansa", "by": "kansa", "on": DAY}
    key = enrol_second_factor(**own)
    code = current_code(key)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    assert check_second_factor(code=code, **own) is False  # not confirmed yet
    codes = confirm_second_factor(code=code, **own)
    assert len(set(codes)) == 10
    assert check_second_factor(code=code, **own) is False  # used before
    assert [check_second_factor(code=codes[0].lower(), **own) for _ in range(2)] == [True, False]
    assert check_second_factor(code=wrong, **own) is False
    with pytest.raises(Refused, match="すでに登録"):
        enrol_second_factor(**own)
    reset_second_factor(username="kansa", **BY)
    assert check_second_factor(code=codes[1], **own) is False
    told = AuditRow.objects.filter(by="kansa").values_list("detail", flat=True)
    assert not [detail for detail in told if code in detail or codes[1] in detail]


def test_guessing_is_slowed_down_even_for_the_right_code(small: SmallRegister) -> None:
    _user("kansa", small.bureau, Role.AUDITOR)
    own = {"username": "kansa", "by": "kansa", "on": DAY}
    key = enrol_second_factor(**own)
    totp = TOTP(bytes.fromhex(key))
    totp.time = timezone.now().timestamp()
    right = totp.token()
    assert confirm_second_factor(code=f"{(right + 500_000) % 1_000_000:06d}", **own) == ()
    assert confirm_second_factor(code=f"{right:06d}", **own) == ()


def test_sessions_beyond_the_number_end_oldest_first_and_say_why(small: SmallRegister) -> None:
    _user("tantou")
    user = _person("tantou")
    for key in ("first", "second", "third"):
        begin_session(user_id=user.pk, session_key=key, at_most=2)
    assert (why_ended("first"), why_ended("second")) == (SessionEnd.NEWER_SIGN_IN, None)
    change_password(username="tantou", password="botan-no-hana-8", session_key="third", by="tantou", on=DAY)
    assert (why_ended("second"), why_ended("third")) == (SessionEnd.PASSWORD_CHANGED, None)
    reset_password(username="tantou", **BY)
    assert UserSession.objects.filter(ended_at__isnull=True).count() == 0


def test_a_new_password_is_told_once_and_kept_nowhere(small: SmallRegister) -> None:
    _user("tantou")
    password = reset_password(username="tantou", **BY)
    assert _person("tantou").check_password(password)
    assert _person("tantou").must_change_password
    assert not AuditRow.objects.filter(detail__contains=password).exists()


def _file(*rows: str) -> str:
    return "\n".join([",".join(COLUMNS), *rows])


def test_a_file_of_changes_is_read_in_both_encodings() -> None:
    text = _file("新規,s0001,見本 花子,見本区,担当者,2027-04-01,", "停止,s0002,,,,2027/4/1,")
    for content in (text.encode("utf-8-sig"), text.encode("cp932")):
        lines, problems = personnel_lines(text_of(content))
        assert problems == ()
        assert [(line.username, line.role, line.on) for line in lines] == [
            ("s0001", Role.CASE_OFFICER, date(2027, 4, 1)),
            ("s0002", None, date(2027, 4, 1)),
        ]


def test_every_mistake_of_a_file_is_named_with_line_field_and_remedy() -> None:
    _lines, problems = personnel_lines(
        _file(
            "昇任,s1,,見本区,担当者,2027-04-01,",
            "付与,,,見本区,担当者,2027-04-01,",
            "付与,s1,,見本区,部長,2027-04-01,",
            "付与,s1,,見本区,担当者,4月1日,",
            "付与,s1,,見本区,担当者,2027-04-01,2027-03-31",
            "新規,s1,,見本区,担当者,2027-04-01,",
            "付与,s1",
        )
    )
    assert [problem.place for problem in problems] == [
        "2行目の区分",
        "3行目の利用者名",
        "4行目の役割",
        "5行目の発令日",
        "6行目の終了日",
        "7行目の氏名",
        "8行目",
    ]
    assert problems[2].found == "部長"
    assert "担当者" in problems[2].expected
    assert problems[0].remedy
    assert personnel_lines("a,b")[1][0].place == "1行目"
    with pytest.raises(InvalidInput, match="文字コード"):
        text_of(b"\x81")


def test_a_file_is_carried_out_wholly_or_not_at_all(small: SmallRegister) -> None:
    _user("moved", small.bureau, Role.CASE_OFFICER)
    good = ("新規,s0001,見本 花子,見本区,担当者,2027-04-01,", "異動,moved,,見本区,課長級,2027-04-01,")
    lines, _problems = personnel_lines(_file(*good, "付与,nobody,,見本区,担当者,2027-04-01,"))
    with pytest.raises(InvalidInput, match="4行目（nobody）.*利用者がいません"):
        apply_personnel_changes(lines=lines, **BY)
    assert not User.objects.filter(username="s0001").exists()
    assert OfficeRole.objects.get().until_on is None
    lines, _problems = personnel_lines(_file(*good))
    ((name, password),) = apply_personnel_changes(lines=lines, **BY)
    assert (name, _person("s0001").check_password(password)) == ("s0001", True)
    april = date(2027, 4, 1)
    assert viewer_of(_person("moved"), on=april - timedelta(days=1)).roles == {Role.CASE_OFFICER}
    assert viewer_of(_person("moved"), on=april).roles == {Role.SECTION_MANAGER}
    assert [(change.on, change.begins, change.held.username) for change in coming_changes(on=DAY)] == [
        (april, False, "moved"),
        (april, True, "moved"),
        (april, True, "s0001"),
    ]
