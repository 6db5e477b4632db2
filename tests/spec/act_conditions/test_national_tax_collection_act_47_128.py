"""差押えの予告から配当と解除まで"""

from tests.spec.act_conditions.facts import DEMANDED, allowed, barred, did, warned
from tests.spec.harness import holds
from tests.spec.states.facts import UNENFORCEABLE

SEIZED = did("seizure", "2023-09-01", delivered_on="2023-09-04")
COLLECTED, JOINED, ASKED_FOR = (
    ("national_tax_collection_act/62/3", "national_tax_collection_act/67/1"),
    ("national_tax_collection_act/86/1",),
    ("national_tax_collection_act/82/1",),
)
CONVERTED, PAID_OUT = ("national_tax_collection_act/89/1",), ("national_tax_collection_act/128",)
RELEASED = ("national_tax_collection_act/79/1",)

PROPOSITIONS = (
    warned(
        "差押えの予告は、督促をした強制徴収公債権について送ることができる",
        "announce",
        ("local_tax_act/329/1",),
        "督促は2023年7月20日",
    ),
    barred(
        "督促をする前に、差押えを予告することはできない",
        "announce",
        ("local_tax_act/329/1",),
        "督促の記録がない",
        "demanded",
        events=(),
    ),
    barred(
        "徴収の猶予の期間中は、差押えを予告しない",
        "announce",
        ("local_tax_act/15-2-3/1",),
        "猶予は2024年6月30日まで",
        "no_collection_grace",
        events=(DEMANDED, did("collection_grace", "2024-01-01", until="2024-06-30")),
    ),
    allowed(
        "参加差押えは、ほかの機関が差し押さえた財産についてすることができる",
        "join",
        JOINED,
        "督促から十日を過ぎ、先の差押えがある",
        seized_by_another=True,
    ),
    barred(
        "先の差押えがないときは、参加差押えはできない",
        "join",
        JOINED,
        "先の差押えがない",
        "seized_by_another",
        seized_by_another=False,
    ),
    allowed(
        "交付要求は、ほかの機関の強制換価手続に対してすることができる",
        "request",
        ASKED_FOR,
        "競売が始まっている",
        enforcement_by_another=True,
    ),
    allowed(
        "破産手続が記録されているときは、交付要求をすることができる",
        "request",
        ASKED_FOR,
        "破産手続は2024年2月1日に始まった",
        events=(DEMANDED, did("bankruptcy_commencement", "2024-02-01")),
    ),
    allowed(
        "徴収の猶予の期間中でも、交付要求をすることができる",
        "request",
        (*ASKED_FOR, "local_tax_act/15-2-3/1"),
        "猶予の間にできないのは、交付要求を除く滞納処分",
        enforcement_by_another=True,
        events=(DEMANDED, did("collection_grace", "2024-01-01", until="2024-06-30")),
    ),
    barred("強制換価手続がないときは、交付要求はできない", "request", ASKED_FOR, "手続がない", "enforcement_begun"),
    allowed(
        "差し押さえた債権は、送達の後に取り立てることができる",
        "collect",
        COLLECTED,
        "2023年9月4日に送達された",
        events=(DEMANDED, SEIZED),
    ),
    barred(
        "第三債務者に送達されるまでは、差し押さえた債権を取り立てることはできない",
        "collect",
        COLLECTED,
        "送達の記録がない",
        "served",
        events=(DEMANDED, did("seizure", "2023-09-01")),
    ),
    allowed(
        "到達とだけ記録された差押えの通知も、送達されたものとする",
        "collect",
        COLLECTED,
        "到達の日はないが、到達と記録されている",
        events=(DEMANDED, did("seizure", "2023-09-01", delivery="delivered")),
    ),
    warned(
        "換価の猶予の期間中の取立ては、注意を要する",
        "collect",
        COLLECTED,
        "猶予は2024年6月30日まで",
        events=(DEMANDED, SEIZED, did("conversion_grace", "2024-01-01", until="2024-06-30")),
    ),
    barred(
        "解除した差押えによって、取り立てることはできない",
        "collect",
        COLLECTED,
        "2023年12月1日に解除した",
        "seized",
        "served",
        events=(
            DEMANDED,
            did("seizure", "2023-09-01", delivered_on="2023-09-04", until="2023-12-01", outcome="released"),
        ),
    ),
    allowed(
        "差し押さえた財産は、換価することができる",
        "convert",
        CONVERTED,
        "差押えは2023年9月1日",
        events=(DEMANDED, SEIZED),
    ),
    barred("差押えの前に、換価することはできない", "convert", CONVERTED, "差押えがない", "seized"),
    barred(
        "換価の猶予の期間中は、換価しない",
        "convert",
        (*CONVERTED, "local_tax_act/15-5/1"),
        "猶予は2024年6月30日まで",
        "no_conversion_grace",
        events=(DEMANDED, SEIZED, did("conversion_grace", "2024-01-01", until="2024-06-30")),
    ),
    barred(
        "市税以外では、処分が確定するまで公売しない",
        "convert",
        ("local_autonomy_act/231-3/11",),
        "審査請求の期間中",
        "final",
        events=(DEMANDED, SEIZED),
        kind="long_term_care_premium",
        not_final=True,
    ),
    allowed(
        "配当は、差押え又は換価の後に行う",
        "distribute",
        PAID_OUT,
        "換価は2024年2月1日",
        events=(DEMANDED, SEIZED, did("conversion", "2024-02-01")),
    ),
    barred("差押えも換価もないときは、配当はできない", "distribute", PAID_OUT, "何も記録がない", "money"),
    allowed(
        "換価の見込みがないことは、差押えの後に判断する",
        "hopeless",
        CONVERTED,
        "差押えは2023年9月1日",
        events=(DEMANDED, SEIZED),
    ),
    barred(
        "強制徴収公債権でないものに、換価の見込みの判断はない",
        "hopeless",
        CONVERTED,
        "自力執行ができない",
        "enforceable",
        "seized",
        legal_class=UNENFORCEABLE,
    ),
    barred(
        "残高があるときは、完納を理由に解除できない",
        "release",
        RELEASED,
        "残高は60,000円",
        "ground",
        ground="claim_paid",
    ),
    allowed("無益な差押えは、解除する", "release", RELEASED, "残りがないと認めた", ground="seizure_worthless"),
    allowed(
        "ほかの財産で足りるときは、差押えを解除することができる",
        "release",
        ("national_tax_collection_act/79/2",),
        "ほかの財産で足りる",
        ground="partly_paid_or_other_property",
    ),
    allowed(
        "生活の窮迫により停止したときは、差押えを解除する",
        "release",
        ("local_tax_act/15-7/3",),
        "停止は2024年3月1日",
        ground="suspended_for_hardship",
        events=(DEMANDED, SEIZED, did("disposition_suspension", "2024-03-01")),
    ),
    barred(
        "猶予のないときは、猶予を理由に解除できない",
        "release",
        ("local_tax_act/15-2-3/2",),
        "猶予がない",
        "ground",
        ground="grace_given",
    ),
)

test = holds(PROPOSITIONS)
