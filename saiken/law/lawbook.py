"""The law book: acts, parameters and ordinances as one value that is passed in wherever law is asked.

The one idea: `LawBook.load()` reads and judges every file once; afterwards a question is a look-up by day. "As the law stood" and "what
if the rate were X" are the same call on another book. It is never a global.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from saiken.law.act import Act, Article
from saiken.law.citation import Citation
from saiken.law.errors import NotPublished, UnknownCitation
from saiken.law.files import check_folder, fingerprint
from saiken.law.ordinance import DEFAULT_PROFILE, Terms
from saiken.law.parameter import DatedValue, Parameter, Span
from saiken.law.reading import read_acts, read_parameters
from saiken.law.reading_ordinances import Known, read_ordinances

_BASE = Path(__file__).parent


@dataclass(frozen=True)
class LawBook:
    """All law known: acts and parameters by id, terms of ordinances by profile and claim kind, and the hash of the files read."""

    acts: Mapping[str, Act]
    parameters: Mapping[str, Parameter]
    ordinances: Mapping[str, Mapping[str, tuple[Terms, ...]]]
    hash: str

    @classmethod
    def load(cls, base: Path = _BASE, overlays: Sequence[Path] = ()) -> "LawBook":
        """Read the package's folder and then each overlay (same layout); raises LawBookFault naming file and entry."""
        folders = (base, *overlays)
        for folder in folders:
            check_folder(folder)
        acts = read_acts(folders)
        articles = frozenset(article.citation for act in acts.values() for article in act.articles)
        parameters = read_parameters(folders, known=articles)
        ordinances = read_ordinances(folders, known=Known(articles, parameters))
        return cls(acts, parameters, ordinances, fingerprint(folders))

    def parameter(self, parameter_id: str) -> Parameter:
        """The parameter; KeyError with the id when there is none (a defect of the caller)."""
        return self.parameters[parameter_id]

    def value(self, parameter_id: str, *, on: date) -> DatedValue:
        """The value in force on a day; raises NotPublished."""
        return self.parameters[parameter_id].on(on)

    def spans(self, parameter_id: str, first: date, *, until: date) -> Iterator[Span]:
        """The values of the days `first` ≤ day < `until`; raises NotPublished where one is missing."""
        return self.parameters[parameter_id].spans(first, until)

    def terms(self, kind: str, *, on: date, profile: str = DEFAULT_PROFILE) -> Terms:
        """The ordinance terms of a claim kind on a day; a profile's own, else the default's; raises NotPublished outside them."""
        for name in (profile, DEFAULT_PROFILE):
            versions = self.ordinances.get(name, {}).get(kind)
            for terms in versions or ():
                if terms.from_on <= on and (terms.until_on is None or on < terms.until_on):
                    return terms
            if versions:
                raise NotPublished(f"{profile} の {kind} について {on.isoformat()} の条例の定めを収録していません")
        raise NotPublished(f"{profile} の {kind} について条例の定めを収録していません")

    def article(self, citation: Citation) -> Article:
        """The article as kept in `acts`; raises UnknownCitation."""
        act = self.acts.get(citation.act)
        for article in act.articles if act else ():
            if article.citation == citation:
                return article
        raise UnknownCitation(f"引用された条文が law/acts にありません: {citation.written}")

    def text(self, citation: Citation) -> str:
        """The citation as officials write it: 地方税法20条の4の2第5項."""
        return citation.text(self.acts[citation.act].short)

    def citations(self) -> Iterator[Citation]:
        """Every citation of the parameters and ordinances."""
        for parameter in self.parameters.values():
            for value in parameter.values:
                yield from value.citations
        for kinds in self.ordinances.values():
            for versions in kinds.values():
                for terms in versions:
                    yield from terms.citations

    def with_parameter(self, parameter: Parameter) -> "LawBook":
        """The same book with one parameter replaced: what if the rate were X."""
        return replace(
            self, parameters={**self.parameters, parameter.id: parameter}, hash=f"{self.hash}+{parameter.id}"
        )
