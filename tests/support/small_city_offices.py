"""What the offices of the small city have ordered and sent: a rule, two hand-overs that wait, a list, a halt that ended, a campaign.

The one idea: everything is long over or waits, so nothing here changes who works on what in other tests.
"""

from datetime import date

from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.end_halt import end_halt
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.actions.start_campaign import NewCampaign, start_campaign
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_city import SmallCity
from tests.web.people import PASSWORD

DAY = date(2019, 8, 1)
WHO = {"by": "manager", "on": DAY}


def fill_offices(city: SmallCity) -> None:
    """Everything, by the register's own actions."""
    create_user(username="lender", display_name="架空 貸男", password=PASSWORD, must_change_password=False, **WHO)
    assign_role(username="lender", office_id=city.offices["貸付課"], role=Role.CASE_OFFICER, **WHO)
    care, recovery, fines = (city.offices[name] for name in ("介護保険課", "市債権回収対策室", "生活安全課"))
    rule = NewRule(care, recovery, "high_balance", frozenset({care}), least_yen=200_000)
    set_hand_over_rule(rule=rule, **WHO)
    for number, (person, giving, receiving) in enumerate(
        (("10", care, recovery), ("2", fines, city.offices["貸付課"])), start=1
    ):
        proposal = Proposal(
            city.obligors[person],
            giving,
            receiving,
            "on_request",
            f"small-{number}",
            frozenset({giving}),
            reason="協議による",
        )
        propose_hand_over(proposal=proposal, lawbook=BOOK, **WHO)
    new = NewList(
        recovery,
        frozenset({recovery}),
        "居所の確認",
        "この人は登録の住所に住んでいますか。",
        ("住んでいる", "住んでいない", "分からない"),
        date(2019, 8, 31),
        tuple(city.obligors[str(number)] for number in range(10, 14)),
        "small-list",
    )
    send_list(new=new, **WHO)
    halt = NewHalt("台風の被害", DAY, None, measures=("seizure", "visit"))
    halt_id = order_halt(halt=halt, **WHO)
    end_halt(halt_id=halt_id, reason="復旧した", offices=None, by="recovery", on=date(2019, 8, 20))
    campaign = NewCampaign(
        care,
        frozenset({care}),
        "夏の強化期間",
        DAY,
        date(2019, 9, 30),
        500_000,
        (care,),
        "small-campaign",
        further_days=7,
    )
    start_campaign(new=campaign, **WHO)
