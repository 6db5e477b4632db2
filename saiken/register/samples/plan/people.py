"""The people and corporations of the demo city: plausible to read, visibly invented, kana included.

The one idea: every name carries a mark that no real name has (見本, 架空, 仮 …) and everybody lives in 見本市, so nobody is
mistaken for a real person. Person n is the same for every seed of the claims.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

_MARKS = (
    ("見本", "みほん"),
    ("架空", "かくう"),
    ("仮名", "かめい"),
    ("例示", "れいじ"),
    ("想定", "そうてい"),
    ("試作", "しさく"),
)
_ENDS = (
    ("田", "だ"), ("川", "がわ"), ("山", "やま"), ("野", "の"), ("原", "はら"), ("崎", "さき"), ("沢", "ざわ"), ("村", "むら"),
    ("井", "い"), ("森", "もり"), ("島", "じま"), ("橋", "ばし"), ("浜", "はま"), ("岡", "おか"), ("谷", "や"), ("瀬", "せ"),
)  # fmt: skip
_GIVEN_STARTS = (
    ("一", "かず"), ("春", "はる"), ("夏", "なつ"), ("秋", "あき"), ("冬", "ふゆ"), ("正", "まさ"), ("広", "ひろ"), ("和", "かず"),
    ("明", "あき"), ("光", "みつ"), ("文", "ふみ"), ("友", "とも"), ("幸", "ゆき"), ("千", "ち"), ("美", "み"), ("良", "よし"),
)  # fmt: skip
_GIVEN_ENDS = (
    ("子", "こ"), ("男", "お"), ("美", "み"), ("夫", "お"), ("代", "よ"), ("樹", "き"), ("香", "か"), ("之", "ゆき"),
    ("恵", "え"), ("司", "じ"), ("江", "え"), ("斗", "と"), ("乃", "の"), ("也", "や"), ("実", "み"), ("枝", "え"),
)  # fmt: skip
_TRADES = (
    ("福祉サービス", "ふくしさーびす"),
    ("介護センター", "かいごせんたー"),
    ("生活支援", "せいかつしえん"),
    ("就労支援", "しゅうろうしえん"),
)
_FORMS = (
    ("株式会社", "かぶしきがいしゃ"),
    ("合同会社", "ごうどうがいしゃ"),
    ("特定非営利活動法人", "とくていひえいりかつどうほうじん"),
)
_TOWNS = ("架空町", "例示通", "想定丘", "試作台", "仮名浜", "見本野")
_BLANK = "　"
_OLDEST = date(1928, 4, 1)
_DAYS_OF_BIRTH = 75 * 365


@dataclass(frozen=True, slots=True)
class Person:
    """One invented obligor; `birth_on` is None for corporations."""

    is_corporation: bool
    name: str
    name_kana: str
    birth_on: date | None
    address: str
    number: str


def person(position: int) -> Person:
    """The natural person with that number, from 0."""
    rng = Random(f"person {position}")
    (mark, mark_kana), (end, end_kana) = rng.choice(_MARKS), rng.choice(_ENDS)
    (first, first_kana), (last, last_kana) = rng.choice(_GIVEN_STARTS), rng.choice(_GIVEN_ENDS)
    return Person(
        is_corporation=False,
        name=f"{mark}{end}　{first}{last}",
        name_kana=_katakana(f"{mark_kana}{end_kana}　{first_kana}{last_kana}"),
        birth_on=_OLDEST + timedelta(days=rng.randrange(_DAYS_OF_BIRTH)),
        address=_address(rng),
        number=f"P{position + 1:07d}",
    )


def of_family(one: Person, other: Person) -> Person:
    """The one with the family name of the other, at the other's address."""
    given, given_kana = one.name.split(_BLANK)[1], one.name_kana.split(_BLANK)[1]
    return replace(
        one,
        name=_BLANK.join((other.name.split(_BLANK)[0], given)),
        name_kana=_BLANK.join((other.name_kana.split(_BLANK)[0], given_kana)),
        address=other.address,
    )


def corporation(position: int) -> Person:
    """The corporation with that number, from 0."""
    rng = Random(f"corporation {position}")
    (mark, mark_kana), (trade, trade_kana), (form, form_kana) = (
        rng.choice(_MARKS),
        rng.choice(_TRADES),
        rng.choice(_FORMS),
    )
    return Person(
        is_corporation=True,
        name=f"{form}{mark}{trade}{position + 1:03d}",
        name_kana=_katakana(f"{form_kana}{mark_kana}{trade_kana}{position + 1:03d}"),
        birth_on=None,
        address=_address(rng),
        number=f"C{position + 1:07d}",
    )


def payers_in_bulk() -> Person:
    """Whom bulk assessments name: those who paid on time, nobody in particular."""
    return Person(
        True, "一括調定（納期内納付分）", "イッカツチョウテイノウキナイノウフブン", None, "見本市", "B0000001"
    )


def _address(rng: Random) -> str:
    return f"見本市{rng.choice(_TOWNS)}{_wide(rng.randint(1, 8))}丁目{_wide(rng.randint(1, 28))}番{_wide(rng.randint(1, 40))}号"


def _katakana(hiragana: str) -> str:
    """Names are read in katakana: the block of hiragana moved to katakana's."""
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in hiragana)


def _wide(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
