"""A death is recorded once and corrected expressly; a renunciation works out the shares of the others anew (民法939条).

The one idea: whoever renounced was never an heir; the next rank moves up when all of a rank have, and what does not follow stands empty.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.inheritance import shares
from saiken.register.actions.add_party import NewParty, add_party
from saiken.register.actions.name_heirs import NewHeirs, name_heirs
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.kin import Kin, family_of
from saiken.register.models import CaseEvent, Obligor, ObligorRole
from saiken.register.queries.answering import counting_roles
from saiken.register.queries.verify import differences
from tests.support.engine import SCOPE, Doer
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DIED, LATER, RENOUNCED = date(2019, 4, 1), date(2019, 4, 11), date(2019, 6, 10)
WIFE, SON, DAUGHTER = Kin("spouse", "妻"), Kin("child", "長男"), Kin("child", "長女")


@pytest.fixture
def doer(small: SmallRegister) -> Doer:
    """Acts on the small register's first person."""
    return Doer(small.obligor)


def _named(claim_ids: Sequence[int], *kin: Kin) -> dict[str, int]:
    """Name the heirs as the page of heirs does; their numbers by name."""
    found = shares(family_of(kin, died_on=DIED), kind=ClaimKind.OTHER_PUBLIC, lawbook=BOOK).value.heirs
    heirs = [
        NewParty(
            PartyRole.HEIR,
            person=NewObligor(kind=ObligorKind.PERSON, name=heir.name),
            share=(heir.share.numerator, heir.share.denominator),
        )
        for heir in found
    ]
    numbers = name_heirs(claim_ids=claim_ids, named=NewHeirs(heirs, kin=kin), lawbook=BOOK, by="kakari", on=DIED)
    return dict(zip((heir.name for heir in found), numbers, strict=True))


def _shares(claim_id: int) -> dict[str, str]:
    rows = counting_roles(ObligorRole.objects.filter(claim_id=claim_id, role="heir")).order_by("obligor_id")
    told = rows.values_list("obligor__name", "share_numerator", "share_denominator")
    return {name: f"{numerator}/{denominator}" if numerator else "" for name, numerator, denominator in told}


def _renounce(doer: Doer, claim_ids: Sequence[int], *obligor_ids: int) -> int:
    form = {"parties": list(obligor_ids), "proof": "令和元年（家）第1号", "reason": "民法938条"}
    return doer.do("inheritance_renunciation", *claim_ids, on=RENOUNCED, **form)


def _undone(act_id: int) -> int:
    return reverse_act(
        act_id=act_id, note="誤り", submission=f"undo-{act_id}", scope=SCOPE, lawbook=BOOK, by="kakari", on=RENOUNCED
    )


def test_the_others_share_what_one_of_them_renounced(small: SmallRegister, doer: Doer) -> None:
    claims = [small.claim("1"), small.claim("2")]
    doer.do("death", *claims, on=DIED, source="register")
    numbers = _named(claims, WIFE, SON, DAUGHTER)
    assert _shares(claims[0]) == {"妻": "1/2", "長男": "1/4", "長女": "1/4"}
    act_id = _renounce(doer, claims, numbers["長女"])
    assert [_shares(claim_id) for claim_id in claims] == [{"妻": "1/2", "長男": "1/2", "長女": ""}] * 2
    assert list(differences(lawbook=BOOK)) == []
    _undone(act_id)
    assert _shares(claims[1]) == {"妻": "1/2", "長男": "1/4", "長女": "1/4"}


