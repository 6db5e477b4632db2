"""The top of the worksheet: title, whose sheet it is, and table 1 with the grades.

The one idea: the head is fixed text taken from the metadata; only the grades are chosen by the section.
"""

from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.form import JOINT
from saiken.formats.sheet_workbook.cell import Cell, label
from saiken.formats.sheet_workbook.paper import Paper

#: Head fields with the columns their label and value take, over a grid of two label columns and nineteen figures.
_HEAD = (("bureau", 0, 2, 5), ("numbers", 7, 2, 2), ("name", 11, 1, 4), ("legal_class", 16, 1, 4))

#: Columns of a portion's label and of its grade in table 1.
_GRADE_LABEL, _GRADE = 2, 1


def head_cells(paper: Paper, top: int) -> list[Cell]:
    """The title and the line that names bureau, section, numbers, receivable and class."""
    words, metadata = paper.words, paper.metadata
    values = {
        "bureau": f"{metadata.bureau}　{metadata.section}".strip(),
        "numbers": JOINT.join(metadata.numbers),
        "name": metadata.name,
        "legal_class": JOINT.join(words.of_class(legal_class) for legal_class in metadata.legal_classes),
    }
    cells = [label(top, 0, text=words["title"], style="title", columns=paper.last_figure + 1)]
    for field, column, label_columns, value_columns in _HEAD:
        cells.append(label(top + 1, column, text=words[field], style="head", columns=label_columns))
        value_at = column + label_columns
        cells.append(Cell(top + 1, value_at, "fixed", "value", values[field], ("head", field), columns=value_columns))
    return cells


def grade_cells(paper: Paper, top: int) -> list[Cell]:
    """Table 1: the three grades, and what the marks mean."""
    words = paper.words
    cells = [label(top, 0, text=words["grade"], style="heading", columns=paper.last_figure + 1)]
    column = 0
    for portion in PORTIONS:
        cells.append(
            label(top + 1, column, text=words[f"portion_{portion}"], style="head wrap", rows=2, columns=_GRADE_LABEL)
        )
        cells.append(
            Cell(top + 1, column + _GRADE_LABEL, "choice", "grade", key=("grade", portion), rows=2, columns=_GRADE)
        )
        column += _GRADE_LABEL + _GRADE
    first, second = ("A", "B1"), ("B2", "none")
    for offset, grades in enumerate((first, second)):
        text = "　　".join(f"{'－' if grade == 'none' else grade}：{words[f'grade_{grade}']}" for grade in grades)
        columns = paper.last_figure - column
        cells.append(label(top + 1 + offset, column + 1, text=text, style="note left", columns=columns))
    return cells
