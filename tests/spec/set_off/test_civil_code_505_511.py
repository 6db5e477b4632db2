"""相殺の要件と禁止"""

from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

_PLAIN = {
    "on": date(2026, 6, 30),
    "kind": "private_rent",
    "ours_yen": 90_000,
    "ours_due_on": date(2026, 3, 31),
    "theirs_yen": 60_000,
    "theirs_due_on": date(2026, 5, 31),
}


def _case(
    title: str, *, cites: tuple[str, ...], worked: tuple[str, ...], expected: dict[str, Any], **given: Any
) -> Proposition:
    return Proposition(title, cites, "set_off", {**_PLAIN, **given}, expected, worked)


def _barred(title: str, failing: str, *, cites: str, worked: str, **given: Any) -> Proposition:
    return _case(title, cites=(cites,), worked=(worked,), expected={"allowed": False, "failing": [failing]}, **given)


PROPOSITIONS = (
    _case(
        "双方の債権が弁済期にあるときは、対当額について相殺できる",
        cites=("civil_code/505/1",),
        worked=("どちらも6月30日には弁済期にある", "小さい方の60,000円が消滅し、市の債権は30,000円残る"),
        expected={"allowed": True, "failing": [], "extinguished_yen": 60_000},
    ),
    _case(
        "相殺の効力は、双方が相殺に適するようになった日にさかのぼる",
        cites=("civil_code/506/1", "civil_code/506/2"),
        worked=("弁済期は3月31日と5月31日なので、5月31日に相殺に適した",),
        expected={"effective_on": date(2026, 5, 31)},
    ),
    _barred(
        "地方税は、市に対する債権と相殺できない",
        "not_tax",
        cites="local_tax_act/20-9",
        worked="税については相殺を認める別段の定めがない",
        kind="tax",
    ),
    _barred(
        "税の還付金は、市の私債権と相殺できない",
        "not_tax",
        cites="local_tax_act/20-9",
        worked="還付金は未納の徴収金への充当による",
        is_tax_refund=True,
    ),
    _barred(
        "市の債権の弁済期が来ていないときは、相殺できない",
        "ours_due",
        cites="civil_code/505/1",
        worked="納期限7月31日は6月30日にはまだ来ていない",
        ours_due_on=date(2026, 7, 31),
    ),
    _case(
        "市の債権の弁済期の当日には、相殺できる",
        cites=("civil_code/505/1",),
        worked=("6月30日が到来しているので、弁済期にある",),
        expected={"allowed": True},
        ours_due_on=date(2026, 6, 30),
    ),
    _barred(
        "相手方の債権の弁済期が来ていないときは、そのままでは相殺できない",
        "theirs_due",
        cites="civil_code/505/1",
        worked="弁済期7月31日は6月30日にはまだ来ていない",
        theirs_due_on=date(2026, 7, 31),
    ),
    _case(
        "相手方の債権の弁済期の前でも、市が期限の利益を放棄すれば相殺できる",
        cites=("civil_code/505/1",),
        worked=("市は自らの債務の期限を待たずに支払うことができる",),
        expected={"allowed": True, "effective_on": date(2026, 3, 31)},
        theirs_due_on=date(2026, 7, 31),
        waives_time=True,
    ),
    _barred(
        "市の債権の時効が完成した後に初めて相殺に適したときは、相殺できない",
        "not_prescribed",
        cites="civil_code/508",
        worked="時効は4月1日に完成し、相殺に適したのは5月31日",
        ours_due_on=date(2021, 3, 31),
        prescribed_on=date(2026, 4, 1),
    ),
    _case(
        "市の債権の時効が完成しても、完成の前に相殺に適していたときは相殺できる",
        cites=("civil_code/508",),
        worked=("相殺に適したのは2026年5月31日、時効の完成は6月1日",),
        expected={"allowed": True},
        ours_due_on=date(2021, 5, 31),
        prescribed_on=date(2026, 6, 1),
    ),
    _case(
        "市の債権の時効がまだ完成していないときは、時効を理由に相殺を妨げられない",
        cites=("civil_code/508",),
        worked=("時効の完成する日は7月1日で、6月30日には完成していない",),
        expected={"allowed": True},
        prescribed_on=date(2026, 7, 1),
    ),
    _barred(
        "給料や児童手当など差押えを禁じられた債権に対しては、相殺できない",
        "seizable",
        cites="civil_code/510",
        worked="相手方の生活を守るため、市は差押えと同じく相殺もできない",
        may_not_be_seized=True,
    ),
    _barred(
        "市が悪意の不法行為により負う損害賠償の債務については、市から相殺できない",
        "no_tort",
        cites="civil_code/509",
        worked="悪意の不法行為の被害者には現実に支払う",
        is_wilful_tort=True,
    ),
    _barred(
        "市が人の生命又は身体の侵害により負う損害賠償の債務については、市から相殺できない",
        "no_tort",
        cites="civil_code/509",
        worked="生命又は身体を害された者には現実に支払う",
        is_injury=True,
    ),
    _barred(
        "相手方の債権が差し押さえられた後に市が取得した債権では、相殺できない",
        "before_seizure",
        cites="civil_code/511/1",
        worked="差押えは1月31日、市の債権の取得は3月31日",
        seized_on=date(2026, 1, 31),
    ),
    _case(
        "相手方の債権が差し押さえられる前に市が取得した債権では、相殺できる",
        cites=("civil_code/511/1",),
        worked=("差押えは4月1日、市の債権の取得は3月31日",),
        expected={"allowed": True},
        seized_on=date(2026, 4, 1),
    ),
    _case(
        "差押えの後に取得した債権でも、差押えの前の原因によるものであれば相殺できる",
        cites=("civil_code/511/2",),
        worked=("契約は2025年4月1日、差押えは2026年1月31日、家賃の発生は3月31日",),
        expected={"allowed": True},
        seized_on=date(2026, 1, 31),
        cause_on=date(2025, 4, 1),
    ),
    _barred(
        "差押えの後に他人から取得した債権では、差押えの前の原因によるものでも相殺できない",
        "before_seizure",
        cites="civil_code/511/2",
        worked="市が債権を譲り受けたのは差押えの後である",
        seized_on=date(2026, 1, 31),
        cause_on=date(2025, 4, 1),
        was_bought=True,
    ),
    _barred(
        "相殺を禁じる合意があるときは、相殺できない",
        "no_agreement",
        cites="civil_code/505/2",
        worked="市は合意の当事者であり、合意に拘束される",
        barred_by_agreement=True,
    ),
    _case(
        "税でない公債権の相殺は、民法の要件によって判断し、その前提を示す",
        cites=("civil_code/505/1", "local_tax_act/20-9"),
        worked=("地方税法20条の9は地方団体の徴収金についての定めである", "ほかの要件は全て満たす"),
        expected={
            "allowed": True,
            "assumption": "税でない公債権の相殺を禁じる定めは確認できず、民法の要件によっています",
        },
        kind="other_public",
    ),
    _case(
        "禁じる理由が二つあるときは、二つとも示す",
        cites=("local_tax_act/20-9", "civil_code/510"),
        worked=("税であり、相手方の債権は差押えを禁じられている",),
        expected={"allowed": False, "failing": ["not_tax", "seizable"]},
        kind="tax",
        may_not_be_seized=True,
    ),
    Proposition(
        title="0円の債権とは相殺できない",
        cites=("civil_code/505/1",),
        rule="set_off",
        given={**_PLAIN, "theirs_yen": 0},
        refused="相殺する額が正しくありません",
        worked=("対当額がない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
