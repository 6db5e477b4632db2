"""履行延期の特約・処分（地方自治法施行令171条の6）"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

ACT = ("local_autonomy_order/171-6/1",)
LOAN: dict[str, Any] = {
    "legal_class": "private_law",
    "due_on": date(2026, 9, 30),
    "ground": "without_means",
    "new_due_on": date(2029, 9, 30),
    "on": date(2026, 9, 1),
}
EFFECT = {key: value for key, value in LOAN.items() if key != "on"}
REVIEW = "期間に上限の定めはありません。資力を定めて見直してください"
ACCRUED = "履行期限の後の延期では、既に生じた遅延損害金等は徴収すべきものとします"


def _holds(item: int, title: str, **given: Any) -> Proposition:
    return Proposition(
        title,
        (f"local_autonomy_order/171-6/1/{item}",),
        "may_defer",
        {**LOAN, **given},
        {"allowed": True, "failing": (), "warnings": (REVIEW,)},
        ("期限の前の延期で、新たな期限は三年後",),
        "e-Gov法令検索 地方自治法施行令171条の6",
    )


def _lacks(item: int, title: str, worked: str, **given: Any) -> Proposition:
    return Proposition(
        title,
        (f"local_autonomy_order/171-6/1/{item}",),
        "may_defer",
        {**LOAN, **given},
        {"allowed": False, "failing": ("ground",)},
        (worked,),
    )


DAMAGES = {"ground": "damages_or_enrichment"}

PROPOSITIONS = (
    _holds(1, "債務者が無資力であるときは、履行期限を延長することができる"),
    _lacks(1, "無資力が認められなければ、無資力を理由に延期することができない", "資力がある", established=False),
    _holds(
        2,
        "一時に履行することが困難で、延ばす方が有利なときは、履行期限を延長することができる",
        ground="temporary_difficulty",
        advantageous=True,
    ),
    _lacks(
        2,
        "一時に困難でも、延ばす方が有利でなければ延期することができない",
        "有利と認められない",
        ground="temporary_difficulty",
    ),
    _holds(3, "災害、盗難等により一時に履行することが困難なときは、履行期限を延長することができる", ground="calamity"),
    _holds(
        4,
        "損害賠償金の債務者が弁済に特に誠意を有するときは、履行期限を延長することができる",
        **DAMAGES,
        is_damages_or_enrichment=True,
        particularly_sincere=True,
    ),
    _lacks(
        4,
        "損害賠償金でも、特に誠意を有しなければ延期することができない",
        "特に誠意を有しない",
        **DAMAGES,
        is_damages_or_enrichment=True,
    ),
    _lacks(
        4,
        "損害賠償金でも不当利得でもない債権は、特別の誠意を理由に延期することができない",
        "損害賠償金等ではない",
        **DAMAGES,
        particularly_sincere=True,
    ),
    _holds(
        5,
        "転貸の貸付金は、転借人の困難により、履行期限を延長することができる",
        ground="relent_loan",
        is_relent_loan=True,
    ),
    _lacks(
        5,
        "転貸でない貸付金は、転借人の困難を理由に延期することができない",
        "転貸の貸付金ではない",
        ground="relent_loan",
    ),
    Proposition(
        "強制徴収公債権には、履行延期がなく、徴収の猶予又は換価の猶予による",
        ACT,
        "may_defer",
        {**LOAN, "legal_class": "public_enforceable", "carried_out": True},
        worked=("下水道使用料などは強制徴収公債権",),
        refused="徴収の猶予又は換価の猶予による",
    ),
    Proposition(
        "過料には、施行令の履行延期が及ばない",
        ("local_autonomy_act/240/4/2", "local_autonomy_act/240/4"),
        "may_defer",
        {**LOAN, "legal_class": "public_unenforceable", "excluded": "administrative_fine"},
        {"allowed": False, "failing": ("not_excluded",)},
        ("過料に係る債権は自治法240条から除かれる",),
    ),
    Proposition(
        "基金に属する債権には、施行令の履行延期が及ばない",
        ("local_autonomy_act/240/4",),
        "may_defer",
        {**LOAN, "excluded": "fund"},
        {"allowed": False, "failing": ("not_excluded",)},
        ("基金に属する債権は自治法240条から除かれる",),
    ),
    Proposition(
        "新たな期限が今の期限より後でなければ、延期ではない",
        ACT,
        "may_defer",
        {**LOAN, "new_due_on": date(2026, 9, 30)},
        {"allowed": False, "failing": ("later",)},
        ("9月30日は今の期限と同じ",),
    ),
    Proposition(
        "履行期限の後でも延期することができ、既に生じた遅延損害金等は徴収すべきものとする",
        ("local_autonomy_order/171-6/2",),
        "may_defer",
        {**LOAN, "on": date(2026, 12, 1)},
        {"allowed": True, "warnings": (REVIEW, ACCRUED)},
        ("12月1日は履行期限9月30日の後",),
    ),
    Proposition(
        "私債権の延期は特約により、時効は新たな期限の翌日から数える",
        ("local_autonomy_order/171-6/1", "civil_code/166/1"),
        "effects_of_deferral",
        {**EFFECT, "deferred_on": date(2026, 9, 1)},
        {
            "form": "deferral_contract",
            "due_on": date(2029, 9, 30),
            "prescription_restarts_on": date(2029, 10, 1),
            "accrued_still_due": False,
        },
        ("新たな期限9月30日の翌日は10月1日", "期限の前の延期なので、生じた損害金はない"),
    ),
    Proposition(
        "非強制徴収公債権の延期は処分により、期限の後の延期では既に生じた延滞金等が残る",
        ("local_autonomy_order/171-6/2",),
        "effects_of_deferral",
        {**EFFECT, "legal_class": "public_unenforceable", "deferred_on": date(2026, 12, 1)},
        {"form": "deferral_disposition", "accrued_still_due": True, "release_from": date(2036, 12, 2)},
        ("12月1日は期限の後", "最初の延期12月1日の翌日から十年は2036年12月1日まで"),
    ),
    Proposition(
        "無資力以外の事由による延期には、十年後の免除がない",
        ("local_autonomy_order/171-7/1",),
        "effects_of_deferral",
        {**EFFECT, "ground": "calamity", "deferred_on": date(2026, 9, 1)},
        {"release_from": None},
        ("免除は無資力による延期に限る",),
    ),
    Proposition(
        "重ねて延期しても、免除の十年は最初の延期から数え直さない",
        ("local_autonomy_order/171-7/1",),
        "effects_of_deferral",
        {
            **EFFECT,
            "due_on": date(2014, 3, 31),
            "first_deferred_on": date(2014, 2, 1),
            "deferred_on": date(2019, 4, 1),
        },
        {"release_from": date(2024, 4, 1)},
        ("最初の延期は期限の前なので、当初の期限から数える", "2014年4月1日から十年は2024年3月31日まで"),
    ),
)

test_proposition = holds(PROPOSITIONS)
