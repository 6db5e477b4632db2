"""The root of all addresses: the pages of `saiken.web`, and its pages for errors.

The one idea: Django asks here, the screens decide there; nothing is added in between.
"""

from saiken.web.errors import view as errors
from saiken.web.urls import urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

handler400 = errors.wrong_request
handler403 = errors.not_allowed
handler404 = errors.not_found
handler500 = errors.failed
