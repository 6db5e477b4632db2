"""A progress report that looks like the published one: figures by chance, pages in any order, prose of our own."""

from dataclasses import dataclass
from random import Random

from saiken.domain.money import format_rate

WARDS = ("東町区", "西町区", "南町区", "北町区", "中町区")

KINDS = (
    "　10月末徴収率　{}　（前年度10月末　{}）",
    "　決算見込徴収率　{}（前年度決算　{}）",
    "　目標徴収率　{}（前年度目標　{} ）",
)


@dataclass(frozen=True)
class TrueReceivable:
    """What a receivable's pages truly say: six rates per portion, and per ward four rates in tenths of a per cent."""

    number: str
    name: str
    office: str
    rates: tuple[tuple[str, ...], tuple[str, ...]]
    wards: dict[str, tuple[int, int, int, int]]


def true_receivable(random: Random, *, number: str, name: str, office: str, wards: bool) -> TrueReceivable:
    """One receivable with rates by chance."""
    rates = tuple(tuple(format_rate(random.randrange(1, 1000)) for _ in range(6)) for _ in range(2))
    rows = {name: tuple(random.randrange(1, 1000) for _ in range(4)) for name in ("5区合計", *WARDS)} if wards else {}
    if wards:
        first, second = ([_tenths(text) for text in portion[:2]] for portion in rates)
        rows["5区合計"] = (first[0], second[0], first[1], second[1])
    return TrueReceivable(number, name, office, (rates[0], rates[1]), rows)  # type: ignore[arg-type]


def _tenths(rate: str) -> int:
    return int(rate.replace(".", "").replace("%", ""))


def pages(receivable: TrueReceivable, *, head_first: bool, side_by_side: bool) -> str:
    """Both pages of a receivable, and its ward table if it has one."""
    head = f" 債権名　{receivable.name}　整理番号　{receivable.number}　【{receivable.office}】"
    past, current = (_rate_lines(portion) for portion in receivable.rates)
    prose = ["", "●主な取り組み", "", "・電話と文書で納付を求める。", ""]
    if side_by_side:
        figures = [
            "過年度分 現年度分",
            "",
            *(f"{left} {right}" for left, right in zip(past, current, strict=True)),
            *prose,
        ]
    else:
        figures = ["過年度分", "", *past, *prose, *current, "現年度分", *prose]
    first = [head, "", *figures] if head_first else [*figures, "", head, ""]
    second = ["取", "組", "状", "況", "", "・計画どおり進めている。", "", head.strip(), "", "過年度 現年度", ""]
    return "\n".join(["令和２年度後半の取組について", *first, *second, *_ward_table(receivable)])


def _rate_lines(portion: tuple[str, ...]) -> list[str]:
    texts = [text.replace("%", "％") for text in portion]
    return [kind.format(*texts[place * 2 : place * 2 + 2]) for place, kind in enumerate(KINDS)]


def _ward_table(receivable: TrueReceivable) -> list[str]:
    lines = []
    for name, (past, current, past_before, current_before) in receivable.wards.items():
        tenths = (past, current, past_before, current_before, past - past_before, current - current_before)
        lines += [" ".join([name, *map(format_rate, tenths)]), ""]
    return [*lines, "区で徴収している債権の状況", "", receivable.name, ""] if lines else []


RECOVERY = """ （令和２年10月末現在）

（１）個別に事案引継を行ったもの

件数（件）
引継金額
 （百万円）
徴収目標額①
徴収実績②

健康局
（国保）

他の制度へ移った
滞納者 1,463 257 78 55 70.5%
（48.1%）

財務局
料との重複滞納 1,596 250 102 67 65.7％（64.4%）

3,059 507 （A）180 （B）122 67.8%
（56.9%）

（２）財産調査・滞納処分強化によるもの

健康局
（介護）

段階を除く滞納者 14,141 750 239 31.9％
（59.9%）

14,141 （Ｃ）750 (D)239 31.9％
（59.9%）

38.8%
（59.4%）

介護保険料

361

国民健康保険料

930

市　　　税
"""
