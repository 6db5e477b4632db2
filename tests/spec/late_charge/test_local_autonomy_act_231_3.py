"""保険料そのほかの公債権の延滞金と、その前提となる督促"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        title="国民健康保険料の延滞金は、条例が定める3月までを第一段階とする",
        cites=("local_autonomy_act/231-3/2", "national_health_insurance_act/79-2"),
        rule="late_charge",
        given={
            "kind": "health_insurance_premium",
            "principal_yen": 86400,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2026, 1, 30),
        },
        expected={
            "yen": 3000,
            "raw_yen": 3048,
            "base_yen": 86000,
            "days": (92, 92, 30),
            "rates": ("2.4%", "8.7%", "9.1%"),
            "segment_yen": (520, 1885, 643),
        },
        worked=(
            "計算の基礎: 86,400円の1,000円未満を切り捨てて86,000円",
            "2025年7月1日から2025年9月30日まで92日（第一段階）: 86,000円 × 92 × 2.4% ÷ 365 = 520.24… → 520円",
            "2025年10月1日から2025年12月31日まで92日（第二段階）: 86,000円 × 92 × 8.7% ÷ 365 = 1,885.87… → 1,885円",
            "2026年1月1日から2026年1月30日まで30日（第二段階）: 86,000円 × 30 × 9.1% ÷ 365 = 643.23… → 643円",
            "合計: 520 + 1,885 + 643 = 3,048円",
            "100円未満を切り捨てて3,000円",
        ),
    ),
    Proposition(
        title="介護保険料の延滞金は、初期の定めでは3月までを第一段階とする",
        cites=("local_autonomy_act/231-3/2", "long_term_care_insurance_act/144"),
        rule="late_charge",
        given={
            "kind": "long_term_care_premium",
            "principal_yen": 72300,
            "due_on": date(2025, 7, 31),
            "paid_on": date(2026, 3, 31),
        },
        expected={
            "yen": 3000,
            "raw_yen": 3096,
            "base_yen": 72000,
            "days": (92, 61, 90),
            "rates": ("2.4%", "8.7%", "9.1%"),
            "segment_yen": (435, 1046, 1615),
        },
        worked=(
            "計算の基礎: 72,300円の1,000円未満を切り捨てて72,000円",
            "2025年8月1日から2025年10月31日まで92日（第一段階）: 72,000円 × 92 × 2.4% ÷ 365 = 435.55… → 435円",
            "2025年11月1日から2025年12月31日まで61日（第二段階）: 72,000円 × 61 × 8.7% ÷ 365 = 1,046.86… → 1,046円",
            "2026年1月1日から2026年3月31日まで90日（第二段階）: 72,000円 × 90 × 9.1% ÷ 365 = 1,615.56… → 1,615円",
            "合計: 435 + 1,046 + 1,615 = 3,096円",
            "100円未満を切り捨てて3,000円",
        ),
    ),
    Proposition(
        title="同じ事例を期間ごとに切り捨てると合計は1円少ないが、100円未満の切捨てで同じ額になる",
        cites=("local_autonomy_act/231-3/2",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 48400,
            "due_on": date(2024, 5, 2),
            "paid_on": date(2024, 10, 30),
            "profile": "kitami-water",
            "truncation": "per_rate_segment",
        },
        expected={
            "yen": 1800,
            "raw_yen": 1813,
            "base_yen": 48000,
            "days": (31, 150),
            "rates": ("2.4%", "8.7%"),
            "segment_yen": (97, 1716),
        },
        worked=(
            "計算の基礎: 48,400円の1,000円未満を切り捨てて48,000円",
            "2024年5月3日から2024年6月2日まで31日（第一段階）: 48,000円 × 31 × 2.4% ÷ 365 = 97.84… → 97円",
            "2024年6月3日から2024年10月30日まで150日（第二段階）: 48,000円 × 150 × 8.7% ÷ 365 = 1,716.16… → 1,716円",
            "合計: 97 + 1,716 = 1,813円",
            "100円未満を切り捨てて1,800円",
        ),
        source="手計算（事例は北見市の公表する計算例）",
    ),
    Proposition(
        title="督促より前に全額が納付されたときは、市税のほかの公債権の延滞金は徴収しない",
        cites=("local_autonomy_act/231-3/2",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 500000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 7, 14),
            "demanded_on": date(2025, 7, 18),
        },
        expected={"yen": 0, "raw_yen": 0, "days": ()},
        worked=(
            "督促をした場合に限って延滞金を徴収できる",
            "納付は7月14日、督促は7月18日",
        ),
    ),
    Proposition(
        title="市税の延滞金は、督促より前に納付されても計算する",
        cites=("local_tax_act/326/1",),
        rule="late_charge",
        given={
            "kind": "tax",
            "principal_yen": 5000000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 7, 14),
            "demanded_on": date(2025, 7, 18),
        },
        expected={
            "yen": 4600,
            "raw_yen": 4602,
            "base_yen": 5000000,
            "days": (14,),
            "rates": ("2.4%",),
            "segment_yen": (4602,),
        },
        worked=(
            "計算の基礎: 5,000,000円（1,000円未満の端数はない）",
            "2025年7月1日から2025年7月14日まで14日（第一段階）: 5,000,000円 × 14 × 2.4% ÷ 365 = 4,602.73… → 4,602円",
            "100円未満を切り捨てて4,600円",
        ),
    ),
    Proposition(
        title="督促の日が与えられないときは、督促はあったものとして計算し、その前提を示す",
        cites=("local_autonomy_act/231-3/2",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 100000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 12, 26),
        },
        expected={
            "yen": 3700,
            "assumptions": (
                "督促の日が与えられていないので、督促状は発せられたものとした",
                "この条例の定めは、原文で確認していない設定による",
            ),
        },
        worked=(
            "2025年7月1日から7月31日まで31日: 100,000円 × 31 × 2.4% ÷ 365 = 203.83… → 203円",
            "2025年8月1日から12月26日まで148日: 100,000円 × 148 × 8.7% ÷ 365 = 3,527.67… → 3,527円",
            "合計3,730円、100円未満を切り捨てて3,700円",
        ),
    ),
    Proposition(
        title="納期限までの日の督促は、督促でありえないので断る",
        cites=("local_autonomy_act/231-3/1",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 100000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 12, 26),
            "demanded_on": date(2025, 6, 30),
        },
        refused="督促の日が納期限までの日です",
        worked=("納期限の2025年6月30日が終わるまでは、納期限までに納付しない者はいない",),
    ),
    Proposition(
        title="督促より前の指定期限は断る",
        cites=("local_autonomy_act/231-3/1",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 100000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 12, 26),
            "demanded_on": date(2025, 7, 18),
            "designated_on": date(2025, 7, 17),
        },
        refused="督促状の指定期限が早すぎます",
        worked=("督促は7月18日、指定期限は7月17日で、発する前に期限が過ぎている",),
    ),
    Proposition(
        title="私債権には延滞金がなく、遅延損害金を計算する",
        cites=("civil_code/419/1",),
        rule="late_charge",
        given={
            "kind": "private_rent",
            "principal_yen": 100000,
            "due_on": date(2025, 6, 30),
            "paid_on": date(2025, 12, 26),
        },
        refused="延滞金の定めがありません",
        worked=("家賃は私債権で、遅れには民法の遅延損害金が生じる",),
    ),
    Proposition(
        title="条例の定めを収録していない日の納期限については断る",
        cites=("local_autonomy_act/231-3/2",),
        rule="late_charge",
        given={
            "kind": "other_public",
            "principal_yen": 100000,
            "due_on": date(2013, 6, 30),
            "paid_on": date(2013, 12, 26),
            "profile": "miyazaki-sewer",
        },
        refused="条例の定めを収録していません",
        worked=("収録する宮崎市の定めは2014年からで、納期限は2013年6月30日",),
    ),
)

test_proposition = holds(PROPOSITIONS)
