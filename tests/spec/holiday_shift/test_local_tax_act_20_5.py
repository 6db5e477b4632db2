"""納期限が休日に当たるとき"""

from datetime import date

from tests.spec.harness import Proposition, holds

_SHIFT, _DAYS = "local_tax_act/20-5/2", "local_tax_order/6-18/2"


def _due(
    title: str, day: date, *, in_force: date, worked: str, cites: tuple[str, ...] = (_SHIFT, _DAYS)
) -> Proposition:
    return Proposition(
        title=title,
        cites=cites,
        rule="holiday_shift",
        given={"day": day, "use": "due_date"},
        expected={"in_force": in_force},
        worked=(worked,),
    )


PROPOSITIONS = (
    _due(
        "納期限が開庁日に当たるときは、そのままの日とする",
        date(2026, 6, 30),
        in_force=date(2026, 6, 30),
        worked="2026年6月30日は火曜日で祝日でない",
    ),
    _due(
        "納期限が土曜日に当たるときは、次の月曜日とする",
        date(2026, 1, 31),
        in_force=date(2026, 2, 2),
        worked="1月31日は土曜日、2月1日は日曜日、2月2日は月曜日",
    ),
    _due(
        "納期限が日曜日に当たるときは、翌日の月曜日とする",
        date(2026, 5, 31),
        in_force=date(2026, 6, 1),
        worked="5月31日は日曜日、6月1日は月曜日",
    ),
    _due(
        "納期限が国民の祝日に当たるときは、その翌日とする",
        date(2026, 4, 29),
        in_force=date(2026, 4, 30),
        worked="4月29日（水）は昭和の日、4月30日（木）は平日",
        cites=(_SHIFT, "holiday_act/2", "holiday_act/3/1"),
    ),
    _due(
        "納期限が大型連休の初めの日曜日に当たるときは、振替休日の翌日まで繰り延べる",
        date(2026, 5, 3),
        in_force=date(2026, 5, 7),
        worked="5月3日（日）憲法記念日、4日みどりの日、5日こどもの日、6日（水）は3日の振替休日、7日（木）は平日",
        cites=(_SHIFT, "holiday_act/2", "holiday_act/3/1"),
    ),
    _due(
        "祝日に挟まれた平日も休日となるので、納期限はその後まで繰り延べる",
        date(2026, 9, 21),
        in_force=date(2026, 9, 24),
        worked="9月21日（月）敬老の日、22日は祝日に挟まれた休日、23日（水）秋分の日、24日（木）は平日",
        cites=(_SHIFT, "holiday_act/2"),
    ),
    _due(
        "12月28日が平日であるときは、納期限は動かない",
        date(2026, 12, 28),
        in_force=date(2026, 12, 28),
        worked="12月28日は月曜日で、休日は12月29日から始まる",
    ),
    _due(
        "納期限が12月29日に当たるときは、翌年の最初の開庁日とする",
        date(2025, 12, 29),
        in_force=date(2026, 1, 5),
        worked="12月29日から1月3日（土）までは休日、1月4日は日曜日、1月5日は月曜日",
    ),
    _due(
        "納期限が12月31日に当たるときは、1月4日が平日であれば1月4日とする",
        date(2023, 12, 31),
        in_force=date(2024, 1, 4),
        worked="12月31日から1月3日までは休日、2024年1月4日は木曜日",
    ),
    Proposition(
        title="3月31日が日曜日である納期限は4月1日に繰り延べるが、歳入の年度は繰り延べる前の日による",
        cites=(_SHIFT, "local_autonomy_order/142/1/1"),
        rule="holiday_shift",
        given={"day": date(2024, 3, 31), "use": "due_date"},
        expected={"in_force": date(2024, 4, 1)},
        worked=("3月31日は日曜日、4月1日は月曜日", "歳入の会計年度は、繰り延べる前の3月31日の属する年度である"),
    ),
    Proposition(
        title="私債権の履行期限も、休日に取引をしない慣習があるときは翌日とする",
        cites=("civil_code/142",),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "due_date", "kind": "private_rent"},
        expected={
            "in_force": date(2026, 2, 2),
            "assumption": "休日に取引をしない慣習があるものとしています（民法142条）",
        },
        worked=("1月31日は土曜日、次の開庁日は2月2日（月）",),
    ),
    Proposition(
        title="税でない公債権の納期限も、地方公共団体の休日に当たるときは翌日とする",
        cites=("local_autonomy_act/4-2/1", "local_autonomy_act/4-2/4"),
        rule="holiday_shift",
        given={"day": date(2026, 2, 28), "use": "due_date", "kind": "health_insurance_premium"},
        expected={"in_force": date(2026, 3, 2), "assumption": ""},
        worked=("2月28日は土曜日、3月2日は月曜日",),
    ),
    Proposition(
        title="督促状で指定した日は、通知に繰り延べる旨がなければ、休日に当たっても動かない",
        cites=(_SHIFT,),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "designated_day"},
        expected={"in_force": date(2026, 1, 31)},
        worked=("行政庁が日を定めたものであり、法律の期限ではない",),
        source="国税通則法基本通達10条関係3の考え方",
    ),
    Proposition(
        title="督促状に休日のときは翌日とする旨を記載したときは、指定した日も繰り延べる",
        cites=(_SHIFT,),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "designated_day", "notice_says_so": True},
        expected={"in_force": date(2026, 2, 2)},
        worked=("記載により、土曜日の1月31日は月曜日の2月2日となる",),
    ),
    Proposition(
        title="延滞金の第一段階の末日は、計算の基準となるだけなので、休日に当たっても動かない",
        cites=(_SHIFT,),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "first_tier_end"},
        expected={"in_force": date(2026, 1, 31)},
        worked=("割合が変わる日を定めるだけで、行為の期限ではない",),
        source="国税通則法基本通達10条関係3の考え方",
    ),
    Proposition(
        title="督促状を発した日から起算して10日を経過した日は、事実を判断する日なので、休日に当たっても動かない",
        cites=(_SHIFT, "local_tax_act/331/1/1"),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "demand_ten_days"},
        expected={"in_force": date(2026, 1, 31)},
        worked=("完納されたかどうかを判断する日であり、行為の期限ではない",),
        source="国税通則法基本通達10条関係3の考え方",
    ),
    Proposition(
        title="時効の完成する日は、休日に当たっても動かない",
        cites=("civil_code/141", "local_tax_act/18/1"),
        rule="holiday_shift",
        given={"day": date(2026, 1, 31), "use": "prescription_completion"},
        expected={
            "in_force": date(2026, 1, 31),
            "assumption": "時効の完成日を休日により繰り延べない扱いは、条文の定めによらない解釈です",
        },
        worked=("時効の完成は行為の期限ではない",),
    ),
)

test_proposition = holds(PROPOSITIONS)
