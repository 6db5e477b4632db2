"""Days of birth as people write them: 昭55.3.2, S550302, 1980-03-02, 19800302, 昭和五十五年… not.

The one idea: what is no day in one of these forms is no day, and an era is taken at its word even where a day lies past its end. It guesses
no century.
"""

import re
import unicodedata
from datetime import date

from saiken.domain.dates.era import ERAS

_LATIN = {"令": "r", "平": "h", "昭": "s", "大": "t", "明": "m"}
_FIRST_YEAR = {name: era.first_year for era in ERAS for name in (era.name, era.short, _LATIN[era.short])}
_ERA = "|".join(sorted(_FIRST_YEAR, key=len, reverse=True))
_BETWEEN = "[-./年月]"
_FORMS = (
    re.compile(f"(?P<era>{_ERA})[.]?(?P<year>[0-9]{{1,2}}|元){_BETWEEN}(?P<month>[0-9]{{1,2}}){_BETWEEN}(?P<day>[0-9]{{1,2}})日?"),
    re.compile(f"(?P<era>{_ERA})(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
    re.compile(f"(?P<era>)(?P<year>[0-9]{{4}}){_BETWEEN}(?P<month>[0-9]{{1,2}}){_BETWEEN}(?P<day>[0-9]{{1,2}})日?"),
    re.compile("(?P<era>)(?P<year>1[89][0-9]{2}|20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)  # fmt: skip


def birth_of(text: str) -> date | None:
    """The day that is written, or None.

    >>> birth_of("昭55.3.2") == birth_of("S550302") == birth_of("１９８０年３月２日") == date(1980, 3, 2)
    True
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split())).casefold()
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            return _day(found["era"], found["year"], month=int(found["month"]), day=int(found["day"]))
    return None


def _day(era: str, year: str, *, month: int, day: int) -> date | None:
    number = 1 if year == "元" else int(year)
    try:
        return date(_FIRST_YEAR[era] + number - 1 if era else number, month, day)
    except ValueError:
        return None
