"""相続人と法定相続分"""

from datetime import date

from tests.spec.harness import Proposition, holds

_DIED = date(2026, 5, 1)
_BEFORE = date(2020, 1, 10)
_WIFE = {"name": "妻"}

PROPOSITIONS = (
    Proposition(
        title="配偶者と子が相続人であるときは、配偶者が2分の1、子が残りを等しく分ける",
        cites=("civil_code/887/1", "civil_code/890", "civil_code/900/0/1", "civil_code/900/0/4"),
        rule="heirs",
        given={"died_on": _DIED, "spouse": _WIFE, "children": [{"name": "長男"}, {"name": "長女"}]},
        expected={
            "heirs": [
                {"name": "妻", "share": "1/2"},
                {"name": "長男", "share": "1/4"},
                {"name": "長女", "share": "1/4"},
            ]
        },
        worked=("子の分 1 − 1/2 = 1/2 を2人で等分して 1/4", "1/2 + 1/4 + 1/4 = 1"),
        source="民法900条1号、4号",
    ),
    Proposition(
        title="配偶者がいないときは、子が全部を等しく分ける",
        cites=("civil_code/887/1", "civil_code/900/0/4"),
        rule="heirs",
        given={"died_on": _DIED, "children": [{"name": "長男"}, {"name": "二男"}, {"name": "三男"}]},
        expected={
            "heirs": [
                {"name": "長男", "share": "1/3"},
                {"name": "二男", "share": "1/3"},
                {"name": "三男", "share": "1/3"},
            ]
        },
        worked=("全部を3人で等分して 1/3",),
    ),
    Proposition(
        title="配偶者だけが相続人であるときは、配偶者が全部を相続する",
        cites=("civil_code/890",),
        rule="heirs",
        given={"died_on": _DIED, "spouse": _WIFE},
        expected={"heirs": [{"name": "妻", "share": "1"}], "needs_administrator": False},
        worked=("ほかに相続人がいないので全部",),
    ),
    Proposition(
        title="配偶者と直系尊属が相続人であるときは、配偶者が3分の2、直系尊属が残りを等しく分ける",
        cites=("civil_code/889/1/1", "civil_code/900/0/2", "civil_code/900/0/4"),
        rule="heirs",
        given={"died_on": _DIED, "spouse": _WIFE, "ascendants": [{"name": "父"}, {"name": "母"}]},
        expected={
            "heirs": [{"name": "妻", "share": "2/3"}, {"name": "父", "share": "1/6"}, {"name": "母", "share": "1/6"}]
        },
        worked=("尊属の分 1 − 2/3 = 1/3 を2人で等分して 1/6",),
    ),
    Proposition(
        title="直系尊属のうちでは、親等の近い者だけが相続人となる",
        cites=("civil_code/889/1/1",),
        rule="heirs",
        given={
            "died_on": _DIED,
            "ascendants": [
                {"name": "母", "degree": 1},
                {"name": "父方の祖父", "degree": 2},
                {"name": "父方の祖母", "degree": 2},
            ],
        },
        expected={
            "heirs": [{"name": "母", "share": "1"}],
            "left": [
                {"name": "父方の祖父", "reason": "先の順位又は近い親等の相続人がいる"},
                {"name": "父方の祖母", "reason": "先の順位又は近い親等の相続人がいる"},
            ],
        },
        worked=("母は1親等、祖父母は2親等なので、母だけが全部を相続する",),
    ),
    Proposition(
        title="父母がともに先に死亡しているときは、祖父母が相続人となる",
        cites=("civil_code/889/1/1",),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "ascendants": [{"name": "父", "died_on": _BEFORE}, {"name": "祖母", "degree": 2}],
        },
        expected={"heirs": [{"name": "妻", "share": "2/3"}, {"name": "祖母", "share": "1/3"}]},
        worked=("1親等の父は死亡しており、2親等の祖母が尊属の分 1/3 を相続する",),
    ),
    Proposition(
        title="父母の一方だけを同じくする兄弟姉妹の相続分は、双方を同じくする者の2分の1とする",
        cites=("civil_code/889/1/2", "civil_code/900/0/3", "civil_code/900/0/4"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "siblings": [{"name": "兄"}, {"name": "弟"}, {"name": "異母妹", "is_half_blood": True}],
        },
        expected={
            "heirs": [
                {"name": "妻", "share": "3/4"},
                {"name": "兄", "share": "1/10"},
                {"name": "弟", "share": "1/10"},
                {"name": "異母妹", "share": "1/20"},
            ]
        },
        worked=(
            "兄弟姉妹の分 1 − 3/4 = 1/4、重み 1 : 1 : 1/2 = 2 : 2 : 1",
            "兄と弟 1/4 × 2/5 = 1/10、異母妹 1/4 × 1/5 = 1/20",
            "3/4 + 1/10 + 1/10 + 1/20 = 1",
        ),
    ),
    Proposition(
        title="配偶者がいないときは、兄弟姉妹が全部を分ける",
        cites=("civil_code/889/1/2", "civil_code/900/0/4"),
        rule="heirs",
        given={"died_on": _DIED, "siblings": [{"name": "姉"}, {"name": "異父弟", "is_half_blood": True}]},
        expected={"heirs": [{"name": "姉", "share": "2/3"}, {"name": "異父弟", "share": "1/3"}]},
        worked=("重み 1 : 1/2 = 2 : 1",),
    ),
    Proposition(
        title="先に死亡した配偶者は、相続人とならない",
        cites=("civil_code/890",),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": {"name": "妻", "died_on": _BEFORE},
            "children": [{"name": "長男"}],
        },
        expected={
            "heirs": [{"name": "長男", "share": "1"}],
            "left": [{"name": "妻", "reason": "相続の開始以前に死亡した"}],
        },
        worked=("妻は相続の開始以前に死亡しており、長男が全部を相続する",),
    ),
    Proposition(
        title="胎児は、既に生まれたものとみなして相続人に数える",
        cites=("civil_code/886/1", "civil_code/886/2"),
        rule="heirs",
        given={"died_on": _DIED, "spouse": _WIFE, "children": [{"name": "長女"}, {"name": "胎児", "is_unborn": True}]},
        expected={
            "heirs": [
                {"name": "妻", "share": "1/2"},
                {"name": "長女", "share": "1/4"},
                {"name": "胎児", "share": "1/4"},
            ],
            "assumption": "胎児 胎児は生まれたものとみなしています。死体で生まれたときは計算し直してください（民法886条）",
        },
        worked=("子は胎児を含めて2人、1/2 ÷ 2 = 1/4",),
    ),
    Proposition(
        title="平成25年9月4日以前に開始した相続では、嫡出でない子の相続分を嫡出である子の2分の1として計算し、確かめるよう示す",
        cites=("civil_code/900/0/4",),
        rule="heirs",
        given={
            "died_on": date(2010, 4, 1),
            "children": [{"name": "長男"}, {"name": "二男", "is_nonmarital": True}],
        },
        expected={
            "heirs": [{"name": "長男", "share": "2/3"}, {"name": "二男", "share": "1/3"}],
            "assumption": "二男の相続分は、相続の開始の日の民法900条4号の扱いによっています。条文を確認できていません",
        },
        worked=("重み 1 : 1/2 = 2 : 1",),
    ),
    Proposition(
        title="平成25年9月5日からは、嫡出でない子の相続分も嫡出である子と等しい",
        cites=("civil_code/900/0/4",),
        rule="heirs",
        given={
            "died_on": date(2013, 9, 5),
            "children": [{"name": "長男"}, {"name": "二男", "is_nonmarital": True}],
        },
        expected={"heirs": [{"name": "長男", "share": "1/2"}, {"name": "二男", "share": "1/2"}], "assumption": ""},
        worked=("子2人で等分",),
    ),
    Proposition(
        title="昭和55年以前に開始した相続は、相続分の値を収録していないため、計算を断る",
        cites=("civil_code/900",),
        rule="heirs",
        given={"died_on": date(1980, 12, 31), "spouse": _WIFE, "children": [{"name": "長男"}]},
        refused="収録していません",
        worked=("収録は1981年1月1日に開始した相続から",),
    ),
    Proposition(
        title="同じ名の者が二人いる家族は、誰の相続分か分からないため受け付けない",
        cites=("civil_code/900",),
        rule="heirs",
        given={"died_on": _DIED, "children": [{"name": "太郎"}, {"name": "太郎"}]},
        refused="同じ名の者が二人います",
        worked=("名を分けて入力し直す",),
    ),
)

test_proposition = holds(PROPOSITIONS)
