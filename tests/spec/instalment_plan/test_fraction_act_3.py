"""分割した額と端数（国等の債権債務等の金額の端数計算に関する法律3条）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("fraction_act/3",)

PROPOSITIONS = (
    Proposition(
        "分割した額の端数は、最初の回に合算する",
        ACT,
        "equal_instalments",
        {"balance_yen": 100_000, "count": 3},
        {"instalments_yen": (33_334, 33_333, 33_333)},
        ("100,000 ÷ 3 = 33,333 余り 1", "余り1円を最初の回に加える"),
    ),
    Proposition(
        "割り切れる額は、各回が等しい",
        ACT,
        "equal_instalments",
        {"balance_yen": 120_000, "count": 4},
        {"instalments_yen": (30_000, 30_000, 30_000, 30_000)},
        ("120,000 ÷ 4 = 30,000",),
    ),
    Proposition(
        "千円単位で分割するときは、千円に満たない端数をすべて最初の回に合算する",
        (*ACT, "local_tax_act/20-4-2/6"),
        "equal_instalments",
        {"balance_yen": 56_400, "count": 4, "unit_yen": 1_000},
        {"instalments_yen": (14_400, 14_000, 14_000, 14_000)},
        ("56,400 ÷ 4 = 14,100、千円未満を切り捨てて14,000", "56,400 − 14,000 × 3 = 14,400"),
    ),
    Proposition(
        "一回で納めるときは、全額がその回の額となる",
        ACT,
        "equal_instalments",
        {"balance_yen": 7_777, "count": 1},
        {"instalments_yen": (7_777,)},
        ("分けない",),
    ),
    Proposition(
        "各回が一円に満たない回数には分けられない",
        ACT,
        "equal_instalments",
        {"balance_yen": 2, "count": 3},
        worked=("2円は3回に分けられない",),
        refused="この回数には分けられません",
    ),
    Proposition(
        "零回に分けることはできない",
        ACT,
        "equal_instalments",
        {"balance_yen": 10_000, "count": 0},
        worked=("0回では納付がない",),
        refused="この回数には分けられません",
    ),
    Proposition(
        "端数を最後の回に置くときは、最後の回が残りの額となる",
        ACT,
        "schedule",
        {"balance_yen": 100_000, "first_on": date(2026, 12, 15), "instalment_yen": 30_000},
        {
            "instalments_yen": (30_000, 30_000, 30_000, 10_000),
            "left_yen": (70_000, 40_000, 10_000, 0),
            "due_days": (date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 15), date(2027, 3, 15)),
        },
        ("30,000円を3回で90,000円", "残り10,000円を4回目"),
    ),
    Proposition(
        "端数を最初の回に置くときは、最初の回が少なくなる",
        ACT,
        "schedule",
        {
            "balance_yen": 100_000,
            "first_on": date(2026, 12, 15),
            "instalment_yen": 30_000,
            "remainder": "first_instalment",
        },
        {"instalments_yen": (10_000, 30_000, 30_000, 30_000), "left_yen": (90_000, 60_000, 30_000, 0)},
        ("4回では120,000円で20,000円多い", "最初の回を30,000 − 20,000 = 10,000円とする"),
    ),
    Proposition(
        "賞与月には、毎月の額に上乗せして納める",
        ACT,
        "schedule",
        {
            "balance_yen": 100_000,
            "first_on": date(2026, 11, 30),
            "instalment_yen": 10_000,
            "bonus_months": (6, 12),
            "bonus_yen": 40_000,
        },
        {
            "instalments_yen": (10_000, 50_000, 10_000, 10_000, 10_000, 10_000),
            "last_on": date(2027, 4, 30),
        },
        ("11月10,000、12月50,000で計60,000", "1月から4月まで10,000ずつで100,000"),
    ),
    Proposition(
        "途中から増額する計画では、増額の回から新たな額を納める",
        ACT,
        "schedule",
        {
            "balance_yen": 50_000,
            "first_on": date(2026, 10, 1),
            "instalment_yen": 5_000,
            "raises": ((4, 10_000), (6, 20_000)),
        },
        {"instalments_yen": (5_000, 5_000, 5_000, 10_000, 10_000, 15_000), "months": 6},
        ("3回で15,000、4・5回目で35,000", "6回目は20,000のうち残り15,000"),
    ),
    Proposition(
        "増額する計画で、端数が最初の回を食い尽くすときは断る",
        ACT,
        "schedule",
        {
            "balance_yen": 21_000,
            "first_on": date(2026, 10, 1),
            "instalment_yen": 5_000,
            "raises": ((2, 30_000),),
            "remainder": "first_instalment",
        },
        worked=("2回で35,000円、14,000円多い", "最初の回は5,000円しかない"),
        refused="最初の回の納付額がなくなります",
    ),
    Proposition(
        "残高のない債権には、分割納付の計画がない",
        ACT,
        "schedule",
        {"balance_yen": 0, "first_on": date(2026, 10, 1), "instalment_yen": 5_000},
        worked=("分割する額がない",),
        refused="分割する残高がありません",
    ),
    Proposition(
        "暦にない月の賞与は、入力の誤りとして断る",
        ACT,
        "schedule",
        {
            "balance_yen": 10_000,
            "first_on": date(2026, 10, 1),
            "instalment_yen": 5_000,
            "bonus_months": (13,),
            "bonus_yen": 1_000,
        },
        worked=("13月はない",),
        refused="賞与月の上乗せを読めません",
    ),
    Proposition(
        "負の上乗せは、入力の誤りとして断る",
        ACT,
        "schedule",
        {
            "balance_yen": 10_000,
            "first_on": date(2026, 10, 1),
            "instalment_yen": 5_000,
            "bonus_months": (12,),
            "bonus_yen": -1_000,
        },
        worked=("上乗せは0円以上",),
        refused="賞与月の上乗せを読めません",
    ),
    Proposition(
        "百年を超える計画は立てられない",
        ACT,
        "schedule",
        {"balance_yen": 1_201, "first_on": date(2026, 10, 1), "instalment_yen": 1},
        worked=("毎月1円では1,201月、百年は1,200月",),
        refused="完納までが長すぎます",
    ),
)

test_proposition = holds(PROPOSITIONS)
