"""The explained answer of prescription: the timeline as steps, each with its article, and what was assumed.

The one idea: the steps are the moments of the run, so the last step carries the answer. It computes nothing of its own.
"""

from collections.abc import Mapping
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.prescription.answer import Moment, Prescription
from saiken.domain.rules.prescription.run import course
from saiken.law.lawbook import LawBook

_ASSUMPTIONS: Mapping[str, str] = {
    "arrival": "到達の日が与えられていない文書は、発した日に届いたものとした",
    "restart": "市税以外の督促による更新は、条例の設定により到達の翌日からとした（督促の指定期限の翌日からとする扱いもある）",
    "application": "申請の日が与えられていない猶予は、申請による承認を数えない",
    "grace_of_others": "市税以外の債権では、猶予の間も時効が進むものとした（申請は承認として扱う）",
    "not_fixed": "終わり方が「確定」と与えられていない裁判上の手続は、権利が確定せずに終わったものとした",
    "review": "介護保険料と後期高齢者医療保険料の審査請求も、裁判上の請求とみなされるものとした（条文未確認）",
    "request_of_others": "市税以外の交付要求と参加差押えは、差押えと同じに扱った",
    "execution_ended": "終わり方が与えられていない差押え等は、配当又は解除で終わったものとした",
    "end_day": "終わり方だけが与えられ、終わりの日が与えられていないものは、始まりの日に終わったものとした",
    "obstacle": "天災等の間は、訴えや差押えの手続ができなかったものとした",
    "heirs": "相続人の確定の日が与えられていないため、相続人が義務を負った日に確定したものとした",
    "collection_suspension": "徴収停止の間も時効が進むものとした",
    "waived": "時効完成の後の承認により援用ができなくなり、翌日から新たに進むものとした",
}


def prescription(case: Case, on: date, *, lawbook: LawBook, party: str = PRINCIPAL_KEY) -> Explained[Prescription]:
    """債権は、行使できる時から法の定める期間が、完成の猶予も更新もなく過ぎたときに、時効により消滅する.

    A public claim is gone on completion, a private one when completion is invoked. The answer is for one party.
    """
    answer, assumed = course(case, on, lawbook=lawbook, party=party)
    steps = tuple(_step(moment) for moment in answer.timeline)
    return Explained(answer, rule_sentence(prescription), steps, tuple(_ASSUMPTIONS[name] for name in assumed))


def _step(moment: Moment) -> Step:
    """A moment as a step: from the first day of the period to the first day after it."""
    return Step(moment.sentence, moment.citations, from_on=moment.commences_on, until_on=moment.completes_on)
