"""The sessions of the people signed in: since when, from where, and why one ended.

The one idea: a session that was ended from outside is remembered by its key, so the person who comes back with it is told why. What
lives in a session is Django's; this only tells which there are.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from saiken.register.models._checks import choices, one_of
from saiken.register.session_ends import SessionEnd


class UserSession(models.Model):
    """One session; `ended_at` and `ended_why` are set together."""

    append_only = False

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    started_at = models.DateTimeField()
    terminal = models.CharField(max_length=100, blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["user", "id"], condition=Q(ended_at__isnull=True), name="user_session_running")]
        constraints = [
            one_of("user_session_ended_why", "ended_why", values=["", *choices(SessionEnd)]),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="user_session_ended_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.started_at}"
