"""遅延損害金の端数と日数の数え方"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        title="端数は期間の途中でなく、確定した額の1円未満を一度だけ切り捨てる",
        cites=("fraction_act/2/1",),
        rule="delay_damages",
        given={
            "principal_yen": 300000,
            "due_on": date(2019, 12, 31),
            "paid_on": date(2026, 11, 20),
            "day_count": "actual",
        },
        expected={
            "yen": 103315,
            "raw_yen": 103315,
            "days": (366, 1095, 366, 689),
            "segment_yen": (15000, 45000, 15000, 28315),
        },
        worked=(
            "1年を暦の日数とする数え方では、閏年（2020年、2024年）を366日で割る",
            "2020年1月1日から2020年12月31日まで366日: 300,000円 × 366 × 5% ÷ 366 = 15,000円",
            "2021年1月1日から2023年12月31日まで1,095日: 300,000円 × 1,095 × 5% ÷ 365 = 45,000円",
            "2024年1月1日から2024年12月31日まで366日: 300,000円 × 366 × 5% ÷ 366 = 15,000円",
            "2025年1月1日から2026年11月20日まで689日: 300,000円 × 689 × 5% ÷ 365 = 28,315.06…円",
            "合計: 15,000 + 45,000 + 15,000 + 28,315.06… = 103,315.06… → 103,315円",
        ),
    ),
    Proposition(
        title="暦の日数による数え方では、閏年の日数は366日で割る（年3％）",
        cites=("fraction_act/2/1",),
        rule="delay_damages",
        given={
            "principal_yen": 300000,
            "due_on": date(2021, 4, 30),
            "paid_on": date(2026, 11, 20),
            "day_count": "actual",
        },
        expected={"yen": 50030, "raw_yen": 50030, "days": (975, 366, 689)},
        worked=(
            "2021年5月1日から2023年12月31日まで975日: 300,000円 × 975 × 3% ÷ 365 = 24,041.09…円",
            "2024年1月1日から2024年12月31日まで366日: 300,000円 × 366 × 3% ÷ 366 = 9,000円",
            "2025年1月1日から2026年11月20日まで689日: 300,000円 × 689 × 3% ÷ 365 = 16,989.04…円",
            "合計: 24,041.09… + 9,000 + 16,989.04… = 50,030.13… → 50,030円",
        ),
    ),
    Proposition(
        title="閏年の1年間を暦の日数で数えると、ちょうど年の利率の額になる",
        cites=("fraction_act/2/1",),
        rule="delay_damages",
        given={
            "principal_yen": 100000,
            "due_on": date(2023, 12, 31),
            "paid_on": date(2024, 12, 31),
            "day_count": "actual",
        },
        expected={"yen": 3000, "raw_yen": 3000, "rate": "3%", "days": (366,), "segment_yen": (3000,)},
        worked=("2024年1月1日から2024年12月31日まで366日: 100,000円 × 366 × 3% ÷ 366 = 3,000円",),
    ),
    Proposition(
        title="閏年の1年間を365日の年として数えると、1日分だけ多い",
        cites=("fraction_act/2/1",),
        rule="delay_damages",
        given={
            "principal_yen": 100000,
            "due_on": date(2023, 12, 31),
            "paid_on": date(2024, 12, 31),
            "day_count": "365",
        },
        expected={"yen": 3008, "raw_yen": 3008, "rate": "3%", "days": (366,), "segment_yen": (3008,)},
        worked=("2024年1月1日から2024年12月31日まで366日: 100,000円 × 366 × 3% ÷ 365 = 3,008.21… → 3,008円",),
    ),
    Proposition(
        title="確定した額が1円に満たないときは、請求しない",
        cites=("fraction_act/2/2",),
        rule="delay_damages",
        given={"principal_yen": 12000, "due_on": date(2025, 6, 30), "paid_on": date(2025, 7, 1)},
        expected={"yen": 0, "raw_yen": 0, "rate": "3%", "days": (1,), "segment_yen": (0,)},
        worked=("2025年7月1日から2025年7月1日まで1日: 12,000円 × 1 × 3% ÷ 365 = 0.98… → 0円",),
    ),
    Proposition(
        title="法律の定めだけによるときは、元本の1,000円未満も結果の100円未満も切り捨てない",
        cites=("fraction_act/2/1",),
        rule="delay_damages",
        given={"principal_yen": 56789, "due_on": date(2024, 6, 30), "paid_on": date(2025, 6, 30)},
        expected={"yen": 1703, "raw_yen": 1703, "rate": "3%", "days": (365,), "segment_yen": (1703,)},
        worked=("2024年7月1日から2025年6月30日まで365日: 56,789円 × 365 × 3% ÷ 365 = 1,703.67 → 1,703円",),
    ),
)

test_proposition = holds(PROPOSITIONS)
