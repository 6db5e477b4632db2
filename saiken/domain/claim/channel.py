"""How money arrived (収納方法).

The one idea: the channel is a fact of the receipt; it decides nothing about the year or the balance.
"""

from enum import StrEnum


class Channel(StrEnum):
    """窓口, 金融機関, コンビニ, スマートフォン, クレジットカード, 口座振替, 特別徴収, 差押・配当, その他."""

    COUNTER = "counter"
    BANK = "bank"
    CONVENIENCE_STORE = "convenience_store"
    SMARTPHONE = "smartphone"
    CREDIT_CARD = "credit_card"
    ACCOUNT_TRANSFER = "account_transfer"
    SPECIAL_COLLECTION = "special_collection"
    SEIZURE = "seizure"
    OTHER = "other"
