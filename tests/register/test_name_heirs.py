"""Heirs are named together, each with the share; another naming takes the place of the one before."""

from datetime import date

import pytest

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.add_party import NewParty
from saiken.register.actions.name_heirs import NewHeirs, name_heirs
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.register.models import ObligorRole
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.case import case_of
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DIED = date(2019, 4, 1)
WHO = {"lawbook": BOOK, "by": "kakari", "on": DIED}


def _heir(name: str, share: tuple[int, int], obligor_id: int | None = None) -> NewParty:
    person = None if obligor_id else NewObligor(kind=ObligorKind.PERSON, name=name)
    return NewParty(role=PartyRole.HEIR, obligor_id=obligor_id, person=person, share=share)


def test_heirs_stand_with_their_shares_and_are_named_anew_when_one_renounced(small: SmallRegister) -> None:
    ids = [small.claim("1"), small.claim("2")]
    first = [_heir("妻", (1, 2)), _heir("長男", (1, 4)), _heir("長女", (1, 4))]
    wife, son, daughter = name_heirs(claim_ids=ids, named=NewHeirs(first), **WHO)
    assert sorted(str(party.share) for party in case_of(ids[0]).parties if party.share) == ["1/2", "1/4", "1/4"]
    with pytest.raises(InvalidInput, match="理由"):
        name_heirs(claim_ids=ids, named=NewHeirs([_heir("妻", (1, 1), wife)], " "), **WHO)
    again = [_heir("妻", (1, 2), wife), _heir("長男", (1, 2), son)]
    assert name_heirs(claim_ids=ids, named=NewHeirs(again, "長女の相続の放棄"), **WHO) == (wife, son)
    counting = counting_roles(ObligorRole.objects.filter(claim_id__in=ids))
    assert set(counting.values_list("claim_id", "obligor_id", "share_numerator", "share_denominator")) == {
        (claim_id, heir, 1, 2) for claim_id in ids for heir in (wife, son)
    }
    assert not counting.filter(obligor_id=daughter).exists()


def test_heirs_that_cannot_be_are_refused(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    other = small.other_obligor
    for heirs, claims in (
        ([_heir("妻", (1, 2))], [claim_id]),
        ([], [claim_id]),
        ([_heir("妻", (1, 1))], []),
        ([NewParty(role=PartyRole.GUARANTOR, obligor_id=other, share=(1, 1))], [claim_id]),
    ):
        with pytest.raises(InvalidInput):
            name_heirs(claim_ids=claims, named=NewHeirs(heirs), **WHO)
    for heirs in ([_heir("", (1, 2), other), _heir("", (1, 2), other)], [_heir("", (1, 1), small.obligor)]):
        with pytest.raises(Refused):
            name_heirs(claim_ids=[claim_id], named=NewHeirs(heirs), **WHO)
    assert not ObligorRole.objects.exists()
