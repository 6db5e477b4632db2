"""One-time recovery codes for somebody who lost the second factor (予備コード).

The one idea: only a hash is kept, and a code is used once. They are shown when they are made and never again.
"""

from django.conf import settings
from django.db import models


class RecoveryCode(models.Model):
    """One code of a user; `used_at` is set when it opened the screens."""

    append_only = False

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=200)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id}"
