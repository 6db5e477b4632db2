"""Taking an act back: what it was, what goes with it, why; then the person's page with the struck line.

The one idea: the reason is asked for, because the history shows it; what cannot be taken back is refused with what to do instead.
"""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.register.actions.reverse_act import reverse_act
from saiken.register.queries.act_written import WrittenAct, act_written
from saiken.web.components.carry_out import carried_out
from saiken.web.context import context_of
from saiken.web.scope import scope


class ReasonForm(forms.Form):
    """Why it is taken back; `submission` makes the form sent twice one reversal."""

    note = forms.CharField(label=_("取り消す理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
    submission = forms.CharField(max_length=36, widget=forms.HiddenInput())


def act_reversed(request: HttpRequest, *, act_id: int) -> HttpResponse:
    """The act and the form; posted, the act is taken back."""
    found = act_written(act_id, scope=scope(request, purpose="act_written"))
    form = ReasonForm(request.POST or None, initial={"submission": str(uuid4())})
    if request.method == "POST" and form.is_valid() and _is_done(request, form, found=found):
        messages.success(request, str(_("処理を取り消しました。")))
        return redirect("obligor", obligor_id=found.obligor_id)
    return render(request, "act/reverse.html", {"act": found, "form": form}, status=422 if form.errors else 200)


def _is_done(request: HttpRequest, form: ReasonForm, *, found: WrittenAct) -> bool:
    acting = scope(request, purpose="reverse_act")
    done, _act_id = carried_out(
        form,
        lambda: reverse_act(
            act_id=found.act_id,
            **form.cleaned_data,
            scope=acting,
            lawbook=context_of(request).lawbook,
            by=acting.by,
            on=localdate(),
        ),
    )
    return done
