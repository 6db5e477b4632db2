"""債権を消滅させない出来事と、不納欠損の年度（破産法253条、地方自治法208条）"""

from datetime import date

from tests.spec.harness import Proposition, holds

RULE, YEAR = "write_off_cause_of", "write_off_year"


def _none(event: str, legal_class: str, cites: str, title: str, reason: str) -> Proposition:
    given = {"event": event, "legal_class": legal_class}
    return Proposition(title, (cites,), RULE, given, {"cause": None, "reason": reason}, ("債権はなお存続する",))


def _year(cause_on: date, fiscal_year: int, title: str, worked: str) -> Proposition:
    return Proposition(
        title, ("local_autonomy_act/208/1",), YEAR, {"cause_on": cause_on}, {"fiscal_year": fiscal_year}, (worked,)
    )


PROPOSITIONS = (
    _none(
        "discharge",
        "private_law",
        "bankruptcy_act/253/1",
        "破産の免責だけでは、債権は消滅せず、不納欠損の事由とならない",
        "免責は責任を免れさせるにとどまり、債権は消滅しない。放棄又は時効等を要する",
    ),
    _none(
        "bankruptcy_commencement",
        "private_law",
        "bankruptcy_act/253/1",
        "破産手続の開始だけでは、不納欠損の事由とならない",
        "破産手続の開始は債権を消滅させない",
    ),
    _none(
        "collection_suspension",
        "private_law",
        "local_autonomy_order/171-5",
        "徴収停止だけでは、不納欠損の事由とならない",
        "徴収停止は取立てをやめるにとどまり、債権は消滅しない。放棄又は時効等を要する",
    ),
    _none(
        "disposition_suspension",
        "public_enforceable",
        "local_tax_act/15-7/4",
        "滞納処分の停止だけでは、三年を待たずに不納欠損の事由とならない",
        "滞納処分の停止は三年の継続又は即時の消滅を待つ。停止だけでは債権は消滅しない",
    ),
    _none(
        "whereabouts_unknown",
        "private_law",
        "local_autonomy_order/171-5/0/2",
        "所在不明だけでは、不納欠損の事由とならない",
        "所在不明は停止の事由であって、債権を消滅させない",
    ),
    _none(
        "performance_deferral",
        "private_law",
        "local_autonomy_order/171-7/1",
        "履行延期だけでは、不納欠損の事由とならない",
        "履行延期は期限を延ばすにとどまる。免除は十年を経た後による",
    ),
    _none(
        "prescription_invoked",
        "public_enforceable",
        "local_autonomy_act/236/2",
        "公債権について時効が援用されても、援用は不納欠損の事由とならない",
        "この区分の債権を消滅させる出来事ではない",
    ),
    Proposition(
        "私債権の時効の援用は、不納欠損の事由となる",
        ("civil_code/145",),
        RULE,
        {"event": "prescription_invoked", "legal_class": "private_law"},
        {"cause": "prescription_invoked"},
        ("援用により債権は消滅する",),
    ),
    Proposition(
        "私債権の免除は、不納欠損の事由となる",
        ("local_autonomy_order/171-7/1",),
        RULE,
        {"event": "claim_release", "legal_class": "private_law"},
        {"cause": "released"},
        ("免除により債権は消滅する",),
    ),
    Proposition(
        "非強制徴収公債権の放棄は、不納欠損の事由となる",
        ("local_autonomy_act/96/1/10",),
        RULE,
        {"event": "claim_waiver", "legal_class": "public_unenforceable"},
        {"cause": "waived"},
        ("放棄により債権は消滅する",),
    ),
    _year(
        date(2026, 3, 31),
        2025,
        "三月三十一日に消滅した債権の不納欠損は、その日の属する年度に行う",
        "3月31日は令和7年度の最後の日",
    ),
    _year(
        date(2026, 4, 1), 2026, "四月一日に消滅した債権の不納欠損は、新しい年度に行う", "4月1日は令和8年度の最初の日"
    ),
    _year(
        date(2026, 5, 20),
        2026,
        "出納整理期間中に消滅した債権の不納欠損も、消滅した日の属する年度に行う",
        "5月20日は令和8年度に属する",
    ),
)

test_proposition = holds(PROPOSITIONS)
