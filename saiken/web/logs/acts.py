"""The words for every action and every kind of reading that a log may name.

The one idea: a test holds this list against the register's actions, so no log ever shows a name of the program.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "appropriate": _("充当"),
    "assess": _("調定"),
    "change_password": _("パスワードの変更"),
    "increase": _("調定の増額"),
    "receive": _("収納"),
    "record_entries": _("記入の一括登録"),
    "reduce": _("調定の減額"),
    "refund": _("還付"),
    "reverse": _("訂正（取消し）"),
    "transfer": _("債権の移し替え"),
    "write_off": _("不納欠損"),
}
