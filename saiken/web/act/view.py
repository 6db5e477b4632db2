"""The form of an act: fill in, see what the law says and what would change, then do it or draft it for approval.

The one idea: one screen for every act of the catalogue; the plan on it is the plan that is carried out. A refusal is an answer on the page,
with everything typed kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.acts.catalogue import ActKind
from saiken.domain.acts.form import Reading, read_form
from saiken.domain.errors import DomainError
from saiken.register.act_kinds import act_kind, acts_in_force
from saiken.register.actions.carry_out_act import ActOrder, Overtaken, carry_out_act
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.propose import propose
from saiken.register.queries.act_choices import ActChoices, act_choices
from saiken.register.queries.act_form import ActForm, Filled, act_form
from saiken.register.queries.scope import Scope
from saiken.web.act.offered import plan_offered, with_evidence, with_property
from saiken.web.act.shown import Offered, shown_fields, typed_at_first
from saiken.web.approvals.form import DraftForm, words_of
from saiken.web.components.parameters import is_partial, whole
from saiken.web.context import context_of
from saiken.web.scope import scope
from saiken.web.templatetags.saiken import is_japanese

#: The step of a form that another page sends here filled in: looked at first, nothing is done.
BEGIN = "begin"


#: What a form may be sent for, beside being looked at again.
_STEPS = ("do", "draft", "keep")


@dataclass(frozen=True)
class _Asked:
    """One request for the form: the person, the act, what was typed and how it reads."""

    obligor_id: int
    kind: ActKind
    typed: Mapping[str, Sequence[str]]
    reading: Reading
    scope: Scope
    on: date
    choices: ActChoices
    is_sent: bool

    @property
    def is_ticked(self) -> bool:
        """Whether somebody has chosen claims, be it none: in a form sent back, or on the page that led here."""
        return self.is_sent or bool(self.claim_ids)

    @property
    def claim_ids(self) -> tuple[int, ...]:
        """The claims ticked."""
        return tuple(number for text in self.typed.get("claim", ()) if (number := whole(text)) is not None)


def act(request: HttpRequest, *, obligor_id: int, kind: str) -> HttpResponse:
    """The form; posted with a step it is carried out (do), drafted and submitted (draft) or only drafted (keep), else looked at again."""
    found = acts_in_force().kinds.get(kind)
    if found is not None and found.screen:
        return redirect(_own_screen(request, found, obligor_id=obligor_id))
    asked = _asked(request, act_kind(kind), obligor_id=obligor_id)
    step = request.POST.get("step", "")
    if step in _STEPS and not asked.reading.problems:
        return _done(request, asked) if step == "do" else _drafted(request, asked)
    return _page(request, asked, is_refused=step in _STEPS)


def _own_screen(request: HttpRequest, kind: ActKind, *, obligor_id: int) -> str:
    chosen = QueryDict(mutable=True)
    chosen.setlist("claim", request.GET.getlist("claim"))
    is_contact = kind.screen == "obligor"  # its form is part of the person's page
    if is_contact:
        chosen["contact"] = kind.id
    address = f"{reverse(kind.screen, kwargs={'obligor_id': obligor_id})}?{chosen.urlencode()}".removesuffix("?")
    return f"{address}#contact-result" if is_contact else address


def _asked(request: HttpRequest, kind: ActKind, *, obligor_id: int) -> _Asked:
    on, asking = localdate(), scope(request, purpose="act_form")
    choices = act_choices(kind, obligor_id, scope=asking)
    is_sent = request.method == "POST" and request.POST.get("step") != BEGIN
    typed: Mapping[str, Sequence[str]] = dict((request.POST if request.method == "POST" else request.GET).lists())
    if not is_sent:
        typed = {**typed_at_first(kind, on=on), **with_evidence(kind, typed, choices=choices)}
    typed = with_property(kind, typed, choices=choices)
    reading = read_form(kind, typed)
    return _Asked(
        obligor_id=obligor_id,
        kind=kind,
        typed=typed,
        reading=reading if is_sent else Reading(reading.form, {}),
        scope=asking,
        on=on,
        choices=choices,
        is_sent=is_sent,
    )


def _done(request: HttpRequest, asked: _Asked) -> HttpResponse:
    try:
        carry_out_act(
            order=_order(request, asked),
            seen=request.POST.get("seen", ""),
            scope=asked.scope,
            lawbook=context_of(request).lawbook,
            by=asked.scope.by,
            on=asked.on,
        )
    except Overtaken as overtaken:
        return _page(request, asked, refusal=str(overtaken), is_refused=True, answer_code=409)
    except DomainError as refused:
        return _page(request, asked, refusal=str(refused), is_refused=True)
    return redirect(f"{reverse('obligor', kwargs={'obligor_id': asked.obligor_id})}?saved=1")


def _drafted(request: HttpRequest, asked: _Asked) -> HttpResponse:
    words = DraftForm(request.POST)
    found = _form(request, asked)
    if found.plan.refusals or not words.is_valid() or found.office_id is None:
        return _page(request, asked, words=words, is_refused=True)
    draft = Draft(
        office_id=found.office_id,
        title=words.cleaned_data["title"],
        reason=words.cleaned_data["reason"],
        orders=[_order(request, asked)],
        submission=words.cleaned_data["submission"],
    )
    is_submitted = request.POST.get("step") == "draft"
    begin = propose if is_submitted else draft_proposal
    try:
        proposal_id = begin(
            draft=draft, scope=asked.scope, lawbook=context_of(request).lawbook, by=asked.scope.by, on=asked.on
        )
    except DomainError as refused:
        return _page(request, asked, refusal=str(refused), words=words, is_refused=True)
    told = _("起案し、決裁に提出しました。") if is_submitted else _("起案しました。まだ提出していません。")
    messages.success(request, str(told))
    return redirect("approval", proposal_id=proposal_id)


def _order(request: HttpRequest, asked: _Asked) -> ActOrder:
    """The act as it is ordered. A draft leaves out its days: it is done on whatever day it is carried out after approval."""
    values = dict(asked.reading.form.values)
    if request.POST.get("step") != "do":
        values = {field_id: value for field_id, value in values.items() if field_id not in ("on", "next_on")}
        submission = f"{request.POST.get('submission', '')[:34]}-d"
    else:
        submission = request.POST.get("submission", "")[:36]
    return ActOrder(asked.kind.id, asked.obligor_id, asked.claim_ids, submission, values)


def _form(request: HttpRequest, asked: _Asked) -> ActForm:
    return act_form(
        asked.kind,
        Filled(asked.reading.form, asked.claim_ids if asked.is_ticked else None),
        obligor_id=asked.obligor_id,
        scope=asked.scope,
        on=asked.on,
        lawbook=context_of(request).lawbook,
    )


def _page(
    request: HttpRequest,
    asked: _Asked,
    *,
    refusal: str = "",
    words: DraftForm | None = None,
    is_refused: bool = False,
    answer_code: int = 422,
) -> HttpResponse:
    found, japanese = _form(request, asked), is_japanese()
    label = asked.kind.japanese if japanese else asked.kind.english
    glossary = context_of(request).glossary
    offered = Offered(found, asked.choices, glossary.japanese if japanese else glossary.english, japanese)
    fields = shown_fields(offered, asked.typed, problems=asked.reading.problems)
    shown = {
        "found": found,
        "label": label,
        "about": asked.kind.about if japanese else asked.kind.about_english,
        "fields": fields,
        "last_asked": asked.choices.last_asked,
        "instalments": plan_offered(asked.typed),
        "problems": [field for field in fields if field.problem],
        "refusal": refusal,
        "chosen": {claim.claim_id for claim in found.plan.claims},
        "submission": request.POST.get("submission") or str(uuid4()),
        "words": words or DraftForm(initial=words_of(f"{label}（{found.name}）")),
        "states": {state.id: state for state in context_of(request).states},
    }
    if is_partial(request):
        return render(request, "act/_plan.html", shown)
    return render(request, "act/page.html", shown, status=answer_code if is_refused else 200)
