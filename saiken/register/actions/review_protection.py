"""Ends or prolongs a protective measure after a look at it (支援措置の見直し).

The one idea: the answer is a new row that names the one it follows; only an ending shows the address again,
and only where no other measure runs.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._protection import show_again
from saiken.register.models import ProtectionMeasure
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.protection import running_measure


@action
def review_protection(
    *, obligor_id: int, measure_id: int, review_on: date | None, reason: str, by: str, on: date
) -> Done[int]:
    """With a day the obligor's measure goes on until that review, without one it ends on `on`; returns the new row's id."""
    numbers = numbers_of(kept_of(obligor_id))
    earlier = ProtectionMeasure.objects.filter(pk=measure_id, obligor_id__in=numbers).first()
    if earlier is None or earlier.review_on is None:
        raise InvalidInput("見直す支援措置がありません", place="支援措置", found=str(measure_id))
    if ProtectionMeasure.objects.filter(ends=earlier).exists():
        raise Refused("この支援措置はすでに見直されています。画面を読み込み直してください")
    if not reason.strip():
        raise InvalidInput("理由がありません", place="理由", expected="見直しの結果の根拠")
    if on < earlier.from_on or (review_on is not None and review_on <= on):
        raise InvalidInput("見直しの日が正しくありません", place="次の見直しの日", expected="見直した日より後の日")
    row = ProtectionMeasure.objects.create(
        obligor_id=earlier.obligor_id,
        ground=earlier.ground,
        reason=reason.strip(),
        from_on=on,
        review_on=review_on,
        ends=earlier,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    if review_on is None and running_measure(earlier.obligor_id) is None:  # of a number joined later another may run
        show_again(earlier.obligor_id)
    told = {"review_on": review_on, "outcome": "prolonged" if review_on else "ended", "reason": row.reason}
    return Done(row.pk, f"債務者 {earlier.obligor_id}", told)
