"""A worklist or an extraction as a file.

The one idea: a file leaves the register, so it takes a purpose, which is logged with every person in it.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.errors import InvalidInput
from saiken.formats.list_table.write import to_csv, to_workbook
from saiken.register.queries.work_export import extract_table, work_table
from saiken.register.queries.work_extract import Extraction
from saiken.web.components.attachment import attachment
from saiken.web.sheet.download import WORKBOOK_TYPE
from saiken.web.work.choice import choice_of
from saiken.web.work.extract import asked_of
from saiken.web.work.named import EXTRACT, list_named

_LONGEST_PURPOSE = 200


@require_POST
def work_file(request: HttpRequest, *, list_id: str) -> HttpResponse:
    """The list or the extraction as narrowed by the form, as CSV or a workbook."""
    if list_named(list_id) is None:
        raise Http404
    purpose = request.POST.get("purpose", "").strip()
    if not purpose:
        raise InvalidInput(
            "書き出しの目的がありません", place="目的", expected="目的", remedy="目的を入力してください。"
        )
    choice = choice_of(request, request.POST, purpose=purpose[:_LONGEST_PURPOSE])
    if list_id == EXTRACT:
        table = extract_table(asked_of(request, request.POST, asked=Extraction(choice.found)), scope=choice.scope)
    else:
        table = work_table(list_id, choice.found, scope=choice.scope, sort=choice.sort)
    name = f"{table.title}_{localdate():%Y%m%d}"
    if request.POST.get("format") == "xlsx":
        return attachment(to_workbook(table), name=f"{name}.xlsx", media_type=WORKBOOK_TYPE)
    return attachment(to_csv(table), name=f"{name}.csv", media_type="text/csv")
