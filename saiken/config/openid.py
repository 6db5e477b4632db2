"""Settings of sign-in through an OpenID Connect provider, for mozilla-django-oidc.

The one idea: it is off until a client id is set, and then every address must be given; half a setting stops the start with the names that
are missing.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from saiken.config.environment import choice, flag, setting

_WANTED = {
    "SAIKEN_OIDC_CLIENT_ID": "OIDC_RP_CLIENT_ID",
    "SAIKEN_OIDC_CLIENT_SECRET": "OIDC_RP_CLIENT_SECRET",
    "SAIKEN_OIDC_AUTHORIZATION_URL": "OIDC_OP_AUTHORIZATION_ENDPOINT",
    "SAIKEN_OIDC_TOKEN_URL": "OIDC_OP_TOKEN_ENDPOINT",
    "SAIKEN_OIDC_USER_URL": "OIDC_OP_USER_ENDPOINT",
    "SAIKEN_OIDC_KEYS_URL": "OIDC_OP_JWKS_ENDPOINT",
}


def openid_settings() -> dict[str, Any]:
    """The library's settings by its names; empty when no provider is set. Raises ImproperlyConfigured for half a setting."""
    given = {theirs: setting(ours) for ours, theirs in _WANTED.items()}
    if not any(given.values()):
        return {}
    missing = [ours for ours, theirs in _WANTED.items() if not given[theirs]]
    if missing:
        raise ImproperlyConfigured(f"OpenID Connect の設定が足りません: {'、'.join(missing)}")
    return given | {
        "OIDC_RP_SIGN_ALGO": choice("SAIKEN_OIDC_ALGORITHM", ("RS256", "ES256")),
        "OIDC_RP_SCOPES": setting("SAIKEN_OIDC_SCOPES") or "openid profile",
        "OIDC_NAME_CLAIM": setting("SAIKEN_OIDC_NAME_CLAIM") or "preferred_username",
        "OIDC_ISSUER": setting("SAIKEN_OIDC_ISSUER"),
        "OIDC_SECOND_FACTOR_TRUSTED": flag("SAIKEN_OIDC_TRUST_SECOND_FACTOR"),
        "OIDC_CREATE_USER": False,
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": 10,
        "OIDC_AUTHENTICATION_CALLBACK_URL": "openid-return",
        "LOGIN_REDIRECT_URL_FAILURE": "/sign-in/?openid=refused",
    }
