"""遅滞に陥った日の利率による遅延損害金"""

from datetime import date

from tests.spec.harness import Proposition, holds

PROPOSITIONS = (
    Proposition(
        title="履行期の翌日から支払の日までの日数に、遅滞に陥った日の法定利率を乗じる",
        cites=("civil_code/419/1", "civil_code/404/2"),
        rule="delay_damages",
        given={"principal_yen": 300000, "due_on": date(2021, 4, 30), "paid_on": date(2026, 11, 20)},
        expected={"yen": 50054, "raw_yen": 50054, "rate": "3%", "days": (2030,), "segment_yen": (50054,)},
        worked=("2021年5月1日から2026年11月20日まで2,030日: 300,000円 × 2,030 × 3% ÷ 365 = 50,054.79… → 50,054円",),
    ),
    Proposition(
        title="2020年4月1日より前に遅滞に陥ったときは、その後も年5％のままである",
        cites=("civil_code/419/1", "civil_code_old/404", "civil_code_amendment_2017/17/3"),
        rule="delay_damages",
        given={"principal_yen": 300000, "due_on": date(2019, 12, 31), "paid_on": date(2026, 11, 20)},
        expected={"yen": 103397, "raw_yen": 103397, "rate": "5%", "days": (2516,), "segment_yen": (103397,)},
        worked=("2020年1月1日から2026年11月20日まで2,516日: 300,000円 × 2,516 × 5% ÷ 365 = 103,397.26… → 103,397円",),
    ),
    Proposition(
        title="遅滞の初日が2020年3月31日であれば年5％による",
        cites=("civil_code/419/1", "civil_code_amendment_2017/17/3"),
        rule="delay_damages",
        given={"principal_yen": 100000, "due_on": date(2020, 3, 30), "paid_on": date(2021, 3, 31)},
        expected={"yen": 5013, "raw_yen": 5013, "rate": "5%", "days": (366,), "segment_yen": (5013,)},
        worked=(
            "遅滞の初日は履行期の翌日の2020年3月31日",
            "2020年3月31日から2021年3月31日まで366日: 100,000円 × 366 × 5% ÷ 365 = 5,013.69… → 5,013円",
        ),
    ),
    Proposition(
        title="遅滞の初日が2020年4月1日であれば年3％による",
        cites=("civil_code/419/1", "civil_code/404/2"),
        rule="delay_damages",
        given={"principal_yen": 100000, "due_on": date(2020, 3, 31), "paid_on": date(2021, 3, 31)},
        expected={"yen": 3000, "raw_yen": 3000, "rate": "3%", "days": (365,), "segment_yen": (3000,)},
        worked=(
            "遅滞の初日は履行期の翌日の2020年4月1日",
            "2020年4月1日から2021年3月31日まで365日: 100,000円 × 365 × 3% ÷ 365 = 3,000円",
        ),
    ),
    Proposition(
        title="契約が2020年4月1日より前でも、遅滞の初日がその後であれば年3％による",
        cites=("civil_code/419/1", "civil_code_amendment_2017/17/3"),
        rule="delay_damages",
        given={
            "principal_yen": 48000,
            "due_on": date(2022, 5, 31),
            "paid_on": date(2026, 5, 31),
            "kind": "private_rent",
        },
        expected={"yen": 5763, "raw_yen": 5763, "rate": "3%", "days": (1461,), "segment_yen": (5763,)},
        worked=(
            "利率は契約の日でなく、遅滞に陥った日で決まる",
            "2022年6月1日から2026年5月31日まで1,461日: 48,000円 × 1,461 × 3% ÷ 365 = 5,763.94… → 5,763円",
        ),
    ),
    Proposition(
        title="第三期（2026年4月1日から）に遅滞に陥ったときも年3％による",
        cites=("civil_code/419/1", "civil_code/404/3"),
        rule="delay_damages",
        given={"principal_yen": 250000, "due_on": date(2026, 3, 31), "paid_on": date(2026, 11, 20)},
        expected={"yen": 4808, "raw_yen": 4808, "rate": "3%", "days": (234,), "segment_yen": (4808,)},
        worked=("2026年4月1日から2026年11月20日まで234日: 250,000円 × 234 × 3% ÷ 365 = 4,808.21… → 4,808円",),
    ),
    Proposition(
        title="遅滞の初日の利率が定まっていれば、利率の公表されていない日まで計算できる",
        cites=("civil_code/419/1", "civil_code/404/3"),
        rule="delay_damages",
        given={"principal_yen": 100000, "due_on": date(2029, 3, 30), "paid_on": date(2030, 3, 31)},
        expected={"yen": 3008, "raw_yen": 3008, "rate": "3%", "days": (366,), "segment_yen": (3008,)},
        worked=(
            "遅滞の初日は2029年3月31日で、第三期の最後の日",
            "2029年3月31日から2030年3月31日まで366日: 100,000円 × 366 × 3% ÷ 365 = 3,008.21… → 3,008円",
        ),
    ),
    Proposition(
        title="遅滞の初日が2029年4月1日以後のときは、法定利率が公表されていないので断る",
        cites=("civil_code/419/1", "civil_code/404/3"),
        rule="delay_damages",
        given={"principal_yen": 100000, "due_on": date(2029, 3, 31), "paid_on": date(2030, 3, 31)},
        refused="2029-04-01 の値が公表されていません",
        worked=("遅滞の初日は2029年4月1日で、第四期の最初の日",),
    ),
    Proposition(
        title="履行期の日に支払われたときは、遅延損害金は生じない",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={"principal_yen": 300000, "due_on": date(2025, 6, 30), "paid_on": date(2025, 6, 30)},
        expected={"yen": 0, "days": ()},
        worked=("遅滞の初日は2025年7月1日で、支払の日より後",),
    ),
    Proposition(
        title="履行期より前に支払われたときは、遅延損害金は生じない",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={"principal_yen": 300000, "due_on": date(2025, 6, 30), "paid_on": date(2025, 6, 15)},
        expected={"yen": 0, "days": ()},
        worked=("支払の日は履行期より前",),
    ),
    Proposition(
        title="履行期の翌日に支払われたときは、1日分を計算する",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={"principal_yen": 300000, "due_on": date(2025, 6, 30), "paid_on": date(2025, 7, 1)},
        expected={"yen": 24, "raw_yen": 24, "rate": "3%", "days": (1,), "segment_yen": (24,)},
        worked=("2025年7月1日から2025年7月1日まで1日: 300,000円 × 1 × 3% ÷ 365 = 24.65… → 24円",),
    ),
    Proposition(
        title="一部が元本に支払われたときは、翌日から残りの元本で計算する",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={
            "principal_yen": 300000,
            "due_on": date(2024, 6, 30),
            "paid_on": date(2025, 12, 31),
            "payments": ({"on": date(2025, 1, 31), "paid_yen": 100000},),
        },
        expected={
            "yen": 10791,
            "raw_yen": 10791,
            "days": (215, 334),
            "bases_yen": (300000, 200000),
            "segment_yen": (5301, 5490),
        },
        worked=(
            "2024年7月1日から2025年1月31日まで215日: 300,000円 × 215 × 3% ÷ 365 = 5,301.36…円",
            "2025年2月1日から2025年12月31日まで334日: 200,000円 × 334 × 3% ÷ 365 = 5,490.41…円",
            "合計: 5,301.36… + 5,490.41… = 10,791.78… → 10,791円",
        ),
    ),
    Proposition(
        title="一部の支払が数回あれば、そのたびに残りの元本で計算し、端数は最後に一度だけ切り捨てる",
        cites=("civil_code/419/1", "fraction_act/2/1"),
        rule="delay_damages",
        given={
            "principal_yen": 240000,
            "due_on": date(2023, 3, 31),
            "paid_on": date(2024, 3, 31),
            "payments": (
                {"on": date(2023, 6, 30), "paid_yen": 60000},
                {"on": date(2023, 9, 30), "paid_yen": 60000},
                {"on": date(2023, 12, 31), "paid_yen": 60000},
            ),
        },
        expected={
            "yen": 4512,
            "raw_yen": 4512,
            "days": (91, 92, 92, 91),
            "bases_yen": (240000, 180000, 120000, 60000),
            "segment_yen": (1795, 1361, 907, 449),
        },
        worked=(
            "2023年4月1日から2023年6月30日まで91日: 240,000円 × 91 × 3% ÷ 365 = 1,795.06…円",
            "2023年7月1日から2023年9月30日まで92日: 180,000円 × 92 × 3% ÷ 365 = 1,361.09…円",
            "2023年10月1日から2023年12月31日まで92日: 120,000円 × 92 × 3% ÷ 365 = 907.39…円",
            "2024年1月1日から2024年3月31日まで91日: 60,000円 × 91 × 3% ÷ 365 = 448.76…円",
            "合計: 1,795.06… + 1,361.09… + 907.39… + 448.76… = 4,512.32… → 4,512円",
        ),
    ),
    Proposition(
        title="元本の全部が支払われた翌日からは、遅延損害金は生じない",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={
            "principal_yen": 100000,
            "due_on": date(2024, 6, 30),
            "paid_on": date(2026, 6, 30),
            "payments": ({"on": date(2024, 12, 31), "paid_yen": 100000},),
        },
        expected={"yen": 1512, "days": (184,)},
        worked=("2024年7月1日から2024年12月31日まで184日: 100,000円 × 184 × 3% ÷ 365 = 1,512.32… → 1,512円",),
    ),
    Proposition(
        title="元本に充てた支払の合計が元本を超えるときは断る",
        cites=("civil_code/419/1",),
        rule="delay_damages",
        given={
            "principal_yen": 100000,
            "due_on": date(2024, 6, 30),
            "paid_on": date(2026, 6, 30),
            "payments": ({"on": date(2024, 12, 31), "paid_yen": 100001},),
        },
        refused="一部納付の合計が元本を超えています",
        worked=("100,001円は元本の100,000円を1円超える",),
    ),
    Proposition(
        title="公債権には遅延損害金でなく延滞金を計算する",
        cites=("local_autonomy_act/231-3/2",),
        rule="delay_damages",
        given={
            "principal_yen": 100000,
            "due_on": date(2024, 6, 30),
            "paid_on": date(2026, 6, 30),
            "kind": "other_public",
        },
        refused="遅延損害金の定めがありません",
        worked=("公債権の遅れには、条例の定める延滞金が生じる",),
    ),
)

test_proposition = holds(PROPOSITIONS)
