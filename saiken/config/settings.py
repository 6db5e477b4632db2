"""Settings of the register and the screens, all from the environment.

The one idea: without any setting saiken runs on an embedded SQLite register inside the checkout; `SAIKEN_DATABASE_URL` alone moves it
to PostgreSQL. Every setting read here is described in docs/reference/settings.md. No rule of the register is set here.
"""

from pathlib import Path

from saiken import web
from saiken.config.environment import choice, database_from_url, flag, home, secret_key, setting, whole, words
from saiken.config.openid import openid_settings

HOME = home(Path(__file__).resolve().parents[2])
VAR = HOME / "var"

DEBUG = flag("SAIKEN_DEBUG")
SECRET_KEY = setting("SAIKEN_SECRET_KEY") or secret_key(VAR / "secret-key")
ALLOWED_HOSTS = words("SAIKEN_ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = words("SAIKEN_TRUSTED_ORIGINS")

DATABASES = {"default": database_from_url(setting("SAIKEN_DATABASE_URL"), default_path=VAR / "saiken.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "saiken.register",
    "saiken.web",
]

# --- who signs in -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "register.User"
OPENID = openid_settings()
globals().update(OPENID)  # mozilla-django-oidc reads each by its name; nothing when it is not used
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    *(["saiken.web.openid.backend.ExistingUserBackend"] if OPENID else []),
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_LOCKOUT_CALLABLE = "saiken.web.sign_in.view.locked_out"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
SECOND_FACTOR = choice("SAIKEN_SECOND_FACTOR", ("required-roles", "all"))
OTP_TOTP_ISSUER = "saiken"
OTP_TOTP_SYNC = False  # a key in a telephone keeps the time; nothing to learn from one code
SESSION_IDLE_SECONDS = whole("SAIKEN_SESSION_IDLE_MINUTES", 30, most=24 * 60) * 60
SESSION_COOKIE_AGE = whole("SAIKEN_SESSION_HOURS", 8, most=24) * 60 * 60
SESSIONS_PER_USER = whole("SAIKEN_SESSIONS_PER_USER", 3, most=100)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
PROTECTION_RELEASE_BY = choice("SAIKEN_PROTECTION_RELEASE", ("manager", "officer"))
PROTECTION_RELEASE_MINUTES = whole("SAIKEN_PROTECTION_MINUTES", 30, most=60)

# --- transport --------------------------------------------------------------------------------------------------------
HTTPS = flag("SAIKEN_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("SAIKEN_BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- place and language -----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [Path(web.__file__).parent / "locale"]

# --- screens ----------------------------------------------------------------------------------------------------------
ROOT_URLCONF = "saiken.config.urls"
WSGI_APPLICATION = "saiken.config.wsgi.application"
CSRF_FAILURE_VIEW = "saiken.web.errors.view.stale_form"
MUNICIPALITY_NAME = setting("SAIKEN_MUNICIPALITY")
WORKLISTS_FOLDER = setting("SAIKEN_WORKLISTS")  # the municipality's own numbers for the worklists
APPROVALS_FOLDER = setting("SAIKEN_APPROVALS")  # the municipality's own approval routes
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "saiken.web.layout.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "saiken.web.session.limits.SessionLimits",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "saiken.config.context.ContextMiddleware",
    "saiken.web.errors.refusals.RefusalMiddleware",
    "saiken.web.errors.unreadable.ReadableText",
    "axes.middleware.AxesMiddleware",  # last, as it asks
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(web.__file__).parent],  # one folder per screen holds its view and its templates
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "saiken.web.layout.navigation.navigation",
                "saiken.web.session.limits.time_left",
                "saiken.config.context.names",
            ]
        },
    }
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING"}},
}
STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "saiken.config.static.VersionedStaticFiles"},
}
WHITENOISE_USE_FINDERS = True  # served from the package: nothing to collect
WHITENOISE_MAX_AGE = 7 * 24 * 60 * 60
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
