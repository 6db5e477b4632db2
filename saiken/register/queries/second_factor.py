"""Whether a person has a second factor, and the key that waits to be confirmed.

The one idea: a key shows only until its first code; afterwards nobody can read it any more.
"""

from django_otp.plugins.otp_totp.models import TOTPDevice

from saiken.register.models import RecoveryCode


def has_second_factor(username: str) -> bool:
    """Whether a confirmed device is there."""
    return TOTPDevice.objects.filter(user__username=username, confirmed=True).exists()


def waiting_key(username: str) -> str:
    """The key in hexadecimal that waits for its first code; empty when there is none."""
    waiting = TOTPDevice.objects.filter(user__username=username, confirmed=False).order_by("-id")
    return waiting.values_list("key", flat=True).first() or ""


def recovery_codes_left(username: str) -> int:
    """How many recovery codes are unused."""
    return RecoveryCode.objects.filter(user__username=username, used_at__isnull=True).count()
