"""十年を経た債権の免除（地方自治法施行令171条の7）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

ACT = ("local_autonomy_order/171-7/1",)
OLD: dict[str, Any] = {
    "legal_class": "private_law",
    "due_on": date(2014, 6, 30),
    "first_deferred_on": date(2014, 6, 1),
    "deferred_without_means": True,
    "still_without_means": True,
    "no_prospect": True,
    "on": date(2024, 7, 1),
}


def _lacks(title: str, key: str, worked: str, **given: Any) -> Proposition:
    return Proposition(title, ACT, "may_release", {**OLD, **given}, {"allowed": False, "failing": (key,)}, (worked,))


PROPOSITIONS = (
    Proposition(
        "免除の十年は、当初の履行期限の翌日から数える",
        ACT,
        "release_from",
        {"due_on": date(2014, 6, 30), "first_deferred_on": date(2014, 6, 1)},
        {"release_from": date(2024, 7, 1)},
        ("2014年7月1日から十年は2024年6月30日まで", "経過した後は7月1日から"),
    ),
    Proposition(
        "履行期限の後に初めて延期した債権では、十年を最初の延期の日の翌日から数える",
        ACT,
        "release_from",
        {"due_on": date(2014, 6, 30), "first_deferred_on": date(2015, 2, 10)},
        {"release_from": date(2025, 2, 11)},
        ("2015年2月11日から十年は2025年2月10日まで",),
    ),
    Proposition(
        "履行期限の当日に延期した債権では、十年を履行期限から数える",
        ACT,
        "release_from",
        {"due_on": date(2014, 6, 30), "first_deferred_on": date(2014, 6, 30)},
        {"release_from": date(2024, 7, 1)},
        ("期限の当日は期限の後ではない",),
    ),
    Proposition(
        "二月二十九日から数える十年は、その日のない年の二月末日に満了する",
        (*ACT, "civil_code/143/2"),
        "release_from",
        {"due_on": date(2016, 2, 28), "first_deferred_on": date(2016, 1, 15)},
        {"release_from": date(2026, 3, 1)},
        ("2016年2月29日から十年、2026年2月に29日はないので2月28日に満了", "3月1日から"),
    ),
    Proposition(
        "二月末日が期限でも、翌三月一日から数える十年は応当日の前日に満了する",
        (*ACT, "civil_code/143/2"),
        "release_from",
        {"due_on": date(2016, 2, 29), "first_deferred_on": date(2016, 1, 15)},
        {"release_from": date(2026, 3, 1)},
        ("2016年3月1日から十年は2026年2月28日まで",),
    ),
    Proposition(
        "十年を経てもなお無資力で見込みがない債権は、議決によらずに免除することができる",
        (*ACT, "local_autonomy_order/171-7/3"),
        "may_release",
        OLD,
        {"allowed": True, "failing": (), "warnings": ("議会の議決は要しません（地方自治法施行令171条の7第3項）",)},
        ("2024年7月1日は十年を経過した最初の日",),
    ),
    _lacks(
        "十年の最後の日には、まだ免除することができない", "ten_years", "6月30日は十年の最後の日", on=date(2024, 6, 30)
    ),
    _lacks(
        "資力を回復した債務者の債権は、免除することができない",
        "still_without_means",
        "資力がある",
        still_without_means=False,
    ),
    _lacks("弁済の見込みのある債権は、免除することができない", "no_prospect", "見込みがある", no_prospect=False),
    _lacks(
        "無資力以外の事由で延期した債権は、免除することができない",
        "deferred_without_means",
        "一時の困難による延期",
        deferred_without_means=False,
    ),
    _lacks(
        "過料は、施行令により免除することができない", "not_excluded", "240条4項の債権", excluded="administrative_fine"
    ),
    Proposition(
        "強制徴収公債権の免除は拒まれ、滞納処分の停止によることが示される",
        ACT,
        "may_release",
        {**OLD, "legal_class": "public_enforceable", "carried_out": True},
        worked=("強制徴収公債権は施行令の免除の対象でない",),
        refused="滞納処分の停止による",
    ),
    Proposition(
        "転貸の貸付金は、債務者が転借人を免除することを条件に免除することができる",
        ("local_autonomy_order/171-7/2",),
        "may_release",
        {**OLD, "deferred_without_means": False, "relent_loan": True, "borrower_released": True},
        {"allowed": True, "failing": ()},
        ("転借人の免除が条件とされている",),
    ),
    Proposition(
        "転借人を免除しない債務者の転貸貸付金は、免除することができない",
        ("local_autonomy_order/171-7/2",),
        "may_release",
        {**OLD, "deferred_without_means": False, "relent_loan": True},
        {"allowed": False, "failing": ("borrower_released",)},
        ("条件が欠ける",),
    ),
)

test_proposition = holds(PROPOSITIONS)
