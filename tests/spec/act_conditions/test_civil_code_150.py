"""催告をすることのできる債権"""

from datetime import date

from tests.spec.act_conditions.facts import DEMANDED, barred, did, unwarned, warned
from tests.spec.harness import holds
from tests.spec.states.facts import PRIVATE

DEMAND = ("civil_code/150/1",)

PROPOSITIONS = (
    unwarned("期限の来た未納の債権には、催告をすることができる", "remind", DEMAND, "残高60,000円", legal_class=PRIVATE),
    barred("完納された債権には、催告をしない", "remind", DEMAND, "残高0円", "balance_left", balance_yen=0),
    barred(
        "納期限の当日までは、催告をしない",
        "remind",
        DEMAND,
        "納期限は2024年3月31日",
        "past_due",
        due_on=date(2024, 3, 31),
        events=(),
    ),
    barred(
        "履行延期の期限が来るまでは、催告をしない",
        "remind",
        (*DEMAND, "local_autonomy_order/171-6/1"),
        "期限は2024年12月31日に延びている",
        "no_deferral",
        legal_class=PRIVATE,
        events=(DEMANDED, did("performance_deferral", "2024-01-10", until="2024-12-31")),
    ),
    warned(
        "徴収の猶予の間の催告は、注意を要する",
        "remind",
        (*DEMAND, "local_tax_act/15-2-3/1"),
        "猶予は2024年12月31日まで",
        events=(DEMANDED, did("collection_grace", "2024-01-10", until="2024-12-31")),
    ),
    warned(
        "破産手続の間の催告は、注意を要する",
        "remind",
        (*DEMAND, "bankruptcy_act/42/1"),
        "開始は2024年2月1日",
        legal_class=PRIVATE,
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01")),
    ),
    warned(
        "免責された債務者への催告は、注意を要する",
        "remind",
        (*DEMAND, "bankruptcy_act/253/1"),
        "免責は2024年3月1日",
        legal_class=PRIVATE,
        events=(DEMANDED, did("discharge", "2024-03-01")),
    ),
)

test = holds(PROPOSITIONS)
