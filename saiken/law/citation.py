"""Citations of articles: where a rule, a number or a step stands.

The one idea: a citation is written as one word, `act/article/paragraph/item`, in data and in code alike, and every one of them must be
found in `law/acts`. It holds no text of any law.
"""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"([a-z][a-z0-9_]*)/([0-9A-Za-z-]+)(?:/([0-9]+))?(?:/([0-9]+))?")
_SUPPLEMENTARY = "s"
_TABLE = "table"
_CONCERNING = "k"


@dataclass(frozen=True, order=True)
class Citation:
    """One place in an act: article 15-7 is 15条の7, s3-2 is 附則3条の2; paragraph and item are 0 where none is named.

    Of a circular, k76-3 is 76条関係3. Of a printed form, table3 is 表3, its paragraph the numbered note (注) and its item the
    numbered class (区分).
    """

    act: str
    article: str
    paragraph: int = 0
    item: int = 0

    @property
    def written(self) -> str:
        """The one-word form, as `cite` reads it.

        >>> cite("local_tax_act/20-4-2/5").written
        'local_tax_act/20-4-2/5'
        """
        numbers = [str(number) for number in (self.paragraph, self.item) if number]
        if self.item and not self.paragraph:
            numbers = ["0", str(self.item)]
        return "/".join([self.act, self.article, *numbers])

    def text(self, title: str) -> str:
        """As officials write it, after the title of the act.

        >>> cite("local_tax_act/20-4-2/5").text("地方税法")
        '地方税法20条の4の2第5項'
        >>> cite("local_tax_act/s3-2/1").text("地方税法")
        '地方税法附則3条の2第1項'
        >>> cite("city_form/table3/0/14").text("様式"), cite("city_form/table3/2").text("様式")
        ('様式表3区分14', '様式表3注2')
        >>> cite("national_tax_collection_circular/k151-5-2").text("徴収法基本通達")
        '徴収法基本通達151条関係5-2'
        """
        if self.article.startswith(_TABLE):
            return self._text_of_table(title)
        if self.article.startswith(_CONCERNING):
            first, *rest = self.article.removeprefix(_CONCERNING).split("-")
            return f"{title}{first}条関係{'-'.join(rest)}"
        head = "附則" if self.article.startswith(_SUPPLEMENTARY) else ""
        first, *rest = self.article.removeprefix(_SUPPLEMENTARY).split("-")
        branches = "".join(f"の{number}" for number in rest)
        paragraph = f"第{self.paragraph}項" if self.paragraph else ""
        item = f"第{self.item}号" if self.item else ""
        return f"{title}{head}{first}条{branches}{paragraph}{item}"

    def _text_of_table(self, title: str) -> str:
        note = f"注{self.paragraph}" if self.paragraph else ""
        place = f"区分{self.item}" if self.item else ""
        return f"{title}表{self.article.removeprefix(_TABLE)}{note}{place}"


def cite(written: str) -> Citation:
    """Read the one-word form; ValueError when it is none.

    >>> cite("local_tax_act/15-7/1/2")
    Citation(act='local_tax_act', article='15-7', paragraph=1, item=2)
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"not a citation: {written!r}, expected act/article/paragraph/item")
    act, article, paragraph, item = found.groups()
    return Citation(act, article, int(paragraph or 0), int(item or 0))
