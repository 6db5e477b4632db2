"""A file as an answer, with a Japanese name that every browser reads.

The one idea: one place writes the header; the name is cleaned of what file systems refuse. It makes no file.
"""

import re

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_REFUSED = re.compile(r'[\\/:*?"<>|\s]+')


def attachment(content: bytes, *, name: str, media_type: str) -> HttpResponse:
    """The content to be saved under the name."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, _REFUSED.sub("_", name)) or "attachment"
    return response
