"""Rules of the lists that ask for a decision or for a look into the file.

The one idea: one function per list, by its id. Who is a candidate follows from the state and the facts behind it; the decision is people's.
"""

from datetime import date

from saiken.domain.claim.case_event import DeliveryResult, EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import next_day
from saiken.domain.worklists.holds import is_undelivered
from saiken.domain.worklists.item import ClaimFacts, Found, after_months, day_text

_CANDIDATE_STATES = {
    "S10": "換価又は執行の見込みがない",
    "S11": "所在又は相続人が分からない",
    "S13": "破産免責等があった",
    "S15": "生活困窮等を認めた",
}
_SUSPENSIONS = (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION)
_LOOKING = (EventKind.WHEREABOUTS_INVESTIGATION, EventKind.RESIDENCE_REMOVAL_REQUEST)


def suspension_candidate(facts: ClaimFacts) -> Found | None:
    """財産がない、困窮、所在不明などと認め、停止していない."""
    words = _CANDIDATE_STATES.get(facts.state_id)
    if words is None or facts.open(*_SUSPENSIONS) is not None:
        return None
    since = _since(facts, facts.state_id)
    return Found(since, since, f"{day_text(since)}から {facts.state_id}（{words}）で、停止していない".lstrip())


def waiver_candidate(facts: ClaimFacts) -> Found | None:
    """時効期間が経過したか免責があった、公債権でない債権など."""
    if facts.case.legal_class is not LegalClass.PRIVATE_LAW or facts.state_id not in ("S13", "S16"):
        return None
    since = _since(facts, facts.state_id)
    ground = "時効期間が経過した" if facts.state_id == "S16" else "免責等があった"
    return Found(since, since, f"{day_text(since)}に{ground}私債権".lstrip())


def write_off_candidate(facts: ClaimFacts) -> Found | None:
    """時効又は停止により消滅し、残高の残る公債権."""
    if facts.case.legal_class is LegalClass.PRIVATE_LAW:
        return None
    days = [day for day in (facts.completes_on, facts.extinct_on) if day is not None]
    if not days:
        return None
    gone_on = min(days)
    return Found(gone_on, gone_on, f"{day_text(gone_on)}に時効又は停止により消滅".lstrip())


def data_to_check(facts: ClaimFacts) -> Found | None:
    """記録が矛盾しているか足りない."""
    return Found(facts.case.due_on, facts.case.due_on, facts.needs_check) if facts.needs_check else None


def returned_mail(facts: ClaimFacts) -> Found | None:
    """文書が続けて返戻された."""
    days = {event.on for event in facts.by_kind.get(EventKind.RETURNED_MAIL, ())} | {
        event.on for events in facts.by_kind.values() for event in events if event.delivery is DeliveryResult.RETURNED
    }
    if len(days) < facts.settings.returned_mail_times or not is_undelivered_since(facts, max(days)):
        return None
    last = max(days)
    return Found(last, last, f"文書が {len(days)} 回返戻され、最後は{day_text(last)}")


def is_undelivered_since(facts: ClaimFacts, day: date) -> bool:
    """Whether nothing has reached the obligor since a document came back."""
    if EventKind.RETURNED_MAIL in facts.by_kind:
        return is_undelivered(facts)
    heard = (EventKind.CONTACT, EventKind.ACKNOWLEDGMENT, EventKind.PAYMENT_PLEDGE, EventKind.SERVICE_BY_PUBLICATION)
    return not facts.after(day, *heard)


def residence_doubtful(facts: ClaimFacts) -> Found | None:
    """所在の調査中か、職権消除を依頼している."""
    looking = facts.open(*_LOOKING)
    if looking is None:
        return None
    words = "職権消除を依頼した" if looking.kind is EventKind.RESIDENCE_REMOVAL_REQUEST else "所在の調査を始めた"
    return Found(looking.on, looking.on, f"{day_text(looking.on)}に{words}".lstrip())


def residence_again(facts: ClaimFacts) -> Found | None:
    """所在不明と認めてから、又は前の調査から設定の月数が過ぎた."""
    unknown = facts.open(EventKind.WHEREABOUTS_UNKNOWN)
    if unknown is None:
        return None
    looked = facts.latest(*_LOOKING)
    last = looked.on if looked is not None and looked.on > unknown.on else unknown.on
    due_on = after_months(last, facts.settings.review_months)
    why = f"所在不明。前の調査{day_text(last)}から {facts.settings.review_months} か月"
    return Found(due_on, due_on, why)


def heirs_to_find(facts: ClaimFacts) -> Found | None:
    """債務者が死亡し、相続人が登録されていない."""
    death = facts.latest(EventKind.DEATH)
    known = any(party.role is PartyRole.HEIR for party in facts.case.parties)
    if death is None or known or {EventKind.NO_HEIR, EventKind.ESTATE_ADMINISTRATOR} & facts.by_kind.keys():
        return None
    return Found(next_day(death.on), death.on, f"{day_text(death.on)}に死亡し、相続人の登録がない".lstrip())


def _since(facts: ClaimFacts, state_id: str) -> date:
    """The day from which the claim has been in the state without a break."""
    since = facts.case.due_on
    for day, state in facts.steps:
        if day > facts.on:
            break
        since = day if state == state_id else since
    return since
