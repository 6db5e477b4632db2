"""Why a session ends.

The one idea: somebody whose session is over is told one of these reasons. Who ends it, and when, is decided elsewhere.
"""

from enum import StrEnum


class SessionEnd(StrEnum):
    """サインアウト, 操作なし, 長時間, 新しいサインイン, パスワードの変更, 管理者."""

    SIGNED_OUT = "signed_out"
    IDLE = "idle"
    TOO_LONG = "too_long"
    NEWER_SIGN_IN = "newer_sign_in"
    PASSWORD_CHANGED = "password_changed"
    ENDED_BY_ADMINISTRATOR = "ended_by_administrator"
