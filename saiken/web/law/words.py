"""How values and terms of the law are written on the screens.

The one idea: every word an ordinance's terms may hold has its label here, so a screen never shows an identifier. It decides nothing.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from saiken.domain.rules.percent import percent_text
from saiken.law.ordinance import ChargeStart, DemandRestart, SeizureStart, TierEnd, Truncation

Label = str | Promise

UNITS: Mapping[str, Label] = {
    "yen": _("円"),
    "years": _("年"),
    "months": _("月"),
    "days": _("日"),
    "count": "",
}

#: Profile of terms → the municipality as it is called; a city's own profile keeps its identifier until it is named here.
PROFILES: Mapping[str, Label] = {
    "default": _("初期値"),
    "amagasaki-water": _("尼崎市"),
    "hachirogata": _("八郎潟町"),
    "izumiotsu": _("泉大津市"),
    "kai": _("甲斐市"),
    "kisosaki": _("木曽岬町"),
    "kitami-water": _("北見市"),
    "kodaira": _("小平市"),
    "koryo": _("広陵町"),
    "miyakonojo": _("都城市"),
    "miyazaki-sewer": _("宮崎市"),
    "naruto": _("鳴門市"),
    "niihama": _("新居浜市"),
    "oguni": _("小国町"),
    "otsu": _("大津市"),
    "sapporo": _("札幌市"),
    "tamba-sasayama": _("丹波篠山市"),
    "tsu-water": _("津市"),
    "yokohama": _("横浜市"),
}

#: Field of the terms → its label; the first word says which part of the terms it stands in.
FIELDS: Mapping[str, Mapping[str, Label]] = {
    "late_charge": {
        "first_rate": _("第一段階の割合"),
        "later_rate": _("第二段階の割合"),
        "tier_end": _("第一段階の終わり"),
        "tier_months": _("第一段階の月数"),
        "start": _("計算の初日"),
        "only_after_designated": _("指定期限を過ぎたときだけ"),
        "base_unit_yen": _("基礎となる額の切捨て単位（円）"),
        "min_base_yen": _("これ未満の額には課さない（円）"),
        "result_unit_yen": _("確定額の切捨て単位（円）"),
        "min_result_yen": _("これ未満の確定額は切捨て（円）"),
        "truncation": _("途中の1円未満の切捨て"),
    },
    "delay_damages": {
        "rate": _("年率（空欄は法定利率）"),
        "day_count": _("1年の日数"),
        "base_unit_yen": _("基礎となる額の切捨て単位（円）"),
        "min_base_yen": _("これ未満の額には課さない（円）"),
        "result_unit_yen": _("確定額の切捨て単位（円）"),
        "min_result_yen": _("これ未満の確定額は切捨て（円）"),
        "none_by_designated": _("指定期限までに払えば課さない"),
    },
    "demand": {
        "deadline_days": _("督促を発する期限（納期限後の日数）"),
        "designated_days": _("指定期限までの日数"),
        "fee_yen": _("督促手数料（円）"),
        "restart": _("督促後の時効の初日"),
        "seizure": _("差押えができる日"),
    },
    "periods": {
        "court_action_months": _("訴訟手続までの相当の期間（月）"),
        "collection_suspension_months": _("徴収停止までの相当の期間（月）"),
        "waiver_months": _("放棄までの相当の期間（月）"),
    },
}

PARTS: Mapping[str, Label] = {
    "late_charge": _("延滞金"),
    "delay_damages": _("遅延損害金"),
    "demand": _("督促"),
    "periods": _("相当の期間"),
}

#: By class first: words of two enumerations may be written alike.
_CHOICES: Mapping[type, Mapping[StrEnum, Label]] = {
    Truncation: {
        Truncation.PER_RATE_SEGMENT: _("割合の続く期間ごと"),
        Truncation.PER_CALENDAR_YEAR: _("暦年ごと"),
        Truncation.PER_TIER: _("段階ごと"),
        Truncation.NONE: _("最後に一度だけ"),
    },
    TierEnd: {
        TierEnd.MONTHS: _("月数による"),
        TierEnd.DEMAND_TEN_DAYS: _("督促状の日から10日を経過した日"),
        TierEnd.DESIGNATED_DAY: _("督促の指定期限"),
        TierEnd.NONE: _("段階なし"),
    },
    ChargeStart: {
        ChargeStart.AFTER_DUE: _("納期限の翌日"),
        ChargeStart.AFTER_DESIGNATED: _("指定期限の翌日"),
    },
    DemandRestart: {
        DemandRestart.AFTER_TEN_DAYS: _("督促状の日から10日を経過した日の翌日"),
        DemandRestart.AFTER_ARRIVAL: _("到達の翌日"),
        DemandRestart.AFTER_DESIGNATED: _("指定期限の翌日"),
    },
    SeizureStart: {
        SeizureStart.TEN_DAYS: _("督促状の日から10日を経過した日の翌日"),
        SeizureStart.LATER_OF_BOTH: _("指定期限の翌日と10日を経過した日の翌日の遅い方"),
        SeizureStart.NEVER: _("差押えはできない"),
    },
}


def profile_text(profile: str) -> str:
    """The name of a profile in the language of the page."""
    return str(PROFILES.get(profile, profile))


def choice_text(value: StrEnum) -> str:
    """The label of a word of the terms in the language of the page."""
    return str(_CHOICES[type(value)][value])


def rate_text(rate: Fraction) -> str:
    """A yearly rate with a decimal at least, so that rates of a column stand under each other.

    >>> rate_text(Fraction(9)), rate_text(Fraction("10.95"))
    ('9.0%', '10.95%')
    """
    written = percent_text(rate)
    return written if "." in written else f"{written.removesuffix('%')}.0%"


def number_text(number: Fraction, unit: str) -> str:
    """A parameter's number with its unit: 9.0%, 107,000円, 3/4."""
    if unit == "percent":
        return rate_text(number)
    if unit == "share":
        return str(number)
    return f"{int(number):,}{translated('円') if unit == 'yen' else UNITS[unit]}"
