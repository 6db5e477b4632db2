"""猶予の取消し（地方税法15条の3）"""

from typing import Any

from tests.spec.harness import Proposition, holds

COLLECTION = {"grace_kind": "collection_grace"}
APPLIED = {"grace_kind": "conversion_grace_by_application"}
OFFICE = {"grace_kind": "conversion_grace_by_office"}
RULE = "may_cancel_grace"
ACT = ("local_tax_act/15-3/1",)
NOTICE = ("取り消したときは、その旨を本人に通知し、猶予した金額を一時に徴収することができます",)


def _ground(fact: str, ground: str, title: str, *, cites: tuple[str, ...] = ACT) -> Proposition:
    return Proposition(
        title,
        cites,
        RULE,
        {**COLLECTION, fact: True, "heard": True},
        {"allowed": True, "grounds": (ground,), "warnings": NOTICE},
        ("事由が一つあり、弁明を聞いている",),
        "e-Gov法令検索 地方税法15条の3",
    )


def _excused(fact: str, title: str) -> Proposition:
    given: dict[str, Any] = {**COLLECTION, fact: True, "unavoidable_reason": True, "heard": True}
    return Proposition(
        title,
        ACT,
        RULE,
        given,
        {"allowed": False, "grounds": (), "failing": ("ground",), "warnings": ()},
        ("やむを得ない理由があると認めるときは除かれる",),
    )


PROPOSITIONS = (
    _ground(
        "instalment_missed",
        "分割納付の不履行",
        "分割した額を期限までに納めないときは、猶予を取り消すことができる",
        cites=("local_tax_act/15-3/1/2",),
    ),
    _ground(
        "security_order_disobeyed",
        "増担保等の求めに応じない",
        "増担保等の求めに応じないときは、猶予を取り消すことができる",
    ),
    _ground(
        "new_tax_arrears",
        "新たな滞納",
        "新たに市税を滞納したときは、猶予を取り消すことができる",
        cites=("local_tax_act/15-3/1/4",),
    ),
    _ground(
        "default_on_listed_claim",
        "条例で定める債権の不履行",
        "条例で定める市税以外の債権の不履行によっても、猶予を取り消すことができる",
        cites=("local_tax_act/15-3/1/4",),
    ),
    _ground(
        "obtained_by_fraud", "不正な申請", "偽りその他不正な手段による申請であったときは、猶予を取り消すことができる"
    ),
    _ground(
        "circumstances_changed",
        "財産の状況その他の事情の変化",
        "財産の状況その他の事情が変わったときは、猶予を取り消すことができる",
    ),
    _ground(
        "ordinance_ground",
        "条例で定める場合",
        "これらに類するものとして条例で定める場合にも、猶予を取り消すことができる",
    ),
    _excused("instalment_missed", "やむを得ない理由による分割納付の遅れは、取消しの事由とならない"),
    _excused("new_tax_arrears", "やむを得ない理由による新たな滞納は、取消しの事由とならない"),
    _excused("default_on_listed_claim", "やむを得ない理由による条例で定める債権の不履行は、取消しの事由とならない"),
    Proposition(
        "取消しの事由がなければ、弁明を聞いても猶予を取り消すことができない",
        ACT,
        RULE,
        {**COLLECTION, "heard": True, "carried_out": True},
        worked=("事由がない",),
        refused="取消しの事由がある（なし）（地方税法15条の3第1項）",
    ),
    Proposition(
        "徴収の猶予は、あらかじめ弁明を聞かなければ取り消すことができない",
        ("local_tax_act/15-3/2",),
        RULE,
        {**COLLECTION, "instalment_missed": True},
        {"allowed": False, "failing": ("heard",)},
        ("事由はあるが弁明を聞いていない",),
    ),
    Proposition(
        "正当な理由なく弁明しない者の徴収の猶予は、弁明を聞かずに取り消すことができる",
        ("local_tax_act/15-3/2",),
        RULE,
        {**COLLECTION, "instalment_missed": True, "silent_without_reason": True},
        {"allowed": True},
        ("弁明の機会を与えたが応じない",),
    ),
    Proposition(
        "繰上徴収の事由があるときは、弁明を聞かずに徴収の猶予を取り消すことができる",
        ("local_tax_act/15-3/2", "local_tax_act/13-2/1"),
        RULE,
        {**COLLECTION, "advance_ground": True},
        {"allowed": True, "grounds": ("繰上徴収の事由",)},
        ("繰上徴収の事由があるときは弁明を要しない",),
    ),
    Proposition(
        "申請による換価の猶予の取消しには、弁明の定めが及ばない",
        ("local_tax_act/15-6-3/2",),
        RULE,
        {**APPLIED, "default_on_listed_claim": True},
        {"allowed": True, "grounds": ("条例で定める債権の不履行",)},
        ("15条の6の3第2項が準用するのは15条の3第1項と第3項だけ",),
        "e-Gov法令検索 地方税法15条の6の3",
    ),
    Proposition(
        "職権による換価の猶予は、その要件がなくなったときも取り消すことができる",
        ("local_tax_act/15-5-3/2",),
        RULE,
        {**OFFICE, "no_longer_qualifies": True},
        {"allowed": True, "grounds": ("職権による猶予の要件の消滅",)},
        ("15条の5第1項に該当しなくなった",),
        "e-Gov法令検索 地方税法15条の5の3",
    ),
    Proposition(
        "職権による換価の猶予には申請がないので、不正な申請は取消しの事由とならない",
        ("local_tax_act/15-5-3/2",),
        RULE,
        {**OFFICE, "obtained_by_fraud": True},
        {"allowed": False, "grounds": (), "failing": ("ground",)},
        ("準用から5号が除かれている",),
        "e-Gov法令検索 地方税法15条の5の3",
    ),
    Proposition(
        "取消しの事由がいくつもあれば、すべて並べて示される",
        ACT,
        RULE,
        {**APPLIED, "instalment_missed": True, "new_tax_arrears": True, "circumstances_changed": True},
        {"allowed": True, "grounds": ("分割納付の不履行", "新たな滞納", "財産の状況その他の事情の変化")},
        ("三つの事由",),
    ),
)

test_proposition = holds(PROPOSITIONS)
