"""`saiken published`: read published papers and check them.

The one idea: a file that cannot be read is told and left out, the others are still answered; the exit code says the
worst that happened. No register is needed, so nothing here may import Django.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from saiken.cli.output import ExitCode, emit, json_option, warn
from saiken.cli.progress import progress
from saiken.cli.published_documents import finding_document
from saiken.cli.published_tables import finding_lines, paper_lines
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.check import check_papers
from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.paper import Paper
from saiken.domain.states.table import load_states
from saiken.formats.published.read import read_published
from saiken.formats.sheet_json.paper_document import paper_documents

_files = click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))


@click.group()
def published() -> None:
    """公表された様式（未収債権の目標及び具体処理策）と進捗報告を読み取り、検査する。

    テキスト、文字情報のあるPDF、.xlsx を受け付けます。終了コード: 0 指摘なし、1 指摘あり、2 読めないファイルあり。
    """


@published.command()
@_files
@json_option
def read(files: Sequence[Path], as_json: bool) -> ExitCode:
    """読み取った数値を、置き方の確かさと修復とともに示す。"""
    papers = _papers(files)
    editions = load_editions()
    documents = [document for paper in papers for document in paper_documents(paper, editions)]
    emit(documents, as_json=as_json, lines=(line for paper in papers for line in paper_lines(paper, editions)))
    return ExitCode.BAD_INPUT if len(papers) < len(files) else ExitCode.DONE


@published.command()
@_files
@json_option
def check(files: Sequence[Path], as_json: bool) -> ExitCode:
    """算式、繰越、区分、比較、区の表などを検査し、指摘を一度ずつ示す。"""
    papers = _papers(files)
    findings = check_papers(papers, load_editions(), states=load_states())
    emit([finding_document(finding) for finding in findings], as_json=as_json, lines=finding_lines(findings))
    if len(papers) < len(files):
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if findings else ExitCode.DONE


def _papers(files: Sequence[Path]) -> list[Paper]:
    """The papers that can be read, in the order given; the reason of each other file goes to stderr."""
    papers = []
    with progress("読み取り", total=len(files)) as advance:
        for file in files:
            try:
                papers.append(read_published(file))
            except InvalidInput as problem:
                warn(f"誤り: {problem}")
            advance(1)
    return papers
