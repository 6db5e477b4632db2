"""Prints the propositions of tests/spec as docs/spec, the handbook of the law, and as the index that the screen 法令 shows.

The one idea: what is tested is what is printed, so an official reviews exactly the examples that the rules must answer; a tidy test
compares the pages with `outputs()`. Run it as `make docs`. It asks no rule and computes nothing.
"""

import importlib
import itertools
import json
import pkgutil
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saiken.glossary import load_glossary
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook
from tests.spec.harness import Proposition
from tools.docs_spec_values import Wording, cell, text

ROOT = Path(__file__).resolve().parent.parent
SPECIFICATION = ROOT / "tests" / "spec"
PAGES = ROOT / "docs" / "spec"
PROOFS = ROOT / "saiken" / "law" / "proofs.json"
#: Folders of tests/spec that hold no subject.
_NO_SUBJECT = {"engines", "__pycache__"}
_LAST = 1_000
HEAD = """# 法令の仕様書

`make docs` が tests/spec から作る。直接は直さない。

債権の管理に関する法令を、一つずつ確かめられる命題にして並べたものである。命題ごとに、根拠となる条文、与える事実、求める答え、手で確かめた計算と出典を記す。
同じ命題を、プログラムの全ての版が試験として受ける。答えが違うと思われるときは、命題の番号を示して知らせていただきたい。
"""


@dataclass(frozen=True)
class Section:
    """The propositions of one file: its heading and, for each, the number within the subject."""

    heading: str
    propositions: tuple[tuple[int, Proposition], ...]

    def citations(self) -> tuple[Citation, ...]:
        """Every article cited, once, in order of first use."""
        cited = (cite(written) for _, proposition in self.propositions for written in proposition.cites)
        return tuple(dict.fromkeys(cited))


@dataclass(frozen=True)
class Subject:
    """One folder of tests/spec: what an official calls it, two or three sentences, the labels of its keys, its files."""

    id: str
    title: str
    intro: str
    wording: Wording
    order: int
    sections: tuple[Section, ...]

    def propositions(self) -> Iterator[tuple[int, Proposition]]:
        """All propositions with their numbers."""
        for section in self.sections:
            yield from section.propositions


def read_subjects() -> tuple[Subject, ...]:
    """Every subject that has propositions, in the order in which they are printed."""
    folders = [folder for folder in SPECIFICATION.iterdir() if folder.is_dir() and folder.name not in _NO_SUBJECT]
    terms = {term.identifier: term.japanese for term in load_glossary().terms.values()}
    subjects = [_subject(folder, terms) for folder in folders]
    return tuple(
        sorted((found for found in subjects if found.sections), key=lambda subject: (subject.order, subject.id))
    )


def _subject(folder: Path, terms: Mapping[str, str]) -> Subject:
    file = folder / "labels.toml"
    written = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Subject(
        id=folder.name,
        title=written.get("title", folder.name),
        intro=written.get("intro", ""),
        wording=Wording(written.get("labels", {}), {**terms, **written.get("values", {})}),
        order=written.get("order", _LAST),
        sections=tuple(_sections(folder, first=written.get("files", ()))),
    )


def _sections(folder: Path, *, first: Sequence[str]) -> Iterator[Section]:
    """The files named in labels.toml in their order, then the others by name."""
    numbers = itertools.count(1)
    rank = {name: place for place, name in enumerate(first)}
    names = [module.name for module in pkgutil.iter_modules([str(folder)])]
    for name in sorted(names, key=lambda name: (rank.get(name.removeprefix("test_"), _LAST), name)):
        loaded = importlib.import_module(f"tests.spec.{folder.name}.{name}")
        propositions: Sequence[Proposition] = getattr(loaded, "PROPOSITIONS", ())
        if propositions:
            heading = (loaded.__doc__ or name).strip().partition("\n")[0]
            yield Section(heading, tuple((next(numbers), proposition) for proposition in propositions))


def subject_page(subject: Subject, book: LawBook) -> str:
    """One subject as a page."""
    parts = [f"# {subject.title}", f"[目次](README.md)　命題 {len(list(subject.propositions()))}", subject.intro]
    for section in subject.sections:
        parts += [f"## {text(section.heading)}", _articles(section, book)]
        for number, proposition in section.propositions:
            parts.append(_proposition(number, proposition, subject=subject, book=book))
    return "\n\n".join(part for part in parts if part) + "\n"


def _articles(section: Section, book: LawBook) -> str:
    lines = []
    for citation in section.citations():
        article = book.article(citation)
        mark = "" if article.verified else "（条文を直接は確認していない）"
        lines.append(f"| {text(book.text(citation))} | {text(article.rule)}{mark} |")
    return "\n".join(["| 条文 | 定めの要旨 |", "|---|---|", *lines])


