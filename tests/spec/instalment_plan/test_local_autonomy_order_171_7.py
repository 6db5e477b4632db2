"""完納までの月数と十年の境（地方自治法施行令171条の7、様式の表3）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("city_form/table3/0/6", "city_form/table3/0/7")
ON = date(2026, 11, 21)

PROPOSITIONS = (
    Proposition(
        "完納までの月数は、端数の月を一月として数える",
        ("city_form/table3/0/6",),
        "months_to_pay_off",
        {"balance_yen": 100_001, "instalment_yen": 10_000},
        {"months": 11},
        ("100,001 ÷ 10,000 = 10 余り 1、余りの月を加えて11月",),
    ),
    Proposition(
        "残高のない債権は、零月で完納である",
        ("city_form/table3/0/6",),
        "months_to_pay_off",
        {"balance_yen": 0, "instalment_yen": 10_000},
        {"months": 0},
        ("納める額がない",),
    ),
    Proposition(
        "毎月の納付額のない約束は、分割納付ではない",
        ("city_form/table3/0/6",),
        "months_to_pay_off",
        {"balance_yen": 10_000, "instalment_yen": 0},
        worked=("0円では完納にならない",),
        refused="毎月の納付額は1円以上",
    ),
    Proposition(
        "百二十月ちょうどで完納する分割納付は、十年以内の完納見込みである",
        ACT,
        "ten_year_test",
        {"balance_yen": 1_200_000, "instalment_yen": 10_000, "on": ON},
        {"months": 120, "limit_months": 120, "within": True},
        ("1,200,000 ÷ 10,000 = 120月 = 10年",),
    ),
    Proposition(
        "百二十一月を要する分割納付は、完納まで十年を超える",
        ACT,
        "ten_year_test",
        {"balance_yen": 1_200_001, "instalment_yen": 10_000, "on": ON},
        {"months": 121, "within": False},
        ("1円の残りに一月を要する",),
    ),
    Proposition(
        "本税から充てる分割納付では、延滞金は本税の後に納めて完納となる",
        ("local_tax_act/20-9-4/2",),
        "months_with_charge",
        {"balance_yen": 30_000, "instalment_yen": 10_000, "monthly_yen": 500},
        {"months": 4, "charge_yen": 1_500},
        ("本税は3回で完納、その間に延滞金が500円ずつ3月で1,500円", "4回目に延滞金1,500円を納める"),
    ),
    Proposition(
        "既に生じた延滞金も、完納までの月数に入れる",
        ("local_tax_act/20-9-4/2",),
        "months_with_charge",
        {"balance_yen": 30_000, "instalment_yen": 10_000, "monthly_yen": 0, "charge_yen": 15_000},
        {"months": 5, "charge_yen": 15_000},
        ("本税3回、延滞金15,000円に2回",),
    ),
    Proposition(
        "最後の本税の回の残りは、同じ回のうちに延滞金に充てる",
        ("local_tax_act/20-9-4/2",),
        "months_with_charge",
        {"balance_yen": 25_000, "instalment_yen": 10_000, "monthly_yen": 0, "charge_yen": 5_000},
        {"months": 3, "charge_yen": 5_000},
        ("3回目の10,000円のうち5,000円が本税、5,000円が延滞金",),
    ),
    Proposition(
        "遅延損害金から充てる私債権では、元本の減りが遅く、完納までが長い",
        ("civil_code/489/1",),
        "months_with_charge",
        {"balance_yen": 30_000, "instalment_yen": 10_000, "monthly_yen": 2_000, "charge_first": True},
        {"months": 4, "charge_yen": 8_000},
        ("毎回8,000円が元本に充たる: 30,000 → 22,000 → 14,000 → 6,000 → 0", "4月で損害金8,000円"),
    ),
    Proposition(
        "生じる損害金に納付が追いつかない約束では、完納にならない",
        ("civil_code/489/1",),
        "months_with_charge",
        {"balance_yen": 300_000, "instalment_yen": 2_000, "monthly_yen": 2_000, "charge_first": True},
        worked=("毎月の2,000円がすべて損害金に充たる",),
        refused="完納になりません",
    ),
    Proposition(
        "納付額を変えたときの月数と最後の納付日を、並べて比べることができる",
        ("city_form/table3/0/6",),
        "what_if",
        {"balance_yen": 100_000, "choices_yen": (10_000, 30_000), "first_on": date(2026, 12, 25)},
        {
            "alternatives": (
                {"instalment_yen": 10_000, "months": 10, "last_on": date(2027, 9, 25), "last_yen": 10_000},
                {"instalment_yen": 30_000, "months": 4, "last_on": date(2027, 3, 25), "last_yen": 10_000},
            )
        },
        ("10,000円では10回、最後は翌年9月25日", "30,000円では4回、最後は3月25日に10,000円"),
    ),
)

test_proposition = holds(PROPOSITIONS)