def test_a_void_renunciation_brings_the_heir_back(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim("1")
    doer.do("death", claim_id, on=DIED, source="register")
    numbers = _named([claim_id], WIFE, SON, DAUGHTER)
    _renounce(doer, [claim_id], numbers["長男"])
    doer.do("renunciation_void", claim_id, on=date(2019, 8, 1), running=RENOUNCED.isoformat())
    assert _shares(claim_id) == {"妻": "1/2", "長男": "1/4", "長女": "1/4"}


def test_the_next_rank_moves_up_when_all_of_the_rank_have_renounced(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim("1")
    doer.do("death", claim_id, on=DIED, source="register")
    numbers = _named(
        [claim_id], WIFE, SON, DAUGHTER, Kin("parent", "父", dead_on=date(2001, 1, 1)), Kin("parent", "母")
    )
    _renounce(doer, [claim_id], numbers["長男"])
    assert _shares(claim_id) == {"妻": "1/2", "長男": "", "長女": "1/2"}
    second = _renounce(doer, [claim_id], numbers["長女"])
    assert _shares(claim_id) == {"妻": "2/3", "長男": "", "長女": "", "母": "1/3"}
    mother = Obligor.objects.get(name="母").pk
    _undone(second)
    assert _shares(claim_id) == {"妻": "1/2", "長男": "", "長女": "1/2"}
    _renounce(doer, [claim_id], numbers["長女"])
    assert _shares(claim_id)["母"] == "1/3"
    assert Obligor.objects.filter(name="母").count() == 1
    _renounce(doer, [claim_id], mother)
    assert _shares(claim_id) == {"妻": "", "長男": "", "長女": "", "母": ""}


def test_what_does_not_follow_stands_empty(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim("1")
    doer.do("death", claim_id, on=DIED, source="register")
    for name, share in (("妻", (1, 2)), ("長男", (1, 2))):
        person = NewObligor(kind=ObligorKind.PERSON, name=name)
        party = NewParty(PartyRole.HEIR, person=person, share=share)
        add_party(claim_ids=[claim_id], party=party, lawbook=BOOK, by="kakari", on=DIED)
    _renounce(doer, [claim_id], Obligor.objects.get(name="長男").pk)
    assert _shares(claim_id) == {"妻": "", "長男": ""}


def test_a_death_is_recorded_once_and_corrected_with_a_reason(small: SmallRegister, doer: Doer) -> None:
    first, second = small.claim("1"), small.claim("2")
    doer.do("death", first, on=DIED, source="mail")
    doer.do("death", second, on=DIED, source="mail")
    for day in (LATER, date(2019, 3, 30)):
        with pytest.raises(Refused, match="すでに 2019-04-01 に死亡と記録されています"):
            doer.do("death", first, on=day, source="register")
    with pytest.raises(InvalidInput, match="改める理由"):
        doer.do("death", first, on=LATER, source="register", corrects=True)
    assert Obligor.objects.get(pk=small.obligor).died_on == DIED
    act_id = doer.do("death", first, on=LATER, source="register", corrects=True, note="戸籍による")
    assert Obligor.objects.get(pk=small.obligor).died_on == LATER
    standing = CaseEvent.objects.filter(kind="death", reversed_by__isnull=True, reverses__isnull=True)
    assert list(standing.values_list("claim_id", "on")) == [(first, LATER)]
    assert list(differences(lawbook=BOOK)) == []
    _undone(act_id)
    assert Obligor.objects.get(pk=small.obligor).died_on is None


def test_a_death_known_from_the_person_alone_is_recorded_before_it_is_ended(small: SmallRegister, doer: Doer) -> None:
    recorded, other = small.claim("1"), small.claim("2")
    doer.do("death", recorded, on=DIED, source="register")
    determined = {"on": LATER, "running": DIED.isoformat(), "heirs": "妻 1/1"}
    with pytest.raises(Refused, match="先に「死亡」の処理を、この債権について記録してください"):
        doer.do("heirs_determined", recorded, other, **determined)
    doer.do("death", other, on=DIED, source="register")
    doer.do("heirs_determined", recorded, other, **determined)
    assert CaseEvent.objects.filter(concludes__kind="death").count() == 2


def test_the_death_of_somebody_else_is_not_the_principals(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim("1")
    party = NewParty(PartyRole.GUARANTOR, obligor_id=small.other_obligor)
    add_party(claim_ids=[claim_id], party=party, lawbook=BOOK, by="kakari", on=date(2018, 6, 1))
    act_id = doer.do("death", claim_id, on=DIED, source="family", parties=[small.other_obligor])
    days = dict(Obligor.objects.values_list("pk", "died_on"))
    assert (days[small.obligor], days[small.other_obligor]) == (None, DIED)
    _undone(act_id)
    assert Obligor.objects.get(pk=small.other_obligor).died_on is None
