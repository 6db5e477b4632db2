"""私債権などの弁済の充当"""

from datetime import date

from tests.spec.harness import Proposition, holds

_DAY = date(2026, 6, 30)
_LOAN = {
    "key": "貸付金",
    "due_on": date(2026, 3, 31),
    "principal_yen": 100_000,
    "interest_yen": 2_000,
    "late_charge_yen": 1_500,
    "demand_fee_yen": 500,
}
_RENT = {"key": "家賃", "due_on": date(2026, 4, 30), "principal_yen": 30_000, "late_charge_yen": 300}


def _to(key: str, component: str, yen: int) -> dict:
    return {"key": key, "component": component, "yen": yen}


def _plain(key: str, due_on: date, yen: int, **more: object) -> dict:
    return {"key": key, "due_on": due_on, "principal_yen": yen, **more}


PROPOSITIONS = (
    Proposition(
        title="全部に足りない弁済は、費用、利息、元本の順に充てる",
        cites=("civil_code/489/1",),
        rule="civil_payment",
        given={"payment_yen": 10_000, "on": _DAY, "debts": [_LOAN]},
        expected={
            "allotments": [
                _to("貸付金", "demand_fee", 500),
                _to("貸付金", "interest", 2_000),
                _to("貸付金", "late_charge", 1_500),
                _to("貸付金", "principal", 6_000),
            ]
        },
        worked=("費用 500円、利息 2,000円、損害金 1,500円、残り 10,000 − 4,000 = 6,000円を元本に充てる",),
    ),
    Proposition(
        title="数個の債務があるときも、全ての費用、全ての利息に先に充て、その後に元本に充てる",
        cites=("civil_code/489/1", "civil_code/489/2"),
        rule="civil_payment",
        given={"payment_yen": 5_000, "on": _DAY, "debts": [_LOAN, _RENT]},
        expected={
            "allotments": [
                _to("貸付金", "demand_fee", 500),
                _to("貸付金", "interest", 2_000),
                _to("貸付金", "late_charge", 1_500),
                _to("家賃", "late_charge", 300),
                _to("貸付金", "principal", 700),
            ]
        },
        worked=(
            "費用 500円、利息と損害金 2,000 + 1,500 + 300 = 3,800円",
            "残り700円は、弁済期の早い貸付金の元本に充てる",
        ),
    ),
    Proposition(
        title="債務者が指定した債務には、費用と利息の後に、指定のとおり元本を充てる",
        cites=("civil_code/488/1", "civil_code/488/3", "civil_code/489/2"),
        rule="civil_payment",
        given={"payment_yen": 20_000, "on": _DAY, "debts": [_LOAN, _RENT], "designated": ["家賃"]},
        expected={
            "allotments": [
                _to("貸付金", "demand_fee", 500),
                _to("家賃", "late_charge", 300),
                _to("貸付金", "interest", 2_000),
                _to("貸付金", "late_charge", 1_500),
                _to("家賃", "principal", 15_700),
            ]
        },
        worked=("指定があっても費用と利息が先である", "20,000 − 500 − 3,800 = 15,700円を指定された家賃の元本に充てる"),
    ),
    Proposition(
        title="債務者の指定がないときは、市が受領の時に指定した債務に充てる",
        cites=("civil_code/488/2",),
        rule="civil_payment",
        given={
            "payment_yen": 10_000,
            "on": _DAY,
            "debts": [_plain("4月分", date(2026, 4, 30), 30_000), _plain("5月分", date(2026, 5, 31), 30_000)],
            "designated": ["5月分"],
            "by_creditor": True,
        },
        expected={"allotments": [_to("5月分", "principal", 10_000)]},
        worked=("市の指定により5月分に充てる",),
    ),
    Proposition(
        title="市の指定に債務者が直ちに異議を述べたときは、指定は効力を失い、法定の順序による",
        cites=("civil_code/488/2", "civil_code/488/4/3"),
        rule="civil_payment",
        given={
            "payment_yen": 10_000,
            "on": _DAY,
            "debts": [_plain("4月分", date(2026, 4, 30), 30_000), _plain("5月分", date(2026, 5, 31), 30_000)],
            "designated": ["5月分"],
            "by_creditor": True,
            "objected": True,
        },
        expected={"allotments": [_to("4月分", "principal", 10_000)]},
        worked=("どちらも弁済期にあり利益も等しいので、弁済期の早い4月分に充てる",),
    ),
    Proposition(
        title="弁済期にある債務とない債務では、弁済期にあるものに先に充てる",
        cites=("civil_code/488/4/1",),
        rule="civil_payment",
        given={
            "payment_yen": 40_000,
            "on": _DAY,
            "debts": [
                _plain("7月分", date(2026, 7, 31), 30_000, benefit=9),
                _plain("6月分", date(2026, 6, 30), 30_000),
            ],
        },
        expected={"allotments": [_to("6月分", "principal", 30_000), _to("7月分", "principal", 10_000)]},
        worked=("6月30日には6月分だけが弁済期にある", "利益の多い7月分も、弁済期が来ていないので後になる"),
    ),
    Proposition(
        title="ともに弁済期にあるときは、債務者のために弁済の利益が多いものに先に充てる",
        cites=("civil_code/488/4/2",),
        rule="civil_payment",
        given={
            "payment_yen": 40_000,
            "on": _DAY,
            "debts": [
                _plain("無利息", date(2026, 3, 31), 30_000),
                _plain("年5%の損害金", date(2026, 5, 31), 30_000, benefit=1),
            ],
        },
        expected={"allotments": [_to("年5%の損害金", "principal", 30_000), _to("無利息", "principal", 10_000)]},
        worked=("損害金の付くものを先に弁済する方が債務者の利益になる",),
    ),
    Proposition(
        title="利益が等しいときは、弁済期が先に来たものに先に充てる",
        cites=("civil_code/488/4/3",),
        rule="civil_payment",
        given={
            "payment_yen": 35_000,
            "on": _DAY,
            "debts": [_plain("5月分", date(2026, 5, 31), 30_000), _plain("4月分", date(2026, 4, 30), 30_000)],
        },
        expected={"allotments": [_to("4月分", "principal", 30_000), _to("5月分", "principal", 5_000)]},
        worked=("4月分 30,000円、残り5,000円を5月分に充てる",),
    ),
    Proposition(
        title="全てが等しい債務には、債務の額に応じて充て、端数は余りの大きいものから1円ずつ充てる",
        cites=("civil_code/488/4/4",),
        rule="civil_payment",
        given={
            "payment_yen": 10_000,
            "on": _DAY,
            "debts": [
                _plain("甲", date(2026, 5, 31), 30_000),
                _plain("乙", date(2026, 5, 31), 20_000),
                _plain("丙", date(2026, 5, 31), 20_000),
            ],
        },
        expected={
            "allotments": [
                _to("甲", "principal", 4_286),
                _to("乙", "principal", 2_857),
                _to("丙", "principal", 2_857),
            ]
        },
        worked=(
            "甲 10,000 × 3/7 = 4,285.714…、乙と丙 10,000 × 2/7 = 2,857.142…",
            "切り捨てた計 4,285 + 2,857 + 2,857 = 9,999円",
            "残り1円は、余りの最も大きい甲に充てる",
        ),
    ),
    Proposition(
        title="充当の合意があるときは、費用や利息より先に元本に充てることもできる",
        cites=("civil_code/490",),
        rule="civil_payment",
        given={
            "payment_yen": 101_000,
            "on": _DAY,
            "debts": [_LOAN, _RENT],
            "agreed": [{"key": "貸付金", "component": "principal"}],
        },
        expected={
            "allotments": [
                _to("貸付金", "principal", 100_000),
                _to("貸付金", "demand_fee", 500),
                _to("貸付金", "interest", 500),
            ],
            "overpaid_yen": 0,
        },
        worked=(
            "合意により元本100,000円に充て、残り1,000円は法定の順に費用500円、弁済期の早い貸付金の利息500円に充てる",
        ),
    ),
    Proposition(
        title="施行日前にされた弁済の充当は、改正前の民法による",
        cites=("civil_code_amendment_2017/25/2",),
        rule="civil_payment",
        given={"payment_yen": 1_000, "on": date(2020, 3, 31), "debts": [_plain("貸付金", date(2019, 12, 31), 5_000)]},
        expected={
            "allotments": [_to("貸付金", "principal", 1_000)],
            "assumption": "施行日前の弁済なので改正前の民法によりますが、充当の順序は改正後と同じものとして計算しています",
        },
        worked=("2020年4月1日より前の弁済", "改正前も費用、利息、元本の順であり、答えは変わらない"),
    ),
    Proposition(
        title="施行日からの弁済は、古い債務についても改正後の民法による",
        cites=("civil_code_amendment_2017/25/2", "civil_code/489/1"),
        rule="civil_payment",
        given={"payment_yen": 1_000, "on": date(2020, 4, 1), "debts": [_plain("貸付金", date(2019, 12, 31), 5_000)]},
        expected={"allotments": [_to("貸付金", "principal", 1_000)], "assumption": ""},
        worked=("弁済の日が2020年4月1日なので、債務の発生の日によらず改正後の定めによる",),
    ),
    Proposition(
        title="債務の全部を超える弁済は、超える額が過納となる",
        cites=("civil_code/703",),
        rule="civil_payment",
        given={"payment_yen": 31_000, "on": _DAY, "debts": [_RENT]},
        expected={
            "allotments": [_to("家賃", "late_charge", 300), _to("家賃", "principal", 30_000)],
            "overpaid_yen": 700,
        },
        worked=("31,000 − 300 − 30,000 = 700円",),
    ),
    Proposition(
        title="同じ債務を二度挙げることはできない",
        cites=("civil_code/488/4",),
        rule="civil_payment",
        given={"payment_yen": 1_000, "on": _DAY, "debts": [_RENT, _RENT]},
        refused="同じ債務が二度挙げられています",
        worked=("債務は一つずつ名で区別する",),
    ),
)

test_proposition = holds(PROPOSITIONS)
