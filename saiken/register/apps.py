"""The Django app of the register.

The one idea: the database triggers that make history unchangeable are taken off before a migration and put back after it, because
SQLite drops them with every table it rebuilds. It holds no rule of the register.
"""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from saiken.register.triggers import install, remove


class RegisterConfig(AppConfig):
    """Label `register`; the user model and every table of saiken live here."""

    name = "saiken.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the triggers in step with every migration."""
        pre_migrate.connect(remove.before_migration, sender=self)
        post_migrate.connect(install.after_migration, sender=self)
