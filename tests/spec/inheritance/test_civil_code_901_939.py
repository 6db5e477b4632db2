"""代襲、放棄、欠格、廃除、同時死亡、相続人の不存在"""

from datetime import date

from tests.spec.harness import Proposition, holds

_DIED = date(2026, 5, 1)
_BEFORE = date(2020, 1, 10)
_WIFE = {"name": "妻"}

PROPOSITIONS = (
    Proposition(
        title="先に死亡した子の子は、その子が受けるはずの相続分を等しく分けて代襲する",
        cites=("civil_code/887/2", "civil_code/901/1"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "children": [
                {"name": "長男", "died_on": _BEFORE, "children": [{"name": "孫一"}, {"name": "孫二"}]},
                {"name": "長女"},
            ],
        },
        expected={
            "represented": [
                {"name": "妻", "share": "1/2"},
                {"name": "孫一", "share": "1/8", "represents": "長男"},
                {"name": "孫二", "share": "1/8", "represents": "長男"},
                {"name": "長女", "share": "1/4"},
            ]
        },
        worked=("長男の分 1/2 ÷ 2 = 1/4 を孫2人で等分して 1/8", "1/2 + 1/8 + 1/8 + 1/4 = 1"),
    ),
    Proposition(
        title="代襲する孫も先に死亡しているときは、ひ孫がさらに代襲する",
        cites=("civil_code/887/3", "civil_code/901/1"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "children": [
                {
                    "name": "長男",
                    "died_on": _BEFORE,
                    "children": [
                        {"name": "孫一", "died_on": _BEFORE, "children": [{"name": "ひ孫"}]},
                        {"name": "孫二"},
                    ],
                },
                {"name": "長女"},
            ],
        },
        expected={
            "represented": [
                {"name": "ひ孫", "share": "1/4", "represents": "孫一"},
                {"name": "孫二", "share": "1/4", "represents": "長男"},
                {"name": "長女", "share": "1/2"},
            ]
        },
        worked=("長男の分 1/2 を孫一と孫二の系で等分して 1/4、孫一の分はひ孫が受ける",),
    ),
    Proposition(
        title="先に死亡した兄弟姉妹の子は、一代に限り代襲する",
        cites=("civil_code/889/2", "civil_code/901/2"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "siblings": [
                {"name": "兄", "died_on": _BEFORE, "children": [{"name": "おい"}, {"name": "めい"}]},
                {"name": "弟"},
            ],
        },
        expected={
            "represented": [
                {"name": "妻", "share": "3/4"},
                {"name": "おい", "share": "1/16", "represents": "兄"},
                {"name": "めい", "share": "1/16", "represents": "兄"},
                {"name": "弟", "share": "1/8"},
            ]
        },
        worked=("兄の分 1/4 ÷ 2 = 1/8 をおいとめいで等分して 1/16",),
    ),
    Proposition(
        title="おいも先に死亡しているときは、おいの子は代襲しない",
        cites=("civil_code/889/2",),
        rule="heirs",
        given={
            "died_on": _DIED,
            "siblings": [
                {
                    "name": "兄",
                    "died_on": _BEFORE,
                    "children": [{"name": "おい", "died_on": _BEFORE, "children": [{"name": "おいの子"}]}],
                },
                {"name": "弟"},
            ],
        },
        expected={"heirs": [{"name": "弟", "share": "1"}]},
        worked=("兄の系には相続する者がなく、弟が全部を相続する",),
    ),
    Proposition(
        title="半血の兄弟姉妹を代襲する者は、半血の相続分を受ける",
        cites=("civil_code/900/0/4", "civil_code/901/2"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "siblings": [
                {"name": "弟"},
                {"name": "異母兄", "is_half_blood": True, "died_on": _BEFORE, "children": [{"name": "めい"}]},
            ],
        },
        expected={"heirs": [{"name": "弟", "share": "2/3"}, {"name": "めい", "share": "1/3"}]},
        worked=("重み 1 : 1/2 = 2 : 1、めいは異母兄の 1/3 を受ける",),
    ),
    Proposition(
        title="放棄した子は初めから相続人でなかったものとみなし、ほかの子の相続分が増える",
        cites=("civil_code/939", "civil_code/900/0/4"),
        rule="heirs",
        given={"died_on": _DIED, "spouse": _WIFE, "children": [{"name": "長男", "renounced": True}, {"name": "長女"}]},
        expected={
            "heirs": [{"name": "妻", "share": "1/2"}, {"name": "長女", "share": "1/2"}],
            "left": [{"name": "長男", "reason": "相続を放棄した"}],
        },
        worked=("子は長女だけとなり、子の分 1/2 の全部を受ける",),
    ),
    Proposition(
        title="放棄した子の子は、代襲しない",
        cites=("civil_code/887/2", "civil_code/939"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "children": [{"name": "長男", "renounced": True, "children": [{"name": "孫"}]}, {"name": "長女"}],
        },
        expected={"heirs": [{"name": "長女", "share": "1"}]},
        worked=("代襲の原因は死亡、欠格、廃除であり、放棄は含まれない",),
    ),
    Proposition(
        title="子の全員が放棄したときは、直系尊属が配偶者とともに相続人となる",
        cites=("civil_code/939", "civil_code/889/1/1", "civil_code/900/0/2"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "children": [{"name": "長男", "renounced": True}],
            "ascendants": [{"name": "母"}],
            "siblings": [{"name": "兄"}],
        },
        expected={"heirs": [{"name": "妻", "share": "2/3"}, {"name": "母", "share": "1/3"}]},
        worked=("子がなく、尊属がいるので、妻 2/3、母 1/3",),
    ),
    Proposition(
        title="子と直系尊属の全員が放棄したときは、兄弟姉妹が相続人となる",
        cites=("civil_code/939", "civil_code/889/1/2", "civil_code/900/0/3"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": _WIFE,
            "children": [{"name": "長男", "renounced": True}],
            "ascendants": [{"name": "母", "renounced": True}],
            "siblings": [{"name": "兄"}],
        },
        expected={"heirs": [{"name": "妻", "share": "3/4"}, {"name": "兄", "share": "1/4"}]},
        worked=("第一順位も第二順位もなく、兄が 1/4",),
    ),
    Proposition(
        title="配偶者が放棄したときは、同じ順位の者が全部を相続する",
        cites=("civil_code/939", "civil_code/887/1"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": {"name": "妻", "renounced": True},
            "children": [{"name": "長男"}, {"name": "長女"}],
        },
        expected={"heirs": [{"name": "長男", "share": "1/2"}, {"name": "長女", "share": "1/2"}]},
        worked=("妻は初めから相続人でなかったので、子2人で等分",),
    ),
    Proposition(
        title="欠格に当たる子は相続人となれず、その子が代襲する",
        cites=("civil_code/891", "civil_code/887/2"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "children": [{"name": "長男", "disqualified": True, "children": [{"name": "孫"}]}, {"name": "長女"}],
        },
        expected={
            "heirs": [{"name": "孫", "share": "1/2"}, {"name": "長女", "share": "1/2"}],
            "left": [{"name": "長男", "reason": "相続の欠格に当たる"}],
        },
        worked=("長男の 1/2 を孫が代襲する",),
    ),
    Proposition(
        title="廃除された子は相続人となれず、その子が代襲する",
        cites=("civil_code/892", "civil_code/887/2"),
        rule="heirs",
        given={"died_on": _DIED, "children": [{"name": "長男", "disinherited": True, "children": [{"name": "孫"}]}]},
        expected={
            "heirs": [{"name": "孫", "share": "1"}],
            "left": [{"name": "長男", "reason": "廃除された"}],
        },
        worked=("長男の全部を孫が代襲する",),
    ),
    Proposition(
        title="遺留分のない兄弟姉妹は、廃除の対象とならない",
        cites=("civil_code/892",),
        rule="heirs",
        given={"died_on": _DIED, "siblings": [{"name": "兄", "disinherited": True}]},
        refused="廃除の対象になりません",
        worked=("廃除は遺留分を有する推定相続人について求めるもの",),
    ),
    Proposition(
        title="養子の縁組前に生まれた子は、被相続人の直系卑属でないため代襲しない",
        cites=("civil_code/887/2",),
        rule="heirs",
        given={
            "died_on": _DIED,
            "children": [
                {
                    "name": "養子",
                    "died_on": _BEFORE,
                    "children": [{"name": "縁組前の子", "is_descendant": False}, {"name": "縁組後の子"}],
                }
            ],
        },
        expected={
            "heirs": [{"name": "縁組後の子", "share": "1"}],
            "left": [
                {"name": "養子", "reason": "相続の開始以前に死亡した"},
                {"name": "縁組前の子", "reason": "被相続人の直系卑属でない"},
            ],
        },
        worked=("縁組前の子は被相続人と血族関係がない",),
    ),
    Proposition(
        title="被相続人と同じ日に死亡した子は、同時に死亡したものと推定し、その子が代襲する",
        cites=("civil_code/32-2", "civil_code/887/2"),
        rule="heirs",
        given={"died_on": _DIED, "children": [{"name": "長男", "died_on": _DIED, "children": [{"name": "孫"}]}]},
        expected={
            "heirs": [{"name": "孫", "share": "1"}],
            "assumption": "長男は同じ日に死亡したので、同時に死亡したものと推定しています（民法32条の2）",
        },
        worked=("同時に死亡した者は相続の開始以前に死亡した者に当たる",),
    ),
    Proposition(
        title="被相続人の後に死亡した子は相続人であり、その分はその子自身の相続人について別に計算する",
        cites=("civil_code/887/1", "civil_code/896"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "children": [{"name": "長男", "died_on": date(2026, 8, 1), "children": [{"name": "孫"}]}, {"name": "長女"}],
        },
        expected={
            "heirs": [{"name": "長男", "share": "1/2"}, {"name": "長女", "share": "1/2"}],
            "assumption": "長男は相続の開始の後に死亡したので、その相続人について別に計算してください",
        },
        worked=("相続の開始の時に長男は生きていたので相続人である",),
    ),
    Proposition(
        title="相続人となる者が一人もいないときは、相続財産の清算人の選任を求める",
        cites=("civil_code/951", "civil_code/952/1"),
        rule="heirs",
        given={
            "died_on": _DIED,
            "spouse": {"name": "妻", "renounced": True},
            "children": [{"name": "長男", "renounced": True}],
        },
        expected={"heirs": [], "needs_administrator": True},
        worked=("全員が放棄し、ほかの順位の者もいない",),
    ),
    Proposition(
        title="親等が1に満たない直系尊属は受け付けない",
        cites=("civil_code/889/1/1",),
        rule="heirs",
        given={"died_on": _DIED, "ascendants": [{"name": "父", "degree": 0}]},
        refused="親等が正しくありません",
        worked=("父母は1親等",),
    ),
)

test_proposition = holds(PROPOSITIONS)
