"""Which role a user holds at which office, and for how long.

The one idea: roles are dated, so what somebody could see last year can be told. It decides no permission.
"""

from django.conf import settings
from django.db import models

from saiken.register.models._checks import choices, half_open, one_of
from saiken.register.models.office import Office
from saiken.register.roles import Role


class OfficeRole(models.Model):
    """A role of a user at an office, from a day until (not including) another; ended by setting `until_on`, never deleted."""

    append_only = False

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="office_roles")
    office = models.ForeignKey(Office, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=30)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "office", "role", "from_on"], name="office_role_once"),
            one_of("office_role_role", "role", values=choices(Role)),
            half_open("office_role_validity"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
