"""A file of personnel changes: read, shown, carried out.

The one idea: what is shown is what is done; the text that was looked at comes back with the press of the button and is read anew, and one
line that cannot be done undoes all.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.errors import InvalidInput
from saiken.register.actions.apply_personnel_changes import apply_personnel_changes
from saiken.register.personnel_file import COLUMNS, KINDS, ROLES, personnel_lines, text_of
from saiken.web.accounts.form import PersonnelForm


def personnel_import(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is shown before anything is done."""
    form = PersonnelForm(request.POST or None, request.FILES or None)
    shown: dict[str, object] = {"form": form, "columns": COLUMNS, "kinds": tuple(KINDS), "roles": tuple(ROLES)}
    if request.method == "POST" and form.is_valid():
        try:
            text = text_of(form.cleaned_data["upload"].read())
        except InvalidInput as problem:
            return render(request, "accounts/import.html", shown | {"problems": (problem,)})
        lines, problems = personnel_lines(text)
        shown |= {"lines": lines, "problems": problems, "text": text}
        return render(request, "accounts/import.html" if problems else "accounts/import_preview.html", shown)
    return render(request, "accounts/import.html", shown)


@require_POST
def personnel_apply(request: HttpRequest) -> HttpResponse:
    """Carry out what was shown."""
    lines, problems = personnel_lines(request.POST.get("text", "").replace("\r\n", "\n"))
    shown: dict[str, object] = {
        "form": PersonnelForm(),
        "columns": COLUMNS,
        "kinds": tuple(KINDS),
        "roles": tuple(ROLES),
    }
    if not problems:
        try:
            hired = apply_personnel_changes(lines=lines, by=request.user.get_username(), on=localdate())
        except InvalidInput as problem:
            problems = (problem,)
        else:
            return render(request, "accounts/import_done.html", {"hired": hired, "lines": lines})
    return render(request, "accounts/import.html", shown | {"problems": problems})
