"""相続と保証人"""

from tests.spec.act_conditions.facts import DEMANDED, allowed, barred, did, warned
from tests.spec.harness import holds
from tests.spec.states.facts import PRIVATE

DIED = did("death", "2024-01-10")
LOOKED = did("heir_investigation", "2024-02-01")
FAMILY = ({"key": "principal", "role": "principal"}, {"key": "heir-2", "role": "heir"})
BACKED = ({"key": "principal", "role": "principal"}, {"key": "guarantor-3", "role": "guarantor", "cap_yen": 50_000})
GAVE_UP, NOBODY, ANSWERS = ("civil_code/938",), ("civil_code/951",), ("civil_code/446/1", "civil_code/465-2/1")

PROPOSITIONS = (
    allowed(
        "死亡の後に、相続人を調査する",
        "look_for_heirs",
        ("civil_code/882",),
        "死亡は2024年1月10日",
        events=(DEMANDED, DIED),
    ),
    barred(
        "死亡の記録がないときは、相続人を調査しない", "look_for_heirs", ("civil_code/882",), "死亡の記録がない", "died"
    ),
    allowed(
        "登録された相続人は、放棄することができる",
        "renounce",
        GAVE_UP,
        "3月31日は死亡から3か月以内",
        events=(DEMANDED, DIED),
        parties=FAMILY,
        named=("heir-2",),
    ),
    warned(
        "死亡から三か月を過ぎた放棄は、知った日を確かめる",
        "renounce",
        (*GAVE_UP, "civil_code/915/1"),
        "死亡は2023年8月1日で、3か月は11月1日まで",
        events=(DEMANDED, did("death", "2023-08-01")),
        parties=FAMILY,
        named=("heir-2",),
    ),
    barred(
        "相続人でない者は、放棄することはできない",
        "renounce",
        GAVE_UP,
        "登録されていない",
        "registered_heir",
        events=(DEMANDED, DIED),
        parties=FAMILY,
        named=("heir-9",),
    ),
    barred(
        "死亡の前に、相続を放棄することはできない",
        "renounce",
        GAVE_UP,
        "死亡の記録がない",
        "died",
        "registered_heir",
        named=(),
    ),
    allowed(
        "限定承認は、共同相続人の全員でする",
        "limit",
        ("civil_code/923", "civil_code/924"),
        "全員による",
        events=(DEMANDED, DIED),
        parties=FAMILY,
        by_all=True,
    ),
    barred(
        "一部の相続人だけの限定承認はできない",
        "limit",
        ("civil_code/923",),
        "全員によらない",
        "by_all",
        events=(DEMANDED, DIED),
        parties=FAMILY,
        by_all=False,
    ),
    allowed(
        "調査しても相続人がいないときは、不存在とする",
        "no_heir",
        NOBODY,
        "調査は2024年2月1日",
        events=(DEMANDED, DIED, LOOKED),
    ),
    allowed(
        "登録された相続人の全員が放棄したときは、不存在とする",
        "no_heir",
        (*NOBODY, "civil_code/939"),
        "ただ一人の相続人が放棄した",
        events=(DEMANDED, DIED, LOOKED, did("inheritance_renunciation", "2024-03-01", obligors=("heir-2",))),
        parties=FAMILY,
    ),
    barred(
        "放棄していない相続人がいるときは、不存在とすることはできない",
        "no_heir",
        NOBODY,
        "相続人が残る",
        "nobody_left",
        events=(DEMANDED, DIED, LOOKED),
        parties=FAMILY,
    ),
    barred(
        "調査の前に、相続人が判明しないとすることはできない",
        "undetermined",
        NOBODY,
        "調査していない",
        "searched",
        events=(DEMANDED, DIED),
    ),
    allowed(
        "相続人のあることが明らかでないときは、清算人の選任を請求する",
        "administrator",
        ("civil_code/952/1",),
        "不存在を記録した",
        events=(DEMANDED, DIED, LOOKED, did("no_heir", "2024-03-01")),
    ),
    barred(
        "相続人の有無を調べる前に、清算人の選任は請求できない",
        "administrator",
        ("civil_code/952/1",),
        "不存在の記録がない",
        "heirs_unclear",
        events=(DEMANDED, DIED),
    ),
    allowed(
        "保証人には、極度額の範囲で請求することができる",
        "guarantor",
        ANSWERS,
        "極度額50,000円、請求50,000円",
        parties=BACKED,
        named=("guarantor-3",),
        claimed_yen=50_000,
        legal_class=PRIVATE,
    ),
    barred(
        "極度額を超えて、保証人に請求することはできない",
        "guarantor",
        ANSWERS,
        "残高60,000円は極度額50,000円を超える",
        "within_cap",
        parties=BACKED,
        named=("guarantor-3",),
        legal_class=PRIVATE,
    ),
    barred(
        "登録のない者に、保証人として請求することはできない",
        "guarantor",
        ANSWERS,
        "保証人の登録がない",
        "registered",
        named=("guarantor-3",),
        legal_class=PRIVATE,
    ),
    barred(
        "未納の額を超えて、保証人に請求することはできない",
        "guarantor",
        ANSWERS,
        "残高は60,000円",
        "within_balance",
        "within_cap",
        parties=BACKED,
        named=("guarantor-3",),
        claimed_yen=60_001,
        legal_class=PRIVATE,
    ),
    warned(
        "極度額の登録がない保証人への請求は、契約を確かめる",
        "guarantor",
        ANSWERS,
        "極度額が登録されていない",
        parties=({"key": "principal", "role": "principal"}, {"key": "guarantor-3", "role": "guarantor"}),
        named=("guarantor-3",),
        legal_class=PRIVATE,
    ),
)

test = holds(PROPOSITIONS)
