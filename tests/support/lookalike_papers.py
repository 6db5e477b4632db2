"""Whole published papers that look like the real ones: figures by chance, names and prose of our own.

The one idea: the order of captions, the width of digits, wrapped and missing heads, lost blanks and a scanner's damage
vary by seed; the truth is returned beside the text.
"""

from dataclasses import dataclass, field
from random import Random

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import Edition, load_editions
from tests.support.lookalike_rows import PrintedRow, damage, lose_blanks, printed_row, true_row
from tests.support.lookalike_states import TrueStates, row_in_full, row_scanned, row_without_blanks, true_states

EDITIONS = load_editions()
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
CLASSES = {
    "強制徴収公債権（強制公）": (LegalClass.PUBLIC_ENFORCEABLE,),
    "非強制徴収公債権（非強公）": (LegalClass.PUBLIC_UNENFORCEABLE,),
    "私債権": (LegalClass.PRIVATE_LAW,),
    "強制・非強制徴収公債権": (LegalClass.PUBLIC_ENFORCEABLE, LegalClass.PUBLIC_UNENFORCEABLE),
}
NAMES = (
    "霊園管理料",
    "浄化槽清掃手数料",
    "奨励金返還金（過年度）",
    "駐車場使用料",
    "市場施設使用料（光熱水費分）",
    "留守家庭事業利用料",
)
OFFICES = (
    ("環境局", "事業管理課"),
    ("港湾局", "営業推進室"),
    ("市民局", "総務課　庶務グループ"),
    ("経済戦略局", "商業課（卸売担当）"),
)
SEPARATORS = ("・", "、", ",", "，")


@dataclass
class TrueSheet:
    """What a printed sheet truly says."""

    edition: Edition
    fiscal_year: int
    numbers: tuple[str, ...]
    name: str
    bureau: str
    section: str
    legal_classes: tuple[LegalClass, ...]
    rows: list[PrintedRow]
    states: dict[str, TrueStates]
    grades: dict[str, str]
    obligors: int
    has_head: bool = True
    class_text: str = ""
    number_text: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def true_sheet(edition: Edition, random: Random, *, fiscal_year: int) -> TrueSheet:
    """A sheet with figures by chance; rows chain where the form chains them."""
    numbers = tuple(f"{number:03d}" for number in sorted(random.sample(range(1, 999), random.choice((1, 1, 1, 2)))))
    class_text = random.choice(list(CLASSES))
    bureau, section = random.choice(OFFICES)
    rows: dict[str, PrintedRow] = {}
    for spec in edition.rows:
        source = rows.get(spec.carried_in_from or "")
        carried_in = source.truth["total_balance"] if source else None
        assert not isinstance(carried_in, str)
        rows[spec.id] = printed_row(edition, true_row(edition, random, carried_in=carried_in))
    return TrueSheet(
        edition=edition,
        fiscal_year=fiscal_year,
        numbers=numbers,
        name=random.choice(NAMES),
        bureau=bureau,
        section=section,
        legal_classes=CLASSES[class_text],
        rows=list(rows.values()),
        states={portion: true_states(random) for portion in ("past", "current")},
        grades={portion: random.choice(("A", "B1", "B2", "－")) for portion in ("past", "current", "total")},
        obligors=random.randrange(1, 5000),
        class_text=class_text,
        number_text=_number_text(numbers, random),
    )


def _number_text(numbers: tuple[str, ...], random: Random) -> str:
    """Half-width, full-width and mixed digits."""
    text = random.choice(SEPARATORS).join(numbers)
    return "".join(
        mark.translate(FULL_WIDTH) if random.random() < random.choice((0, 0.5, 1)) else mark for mark in text
    )


def text_2019(sheet: TrueSheet, random: Random, *, full_states: bool = False) -> str:
    """A sheet of edition 2019 as a text layer gives it: blanks lost, captions anywhere, labels apart from their
    rows.
    """
    for row in sheet.rows:
        lose_blanks(row, random, share=random.random())
    year = str(sheet.fiscal_year - 1988)
    number_line = f"課・担当 {sheet.number_text} 債権名 債権区分"
    belonging = f"所属 {sheet.bureau} {sheet.section} 債権整理番号（３ケタ） {sheet.name} {sheet.class_text}"
    if random.random() < 0.4 and "（" in sheet.class_text:
        belonging = belonging.replace(
            " " + sheet.class_text, "\n" + sheet.class_text[:-2] + "\n" + sheet.class_text[-2:]
        )
    grade = {"B1": "B１", "B2": "Ｂ２"}
    grades = [grade.get(found, found) for found in sheet.grades.values()]
    head = [
        number_line,
        "",
        f"１．{year}年度の未収金残高目標の達成状況",
        "",
        "過年度 {} 現年度 {} {}".format(*grades),
        "",
    ]
    captions = [column.label for column in sheet.edition.columns]
    labels = [spec.label(sheet.fiscal_year) for spec in sheet.edition.rows]
    random.shuffle(labels)
    rows = [text for row in sheet.rows for text in (row.words, "")]
    development = ["２．未収金残高の推移（実績及び目標）", "", *captions, "", *rows]
    title = ["未収債権の目標及び具体処理策", "", *belonging.split("\n"), "", *labels, ""]
    if random.random() < 0.3:
        development = ["２．未収金残高の推移（実績及び目標）", "", *rows, *captions, ""]
    if random.random() < 0.3:
        head, title = [head[0], "", *title, *head[2:]], []
    return "\n".join(
        [*head, *development, *_states_2019(sheet, year, full=full_states), *title, *_prose_2019(sheet), ""]
    )


