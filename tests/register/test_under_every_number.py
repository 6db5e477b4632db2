"""A person found to have several numbers is one: protection and the log of looks ask under all of them.

The one idea: the claim stands under the number that was joined, and whoever may see the claim or asks by the kept number finds the person.
"""

from datetime import date

from saiken.domain.claim.party import PartyRole
from saiken.register.access import log_claims, log_obligors
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.withdraw_party import withdraw_party
from saiken.register.models import ObligorRole
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.protection import measures, sees_obligor
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.who_looked import who_looked
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

TODAY = date(2026, 11, 2)


def _joined(small: SmallRegister) -> int:
    """The claim of the number that is joined into the other."""
    claim_id = small.claim("1", obligor_id=small.other_obligor)
    join_obligors(joining=Joining(small.obligor, small.other_obligor, "同一人", confirmed=True), **WHO)
    return claim_id


def _scope(office_id: int) -> Scope:
    return Scope("reader", frozenset({office_id}))


def test_protection_is_kept_by_the_office_of_a_joined_number(small: SmallRegister) -> None:
    _joined(small)
    new = NewProtection(small.obligor, ProtectionGround.STALKING, "申出", date(2027, 11, 1))
    begin_protection(protection=new, by="kachou", on=TODAY)
    for office_id, sees in ((small.bureau, True), (small.ward, False)):
        assert [sees_obligor(_scope(office_id), pk) for pk in (small.obligor, small.other_obligor)] == [sees, sees]
        assert [one.obligor_id for one in measures(scope=_scope(office_id))] == [small.obligor] * sees


def test_whoever_was_named_by_mistake_is_no_longer_the_offices(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    name_obligor(
        claim_id=claim_id, further=FurtherObligor(small.other_obligor, PartyRole.GUARANTOR), lawbook=BOOK, **WHO
    )
    assert sees_obligor(_scope(small.bureau), small.other_obligor)
    role_id = ObligorRole.objects.get().pk
    withdraw_party(role_ids=(role_id,), reason="別人と分かった", lawbook=BOOK, by="kakari", on=TODAY)
    assert not sees_obligor(_scope(small.bureau), small.other_obligor)


def test_looks_at_any_number_are_found_by_any(small: SmallRegister) -> None:
    claim_id = _joined(small)
    log_claims(everything("a"), what="claim", claim_ids=[claim_id])
    log_obligors(everything("b"), what="work_list", obligor_ids=[small.other_obligor])
    log_obligors(everything("c"), what="obligor", obligor_ids=[small.obligor])
    for number in (small.obligor, small.other_obligor):
        assert [line.by for line in who_looked(number).page.lines] == ["c", "b", "a"]
