"""納付日と見直しの日（民法143条、地方税法20条の5）"""

from datetime import date

from tests.spec.harness import Proposition, holds

ACT = ("civil_code/143/2",)

PROPOSITIONS = (
    Proposition(
        "三十一日の納付日は、その日のない月では月末となり、次の月には三十一日に戻る",
        ACT,
        "schedule",
        {"balance_yen": 50_000, "first_on": date(2026, 12, 31), "instalment_yen": 10_000},
        {
            "due_days": (
                date(2026, 12, 31),
                date(2027, 1, 31),
                date(2027, 2, 28),
                date(2027, 3, 31),
                date(2027, 4, 30),
            ),
        },
        ("2月は28日、4月は30日が月末",),
    ),
    Proposition(
        "うるう年の二月では、月末の納付日は二十九日となる",
        ACT,
        "schedule",
        {"balance_yen": 30_000, "first_on": date(2028, 1, 30), "instalment_yen": 10_000},
        {"due_days": (date(2028, 1, 30), date(2028, 2, 29), date(2028, 3, 30))},
        ("2028年はうるう年",),
    ),
    Proposition(
        "毎月末日の約束では、三十日に始まっても三十一日のある月は三十一日に納める",
        ACT,
        "schedule",
        {"balance_yen": 30_000, "first_on": date(2026, 11, 30), "instalment_yen": 10_000, "month_end": True},
        {"due_days": (date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31))},
        ("12月と1月は31日まである",),
    ),
    Proposition(
        "納付日が休日でも、計画の日は動かさない",
        ("local_tax_act/20-5/2",),
        "schedule",
        {"balance_yen": 20_000, "first_on": date(2026, 12, 3), "instalment_yen": 10_000},
        {"due_days": (date(2026, 12, 3), date(2027, 1, 3)), "assumptions": ("納付日は休日でも動かさない",)},
        ("1月3日は日曜日", "約束した日は行政の指定した期限であり、当然には動かない"),
        "国税通則法基本通達10条関係3",
    ),
    Proposition(
        "三月ごとの見直しは、最初の納付日から三月ごとの応当日にする",
        ACT,
        "reviews",
        {"first_on": date(2026, 11, 30), "every_months": 3, "until": date(2027, 8, 31)},
        {"review_days": (date(2027, 2, 28), date(2027, 5, 30), date(2027, 8, 30))},
        ("3月後は2月末、6月後は5月30日、9月後は8月30日",),
    ),
    Proposition(
        "最初の見直しの日が来なければ、見直しの日はない",
        ACT,
        "reviews",
        {"first_on": date(2026, 11, 30), "every_months": 12, "until": date(2027, 11, 29)},
        {"review_days": ()},
        ("12月後は11月30日",),
    ),
    Proposition(
        "見直しの間隔は一月以上でなければならない",
        ACT,
        "reviews",
        {"first_on": date(2026, 11, 30), "every_months": 0, "until": date(2027, 11, 29)},
        worked=("0月ごとの見直しはない",),
        refused="見直しの間隔は1月以上",
    ),
)

test_proposition = holds(PROPOSITIONS)
