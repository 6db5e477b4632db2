"""The Django app of the screens; it has no model."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Label `web`: templates, static files, catalogues and template tags are found through it."""

    name = "saiken.web"
    label = "web"
