"""閏年の日の数え方"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        title="閏年の日を含む期間も、1年を365日として計算する",
        cites=("annual_rate_act/25",),
        rule="late_charge",
        given={"kind": "tax", "principal_yen": 365000, "due_on": date(2023, 12, 31), "paid_on": date(2024, 12, 31)},
        expected={
            "yen": 29800,
            "raw_yen": 29889,
            "base_yen": 365000,
            "days": (31, 335),
            "rates": ("2.4%", "8.7%"),
            "segment_yen": (744, 29145),
        },
        worked=(
            "計算の基礎: 365,000円（1,000円未満の端数はない）",
            "2024年1月1日から2024年1月31日まで31日（第一段階）: 365,000円 × 31 × 2.4% ÷ 365 = 744円",
            "2024年2月1日から2024年12月31日まで335日（第二段階）: 365,000円 × 335 × 8.7% ÷ 365 = 29,145円",
            "合計: 744 + 29,145 = 29,889円",
            "100円未満を切り捨てて29,800円",
        ),
    ),
    Proposition(
        title="閏年の366日を全て第二段階で数えるときは、年の割合を超える額になる",
        cites=("annual_rate_act/25",),
        rule="late_charge",
        given={"kind": "tax", "principal_yen": 1000000, "due_on": date(2023, 11, 30), "paid_on": date(2024, 12, 31)},
        expected={
            "yen": 89200,
            "raw_yen": 89276,
            "base_yen": 1000000,
            "days": (31, 366),
            "rates": ("2.4%", "8.7%"),
            "segment_yen": (2038, 87238),
        },
        worked=(
            "計算の基礎: 1,000,000円（1,000円未満の端数はない）",
            "2023年12月1日から2023年12月31日まで31日（第一段階）: 1,000,000円 × 31 × 2.4% ÷ 365 = 2,038.35… → 2,038円",
            "2024年1月1日から2024年12月31日まで366日（第二段階）: 1,000,000円 × 366 × 8.7% ÷ 365 = 87,238.35… → 87,238円",
            "合計: 2,038 + 87,238 = 89,276円",
            "100円未満を切り捨てて89,200円",
            "年8.7％の1年分は87,000円で、366日分はこれより1日分多い",
        ),
    ),
    Proposition(
        title="2月29日も一日として数える",
        cites=("annual_rate_act/25",),
        rule="late_charge",
        given={"kind": "tax", "principal_yen": 2000000, "due_on": date(2024, 2, 27), "paid_on": date(2024, 3, 1)},
        expected={
            "yen": 0,
            "raw_yen": 394,
            "base_yen": 2000000,
            "days": (3,),
            "rates": ("2.4%",),
            "segment_yen": (394,),
        },
        worked=(
            "2月28日、2月29日、3月1日の3日",
            "計算の基礎: 2,000,000円（1,000円未満の端数はない）",
            "2024年2月28日から2024年3月1日まで3日（第一段階）: 2,000,000円 × 3 × 2.4% ÷ 365 = 394.52… → 394円",
            "394円は1,000円に満たないので0円",
        ),
    ),
    Proposition(
        title="平年の2月28日の翌日は3月1日として数える",
        cites=("annual_rate_act/25",),
        rule="late_charge",
        given={"kind": "tax", "principal_yen": 2000000, "due_on": date(2026, 2, 26), "paid_on": date(2026, 3, 4)},
        expected={
            "yen": 0,
            "raw_yen": 920,
            "base_yen": 2000000,
            "days": (6,),
            "rates": ("2.8%",),
            "segment_yen": (920,),
        },
        worked=(
            "2月27日、28日、3月1日、2日、3日、4日の6日",
            "計算の基礎: 2,000,000円（1,000円未満の端数はない）",
            "2026年2月27日から2026年3月4日まで6日（第一段階）: 2,000,000円 × 6 × 2.8% ÷ 365 = 920.54… → 920円",
            "920円は1,000円に満たないので0円",
        ),
    ),
)

test_proposition = holds(PROPOSITIONS)
