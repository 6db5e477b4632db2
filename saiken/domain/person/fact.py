"""Facts about a person: their kinds, and who may use one that an office found out.

The one idea: a fact carries the ground on which it was found, and is withheld from whoever has no claim of that ground, with the law that
says so. Protection of persons (支援措置) is another matter and is judged by whoever shows the fact.
"""

from collections.abc import Collection
from enum import StrEnum

from saiken.domain.claim.legal_class import LegalClass


class FactKind(StrEnum):
    """住所, 送付先, 勤務先, 電話, 別名, 判明した口座, 代理人・代表者, 登記の確認, 収容の期限, 連絡の配慮, 国籍, 公的扶助, 職業, 世帯."""

    RESIDENCE = "residence"
    MAILING_ADDRESS = "mailing_address"
    WORKPLACE = "workplace"
    TELEPHONE_NUMBER = "telephone_number"
    OTHER_NAME = "other_name"
    BANK_ACCOUNT = "bank_account"
    REPRESENTATIVE = "representative"
    REGISTRY_CHECK = "registry_check"
    CUSTODY_UNTIL = "custody_until"
    COMMUNICATION_NEED = "communication_need"
    NATIONALITY = "nationality"
    PUBLIC_ASSISTANCE = "public_assistance"
    OCCUPATION = "occupation"
    HOUSEHOLD = "household"

    @property
    def leads_to_the_person(self) -> bool:
        """Whether somebody could find the person by it, which protection forbids."""
        return self in _PLACES


_PLACES = frozenset(
    {FactKind.RESIDENCE, FactKind.MAILING_ADDRESS, FactKind.WORKPLACE, FactKind.TELEPHONE_NUMBER, FactKind.HOUSEHOLD}
)


class PermittedUse(StrEnum):
    """For which claims a fact may be used: すべての債権, 地方税の滞納処分の例による債権, 把握した所属の債権のみ."""

    EVERY_CLAIM = "every_claim"
    ENFORCEABLE_CLAIMS = "enforceable_claims"
    SOURCE_OFFICE = "source_office"


class Withheld(StrEnum):
    """Why a fact is not shown: 支援措置, 守秘義務, 利用目的, 限られた職員."""

    PROTECTED_PERSON = "protected_person"
    TAX_SECRECY = "tax_secrecy"
    PURPOSE_LIMITED = "purpose_limited"
    RESTRICTED_FACT = "restricted_fact"

    @property
    def ground(self) -> str:
        """The article that withholds it; empty where it is the municipality's own rule."""
        return _GROUNDS.get(self, "")


_GROUNDS = {
    Withheld.TAX_SECRECY: "地方税法22条",
    Withheld.PURPOSE_LIMITED: "個人情報保護法69条1項",
}


def withheld(
    permitted_use: PermittedUse, *, restricted: bool, classes: Collection[LegalClass], is_source: bool
) -> Withheld | None:
    """税務調査で知った事項は、滞納処分をすることができる債権を扱う者にのみ示す.

    `classes` are the legal classes of the person's claims that the viewer handles; `is_source` says that the viewer belongs to the office
    that found the fact out. None means that it is shown.
    """
    if is_source:
        return None
    if restricted:
        return Withheld.RESTRICTED_FACT
    if permitted_use is PermittedUse.SOURCE_OFFICE:
        return Withheld.PURPOSE_LIMITED
    if permitted_use is PermittedUse.ENFORCEABLE_CLAIMS and LegalClass.PUBLIC_ENFORCEABLE not in classes:
        return Withheld.TAX_SECRECY
    return None
