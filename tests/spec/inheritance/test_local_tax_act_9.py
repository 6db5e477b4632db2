"""相続人が承継する債務の額"""

from datetime import date

from tests.spec.harness import Proposition, holds

_DIED = date(2026, 5, 1)
_FAMILY = {"died_on": _DIED, "spouse": {"name": "妻"}, "children": [{"name": "長男"}, {"name": "長女"}]}
_THREE = {"died_on": _DIED, "children": [{"name": "長男"}, {"name": "二男"}, {"name": "三男"}]}

PROPOSITIONS = (
    Proposition(
        title="未納の市税は、相続人が相続分であん分した額を承継する",
        cites=("local_tax_act/9/1", "local_tax_act/9/2"),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": 100_000},
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000},
                {"name": "長男", "yen": 25_000},
                {"name": "長女", "yen": 25_000},
            ]
        },
        worked=("100,000 × 1/2 = 50,000円、100,000 × 1/4 = 25,000円",),
    ),
    Proposition(
        title="あん分した額の1円未満は切り捨て、端数の計は代表者の額に加える",
        cites=("local_tax_act/9/2",),
        rule="heir_debts",
        given={**_THREE, "kind": "tax", "debt_yen": 100_000, "representative": "三男"},
        expected={
            "debts": [
                {"name": "長男", "yen": 33_333},
                {"name": "二男", "yen": 33_333},
                {"name": "三男", "yen": 33_334},
            ]
        },
        worked=("100,000 ÷ 3 = 33,333.3… → 33,333円ずつ、計 99,999円", "残り1円は代表者の三男に加える"),
    ),
    Proposition(
        title="代表者がいないときは、端数の計を最初の相続人の額に加える",
        cites=("local_tax_act/9/2",),
        rule="heir_debts",
        given={
            **_THREE,
            "kind": "tax",
            "debt_yen": 100_001,
            "received": [
                {"name": "長男", "received_yen": 0},
                {"name": "二男", "received_yen": 0},
                {"name": "三男", "received_yen": 0},
            ],
        },
        expected={
            "debts": [
                {"name": "長男", "yen": 33_335},
                {"name": "二男", "yen": 33_333},
                {"name": "三男", "yen": 33_333},
            ],
            "assumption": "1円未満の端数の計 2円は、長男の額に加えました",
        },
        worked=("100,001 ÷ 3 = 33,333.6… → 33,333円ずつ、計 99,999円", "残り2円は最初の相続人である長男に加える"),
    ),
    Proposition(
        title="相続で得た財産の価額が承継した市税を超える相続人は、超える額までほかの相続人の分にも責任を負う",
        cites=("local_tax_act/9/3",),
        rule="heir_debts",
        given={
            **_FAMILY,
            "kind": "tax",
            "debt_yen": 100_000,
            "received": [{"name": "妻", "received_yen": 70_000}, {"name": "長男", "received_yen": 20_000}],
        },
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000, "further_yen": 20_000},
                {"name": "長男", "yen": 25_000},
                {"name": "長女", "yen": 25_000},
            ]
        },
        worked=("妻 70,000 − 50,000 = 20,000円まで", "長男 20,000円は承継額25,000円を超えない"),
    ),
    Proposition(
        title="ほかの相続人の分についての責任は、ほかの相続人が承継した額を超えない",
        cites=("local_tax_act/9/3",),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": 100_000, "received": [{"name": "妻", "received_yen": 9_000_000}]},
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000, "further_yen": 50_000},
                {"name": "長男", "yen": 25_000},
                {"name": "長女", "yen": 25_000},
            ]
        },
        worked=("超える額は8,950,000円であるが、ほかの相続人の承継額は 25,000 + 25,000 = 50,000円",),
    ),
    Proposition(
        title="私債権では、財産を多く得た相続人もほかの相続人の分について責任を負わない",
        cites=("civil_code/899",),
        rule="heir_debts",
        given={
            **_FAMILY,
            "kind": "private_rent",
            "debt_yen": 100_000,
            "received": [{"name": "妻", "received_yen": 9_000_000}],
        },
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000},
                {"name": "長男", "yen": 25_000},
                {"name": "長女", "yen": 25_000},
            ]
        },
        worked=("相続分に応じて承継するだけである",),
    ),
    Proposition(
        title="限定承認をした相続人は、相続で得た財産の価額を限度として市税を納める",
        cites=("local_tax_act/9/1", "civil_code/923"),
        rule="heir_debts",
        given={
            **_FAMILY,
            "kind": "tax",
            "debt_yen": 100_000,
            "is_limited": True,
            "received": [
                {"name": "妻", "received_yen": 30_000},
                {"name": "長男", "received_yen": 15_000},
                {"name": "長女", "received_yen": 15_000},
            ],
        },
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000, "limit_yen": 30_000},
                {"name": "長男", "yen": 25_000, "limit_yen": 15_000},
                {"name": "長女", "yen": 25_000, "limit_yen": 15_000},
            ]
        },
        worked=("承継する額は相続分により、納める額は得た財産 30,000円、15,000円、15,000円を限度とする",),
    ),
    Proposition(
        title="私債権でも、限定承認をした相続人は相続で得た財産の価額を限度として弁済する",
        cites=("civil_code/922", "civil_code/923"),
        rule="heir_debts",
        given={
            "died_on": _DIED,
            "spouse": {"name": "妻"},
            "kind": "private",
            "debt_yen": 100_000,
            "is_limited": True,
            "received": [{"name": "妻", "received_yen": 40_000}],
        },
        expected={"debts": [{"name": "妻", "yen": 100_000, "limit_yen": 40_000}]},
        worked=("全部を承継し、40,000円を限度とする",),
    ),
    Proposition(
        title="限定承認があっても得た財産の価額が分からないうちは、限度額を示さない",
        cites=("civil_code/922",),
        rule="heir_debts",
        given={
            "died_on": _DIED,
            "spouse": {"name": "妻"},
            "kind": "private",
            "debt_yen": 100_000,
            "is_limited": True,
        },
        expected={
            "debts": [{"name": "妻", "yen": 100_000}],
            "assumption": "相続で得た財産の価額が分からないため、妻の限度額は計算していません",
        },
        worked=("財産の価額の報告を求める",),
    ),
    Proposition(
        title="市税では、遺言で指定された相続分によりあん分する",
        cites=("local_tax_act/9/2", "civil_code/902/1"),
        rule="heir_debts",
        given={
            **_FAMILY,
            "kind": "tax",
            "debt_yen": 100_000,
            "designated": [
                {"name": "妻", "share": "4/5"},
                {"name": "長男", "share": "1/5"},
                {"name": "長女", "share": "0"},
            ],
        },
        expected={
            "debts": [{"name": "妻", "yen": 80_000}, {"name": "長男", "yen": 20_000}, {"name": "長女", "yen": 0}]
        },
        worked=("100,000 × 4/5 = 80,000円、100,000 × 1/5 = 20,000円",),
    ),
    Proposition(
        title="私債権では、遺言の指定があっても、市は法定相続分に応じて請求できる",
        cites=("civil_code/902-2",),
        rule="heir_debts",
        given={
            **_FAMILY,
            "kind": "private_rent",
            "debt_yen": 100_000,
            "designated": [
                {"name": "妻", "share": "4/5"},
                {"name": "長男", "share": "1/5"},
                {"name": "長女", "share": "0"},
            ],
        },
        expected={
            "debts": [
                {"name": "妻", "yen": 50_000},
                {"name": "長男", "yen": 25_000},
                {"name": "長女", "yen": 25_000},
            ]
        },
        worked=("法定相続分 1/2、1/4、1/4 による",),
    ),
    Proposition(
        title="一部の相続人だけの指定相続分は、合わせて1にならないため受け付けない",
        cites=("civil_code/902/2",),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": 100_000, "designated": [{"name": "長男", "share": "1/5"}]},
        refused="相続人の全員について、合わせて1",
        worked=("妻と長女の相続分は、個別に判断して与える",),
    ),
    Proposition(
        title="相続人がいないときは、承継する者もいない",
        cites=("local_tax_act/9/1", "civil_code/951"),
        rule="heir_debts",
        given={"died_on": _DIED, "kind": "tax", "debt_yen": 100_000},
        expected={"debts": []},
        worked=("相続財産の清算人に対して請求する",),
    ),
    Proposition(
        title="相続人でない者を代表者とすることはできない",
        cites=("local_tax_act/9-2/1",),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": 100_000, "representative": "兄"},
        refused="相続人でない者が挙げられています",
        worked=("子がいるので兄は相続人でない",),
    ),
    Proposition(
        title="負の額の債務は分けることができない",
        cites=("local_tax_act/9/2",),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": -1},
        refused="債務の額が正しくありません",
        worked=("債務は0円以上",),
    ),
    Proposition(
        title="相続で得た財産の価額は、負であってはならない",
        cites=("local_tax_act/9/3",),
        rule="heir_debts",
        given={**_FAMILY, "kind": "tax", "debt_yen": 1, "received": [{"name": "妻", "received_yen": -1}]},
        refused="相続で得た財産の価額が正しくありません",
        worked=("財産の価額は0円以上",),
    ),
)

test_proposition = holds(PROPOSITIONS)
