"""The particulars of an audit row in words, instead of the text in which they are stored.

The one idea: names are looked up, values are joined, and what has many parts of its own is only counted; an auditor reads a line, not
a program's notation. What a row says of whom is its subject, not told here.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: Words for what the glossary does not name.
LABELS: dict[str, str | Promise] = {
    "accounts": _("利用者"),
    "act": _("処理"),
    "acts": _("処理"),
    "again": _("同じ送信"),
    "already": _("締め済み"),
    "answered_on": _("回答の日"),
    "answers": _("答え"),
    "average": _("平均"),
    "balances": _("区分ごとの残高"),
    "broken": _("不履行"),
    "bureau": _("局"),
    "carried_count": _("繰越しの件数"),
    "carried_in_outside": _("繰越額（台帳の外）"),
    "carried_yen": _("繰越額（円）"),
    "cases": _("事案"),
    "changed": _("変わったもの"),
    "city": _("都市"),
    "claim": _("債権"),
    "claims": _("債権"),
    "class": _("債権区分"),
    "cleared": _("解除した件数"),
    "closed": _("終わったもの"),
    "columns": _("入力値（千円）"),
    "counts": _("区分ごとの件数"),
    "decided_on": _("決定の日"),
    "delivery": _("送達"),
    "deputy": _("代理"),
    "display_name": _("氏名"),
    "entries": _("記入"),
    "entry": _("記入"),
    "event": _("経過の記録"),
    "events": _("経過の記録"),
    "fact": _("事項"),
    "figures": _("数値"),
    "from": _("開始日"),
    "from_office": _("引き継ぐ所属"),
    "from_on": _("開始日"),
    "grade": _("達成状況"),
    "ground": _("事由"),
    "hand_over": _("引継ぎ"),
    "hand_overs": _("引継ぎ"),
    "hired": _("新規の利用者"),
    "in_the_name_of": _("名義"),
    "inquiries": _("照会"),
    "items": _("項目の数"),
    "joined": _("名寄せした番号"),
    "kept": _("残した番号"),
    "key": _("キー"),
    "kind": _("種類"),
    "law": _("法令データ"),
    "left": _("残り"),
    "lines": _("行数"),
    "list": _("一覧"),
    "mark": _("付箋"),
    "meaning": _("意味"),
    "means": _("方法"),
    "minutes": _("時間（分）"),
    "moved": _("移したもの"),
    "obligor": _("債務者"),
    "obligor_id": _("債務者"),
    "obligors": _("債務者数"),
    "on": _("日付"),
    "on_behalf_of": _("代理される人"),
    "outcome": _("結果"),
    "parent": _("上位の組織"),
    "persons": _("人数"),
    "profile": _("条例の定め"),
    "properties": _("財産"),
    "proposal": _("起案"),
    "proposals": _("起案"),
    "rank": _("順位"),
    "reason": _("理由"),
    "receivables": _("債権整理番号の登録番号"),
    "released_to": _("見る人"),
    "reverses": _("取り消した記入"),
    "review_on": _("見直しの日"),
    "role": _("役割"),
    "rows": _("行数"),
    "run": _("一括処理"),
    "seed": _("乱数の種"),
    "sessions": _("終えたセッション"),
    "sheets": _("様式"),
    "source": _("出典"),
    "standing": _("状況"),
    "state": _("区分"),
    "states": _("区分の記録"),
    "step": _("段階"),
    "to_office": _("引き受ける所属"),
    "turn": _("順番"),
    "until": _("この日まで"),
    "version": _("版"),
    "yen": _("金額（円）"),
}

#: The word for an identifier, or the identifier itself.
Word = Callable[[str], str]


def particulars(detail: str, word: Word) -> list[tuple[str, str]]:
    """Pairs of name and value; a detail that is no JSON object is one value without a name."""
    try:
        told = json.loads(detail)
    except ValueError:
        told = detail
    if not isinstance(told, dict):
        return [("", word(str(told)))] if told else []
    return [
        (_name(key, word), text)
        for key, value in told.items()
        if (text := _text(_own_word(key, value, word=word), word))
    ]


def _own_word(key: str, value: Any, *, word: Word) -> Any:
    """The word of a value that means something else under another name (`outcome_released`), else the value."""
    qualified = f"{key}_{value}"
    return word(qualified) if isinstance(value, str) and word(qualified) != qualified else value


def _name(key: str, word: Word) -> str:
    """The label; a column's id is a portion and a quantity."""
    if key in LABELS:
        return str(LABELS[key])
    whole = word(key)
    portion, _underscore, quantity = key.partition("_")
    return whole if whole != key or not quantity else f"{word(portion)} {word(quantity)}"


def _text(value: Any, word: Word) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return gettext("はい") if value else gettext("いいえ")
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Mapping):
        return "、".join(_parts(value, word))
    if isinstance(value, list):
        return gettext("%(count)s件") % {"count": len(value)} if _has_parts(value) else "、".join(map(str, value))
    return word(str(value))


def _parts(values: Mapping[str, Any], word: Word) -> Iterator[str]:
    for key, value in values.items():
        text = gettext("%(count)s件") % {"count": len(value)} if isinstance(value, Mapping) else _text(value, word)
        if text:
            yield f"{_name(key, word)} {text}"


def _has_parts(values: list[Any]) -> bool:
    return any(isinstance(value, Mapping | list) for value in values)