def _proposition(number: int, proposition: Proposition, *, subject: Subject, book: LawBook) -> str:
    cited = "、".join(book.text(cite(written)) for written in proposition.cites)
    parts = [
        f'<a id="p{number}"></a>',
        f"### {number}　{text(proposition.title)}",
        f"根拠　{text(cited)}",
        _table(proposition, subject.wording),
    ]
    if proposition.worked:
        parts.append("\n".join(f"{place}. {text(line)}" for place, line in enumerate(proposition.worked, 1)))
    return "\n\n".join([*parts, f"出典　{text(proposition.source)}"])


def _table(proposition: Proposition, wording: Wording) -> str:
    inputs = [(text(wording.label(key)), cell(key, value, wording=wording)) for key, value in proposition.given.items()]
    outputs = [
        (text(wording.label(key)), cell(key, value, wording=wording)) for key, value in proposition.expected.items()
    ]
    if proposition.refused:
        outputs = [("断る", f"「…{text(proposition.refused)}…」")]
    rows = itertools.zip_longest(inputs, outputs, fillvalue=("", ""))
    lines = [f"| {given} | {value} | {asked} | {answer} |" for (given, value), (asked, answer) in rows]
    return "\n".join(["| 事実 | | 答え | |", "|---|---|---|---|", *lines])


def proofs(subjects: Sequence[Subject]) -> Mapping[str, list[Mapping[str, Any]]]:
    """Article, as it is written in code → the propositions that cite it."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for subject in subjects:
        for number, proposition in subject.propositions():
            entry = {
                "subject": subject.id,
                "subject_title": subject.title,
                "number": number,
                "title": proposition.title,
            }
            for written in dict.fromkeys(proposition.cites):
                found.setdefault(written, []).append(entry)
    return {written: found[written] for written in sorted(found, key=lambda written: _place(cite(written)))}


def _place(citation: Citation) -> tuple[str, bool, list[int], int, int]:
    """Where an article stands: acts by identifier, supplementary provisions last, numbers as numbers."""
    article = citation.article.removeprefix("s")
    numbers = [int(number) if number.isdigit() else 0 for number in article.split("-")]
    return citation.act, citation.article.startswith("s"), numbers, citation.paragraph, citation.item


def contents_page(subjects: Sequence[Subject], book: LawBook) -> str:
    """The contents: subjects with the number of their propositions, then every article with its propositions."""
    counted = [(subject, len(list(subject.propositions()))) for subject in subjects]
    lines = [f"| [{text(subject.title)}]({subject.id}.md) | {count} |" for subject, count in counted]
    total = f"| 計 | {sum(count for _, count in counted)} |"
    subject_table = ["## 目次", "", "| 編 | 命題 |", "|---|---:|", *lines, total, ""]
    return "\n".join([HEAD, *subject_table, "## 条文から引く", "", *_index(subjects, book)])


def _index(subjects: Sequence[Subject], book: LawBook) -> Iterator[str]:
    """Every act with a table of its articles and their propositions."""
    by_act = itertools.groupby(proofs(subjects).items(), key=lambda proof: cite(proof[0]).act)
    for act, articles in by_act:
        yield f"### {text(book.acts[act].title)}"
        yield from ("", "| 条文 | 命題 |", "|---|---|")
        yield from (f"| {text(book.text(cite(written)))} | {_links(entries)} |" for written, entries in articles)
        yield ""


def _links(entries: Sequence[Mapping[str, Any]]) -> str:
    links = []
    for _, group in itertools.groupby(entries, key=lambda entry: entry["subject"]):
        first, *others = group
        links.append(f"{text(first['subject_title'])} " + " ".join(map(_link, [first, *others])))
    return "、".join(links)


def _link(entry: Mapping[str, Any]) -> str:
    return f"[{entry['number']}]({entry['subject']}.md#p{entry['number']})"


def outputs() -> Mapping[Path, str]:
    """Every generated file and what it must hold."""
    subjects, book = read_subjects(), LawBook.load()
    pages = {PAGES / f"{subject.id}.md": subject_page(subject, book) for subject in subjects}
    index = json.dumps(proofs(subjects), ensure_ascii=False, indent=1) + "\n"
    return {PAGES / "README.md": contents_page(subjects, book), **pages, PROOFS: index}


def main() -> int:
    """Write the pages and the index, and remove pages of subjects that are no more."""
    wanted = outputs()
    PAGES.mkdir(parents=True, exist_ok=True)
    for page in set(PAGES.glob("*.md")) - set(wanted):
        page.unlink()
    for file, content in wanted.items():
        file.write_text(content, encoding="utf-8")
    print(f"[ ok ] {PAGES.relative_to(ROOT)}: {len(wanted) - 1}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
