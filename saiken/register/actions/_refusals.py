"""What the database refused, as a sentence for the person who acted.

The one idea: triggers say `saiken:` and a word, constraints say their name; both are looked up here. An unknown violation is a defect
and passes through.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError

from saiken.domain.errors import Refused

#: Word or constraint name → our sentence.
SENTENCES = {
    "saiken:append_only": "記録は追記のみで、変更も削除もできません。訂正は新しい記入で行ってください",
    "saiken:below_zero": "残高を超える金額は記入できません。過納のときは過納として記入してください",
    "claim_balance_not_below_zero": "残高を超える金額は記入できません。過納のときは過納として記入してください",
    "saiken:more_than_overpaid": "還付・充当できるのは過納となっている金額までです",
    "saiken:partial_transfer": "移管は残高の全額で行います",
    "saiken:booked_elsewhere": "この債権は別の債権整理番号又は所属に移管されています",
    "saiken:year_closed": "この年度は締められており、記入できません",
    "saiken:class_not_allowed": "この債権整理番号では認められていない債権区分です",
    "saiken:reversal": "取消しは、取り消されていない一つの記入の全額についてのみできます",
    "saiken:two_sides": "移管又は充当の両側の金額が一致しません",
    "saiken:portion": "現年度分・滞納繰越分の別が年度と合いません",
    "saiken:sequence": "記入の通し番号が続いていません",
    "entry_reversed_once": "この記入はすでに取り消されています",
    "entry_write_off_cause": "不納欠損には事由が必要です",
    "entry_posting": "記入の種類と金額の正負が合いません",
    "entry_arrival": "到着日が納付日より前です",
    "claim_key": "同じ調定番号・期別の債権がすでにあります",
    "claim_due_shift": "納期限が休日繰延べ前の納期限より前です",
    "receivable_key": "同じ所属・債権整理番号・開始日の債権がすでにあります",
    "receivable_number": "債権整理番号は3桁の数字です",
    "sheet_key": "同じ様式がすでにあります",
    "user.username": "同じ利用者名がすでにあります",
    "user_username_key": "同じ利用者名がすでにあります",
    "office_key_validity": "同じ組織がすでにあります",
    "office_role_once": "同じ役割がすでにあります",
}

#: SQLite names the columns of a violated unique constraint instead of the constraint.
_SQLITE_COLUMNS = {
    "register_entry.reverses_id": "entry_reversed_once",
    "register_claim.assessment_number": "claim_key",
    "register_receivable.number": "receivable_key",
    "register_sheetdefinition.key": "sheet_key",
    "register_user.username": "user.username",
    "register_office.key": "office_key_validity",
    "register_officerole.role": "office_role_once",
}


def sentence_for(message: str) -> str | None:
    """Our sentence for a database's message, or None when it is not known."""
    for column, name in _SQLITE_COLUMNS.items():
        if column in message:
            return SENTENCES[name]
    return next((sentence for name, sentence in SENTENCES.items() if name in message), None)


@contextmanager
def refusals() -> Iterator[None]:
    """Raise `Refused` with our sentence where the database refuses inside the body."""
    try:
        yield
    except IntegrityError as error:
        sentence = sentence_for(str(error))
        if sentence is None:
            raise
        raise Refused(sentence) from error
