"""How the classes of the manager's figures are called.

The one idea: the classes are those of `register.work_measures`, in their order; here they only get words.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

AGES: Words = {
    "not_due": _("納期限前"),
    "m3": _("3月以内"),
    "m12": _("3月超1年以内"),
    "m36": _("1年超3年以内"),
    "m60": _("3年超5年以内"),
    "older": _("5年超"),
}
STAGES: Words = {
    "demanded": _("督促"),
    "contacted": _("接触・約束"),
    "paid": _("完納"),
    "enforced": _("差押え・裁判所の手続"),
    "ended": _("停止・不納欠損"),
}
BANDS: Words = {
    "b10": _("1万円未満"),
    "b100": _("10万円未満"),
    "b500": _("50万円未満"),
    "b1000": _("100万円未満"),
    "more": _("100万円以上"),
}
REACHES: Words = {
    "demanded": _("督促がない"),
    "reminded": _("催告がない"),
    "investigated": _("調査がない"),
}
PROMISES: Words = {
    "promise_kept": _("守られた"),
    "promise_kept_in_part": _("一部が守られた"),
    "promise_broken": _("守られなかった"),
    "promise_open": _("期日前"),
}
PLANS: Words = {
    "on_time": _("履行中"),
    "behind": _("遅れている"),
    "plan_kept": _("完納で終わった"),
    "plan_broken": _("不履行で取り消した"),
    "plan_cancelled": _("取りやめた"),
    "plan_replaced": _("新しい計画に替えた"),
}
LINES: Words = {
    "cases": _("担当する人"),
    "claims": _("未納の債権"),
    "untouched": _("6月以上処理のない人"),
    "overdue": _("次の期日を過ぎた人"),
    "acts": _("今月の処理"),
    "talks": _("連絡・文書"),
    "receipts": _("担当してからの収納"),
}
TABLES: Words = {
    "acts": _("今月の処理"),
    "receipts": _("担当してからの収納"),
    "promises": _("納付の約束"),
    "plans": _("分納の計画"),
    "cohort": _("督促からの経過"),
    "cohort_of_officer": _("督促からの経過"),
    "ageing": _("滞納の古さ"),
    "ageing_of_office": _("滞納の古さ"),
    "unreached": _("1年以上手の届いていない債権"),
}
