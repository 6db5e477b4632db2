"""What the database refused, as a sentence for the person who acted.

The one idea: triggers say `saiken:` and a word, constraints say their name; both are looked up here. An unknown violation is a defect
and passes through.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError

from saiken.domain.errors import Refused

#: Word or constraint name → our sentence; the first that occurs in the database's message counts.
SENTENCES = {
    "claim_balance_not_below_zero": "残高を超える金額は記入できません。過納のときは過納として記入してください",
    "saiken:below_zero": "残高を超える金額は記入できません。過納のときは過納として記入してください",
    "saiken:more_than_overpaid": "還付・充当できるのは過納となっている金額までです",
    "saiken:partial_transfer": "移管は残高の全額で行います",
    "saiken:booked_elsewhere": "この債権は別の債権整理番号又は所属に移管されています",
    "saiken:year_closed": "この年度は締められており、記入できません",
    "saiken:class_not_allowed": "この債権整理番号では認められていない債権区分です",
    "saiken:reversal": "取消しは、取り消されていない一つの記入の全額についてのみできます",
    "saiken:two_sides": "移管又は充当の両側の金額が一致しません",
    "saiken:portion": "現年度分・滞納繰越分の別が年度と合いません",
    "saiken:case_event_answer": "終わりや取消しは、同じ債権の、取り消されていない同じ種類の経過にのみ記録できます",
    "saiken:sequence": "記入の通し番号が続いていません",
    "entry_reversed_once": "この記入はすでに取り消されています",
    "entry_answered_once": "この移管又は充当にはすでに相手方の記入があります",
    "entry_write_off_cause": "不納欠損には事由が必要です",
    "entry_posting": "記入の種類と金額の正負が合いません",
    "entry_arrival": "到着日が納付日より前です",
    "entry_channel_of_receipts": "収納方法と到着日は収納の記入にのみ付けられます",
    "entry_overpayment": "過納として記入できるのは、収納・調定減・取消し・充当です",
    "case_event_kind": "経過の種類がありません",
    "case_event_outcome": "経過の終わり方がありません",
    "case_event_delivery": "到達の結果がありません",
    "case_event_ends_after_it_begins": "終わりの日が始まりより前です",
    "case_event_instalment": "分割の額は1円以上です",
    "case_event_one_answer": "終わりと取消しを一度に記録することはできません",
    "case_event_ends_by_outcome": "終わりの記録には終わり方が必要です",
    "case_event_concluded_once": "この経過の終わり又は到達の結果は、すでに記録されています",
    "case_event_reversed_once": "この経過はすでに取り消されています",
    "case_event_party_once": "同じ債務者が二度指定されています",
    "receivable_terms_class": "債権区分がありません",
    "receivable_terms_kind_of_class": "債権の種類が債権区分と合いません",
    "receivable_terms_kind": "債権の種類がありません",
    "receivable_terms_profile": "条例の定めの名前がありません",
    "claim_key": "同じ調定番号・期別の債権がすでにあります",
    "claim_due_shift": "納期限が休日繰延べ前の納期限より前です",
    "claim_numbered": "調定番号がありません",
    "claim_stands_for": "件数は1以上です",
    "claim_levy_year": "相当年度は年度より前です",
    "claim_not_own_offshoot": "元の債権に自分自身は指定できません",
    "obligor_named": "債務者の氏名又は名称がありません",
    "obligor_postal_code": "郵便番号は7桁の数字です",
    "obligor_life_of_persons": "生年月日と死亡日は個人にのみ記録できます",
    "obligor_life": "死亡日が生年月日より前です",
    "obligor_external_number": "同じ宛名番号の債務者がすでにあります",
    "obligor_role_once": "この債務者は同じ役割で記録されています",
    "obligor_role_share": "持分は分子・分母の両方を、1以下の分数で入力してください",
    "obligor_role_cap": "極度額は保証人に、1円以上で記録してください",
    "receivable_key": "同じ所属・債権整理番号・開始日の債権がすでにあります",
    "receivable_number": "債権整理番号は3桁の数字です",
    "receivable_named": "債権の名称がありません",
    "receivable_validity": "債権の終了日が開始日以前です",
    "receivable_part_once": "この債権の同じ部分は別の債権整理番号になっています",
    "receivable_part": "一部を成す債権には、元の債権と、本体以外の部分を指定してください",
    "receivable_link_once": "この二つの債権はすでに結び付けられています",
    "receivable_link_apart": "債権を自分自身と結び付けることはできません",
    "sheet_key": "同じ様式がすでにあります",
    "sheet_named": "様式の名称がありません",
    "sheet_numbers": "債権整理番号は3桁の数字です",
    "sheet_validity": "様式の最後の年度が最初の年度より前です",
    "sheet_member_once": "同じ債権が二度載っています",
    "goal_kind": "目標は当初・修正・努力のいずれかです",
    "goal_reduction_or_assessed": "過年度は、調定減少額か調定額のどちらか一方を入力してください",
    "comparison_rank": "順位は1以上です",
    "grade_portion": "達成状況は過年度・現年度・合計のいずれかに付けます",
    "measure_version_once": "同じ番号の取組が二度あります",
    "measure_kind": "取組の種類がありません",
    "measure_portion": "取組は過年度・現年度のいずれかです",
    "measure_counts": "取組の番号は1以上です",
    "user.username": "同じ利用者名がすでにあります",
    "user_username_key": "同じ利用者名がすでにあります",
    "user_has_name": "利用者名がありません",
    "office_key_validity": "同じ組織がすでにあります",
    "office_named": "組織の名称がありません",
    "office_role_once": "同じ役割がすでにあります",
    "absence_validity": "不在の終わりが始まりより前です",
    "absence_deputy_is_another": "本人を代理にはできません",
    "protection_review_later": "見直しの日が開始日より前です",
    "register_protectionmeasure_ends_id": "この支援措置はすでに見直されています。画面を読み込み直してください",
    "register_protectionrelease_request_id": "この申請にはすでに答えが出ています",
    "office_role_validity": "役割の終了日が開始日以前です",
    "officealias": "同じ別名の組織がすでにあります",
    "obligor_fact_validity": "事項の終わりが始まり以前です",
    "obligor_fact_postal_code": "郵便番号は数字7桁です",
    "obligor_fact_says_something": "事項の内容がありません",
    "obligor_fact_kind": "債務者の事項の種類がありません",
    "obligor_fact_use": "事項の利用の範囲がありません",
    "obligor_fact_withdraws_one": "取り消される事項がありません",
    "obligorfact_replaces": "この事項はすでに訂正されています",
    "mark_validity": "付箋の終わりの日が始まり以前です",
    "mark_removes": "この付箋はすでに外されています",
    "obligor_join_two": "同じ番号どうしは名寄せできません",
    "obligor_join_reasoned": "名寄せの理由がありません",
    "obligorjoin_undoes": "この名寄せはすでに解かれています",
    "role_withdrawal_reasoned": "当事者を取り消す理由がありません",
    "rolewithdrawal_role": "この当事者はすでに取り消されています",
    "proposal_document_number": "同じ文書番号の起案がすでにあります",
    "proposal_step_position": "この起案は、その間に別の人が処理しました。開き直してください",
    "proposal_step_reason": "差戻し、失効及び否決には理由が必要です",
    "proposal_worded": "起案には件名と理由が必要です",
    "proposal_claim_once": "一つの起案に同じ債権が二度入っています",
    "proposal_of_claims": "債権のない起案は作れません",
    "act_claim_once": "一つの処理に同じ債権が二度入っています",
    "act_next_comes_later": "次の連絡が処理の日より前です",
    "plan_claim_once": "一つの計画に同じ債権が二度入っています",
    "plan_claim_owed": "計画に、残高のない債権が入っています",
    "plan_ends_after_it_begins": "最後の納付日が約束の日より前です",
    "plan_instalment_once": "同じ回の納付が二度あります",
    "plan_instalment_yen": "各回の納付額は1円以上です",
    "plan_yen": "計画の合計は、延滞金等を含めて1円以上です",
    "FOREIGN KEY constraint": "指定されたものが登録されていません",
    "foreign key constraint": "指定されたものが登録されていません",
    "saiken:append_only": "記録は追記のみで、変更も削除もできません。訂正は新しい記入で行ってください",
}

#: SQLite names the columns of a violated unique constraint instead of the constraint.
_SQLITE_COLUMNS = {
    "register_proposal.version": "proposal_document_number",
    "register_proposalstep.position": "proposal_step_position",
    "register_proposalclaim.claim_id": "proposal_claim_once",
    "register_actclaim.claim_id": "act_claim_once",
    "register_planclaim.claim_id": "plan_claim_once",
    "register_planinstalment.number": "plan_instalment_once",
    "register_obligorfact.replaces_id": "obligorfact_replaces",
    "register_mark.removes_id": "mark_removes",
    "register_obligorjoin.undoes_id": "obligorjoin_undoes",
    "register_rolewithdrawal.role_id": "rolewithdrawal_role",
    "register_receivable.number": "receivable_key",
    "register_receivable.part_component": "receivable_part_once",
    "register_receivablelink.other_id": "receivable_link_once",
    "register_sheetdefinition.key": "sheet_key",
    "register_sheetmember.receivable_id": "sheet_member_once",
    "register_obligor.external_number": "obligor_external_number",
    "register_user.username": "user.username",
    "register_office.key": "office_key_validity",
    "register_officealias.alias": "officealias",
    "register_officerole.role": "office_role_once",
    "register_protectionmeasure.ends_id": "register_protectionmeasure_ends_id",
    "register_protectionrelease.request_id": "register_protectionrelease_request_id",
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
