"""The lists that the staff work from, as the papers name them: each is there, says why, and offers what comes next.

The one idea: the names of the papers beside the ids of the catalogue; a list that is dropped or renamed is missed here.
"""

import pytest

from saiken.domain.acts.catalogue import load_acts
from saiken.domain.worklists.by_claim import RULES
from saiken.domain.worklists.by_person import RULES as PERSON_RULES
from saiken.domain.worklists.catalogue import load_catalogue

CATALOGUE = load_catalogue()

#: What the papers call a list, and which of the lists shows it.
NAMED = {
    "財産判明世帯の滞納処分未実施": "property_found",
    "納付誓約不履行": "pledge_broken",
    "納付誓約取消": "pledge_cancelled",
    "資格喪失で未収がある世帯": "disqualified",
    "連続文書返戻": "returned_mail",
    "資格疑義": "residence_doubtful",
    "差押予告送付済み未納": "seizure_notice_unpaid",
    "1期未納": "first_instalment",
    "現年度3期以上滞納": "three_instalments",
    "時効が年度内に到来": "prescription_this_year",
    "高額滞納": "large_balance",
    "重複滞納": "dual_arrears",
    "生活保護受給": "public_assistance",
    "児童手当からの申出徴収": "child_allowance_deduction",
    "口座振替不能": "transfer_failed",
    "徴収停止・執行停止の候補": "suspension_candidate",
    "債権放棄の候補": "waiver_candidate",
    "和解期日までの収納確認": "settlement_due",
    "滞納3か月以上": "rent_arrears",
    "極度額付き保証": "guarantor",
    "資金不足で2回続けて振替不能": "transfer_failed_twice",
    "少額": "small_balance",
    "特別徴収から普通徴収へ": "turned_to_ordinary",
    "2歳児の保護者で3か月又は10万円": "young_child",
    "貸付の未申請": "loan_not_applied",
    "住民票の再請求": "residence_again",
    "時効がN月以内": "prescription_soon",
    "督促状を発するもの": "first_demand",
    "今朝途切れた分納": "pledge_breached",
    "回答期限切れ": "answers_overdue",
    "今日の次の連絡": "next_contact",
    "夜の間に区分が変わったもの": "state_changed",
    "データ確認": "data_to_check",
    "N月の間だれも手を付けていない": "untouched",
    "停止の年次再確認": "suspension_review",
    "停止から3年": "suspension_three_years",
    "不納欠損の候補": "write_off_candidate",
}


@pytest.mark.parametrize("list_id", NAMED.values(), ids=NAMED.keys())
def test_every_list_of_the_papers_is_kept_by_a_rule_and_offers_an_act(list_id: str) -> None:
    one = CATALOGUE.lists[list_id]
    of_mark = bool(one.mark)
    assert of_mark or list_id == "data_to_check" or list_id in RULES or list_id in PERSON_RULES
    assert one.group in {group.id for group in CATALOGUE.groups}
    assert one.about
    assert one.next_act in {*load_acts().kinds, "note"}


def test_no_two_names_of_the_papers_are_the_same_list() -> None:
    assert len(set(NAMED.values())) == len(NAMED)
    assert len({one.japanese for one in CATALOGUE.lists.values()}) == len(CATALOGUE.lists)
