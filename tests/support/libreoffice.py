"""LibreOffice as the judge of our workbooks: recalculates hard, whatever results are stored in the file.

The one idea: one start of the office for many workbooks, with a profile of its own that says "recalculate always".
"""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

#: The answer "always" to: recalculate files of Excel 2007 and newer on load?
_RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

_STORED_RESULT = re.compile(r'(<c [^>]*?)( t="str")?(>\s*<f>[^<]*</f>)<v>[^<]*</v>')

#: Generous: a first start on a loaded machine with a cold disk takes a minute by itself.
OFFICE_SECONDS = 600

#: What every formula claims before the office has looked at it.
WRONG_RESULT = 987654


def with_wrong_results(workbook: bytes) -> bytes:
    """The same workbook with every stored result of a formula replaced by a wrong one."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                content = _STORED_RESULT.sub(rf"\1\3<v>{WRONG_RESULT}</v>", content.decode()).encode()
            after.writestr(item, content)
    return target.getvalue()


def recalculated(workbooks: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks by name, opened, recalculated and saved again by LibreOffice in one run."""
    profile, source, target = folder / "profile", folder / "in", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_RECALCULATE_ALWAYS, encoding="utf-8")
    source.mkdir()
    for name, content in workbooks.items():
        (source / f"{name}.xlsx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    command += ["--outdir", str(target), *(str(path) for path in sorted(source.glob("*.xlsx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS)
    return {name: (target / f"{name}.xlsx").read_bytes() for name in workbooks}