def _states_2019(sheet: TrueSheet, year: str, *, full: bool) -> list[str]:
    print_row = row_in_full if full else row_without_blanks
    lines = [f"３．{year}年度決算における未収債権の状況　（件数、未収金残高、債務者数）", "", "① ② ③ ④ ⑤", ""]
    for states in sheet.states.values():
        lines += [print_row("件数", states.count, states.sums(states.count)), ""]
        lines += [print_row("残高", states.balance, states.sums(states.balance)), ""]
    claims = sum(sum(states.count.values()) for states in sheet.states.values())
    balance = sum(sum(states.balance.values()) for states in sheet.states.values())
    lines += [str(claims), "", f"{balance:,}", "", "人", "", f"　　{year}年度末", "　　時点の", "　　債務者数", ""]
    return [*lines, f"{sheet.obligors:,}", ""]


def _prose_2019(sheet: TrueSheet) -> list[str]:
    year = sheet.fiscal_year - 1988
    lines = [
        f"４．{year}年度の取組内容の検証など",
        "",
        "５．令和元年度の取組内容　（１及び４の内容を踏まえて記載すること）",
        "",
    ]
    for label in ("取組実績", "取組内容", "課題", "改善策"):
        lines += [
            *label,
            "",
            "・電話で連絡し、納付の時期を確かめた。",
            "・面談の記録を残した。",
            "",
            "過年度に同じ。",
            "",
        ]
    return [*lines, "過年度 現年度", "", *"取組内容", "", "・引き続き連絡する。", "", "同左", ""]


def text_2022(sheet: TrueSheet, random: Random, *, scanned: bool = True) -> str:
    """A sheet of edition 2022 as text recognition gives it: tabs, damaged cells and labels, sometimes no head."""
    sheet.has_head = random.random() < 0.7
    lines = _head_2022(sheet, random) if sheet.has_head else []
    lines += ["", "1. 令和3年度の修正目標(=未収金残高目標)の達成状況 ・・・ 記号を入力", ""]
    grades = [
        found.replace("B", random.choice("BВ")).replace("－", random.choice("－一")) for found in sheet.grades.values()
    ]
    lines += ["過年度 {} 現年度 {} 合計(過年度+現年度) {}".format(*grades), ""]
    lines += ["2. 未収金の推移(実績及び目標)", "", "\t" + "\t".join(column.label for column in sheet.edition.columns)]
    for spec, row in zip(sheet.edition.rows, sheet.rows, strict=True):
        if scanned and random.random() < 0.4:
            damage(row, random)
        label = f"{spec.mark} {spec.label(sheet.fiscal_year)}"
        printed_label = _spoiled_label(label, random) if scanned else label
        lines.append(f"{printed_label}\t{row.columns}" + "\t" * random.choice((0, 0, 1)))
    states, totals = _states_2022(sheet, random, scanned=scanned), _totals_2022(sheet, random)
    return "\n".join([*lines, "", *states, *totals, ""])


def _head_2022(sheet: TrueSheet, random: Random) -> list[str]:
    between = random.choice("\t ")
    parts = ["所属", sheet.bureau, "担当", sheet.section.replace("　", ""), "債権整理番号(3ケタ)", sheet.number_text]
    sheet.section = sheet.section.replace("　", "")
    return [between.join([*parts, "債権区分", sheet.class_text, "債権名", sheet.name]), "----\t----\t----"]


def _spoiled_label(label: str, random: Random) -> str:
    spoiled = (
        label,
        label,
        label[2:],
        label.replace("令元", "字元"),
        label[:2] + label[4:] if "令元" not in label else label,
    )
    return random.choice(spoiled)


def _states_2022(sheet: TrueSheet, random: Random, *, scanned: bool) -> list[str]:
    lines = ["3. 令和3年度決算見込における未収金実績の状況 (区分別の件数・残高)", ""]
    lines.append("分類\t" + "\t".join(str(number) for number in range(1, 17)))
    for word, states in zip(("過", "現"), sheet.states.values(), strict=True):
        for measure, by_state in (("件数", states.count), ("残高", states.balance)):
            label, sums = f"{word}年度 {measure}", states.sums(by_state)
            full = "\t".join(row_in_full(label, by_state, sums).rsplit(" ", 19))
            lines.append(row_scanned(label, by_state, sums, random=random) if scanned else full)
    return [*lines, ""]


def _totals_2022(sheet: TrueSheet, random: Random) -> list[str]:
    claims = sum(sum(states.count.values()) for states in sheet.states.values())
    balance = sum(sum(states.balance.values()) for states in sheet.states.values())
    printed = f"{balance:,}".replace(",", random.choice(",."))
    return [
        f"令和3年度 決算見込に {sheet.obligors:,} おける 債務者数",
        "",
        f"令和3年度決算見込における {claims:,} 未収債権の件数(過年度+現年度) "
        f'令和3年度決算見込における {printed} 未収金残高(過年度+現年度) = 上記2のD(令3実績)のケ"',
        "",
    ]
