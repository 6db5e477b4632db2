"""滞納処分の停止の期間の免除"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        title="滞納処分の停止の期間の延滞金は、全額を免除する",
        cites=("local_tax_act/15-9/1", "local_tax_act/15-7/1"),
        rule="late_charge",
        given={
            "kind": "tax",
            "principal_yen": 250000,
            "due_on": date(2023, 6, 30),
            "paid_on": date(2026, 6, 30),
            "suspensions": ({"from_on": date(2024, 1, 15), "until_on": date(2026, 3, 31)},),
        },
        expected={
            "yen": 16100,
            "raw_yen": 16131,
            "days": (31, 167, 807, 91),
            "rates": ("2.4%", "8.7%", "0%", "9.1%"),
            "segment_yen": (509, 9951, 0, 5671),
            "why": ("first_tier", "later_tier", "waived_in_full", "later_tier"),
        },
        worked=(
            "停止が取り消された翌日の2026年4月1日からは、また計算する",
            "計算の基礎: 250,000円（1,000円未満の端数はない）",
            "2023年7月1日から2023年7月31日まで31日（第一段階）: 250,000円 × 31 × 2.4% ÷ 365 = 509.58… → 509円",
            "2023年8月1日から2024年1月14日まで167日（第二段階）: 250,000円 × 167 × 8.7% ÷ 365 = 9,951.36… → 9,951円",
            "2024年1月15日から2026年3月31日まで807日: 滞納処分の停止の期間なので全額を免除 → 0円",
            "2026年4月1日から2026年6月30日まで91日（第二段階）: 250,000円 × 91 × 9.1% ÷ 365 = 5,671.91… → 5,671円",
            "合計: 509 + 9,951 + 0 + 5,671 = 16,131円",
            "100円未満を切り捨てて16,100円",
        ),
    ),
    Proposition(
        title="猶予の後に停止が続くときは、猶予は一部、停止は全額を免除する",
        cites=("local_tax_act/15-9/1", "local_tax_act/s3-2/3", "local_tax_act/15-7/1"),
        rule="late_charge",
        given={
            "kind": "tax",
            "principal_yen": 300000,
            "due_on": date(2024, 12, 25),
            "paid_on": date(2026, 6, 30),
            "graces": ({"from_on": date(2025, 4, 1), "until_on": date(2025, 9, 30), "ground": "conversion"},),
            "suspensions": ({"from_on": date(2025, 10, 1), "until_on": date(2026, 6, 30)},),
        },
        expected={
            "yen": 6600,
            "raw_yen": 6611,
            "days": (31, 65, 183, 273),
            "rates": ("2.4%", "8.7%", "0.9%", "0%"),
            "segment_yen": (611, 4647, 1353, 0),
            "why": ("first_tier", "later_tier", "grace_rate", "waived_in_full"),
        },
        worked=(
            "計算の基礎: 300,000円（1,000円未満の端数はない）",
            "2024年12月26日から2025年1月25日まで31日（第一段階）: 300,000円 × 31 × 2.4% ÷ 365 = 611.50… → 611円",
            "2025年1月26日から2025年3月31日まで65日（第二段階）: 300,000円 × 65 × 8.7% ÷ 365 = 4,647.94… → 4,647円",
            "2025年4月1日から2025年9月30日まで183日（猶予）: 300,000円 × 183 × 0.9% ÷ 365 = 1,353.69… → 1,353円",
            "2025年10月1日から2026年6月30日まで273日: 滞納処分の停止の期間なので全額を免除 → 0円",
            "合計: 611 + 4,647 + 1,353 + 0 = 6,611円",
            "100円未満を切り捨てて6,600円",
        ),
    ),
    Proposition(
        title="全額を免除する期間は、割合が公表されていない年にかかっても計算できる",
        cites=("local_tax_act/15-9/1", "local_tax_act/15-7/1"),
        rule="late_charge",
        given={
            "kind": "tax",
            "principal_yen": 100000,
            "due_on": date(2026, 6, 30),
            "paid_on": date(2027, 3, 31),
            "suspensions": ({"from_on": date(2026, 12, 1), "until_on": date(2027, 3, 31)},),
        },
        expected={
            "yen": 3200,
            "raw_yen": 3278,
            "days": (31, 122, 121),
            "rates": ("2.8%", "9.1%", "0%"),
            "segment_yen": (237, 3041, 0),
            "why": ("first_tier", "later_tier", "waived_in_full"),
        },
        worked=(
            "計算の基礎: 100,000円（1,000円未満の端数はない）",
            "2026年7月1日から2026年7月31日まで31日（第一段階）: 100,000円 × 31 × 2.8% ÷ 365 = 237.80… → 237円",
            "2026年8月1日から2026年11月30日まで122日（第二段階）: 100,000円 × 122 × 9.1% ÷ 365 = 3,041.64… → 3,041円",
            "2026年12月1日から2027年3月31日まで121日: 滞納処分の停止の期間なので全額を免除 → 0円",
            "合計: 237 + 3,041 + 0 = 3,278円",
            "100円未満を切り捨てて3,200円",
        ),
    ),
    Proposition(
        title="猶予と停止の期間が重なるときは断る",
        cites=("local_tax_act/15-9/1",),
        rule="late_charge",
        given={
            "kind": "tax",
            "principal_yen": 100000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2026, 6, 30),
            "graces": ({"from_on": date(2025, 8, 1), "until_on": date(2025, 12, 31), "ground": "conversion"},),
            "suspensions": ({"from_on": date(2025, 11, 1), "until_on": date(2026, 3, 31)},),
        },
        refused="猶予又は停止の期間が重なっています",
        worked=("2025年11月1日から12月31日までが、猶予（一部免除）と停止（全額免除）の両方にある",),
    ),
)

test_proposition = holds(PROPOSITIONS)
