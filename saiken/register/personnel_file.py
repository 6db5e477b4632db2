"""The file of a personnel change (人事異動), as the personnel section can export it: CSV in UTF-8 or Shift_JIS.

The one idea: the whole file is read and every mistake told with its line and field before anything is done. It knows the words of the
file, not the people in the register.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.errors import InvalidInput
from saiken.register.roles import Role
from saiken.register.usernames import LONGEST_NAME, USERNAME, is_username


class PersonnelKind(StrEnum):
    """新規, 付与, 異動, 終了, 停止."""

    HIRE = "personnel_hire"
    GIVE = "personnel_give"
    MOVE = "personnel_move"
    END = "personnel_end"
    LEAVE = "personnel_leave"


#: The columns in their order; the first line of the file.
COLUMNS = ("区分", "利用者名", "氏名", "所属", "役割", "発令日", "終了日")
KINDS = {
    "新規": PersonnelKind.HIRE,
    "付与": PersonnelKind.GIVE,
    "異動": PersonnelKind.MOVE,
    "終了": PersonnelKind.END,
    "停止": PersonnelKind.LEAVE,
}
ROLES = {
    "担当者": Role.CASE_OFFICER,
    "課長級": Role.SECTION_MANAGER,
    "局取りまとめ": Role.BUREAU_PLANNER,
    "市債権回収対策室": Role.RECOVERY_OFFICE,
    "出納": Role.CASHIER,
    "監査": Role.AUDITOR,
    "管理者": Role.ADMINISTRATOR,
}
#: The longest file in bytes and lines.
_MOST_BYTES, _MOST_LINES = 1_000_000, 5_000


@dataclass(frozen=True)
class PersonnelLine:
    """One line: what happens to whom from which day. `office` and `role` are empty where the kind asks for none."""

    line: int
    kind: PersonnelKind
    username: str
    display_name: str
    office: str
    role: Role | None
    on: date
    last_on: date | None


def text_of(content: bytes) -> str:
    """The text of the file. Raises InvalidInput for a file too large or in another encoding."""
    if len(content) > _MOST_BYTES:
        raise InvalidInput("ファイルが大きすぎます", place="ファイル", expected="1MBまで")
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidInput("文字コードを読めません", place="ファイル", expected="UTF-8又はShift_JISのCSV")


def personnel_lines(text: str) -> tuple[tuple[PersonnelLine, ...], tuple[InvalidInput, ...]]:
    """The lines that can be read, and every mistake in the others."""
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    except csv.Error:
        return (), (InvalidInput("ファイルを読めません", place="ファイル", expected="見出しと異動の行のあるCSV"),)
    if not rows or tuple(cell.strip() for cell in rows[0]) != COLUMNS:
        found = ",".join(rows[0]) if rows else ""
        wrong = InvalidInput("見出しの行が違います", place="1行目", found=found[:100], expected=",".join(COLUMNS))
        return (), (wrong,)
    if len(rows) > _MOST_LINES:
        return (), (InvalidInput("行が多すぎます", place="ファイル", found=f"{len(rows)}行", expected="5,000行まで"),)
    lines: list[PersonnelLine] = []
    problems: list[InvalidInput] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            lines.append(_line(number, [cell.strip() for cell in row]))
        except InvalidInput as problem:
            problems.append(problem)
    if not lines and not problems:
        problems.append(InvalidInput("異動の行がありません", place="ファイル", expected="2行目からの異動"))
    return tuple(lines), tuple(problems)


def _line(number: int, cells: Sequence[str]) -> PersonnelLine:
    if len(cells) != len(COLUMNS):
        raise InvalidInput("列の数が違います", place=f"{number}行目", found=str(len(cells)), expected=str(len(COLUMNS)))
    kind_text, username, display_name, office, role_text, on_text, last_text = cells
    kind = KINDS.get(kind_text)
    if kind is None:
        raise _wrong(number, "区分", found=kind_text, expected="・".join(KINDS))
    if not is_username(username):
        raise _wrong(number, "利用者名", found=username[:30], expected=USERNAME)
    if len(display_name) > LONGEST_NAME or "\0" in display_name:
        raise _wrong(number, "氏名", found=display_name[:30], expected=f"{LONGEST_NAME}字以内")
    if kind is PersonnelKind.HIRE and not display_name:
        raise _wrong(number, "氏名", found="", expected="新規の利用者の氏名")
    asks_role = kind is not PersonnelKind.LEAVE
    if asks_role and not office:
        raise _wrong(number, "所属", found="", expected="登録済みの組織の名称")
    role = ROLES.get(role_text)
    if asks_role and role is None:
        raise _wrong(number, "役割", found=role_text, expected="・".join(ROLES))
    on = _day(number, "発令日", text=on_text)
    last_on = _day(number, "終了日", text=last_text) if last_text else None
    if last_on is not None and last_on < on:
        raise _wrong(number, "終了日", found=last_text, expected="発令日以後の日")
    return PersonnelLine(number, kind, username, display_name, office, role, on, last_on)


def _day(number: int, column: str, *, text: str) -> date:
    """2027-04-01 or 2027/4/1."""
    try:
        year, month, day = text.replace("/", "-").split("-")
        written = date(int(year), int(month), int(day))
    except (ValueError, OverflowError) as error:
        raise _wrong(number, column, found=text[:30], expected="2027-04-01 の形の日付") from error
    if not can_be_meant(written):
        raise _wrong(number, column, found=text[:30], expected="1873年から2999年までの日付")
    return written


def _wrong(number: int, column: str, *, found: str, expected: str) -> InvalidInput:
    return InvalidInput(
        "値が正しくありません",
        place=f"{number}行目の{column}",
        found=found or "（空）",
        expected=expected,
        remedy="ファイルを直してもう一度読み込んでください",
    )
