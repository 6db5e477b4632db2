"""Which office the signed-in person acts for.

The one idea: somebody with one office that may act never chooses; with several the first by name is meant unless the form says another. Who
may act at all is decided in `permissions`.
"""

from django.http import HttpRequest

from saiken.domain.errors import Refused
from saiken.register.queries.people import Post
from saiken.web.permissions import GRANTS, Permission, viewer


def acting_posts(request: HttpRequest) -> tuple[Post, ...]:
    """The posts whose role may act."""
    return tuple(post for post in viewer(request).posts if Permission.ACT in GRANTS[post.role])


def acting_office(request: HttpRequest) -> int:
    """The office that the form names among these, else the first."""
    offices = [post.office_id for post in acting_posts(request)]
    chosen = request.POST.get("office", "")
    if chosen.isascii() and chosen.isdecimal() and int(chosen) in offices:
        return int(chosen)
    if not offices:
        raise Refused("処理を行うことのできる所属がありません")
    return offices[0]
