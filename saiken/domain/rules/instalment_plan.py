"""Instalment plans (分割納付): how long they last, when and how much is paid, what breaks them.

The one idea: a plan is arithmetic over a balance and a month's instalment; the last instalments always add up to the balance. A plan is an
acknowledgment, never a grace: late charge and seizure go on. It decides no state and books no money.
"""

from saiken.domain.errors import InvalidInput


def months_to_pay_off(balance_yen: int, instalment_yen: int) -> int:
    """完納までの月数は、残高を毎月の納付額で割り、端数の月を一月とする.

    >>> months_to_pay_off(100_000, 30_000), months_to_pay_off(90_000, 30_000), months_to_pay_off(0, 5_000)
    (4, 3, 0)
    """
    if instalment_yen <= 0:
        raise InvalidInput(
            "毎月の納付額は1円以上でなければなりません",
            place="毎月の納付額",
            found=f"{instalment_yen}円",
            expected="1円以上",
            remedy="納付額のない約束は分割納付ではありません。",
        )
    return -(-max(balance_yen, 0) // instalment_yen)
