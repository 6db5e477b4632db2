"""The sentences of the timeline: what each event did to the period, in Japanese.

The one idea: one sentence per reason, filled with the days only when someone reads it; numbers and articles come from the law book. It
decides nothing.
"""

from collections.abc import Mapping
from datetime import date

_SENTENCES: Mapping[str, str] = {
    "commencement": "納期限の翌日 {start} から時効が進む",
    "completion": "時効の期間が満ちた",
    "suspension_over": "滞納処分の停止が続いて納める義務が消滅した",
    "immediate_extinction": "徴収できないことが明らかなため、納める義務を直ちに消滅させた",
    "suspension_runs": "滞納処分を停止しても時効は進む。停止が続けば {until} に納める義務が消滅する",
    "suspension_lifted": "滞納処分の停止は期間が満ちる前に終わった。停止の間も時効は進む",
    "suspension_of_unenforceable": "滞納処分のできない債権に滞納処分の停止はなく、時効に影響しない",
    "collection_suspension": "徴収停止をしても時効は進む",
    "payment_notice": "納入（納付）の告知により {until} まで完成せず、その翌日から新たに進む",
    "demand_ten_days": "最初の督促により、督促状を発した日から起算して10日を経過した {until} まで完成せず、その翌日から新たに進む",
    "demand_arrival": "最初の督促が {until} に届き、その翌日から新たに進む",
    "demand_designated": "最初の督促により、指定した期限 {until} の翌日から新たに進む",
    "demand_before_due": "納期限までにされた督促は、督促の効力を持たない",
    "demand_cancelled": "取り消された督促は、督促の効力を持たない",
    "returned": "文書が返戻され、公示送達もないため、届いたものとして扱わない",
    "informal_demand": "催告により {until} まで完成しない",
    "second_demand": "二度目からの督促は時効を更新せず、催告として {until} まで完成を猶予する",
    "second_demand_without_effect": "二度目からの督促は催告に当たるが、先の催告又は協議の合意による猶予の間にされたため効力がない",
    "second_demand_not_followed": "二度目からの督促は催告に当たるが、6月以内の裁判上の請求、差押え等が続かず、中断しない（旧法）",
    "demand_while_held": "先の催告による猶予の間の再度の催告で、猶予の効力がない",
    "demand_while_agreed": "協議の合意による猶予の間の催告で、猶予の効力がない",
    "old_demand_followed": "催告の後6月以内に裁判上の請求、差押え等があり、{until} までは時効が完成しない（旧法）",
    "old_demand_not_followed": "催告の後6月以内の裁判上の請求、差押え等がなく、中断しない（旧法）",
    "acknowledgment": "債務の承認により、翌日から新たに進む",
    "application": "猶予や履行延期の申請は債務の承認に当たり、翌日から新たに進む",
    "before_commencement": "時効が進み始める前のことで、起算日は変わらない",
    "waived": "時効完成の後の承認により、その完成を援用できなくなり、翌日から新たに進む",
    "procedure_pending": "裁判上の手続が終わるまで完成しない",
    "procedure_fixed": "裁判上の手続が {until} に終わって権利が確定し、その翌日から新たに進む",
    "procedure_ended": "裁判上の手続が権利の確定なく終わり、{until} まで完成しない",
    "procedure_void": "裁判上の手続が権利の確定なく終わり、中断の効力を生じない（旧法）",
    "judgment": "判決等が {until} に確定し、その翌日から新たに進む",
    "judgment_dismissed": "請求が認められず、時効は更新されない",
    "review_not_a_claim": "審査請求を裁判上の請求とみなす定めがなく、時効に影響しない",
    "execution_pending": "差押え等の手続が終わるまで完成しない",
    "execution_ended": "差押え等の手続が {until} に終わり、その翌日から新たに進む",
    "execution_withdrawn": "差押え等が取下げ又は違法による取消しで終わり、{until} まで完成しないが、更新はされない",
    "execution_void": "差押え等が取下げ又は取消しで終わり、中断の効力を生じない（旧法）",
    "disclosure_before_reform": "改正前の財産開示手続等は、中断の事由に当たらない（旧法）",
    "request_pending": "交付要求（参加差押え）の間は完成しない",
    "request_ended": "交付要求（参加差押え）が {until} に終わり、その翌日から新たに進む",
    "attachment_pending": "仮差押えが終わるまで完成しない",
    "attachment_ended": "仮差押えが終わり、{until} まで完成しない",
    "agreement": "協議を行う書面の合意により {until} まで完成しない",
    "agreement_while_held": "催告による猶予の間の協議の合意で、猶予の効力がない",
    "agreement_before_reform": "改正前の協議の合意に、猶予の効力はない",
    "grace": "猶予の期間（{until} まで）は時効が進まない",
    "grace_open": "猶予の終わりまで時効が進まない",
    "grace_of_others": "この債権には猶予の間に時効を止める定めがなく、時効は進む",
    "grace_cancelled": "違法として取り消された猶予で、時効に影響しない",
    "deferral": "履行期限が {until} に延び、その翌日から新たに進む",
    "deferral_without_day": "新しい履行期限の定めがなく、起算日は申請の承認によるほか変わらない",
    "deferral_of_enforceable": "強制徴収公債権に履行延期はなく、納期限は変わらない",
    "obstacle": "天災等の障害が期間の満了の時にあるときは、{until} まで完成しない",
    "obstacle_open": "天災等の障害が続いている。期間の満了の時にも続くときは、消えるまで完成しない",
    "estate_open": "相続人の確定等から6月を経過するまで、相続財産について完成しない",
    "estate": "相続人の確定等から6月を経過する {until} まで、相続財産について完成しない",
    "invoked": "債務者が時効を援用し、債権は消滅した",
    "invoked_too_early": "時効が完成していないため、援用の効力がない",
    "invocation_not_needed": "公債権は援用がなくても時効の完成で消滅する",
    "after_completion": "時効が完成した後のことで、消滅した債権は復活しない",
    "after_extinction": "債権が消滅した後のことで、時効に影響しない",
    "completed_not_waived": "時効の期間が満ちた後のことで、承認に当たらず、期間は戻らない",
    "later": "基準日より後のことで、この答えに数えない",
    "not_arrived": "基準日までに届いていない",
    "principal_completed": "主たる債務について時効が完成し、保証人も責任を免れることができる",
}


def sentence_of(reason: str, *, on: date, until: date | None, commences_on: date) -> str:
    """The sentence of a reason with its days."""
    return _SENTENCES[reason].format(on=on, until=until, start=commences_on)
