"""The forms of the accounts: a new user, a role, the day on which one ends, a file of personnel changes."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.glossary import load_glossary
from saiken.register.queries.accounts import OfficeChoice
from saiken.register.roles import Role
from saiken.web.components.choices import DayField

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NewUserForm(forms.Form):
    """A new user; the first password is made and shown once."""

    username = forms.CharField(
        label=_("利用者名"),
        max_length=150,
        help_text=_("サインインに使う名前です。職員番号など、あとで変えないものにします。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    display_name = forms.CharField(label=_("氏名"), max_length=150)


class RoleForm(forms.Form):
    """A role at an office from a day, until its last day when known."""

    office = forms.TypedChoiceField(label=_("所属"), coerce=int)
    role = forms.TypedChoiceField(label=_("役割"), coerce=Role)
    from_on = DayField(label=_("初日"), widget=_DAY, help_text=_("先の日付にすると、その日から役割が始まります。"))
    last_on = DayField(
        label=_("最終日"), widget=_DAY, required=False, help_text=_("決まっていないときは空けておきます。")
    )

    def __init__(self, *args: object, offices: tuple[OfficeChoice, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        glossary = load_glossary()
        self.fields["office"].choices = [(one.office_id, one.name) for one in offices]  # type: ignore[attr-defined]
        self.fields["role"].choices = [(role, glossary.japanese(role)) for role in Role]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """The last day is not before the first."""
        given = super().clean() or {}
        first, last = given.get("from_on"), given.get("last_on")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_on", _("最終日が初日より前です。"))
        return given


class EndForm(forms.Form):
    """The last day of a role."""

    role_id = forms.IntegerField(widget=forms.HiddenInput)
    last_on = DayField(label=_("最終日"), widget=_DAY)


class PersonnelForm(forms.Form):
    """A file, or the text of one that was looked at already."""

    upload = forms.FileField(label=_("人事異動のファイル"), help_text=_("UTF-8またはShift_JISのCSV、1MBまで。"))
