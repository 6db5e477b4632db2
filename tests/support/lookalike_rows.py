"""Rows of table 2 as papers print them: figures from the form's own formulas, then blanks, damage and breaks.

The one idea: a row is made true first and spoiled afterwards, so a test always knows what a reader may and may not
find.
"""

from dataclasses import dataclass, field
from random import Random

from saiken.domain.money import NO_RATE
from saiken.domain.sheets.compute import goal_cells
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import CellValue

#: What scanners make of a lone zero.
ZERO_MARKS = ("C", "O", "(", "o", "c)", "()", "(0")

#: Letters that scanners take for digits.
LETTERS = {"0": "O", "1": "l", "5": "S", "8": "В"}


@dataclass
class PrintedRow:
    """A true row and its print: one text per column, "" where the cell left no trace."""

    truth: dict[str, CellValue]
    printed: dict[str, str]
    damaged: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The row as running text: blanks leave no trace."""
        return " ".join(text for text in self.printed.values() if text)

    @property
    def columns(self) -> str:
        """The row with a tab between cells."""
        return "\t".join(self.printed.values())


def true_row(edition: Edition, random: Random, *, carried_in: int | None = None) -> dict[str, CellValue]:
    """A row whose every formula holds; zeros are as frequent as on real sheets."""
    opening = random_yen(random) if carried_in is None else carried_in
    inputs = {name: _input(edition, name, opening=opening, random=random) for name in edition.input_columns}
    if "past_assessed" in inputs:
        inputs["past_assessed"] = max(0, opening - _change(opening, random))
    inputs = _within(inputs, opening)
    if opening == 0 and "past_reduction" in inputs:
        inputs["past_reduction"] = 0
    return dict(goal_cells(edition, inputs=inputs, carried_in=opening))


def random_yen(random: Random) -> int:
    """A balance between nothing and billions, small ones as likely as large ones."""
    return 0 if random.random() < 0.1 else random.randrange(1, 10 ** random.randrange(1, 8))


def _change(opening: int, random: Random) -> int:
    kind = random.random()
    if kind < 0.5 or opening == 0:
        return 0
    size = random.randrange(1, max(2, opening // 3))
    return size if kind < 0.8 else -size


def _input(edition: Edition, name: str, *, opening: int, random: Random) -> int:
    if name == "past_reduction":
        return _change(opening, random)
    if random.random() < 0.4:
        return 0
    return random.randrange(0, max(2, opening // 2)) if name.startswith("past") else random_yen(random)


def _within(inputs: dict[str, int], opening: int) -> dict[str, int]:
    """Receipts and write-offs never exceed what is there."""
    bounded = dict(inputs)
    past = inputs.get("past_assessed", opening - inputs.get("past_reduction", 0))
    bounded["past_received"] = min(inputs["past_received"], past)
    bounded["past_written_off"] = min(inputs["past_written_off"], past - bounded["past_received"])
    current = inputs["current_assessed"]
    bounded["current_received"] = min(inputs["current_received"], current)
    bounded["current_written_off"] = min(inputs["current_written_off"], current - bounded["current_received"])
    return bounded


def printed_row(edition: Edition, truth: dict[str, CellValue]) -> PrintedRow:
    """The row printed in full."""
    return PrintedRow(truth, {name: shown(edition, value) for name, value in truth.items()})


def shown(edition: Edition, value: CellValue) -> str:
    """A cell as the edition prints it."""
    if not isinstance(value, int):
        return value or ""
    if value < 0 and edition.reduction_sign == "triangle":
        return f"▲ {-value:,}"
    return f"{value:,}"


def lose_blanks(row: PrintedRow, random: Random, *, share: float = 0.5) -> None:
    """Leave some zero cells blank."""
    for name, value in row.truth.items():
        if value == 0 and random.random() < share:
            row.printed[name] = ""


def zero_in_wrong_format(row: PrintedRow, random: Random) -> bool:
    """Print one zero yen cell as a dash; False when the row has no zero."""
    zeros = [name for name, value in row.truth.items() if value == 0 and row.printed[name]]
    if zeros:
        row.printed[random.choice(zeros)] = random.choice((NO_RATE, "-", "0.0%"))
    return bool(zeros)


def damage(row: PrintedRow, random: Random) -> str:
    """Damage one printed yen cell as a scanner would; returns the column's id."""
    name = random.choice([name for name, value in row.truth.items() if isinstance(value, int) and row.printed[name]])
    row.printed[name] = row.damaged[name] = _spoiled(row.printed[name], random)
    return name


def _spoiled(text: str, random: Random) -> str:
    if text == "0":
        return random.choice(ZERO_MARKS)
    if text.startswith("▲ "):
        return "4 " + text[2:]
    choices = []
    if "," in text:
        choices += [text.replace(",", "."), text.replace(",", ".", 1) + "'", text.replace(",", ",,", 1)]
    choices += [text.replace(digit, letter, 1) for digit, letter in LETTERS.items() if digit in text]
    return random.choice([*choices, f"{text}?", f"#{text[1:]}" if len(text) > 1 else "*"])


def break_cell(row: PrintedRow, edition: Edition, *, name: str, random: Random) -> None:
    """Print another legible number in a yen cell, as a real mistake would."""
    value = row.truth[name]
    assert isinstance(value, int)
    row.printed[name] = shown(edition, value + random.choice((-1, 1)) * random.randrange(1, 500))
