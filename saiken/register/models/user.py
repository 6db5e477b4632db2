"""The people who sign in.

The one idea: a user is a name and a password; what the person may do follows from dated roles at offices (`OfficeRole`), so there
are no groups and no superuser flag.
"""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


class UserManager(BaseUserManager["User"]):
    """Makes users; the action `create_user` is the way to it."""

    def create_user(self, username: str, *, display_name: str, password: str) -> "User":
        """A user with a hashed password."""
        user = self.model(username=username, display_name=display_name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person with a login. Leaving people are made inactive, never deleted: their names stand in the audit rows."""

    append_only = False

    username = models.CharField(max_length=150, unique=True)
    display_name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    objects = UserManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(username=""), name="user_has_name")]

    def __str__(self) -> str:
        return self.display_name
