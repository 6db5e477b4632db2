"""The acts that may be begun from a person's page, and where their forms are.

The one idea: the catalogue says which acts the classes of the claims admit; whether one is allowed today is said by its form, in the rule's
own words. An act whose form is not among the addresses of this site is not offered.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from saiken.domain.acts.catalogue import ActCatalogue, load_acts
from saiken.domain.claim.legal_class import LegalClass
from saiken.web.components.parameters import chosen_numbers
from saiken.web.templatetags.saiken import is_japanese


@dataclass(frozen=True)
class MenuGroup:
    """A heading with its acts as pairs of id and words."""

    label: str
    acts: tuple[tuple[str, str], ...]


@cache
def catalogue() -> ActCatalogue:
    """The catalogue, read once."""
    return load_acts()


def address_of_act(obligor_id: int, kind: str, *, claim_ids: Sequence[int] = ()) -> str:
    """The form of an act for these claims; empty where this site has none."""
    path = f"/obligors/{obligor_id}/acts/{kind}/"
    try:
        resolve(path)
    except Resolver404:
        return ""
    return f"{path}?{urlencode([('claim', claim_id) for claim_id in claim_ids])}" if claim_ids else path


def menu_of(obligor_id: int, classes: Collection[LegalClass]) -> tuple[MenuGroup, ...]:
    """The acts that some class among the person's claims admits, in printed order."""
    if not any(address_of_act(obligor_id, kind) for kind in list(catalogue().kinds)[:1]):
        return ()
    groups = (
        MenuGroup(
            group.japanese if is_japanese() else group.english,
            tuple(
                (kind.id, kind.japanese if is_japanese() else kind.english)
                for kind in catalogue().of_group(group.id)
                if not kind.legal_classes.isdisjoint(classes)
            ),
        )
        for group in catalogue().groups
    )
    return tuple(group for group in groups if group.acts)


def kind_of_event(event: str) -> str:
    """The act that begins such an event; empty where none does."""
    found = (kind.id for kind in catalogue().kinds.values() if kind.event and kind.event.value == event)
    return next(found, "")


def start(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """To the form of the chosen act with the ticked claims; without a choice back to the page."""
    kind = request.GET.get("kind", "")
    ticked = chosen_numbers(request.GET, "claim")
    address = address_of_act(obligor_id, kind, claim_ids=ticked) if kind in catalogue().kinds else ""
    return redirect(address) if address else redirect("obligor", obligor_id=obligor_id)
