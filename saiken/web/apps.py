"""The Django app of the screens.

The one idea: it has no model; what it shows comes from the register's queries, what it changes goes through actions.
"""

from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """Label `web`: templates, static files, catalogues and template tags are found through it."""

    name = "saiken.web"
    label = "web"

    def ready(self) -> None:
        """What every form says of a field left empty."""
        Field.default_error_messages["required"] = _("入力してください。")
