"""市税の納付の充当"""

from datetime import date

from tests.spec.harness import Proposition, holds

_DAY = date(2026, 6, 30)
_PART = "local_tax_act/20-9-4/2"
_FIRST = {
    "key": "第1期",
    "due_on": date(2025, 6, 30),
    "principal_yen": 50_000,
    "demand_fee_yen": 100,
    "late_charge_yen": 3_000,
}


def _to(key: str, component: str, yen: int) -> dict:
    return {"key": key, "component": component, "yen": yen}


PROPOSITIONS = (
    Proposition(
        title="市税の一部の納付は、本税に達するまで先に本税に充てる",
        cites=(_PART,),
        rule="tax_payment",
        given={"payment_yen": 20_000, "on": _DAY, "debts": [_FIRST]},
        expected={"allotments": [_to("第1期", "principal", 20_000)], "overpaid_yen": 0},
        worked=("20,000円は本税50,000円に達しないので、全額を本税に充てる",),
    ),
    Proposition(
        title="本税を超える納付は、設定により督促手数料、延滞金の順に充てる",
        cites=(_PART,),
        rule="tax_payment",
        given={"payment_yen": 51_000, "on": _DAY, "debts": [_FIRST]},
        expected={
            "allotments": [
                _to("第1期", "principal", 50_000),
                _to("第1期", "demand_fee", 100),
                _to("第1期", "late_charge", 900),
            ],
            "assumption": "督促手数料と延滞金の先後は、設定によっています",
        },
        worked=("51,000 − 50,000 = 1,000円", "1,000 − 100 = 900円を延滞金に充てる"),
    ),
    Proposition(
        title="全部を超える納付は、過納となる",
        cites=(_PART,),
        rule="tax_payment",
        given={"payment_yen": 60_000, "on": _DAY, "debts": [_FIRST]},
        expected={
            "allotments": [
                _to("第1期", "principal", 50_000),
                _to("第1期", "demand_fee", 100),
                _to("第1期", "late_charge", 3_000),
            ],
            "overpaid_yen": 6_900,
        },
        worked=("50,000 + 100 + 3,000 = 53,100円", "60,000 − 53,100 = 6,900円"),
    ),
    Proposition(
        title="期別の指定がない納付は、設定により時効の完成が早い期別の本税から充てる",
        cites=(_PART,),
        rule="tax_payment",
        given={
            "payment_yen": 60_000,
            "on": _DAY,
            "debts": [
                {**_FIRST, "completes_on": date(2031, 2, 1)},
                {
                    "key": "第2期",
                    "due_on": date(2025, 8, 31),
                    "principal_yen": 40_000,
                    "late_charge_yen": 2_000,
                    "completes_on": date(2030, 9, 1),
                },
            ],
        },
        expected={
            "allotments": [_to("第2期", "principal", 40_000), _to("第1期", "principal", 20_000)],
            "assumption": (
                "督促手数料と延滞金の先後は、設定によっています。"
                "期別の指定がないので、設定により時効の完成が早いものから充てています"
            ),
        },
        worked=("第2期の時効が先に完成するので、第2期の本税40,000円に先に充てる", "残り20,000円を第1期の本税に充てる"),
    ),
    Proposition(
        title="納付書などで期別が指定された納付は、その期別に充てる",
        cites=(_PART,),
        rule="tax_payment",
        given={
            "payment_yen": 45_000,
            "on": _DAY,
            "designated": ["第1期"],
            "debts": [
                _FIRST,
                {
                    "key": "第2期",
                    "due_on": date(2025, 8, 31),
                    "principal_yen": 40_000,
                    "completes_on": date(2030, 9, 1),
                },
            ],
        },
        expected={"allotments": [_to("第1期", "principal", 45_000)]},
        worked=("第1期が指定されているので、時効の順によらず第1期の本税に充てる",),
    ),
    Proposition(
        title="滞納処分で得た金銭は、滞納処分費に含まれる督促手数料に最初に充てる",
        cites=("local_tax_act/14-3", "local_tax_act/14-5/1"),
        rule="disposition_payment",
        given={"payment_yen": 20_000, "debts": [_FIRST]},
        expected={"allotments": [_to("第1期", "demand_fee", 100), _to("第1期", "principal", 19_900)]},
        worked=("督促手数料100円に先に充て、20,000 − 100 = 19,900円を本税に充てる",),
    ),
    Proposition(
        title="滞納処分で得た金銭の残りは、本税、延滞金、加算金の順に充てる",
        cites=("local_tax_act/14-5/1",),
        rule="disposition_payment",
        given={"payment_yen": 54_000, "debts": [{**_FIRST, "surcharge_yen": 5_000}]},
        expected={
            "allotments": [
                _to("第1期", "demand_fee", 100),
                _to("第1期", "principal", 50_000),
                _to("第1期", "late_charge", 3_000),
                _to("第1期", "surcharge", 900),
            ],
            "overpaid_yen": 0,
        },
        worked=("54,000 − 100 − 50,000 − 3,000 = 900円を加算金に充てる",),
    ),
    Proposition(
        title="0円の納付は受け付けない",
        cites=(_PART,),
        rule="tax_payment",
        given={"payment_yen": 0, "on": _DAY, "debts": [_FIRST]},
        refused="納付の額が正しくありません",
        worked=("納付は1円以上",),
    ),
    Proposition(
        title="指定された期別がないときは、充当を断る",
        cites=(_PART,),
        rule="tax_payment",
        given={"payment_yen": 1, "on": _DAY, "designated": ["第3期"], "debts": [_FIRST]},
        refused="指定された債務がありません",
        worked=("第3期は挙げられていない",),
    ),
    Proposition(
        title="過納となっている期別には充てることができない",
        cites=("local_tax_act/17-2/1",),
        rule="tax_payment",
        given={
            "payment_yen": 1,
            "on": _DAY,
            "debts": [{"key": "第1期", "due_on": date(2025, 6, 30), "principal_yen": -500}],
        },
        refused="負の残高には充てられません",
        worked=("過納の500円は、還付するか未納のものに充当する",),
    ),
)

test_proposition = holds(PROPOSITIONS)
