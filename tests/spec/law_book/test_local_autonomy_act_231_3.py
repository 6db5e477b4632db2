"""条例で定める事項の初期値と、実在する条例の形。"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.spec.harness import Proposition, holds

ON = date(2026, 4, 1)
CHARGE = ("local_autonomy_act/231-3/2",)


def _terms(
    title: str, kind: str, profile: str, *, expected: Mapping[str, Any], source: str, cites: tuple[str, ...] = CHARGE
) -> Proposition:
    return Proposition(
        title=title,
        cites=cites,
        rule="terms_of_ordinance",
        given={"kind": kind, "profile": profile, "on": ON},
        expected=expected,
        worked=("条例の文言を、計算に用いる事項へ一つずつ写す",),
        source=source,
    )


PROPOSITIONS = (
    _terms(
        "市税の延滞金の初期値は、1月の第一段階、1,000円の切捨て単位、2,000円と1,000円の最低額である",
        "tax",
        "default",
        expected={
            "tier_end": "months",
            "tier_months": 1,
            "base_unit_yen": 1000,
            "min_base_yen": 2000,
            "result_unit_yen": 100,
            "min_result_yen": 1000,
            "restart": "after_ten_days",
            "seizure": "ten_days",
        },
        source="地方税法20条の4の2、326条、331条",
        cites=("local_tax_act/326/1", "local_tax_act/20-4-2/2", "local_tax_act/20-4-2/5", "local_tax_act/331/1/1"),
    ),
    _terms(
        "国民健康保険料の延滞金の初期値は、第一段階が3月で、差押えは指定期限と10日の遅い方の翌日からである",
        "health_insurance_premium",
        "default",
        expected={"tier_months": 3, "start": "after_due", "restart": "after_arrival", "seizure": "later_of_both"},
        source="品川区、杉並区の公表する延滞金の説明",
        cites=("local_autonomy_act/231-3/2", "local_autonomy_act/231-3/3", "national_health_insurance_act/110/2"),
    ),
    _terms(
        "横浜市の国民健康保険料の延滞金は、督促の指定期限の翌日から第二段階の割合だけで数える",
        "health_insurance_premium",
        "yokohama",
        expected={"start": "after_designated", "tier_end": "none", "first_rate": "late_charge_later"},
        source="横浜市の公表する質問回答",
    ),
    _terms(
        "小平市の介護保険料の延滞金は、第一段階が1月である",
        "long_term_care_premium",
        "kodaira",
        expected={"tier_end": "months", "tier_months": 1},
        source="小平市の公表する延滞金の説明",
    ),
    _terms(
        "丹波篠山市の税外の延滞金は、督促状の日から10日を経過した日まで年7.3％で、500円未満を切り捨てる",
        "other_public",
        "tamba-sasayama",
        expected={"tier_end": "demand_ten_days", "min_result_yen": 500, "fee_yen": 100},
        source="丹波篠山市の条例",
    ),
    _terms(
        "広陵町の税外の延滞金は、基礎となる額を切り捨てない",
        "other_public",
        "koryo",
        expected={"base_unit_yen": 1, "min_base_yen": 0, "tier_months": 1, "fee_yen": 150},
        source="広陵町例規 k434RG00000166",
    ),
    _terms(
        "鳴門市の税外の延滞金は、督促状の指定期限まで年7.3％、その後は年14.6％である",
        "other_public",
        "naruto",
        expected={
            "tier_end": "designated_day",
            "first_rate": "late_charge_flat_7_3",
            "later_rate": "late_charge_flat_14_6",
            "min_result_yen": 10,
        },
        source="鳴門市例規 o003RG00000241",
    ),
    _terms(
        "木曽岬町の税外の延滞金は年10.95％で、督促の指定期限を過ぎたときに限る",
        "other_public",
        "kisosaki",
        expected={"first_rate": "late_charge_flat_10_95", "only_after_designated": True, "fee_yen": 80},
        source="木曽岬町例規 i617RG00000138",
    ),
    _terms(
        "泉大津市の税外の延滞金は、督促の指定期限の翌日から日歩4銭（年14.6％）である",
        "other_public",
        "izumiotsu",
        expected={"start": "after_designated", "first_rate": "late_charge_flat_14_6", "tier_end": "none"},
        source="泉大津市例規 k208RG00000235",
    ),
    _terms(
        "八郎潟町の税外の延滞金は、10円未満の端数を切り捨てる",
        "other_public",
        "hachirogata",
        expected={"result_unit_yen": 10, "min_result_yen": 10, "tier_end": "demand_ten_days"},
        source="八郎潟町例規 c328RG00000131",
    ),
    _terms(
        "小国町の税外の延滞金は、段階がなく年7.3％である",
        "other_public",
        "oguni",
        expected={"first_rate": "late_charge_flat_7_3", "later_rate": "late_charge_flat_7_3", "tier_end": "none"},
        source="小国町例規 c431RG00000162",
    ),
    _terms(
        "都城市の農業集落排水施設使用料の延滞金は、督促の指定期限の翌日から年5％である",
        "other_public",
        "miyakonojo",
        expected={"first_rate": "late_charge_flat_5", "start": "after_designated"},
        source="都城市の公表する計算例",
    ),
    _terms(
        "自らの定めのない債権の種類には、初期値を用いる",
        "tax",
        "koryo",
        expected={"fee_yen": 0, "restart": "after_ten_days"},
        source="手計算",
        cites=("local_tax_act/329/1",),
    ),
    Proposition(
        title="定めの始まる前の日には、初期値でも答えない",
        cites=CHARGE,
        rule="terms_of_ordinance",
        given={"kind": "other_public", "profile": "niihama", "on": date(2013, 12, 31)},
        refused="niihama の other_public について 2013-12-31",
        worked=("新居浜市の定めは2014年1月1日からだけを収録している",),
    ),
)

test_proposition = holds(PROPOSITIONS)
