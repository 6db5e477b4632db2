"""Proposals in the small city, one for each place in which a proposal can stand.

The one idea: made by the same actions as in an office, on claims of the long-term care premium of a year of their own: demanded and
investigated, so that the law allows today what is proposed.
"""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.assess import assess
from saiken.register.actions.carry_out_proposal import carry_out_proposal
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.return_proposal import return_proposal
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.queries.scope import scope_of
from tests.support.law import BOOK
from tests.support.small_city import BY, SmallCity

DRAFTED = date(2026, 10, 1)
OFFICER, MANAGER = {"by": "officer", "on": DRAFTED}, {"by": "manager", "on": DRAFTED}


class SmallCityApprovals:
    """Fills the register of a small city that is already there."""

    def __init__(self, city: SmallCity) -> None:
        self.city = city
        self.claims: dict[int, int] = {}

    def fill(self) -> None:
        """Three that wait, one sent back, one approved, one whose facts changed, one carried out; then those of the story."""
        self._claims()
        for number in (20, 21, 22):
            self._submitted([number], f"滞納処分の執行停止（架空 太郎{number}）")
        sent_back = self._submitted([23], "滞納処分の執行停止（調査の日なし）")
        return_proposal(proposal_id=sent_back, seen=1, reason="財産調査の日を書いてください。", **MANAGER)
        self._approved([24], "滞納処分の執行停止（決裁済み）")
        changed = self._approved([25, 26], "滞納処分の執行停止（納付のあった2人）")
        paid = {"particulars": Particulars(channel=Channel.BANK), "lawbook": BOOK, "by": "cashier", "on": DRAFTED}
        receive(claim_id=self._claim(25), yen=5_000, **paid)
        self._carry_out(changed)
        self._carry_out(self._approved([27], "滞納処分の執行停止（実行済み）"))
        self._story()

    def _story(self) -> None:
        """Numbers 8 to 11 wait, 12 was sent back, 13 is approved: the browser tests move them on."""
        for number in (28, 29, 30, 31):
            self._submitted([number], f"物語の起案（架空 太郎{number}）")
        sent_back = self._submitted([32], "物語の起案（差戻し）")
        return_proposal(proposal_id=sent_back, seen=1, reason="理由を具体的に。", **MANAGER)
        self._approved([33], "物語の起案（決裁済み）")

    def _claims(self) -> None:
        """A claim of 2025 for each person, on which a demand was sent and no property found; nobody has demanded those of the last two."""
        numbers = range(20, 40)
        assessments = [self.city.care_assessment(number, year=2025) for number in numbers]
        ids = assess(assessments=assessments, lawbook=BOOK, by=BY, on=date(2025, 6, 15))
        self.claims = dict(zip(numbers, ids, strict=True))
        demands = [NewEvent(claim_id, EventKind.FORMAL_DEMAND, date(2025, 8, 20)) for claim_id in ids[:-2]]
        looks = [NewEvent(claim_id, EventKind.PROPERTY_INVESTIGATION, date(2026, 6, 1)) for claim_id in ids]
        record_case_events(events=[*demands, *looks], lawbook=BOOK, by=BY, on=date(2026, 6, 1))

    def _claim(self, number: int) -> int:
        return self.claims[number]

    def _submitted(self, numbers: Sequence[int], title: str) -> int:
        orders = [
            ActOrder(
                kind="disposition_suspension",
                obligor_id=self.city.obligors[str(number)],
                claim_ids=(self._claim(number),),
                submission=str(uuid4()),
                form={
                    "reason": "15-7/1/2",
                    "would_be_destitute": True,
                    "evidence": "預金、給与、不動産のいずれも該当なしの回答。年金のみで生活している。",
                    "note": "滞納処分をすると生活を著しく窮迫させるおそれがある。",
                },
            )
            for number in numbers
        ]
        draft = Draft(
            office_id=self.city.offices["介護保険課"],
            title=title,
            reason="預金、給与、不動産のいずれも見当たらず、年金のみで生活している。実態調査の結果は添付のとおり。",
            orders=orders,
            submission=str(uuid4()),
        )
        scope = scope_of("officer", on=DRAFTED)
        proposal_id = draft_proposal(draft=draft, scope=scope, lawbook=BOOK, **OFFICER)
        submit_proposal(proposal_id=proposal_id, seen=0, **OFFICER)
        return proposal_id

    def _approved(self, numbers: Sequence[int], title: str) -> int:
        proposal_id = self._submitted(numbers, title)
        approve_proposal(proposal_id=proposal_id, seen=1, **MANAGER)
        return proposal_id

    def _carry_out(self, proposal_id: int) -> None:
        scope = scope_of("officer", on=DRAFTED)
        carry_out_proposal(proposal_id=proposal_id, seen=2, scope=scope, lawbook=BOOK, **OFFICER)
