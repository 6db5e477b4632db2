"""The words for every action and every kind of reading that a log may name.

The one idea: a test holds this list against the register's actions, so no log ever shows a name of the program.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "add_administrator": _("管理者の登録"),
    "appropriate": _("充当"),
    "assess": _("調定"),
    "assign_role": _("役割の付与"),
    "base_on_claims": _("数値のみから台帳への切替え"),
    "cell_entries": _("数字のもとの記入の閲覧"),
    "change_password": _("パスワードの変更"),
    "claim": _("債権の閲覧"),
    "close_year": _("年度の締め"),
    "conclude_case_event": _("経過の終わりの登録"),
    "create_user": _("利用者の登録"),
    "data_to_check": _("データ確認の一覧の閲覧"),
    "end_role": _("役割の終了"),
    "explain": _("債権の説明の閲覧"),
    "increase": _("調定の増額"),
    "link_receivables": _("債権整理番号の関連付け"),
    "load_sample_city": _("見本の都市の作成"),
    "name_obligor": _("債務者の追加"),
    "obligor": _("債務者の閲覧"),
    "receive": _("収納"),
    "record_comparison": _("都市比較の登録"),
    "record_entries": _("記入の一括登録"),
    "record_figures": _("数値のみの債権の登録"),
    "record_measures": _("取組内容の登録"),
    "record_case_event": _("経過の登録"),
    "record_case_events": _("経過の一括登録"),
    "reduce": _("調定の減額"),
    "refund": _("還付"),
    "register_obligor": _("債務者の登録"),
    "register_office": _("組織の登録"),
    "register_receivable": _("債権整理番号の登録"),
    "register_sheet": _("様式の登録"),
    "reverse": _("訂正（取消し）"),
    "reverse_case_event": _("経過の取消し"),
    "roll_standings": _("区分の日次更新"),
    "set_goal": _("目標の設定"),
    "set_receivable_terms": _("債権の種類と条例の設定"),
    "state_claims": _("区分の債権の閲覧"),
    "state_grade": _("達成状況の登録"),
    "take_in_workbook": _("様式のブックの取込み"),
    "trace": _("数字のもとの記入の閲覧"),
    "transfer": _("債権の移し替え"),
    "write_off": _("不納欠損"),
}
