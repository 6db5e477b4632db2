"""The incumbent: a section's list in a workbook, SUMIFS and COUNTIFS recalculated by LibreOffice.

The one idea: one receivable's 75,000 rows as a section keeps them today, with the cells of tables 2 and 3 as formulas over the whole
list; LibreOffice opens it, recalculates hard and saves it. What is timed is that whole process.
"""

import subprocess
import tempfile
import time
from pathlib import Path

import xlsxwriter

ROWS = 75_000
_HARD_RECALCULATION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def write_list(path: Path) -> int:
    """Write the workbook; returns the number of formulas."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        figures = book.add_worksheet("様式")
        listing = book.add_worksheet("一覧")
        for row in range(ROWS):
            year, portion = 2016 + row % 3, ("過年度", "現年度")[row % 2]
            account = ("調定", "収入", "欠損")[row % 3]
            listing.write_row(row, 0, (year, portion, account, 1_000 + row * 7_919 % 90_000, f"S{1 + row % 16:02}"))
        return _write_formulas(figures)


def _write_formulas(figures: xlsxwriter.workbook.Worksheet) -> int:
    column = {letter: f"一覧!${letter}$1:${letter}${ROWS}" for letter in "ABCDE"}
    formulas = [
        f'=ROUND(SUMIFS({column["D"]},{column["A"]},{year},{column["B"]},"{portion}",{column["C"]},"{account}")/1000,0)'
        for year in (2016, 2017, 2018)
        for portion in ("過年度", "現年度")
        for account in ("調定", "収入", "欠損")
    ]
    for state in range(1, 17):
        for portion in ("過年度", "現年度"):
            condition = f'{column["E"]},"S{state:02}",{column["B"]},"{portion}",{column["A"]},2018'
            formulas += [f"=COUNTIFS({condition})", f"=ROUND(SUMIFS({column['D']},{condition})/1000,0)"]
    for row, formula in enumerate(formulas):
        figures.write_formula(row, 0, formula)
    return len(formulas)


def seconds_to_recalculate() -> float:
    """Wall seconds of one headless LibreOffice run over the list; a first run warms its profile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "list.xlsx")
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_HARD_RECALCULATION, encoding="utf-8")
        warm = folder / "warm.csv"
        warm.write_text("1\n", encoding="utf-8")
        _convert(warm, folder)
        begun = time.perf_counter()
        _convert(folder / "list.xlsx", folder)
        return time.perf_counter() - begun


def _convert(path: Path, folder: Path) -> None:
    target = folder / "converted"
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(target), str(path)], check=True, capture_output=True, timeout=600)
    if not (target / f"{path.stem}.xlsx").exists():
        raise RuntimeError(f"LibreOffice did not convert {path.name}")
