"""Going to the provider and coming back.

The one idea: the library does the protocol; these views exist only while a provider is set, and trust its second factor when told to.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from saiken.web.second_factor.passed import mark_passed


class Return(OIDCAuthenticationCallbackView):
    """The provider sends the person here."""

    def login_success(self) -> HttpResponseBase:
        """Signed in; the provider's own second factor counts when the setting says so."""
        answer = super().login_success()
        if settings.OPENID["OIDC_SECOND_FACTOR_TRUSTED"]:
            mark_passed(self.request)
        return answer


def openid_begin(request: HttpRequest) -> HttpResponseBase:
    """To the provider's sign-in page."""
    _only_when_set()
    return OIDCAuthenticationRequestView.as_view()(request)


def openid_return(request: HttpRequest) -> HttpResponseBase:
    """Back from the provider."""
    _only_when_set()
    return Return.as_view()(request)


def _only_when_set() -> None:
    if not settings.OPENID:
        raise Http404
