"""Finds the person whom an OpenID Connect provider names.

The one idea: a provider only proves who somebody is; a person must be known and in service here, and none is ever made.
"""

import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from mozilla_django_oidc.auth import OIDCAuthenticationBackend


class ExistingUserBackend(OIDCAuthenticationBackend):
    """The user whose name the chosen claim holds, when that user is in service."""

    def verify_claims(self, claims: Mapping[str, Any]) -> bool:
        """The claim is there and is a text."""
        return isinstance(claims.get(settings.OPENID["OIDC_NAME_CLAIM"]), str) and bool(
            claims[settings.OPENID["OIDC_NAME_CLAIM"]]
        )

    def filter_users_by_claims(self, claims: Mapping[str, Any]) -> Any:
        """At most one: user names are unique, and spelled as in the register."""
        return self.UserModel.objects.filter(username=claims[settings.OPENID["OIDC_NAME_CLAIM"]], is_active=True)

    def create_user(self, _claims: Mapping[str, Any]) -> None:
        """Nobody is made here."""

    def verify_token(self, token: str, **given: Any) -> Any:
        """The token's signature and nonce, as the library checks them, then whom it was made for and by."""
        payload = super().verify_token(token, **given)
        audience = payload.get("aud", [])
        named = [audience] if isinstance(audience, str) else audience
        issuer = settings.OPENID["OIDC_ISSUER"]
        if settings.OPENID["OIDC_RP_CLIENT_ID"] not in named or (issuer and payload.get("iss") != issuer):
            raise SuspiciousOperation("the token was made for somebody else")
        if int(payload.get("exp", 0)) < time.time():
            raise SuspiciousOperation("the token is over")
        return payload

    def get_user(self, user_id: int) -> Any:
        """The user of a session, while in service."""
        return self.UserModel.objects.filter(pk=user_id, is_active=True).first()
