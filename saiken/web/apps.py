"""The Django app of the screens.

The one idea: it has no model; what it shows comes from the register's queries, what it changes goes through actions.
"""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Label `web`: templates, static files, catalogues and template tags are found through it."""

    name = "saiken.web"
    label = "web"
