"""破産手続と差押え・届出・免責"""

from tests.spec.act_conditions.facts import DEMANDED, allowed, barred, did, warned
from tests.spec.harness import holds
from tests.spec.states.facts import PRIVATE

BEGUN = did("bankruptcy_commencement", "2024-02-01")
CLOSED = did("bankruptcy_closed", "2024-03-01")
OWN, COURT = ("bankruptcy_act/43/1",), ("bankruptcy_act/42/1",)
FILED = ("bankruptcy_act/111/1", "bankruptcy_act/114")
FREED = ("bankruptcy_act/253/1",)

PROPOSITIONS = (
    allowed("破産手続がないときは、督促の後に差し押さえることができる", "seize", OWN, "督促は2023年7月20日"),
    barred(
        "破産手続が始まった後は、新たに差し押さえることはできない",
        "seize",
        OWN,
        "開始は2024年2月1日",
        "no_bankruptcy",
        events=(DEMANDED, BEGUN),
    ),
    allowed(
        "破産手続が終わった後は、差押えは妨げられない",
        "seize",
        OWN,
        "終結は2024年3月1日",
        events=(DEMANDED, BEGUN, CLOSED),
    ),
    allowed(
        "破産手続開始の決定が取り消されたときは、差押えは妨げられない",
        "seize",
        OWN,
        "2024年3月1日に取り消された",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01", until="2024-03-01", outcome="dismissed")),
    ),
    allowed(
        "終わりとだけ記録された破産手続も、終わったものとする",
        "seize",
        OWN,
        "2024年3月1日に終わった",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01", until="2024-03-01", outcome="completed")),
    ),
    allowed(
        "保証人の破産手続は、主たる債務者への差押えを妨げない",
        "seize",
        OWN,
        "開始の決定は保証人についてのもの",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01", obligors=("guarantor-2",))),
        parties=({"key": "principal", "role": "principal"}, {"key": "guarantor-2", "role": "guarantor"}),
    ),
    barred(
        "破産手続の間は、訴えを起こすことはできない",
        "sue",
        COURT,
        "開始は2024年2月1日",
        "waited",
        "no_bankruptcy",
        events=(DEMANDED, BEGUN),
        legal_class=PRIVATE,
    ),
    allowed(
        "破産手続が始まったときは、租税等の請求権を届け出る",
        "participate",
        FILED,
        "開始は2024年2月1日",
        events=(DEMANDED, BEGUN),
    ),
    barred(
        "破産手続の始まりがないときは、届け出ることはできない",
        "participate",
        FILED,
        "開始の記録がない",
        "begun",
        "not_closed",
        legal_class=PRIVATE,
    ),
    warned(
        "届出の期間を過ぎた届出は、注意を要する",
        "participate",
        FILED,
        "届出の期間は2024年3月15日まで",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01", designated_on="2024-03-15")),
    ),
    allowed(
        "届出の期間の末日には、届け出ることができる",
        "participate",
        FILED,
        "届出の期間は2024年3月31日まで",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01", designated_on="2024-03-31")),
    ),
    allowed(
        "破産手続の終わりは、始まりの後に記録する",
        "close",
        ("bankruptcy_act/35",),
        "開始は2024年2月1日",
        events=(DEMANDED, BEGUN),
    ),
    barred(
        "終わった破産手続を、重ねて終えることはできない",
        "close",
        ("bankruptcy_act/35",),
        "終結は2024年3月1日",
        "begun",
        events=(DEMANDED, BEGUN, CLOSED),
    ),
    warned(
        "免責は、破産手続の始まった個人について記録する",
        "discharge",
        FREED,
        "開始は2024年2月1日",
        events=(DEMANDED, BEGUN, CLOSED),
    ),
    warned(
        "私債権の免責も、債権を消滅させない",
        "discharge",
        FREED,
        "責任を免れるにとどまる",
        events=(DEMANDED, BEGUN),
        legal_class=PRIVATE,
    ),
    barred(
        "破産手続の始まりがないときは、免責を記録できない",
        "discharge",
        FREED,
        "開始の記録がない",
        "begun",
        "arose_before",
    ),
    barred(
        "法人に免責はない",
        "discharge",
        ("bankruptcy_act/248/4",),
        "債務者は法人",
        "natural_person",
        events=(DEMANDED, BEGUN),
        parties=({"key": "principal", "role": "principal", "is_corporation": True},),
    ),
)

test = holds(PROPOSITIONS)
