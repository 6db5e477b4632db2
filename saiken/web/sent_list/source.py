"""What a list to send is made from: a worklist, an extraction, or numbers that somebody gives.

The one idea: the condition is carried in the form and asked anew when the list is sent, so nobody's id travels through a browser and a
planner may send a list without seeing whom it names.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from saiken.register.actions.send_list import MOST_ROWS
from saiken.register.queries.list_members import members_of_extraction, members_of_list
from saiken.register.queries.work_extract import Extraction
from saiken.register.queries.work_rows import catalogue
from saiken.web.permissions import Permission, granted
from saiken.web.scope import own
from saiken.web.templatetags.saiken import is_japanese
from saiken.web.work.choice import choice_of, conditions_of
from saiken.web.work.extract import asked_of
from saiken.web.work.named import EXTRACT


@dataclass(frozen=True)
class Source:
    """A list by its id, as it is called, with the conditions it is narrowed by and the persons it holds now."""

    list_id: str
    label: str
    conditions: Mapping[str, str]
    obligor_ids: tuple[int, ...]

    @property
    def is_too_long(self) -> bool:
        """Whether it holds more than one list may."""
        return len(self.obligor_ids) > MOST_ROWS


def sees_persons(request: HttpRequest) -> bool:
    """Whether the reader may see whom a list names."""
    return Permission.PERSONS in granted(request)


def source_of(request: HttpRequest) -> Source | None:
    """The list that the address or the form names; None when it names none, or an extraction by somebody who may make none."""
    given = request.POST or request.GET
    list_id, unseen = given.get("list", ""), None if sees_persons(request) else own(request)
    if list_id == EXTRACT and unseen is None:
        return _extracted(request, given)
    if list_id not in catalogue().lists:
        return None
    choice = choice_of(request, given, purpose=f"sent_list:{list_id}", unseen=unseen)
    ids = members_of_list(list_id, choice.found, scope=choice.scope, sort=choice.sort, most=MOST_ROWS)
    one = catalogue().lists[list_id]
    return Source(list_id, one.japanese if is_japanese() else one.english, conditions_of(given), ids)


def _extracted(request: HttpRequest, given: QueryDict) -> Source:
    choice = choice_of(request, given, purpose="sent_list:extract")
    asked = asked_of(request, given, asked=Extraction(choice.found))
    ids = members_of_extraction(asked, scope=choice.scope, most=MOST_ROWS)
    return Source(EXTRACT, gettext("条件抽出"), conditions_of(given), ids)
