"""The form of a list to send: the question, the answers to choose from, the day, the numbers of the persons.

The one idea: one number or answer a line; what names nobody is told, not passed over. Made from a worklist it asks for no number.
"""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.register.queries.office_choices import offices_to_choose
from saiken.web.components.choices import day_field, key_field, one_of, text_field
from saiken.web.components.numbers_file import numbers_of


class NewListForm(forms.Form):
    """A list to send."""

    title = text_field(_("件名"), most=100)
    question = text_field(_("照会の内容"), most=500, rows=3)
    answers = text_field(_("答えの選択肢（1行に1つ）"), most=2_000, rows=4)
    due_on = day_field(_("回答の期限"))
    numbers = text_field(_("宛名番号（1行に1つ）"), most=200_000, rows=8, required=False)
    file = forms.FileField(label=_("又は、1列目に宛名番号のあるCSV"), required=False)
    submission = key_field()

    def __init__(self, *args: object, on: date, own: frozenset[int], by_numbers: bool = True, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["from_office"] = one_of(_("照会する所属"), offices_to_choose(on, among=own))
        self.fields["offices"] = forms.TypedMultipleChoiceField(
            label=_("照会先の所属"),
            help_text=_("選ばなければ、担当案件のあるすべての所属に送ります。"),
            choices=offices_to_choose(on),
            coerce=int,
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 6}),
        )
        self.order_fields(["from_office", "title", "question", "answers", "due_on", "offices", "numbers", "file"])
        if not by_numbers:
            del self.fields["numbers"], self.fields["file"]

    def given_numbers(self) -> list[str]:
        """The numbers typed and those of the file, each once; raises InvalidInput where the file cannot be read."""
        file = self.cleaned_data["file"]
        return list(dict.fromkeys([*self.lines("numbers"), *(numbers_of(file) if file else ())]))

    def lines(self, name: str) -> list[str]:
        """The lines of a field without blanks, each once; of a table the first column."""
        found = (line.split(",")[0].split("\t")[0].strip() for line in self.cleaned_data[name].splitlines())
        return list(dict.fromkeys(line for line in found if line))
