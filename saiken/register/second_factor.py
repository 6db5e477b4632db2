"""The second factor of sign-in: a key in the person's device, and recovery codes for the day it is lost.

The one idea: django-otp keeps the key, refuses a code used before and slows down guessing; recovery codes are kept as hashes and used
once. Who needs a second factor is decided in `web.permissions`.
"""

import secrets
import time
from base64 import b32decode, b32encode

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from saiken.register.models import RecoveryCode, User

#: How many recovery codes are made at a time.
RECOVERY_CODES = 10
#: Random bytes of a recovery code: 80 bits, so a plain keyed hash is enough.
_CODE_BYTES = 10
_GROUP = 4


def typed_key(hex_key: str) -> str:
    """The key as people type it into an app.

    >>> typed_key("00" * 10)
    'AAAA AAAA AAAA AAAA'
    """
    letters = b32encode(bytes.fromhex(hex_key)).decode().rstrip("=")
    return " ".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def hex_of(typed: str) -> str:
    """The key as it is kept, from its typed form."""
    letters = typed.replace(" ", "").upper()
    return b32decode(letters + "=" * (-len(letters) % 8)).hex()


def current_code(hex_key: str) -> str:
    """The code an app would show now."""
    totp = TOTP(bytes.fromhex(hex_key))
    totp.time = time.time()
    return f"{totp.token():06d}"


def give_known_second_factor(username: str, hex_key: str) -> None:
    """A device with a key that everybody may know: for the demo register alone, whose accounts are public anyway."""
    user = User.objects.get(username=username)
    TOTPDevice.objects.create(user=user, name=username, key=hex_key, confirmed=True)


def device_of(user: User, *, confirmed: bool) -> TOTPDevice | None:
    """The person's device; the row is locked until the transaction ends, so that no code counts twice."""
    return TOTPDevice.objects.select_for_update().filter(user=user, confirmed=confirmed).order_by("-id").first()


def new_recovery_codes(user: User) -> tuple[str, ...]:
    """Fresh codes in place of all earlier ones; only their hashes are kept."""
    letters = [b32encode(secrets.token_bytes(_CODE_BYTES)).decode() for _ in range(RECOVERY_CODES)]
    codes = tuple("-".join(one[place : place + _GROUP] for place in range(0, len(one), _GROUP)) for one in letters)
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create([RecoveryCode(user=user, code_hash=recovery_hash(code)) for code in codes])
    return codes


def recovery_hash(code: str) -> str:
    """What is kept of a recovery code; however it was typed, it is the same."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac("saiken.recovery-code", letters, algorithm="sha256").hexdigest()


def use_recovery_code(user: User, code: str) -> bool:
    """Whether the code opens the screens now; it does so once."""
    unused = RecoveryCode.objects.filter(user=user, code_hash=recovery_hash(code), used_at__isnull=True)
    return unused.update(used_at=timezone.now()) > 0
