"""A figure as a signed sum of entries: what a yen column of a result row is made of.

The one idea: the ledger's columns are entries of one account and portion, ア those of all earlier years, every other column follows by
the form's own formula. The screens and the command line open a figure by these same terms. Rates are not sums and have none.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, F, Q, QuerySet, Sum, When

from saiken.domain.claim.entry import Account
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Column, Edition
from saiken.register.models import Entry

_ACCOUNT_OF = {"assessed": Account.ASSESSMENT, "received": Account.RECEIPT, "written_off": Account.WRITE_OFF}


@dataclass(frozen=True)
class Term:
    """Entries of one account: of the year's portion, or with no portion those of all earlier years."""

    account: Account
    portion: str | None

    def condition(self, fiscal_year: int) -> Q:
        """The entries of the term for that year."""
        if self.portion is None:
            return Q(account=self.account.value, accounting_year__lt=fiscal_year)
        return Q(account=self.account.value, accounting_year=fiscal_year, portion=self.portion)


#: Terms with the sign they count with.
Terms = Mapping[Term, int]


def terms_of(edition: Edition, column: Column) -> dict[Term, int]:
    """The entries behind a yen column with the sign they count with."""
    if column.id == "past_carried_in":
        return {Term(account, None): _sign(account) for account in Account}
    if column.id == "past_assessed":
        carried_in = terms_of(edition, edition.column_of_id["past_carried_in"])
        return carried_in | {Term(Account.ASSESSMENT, "past"): 1}
    if column.id == "past_reduction":
        return {Term(Account.ASSESSMENT, "past"): -1}
    if column.id in LEDGER_COLUMNS:
        portion, name = column.id.split("_", 1)
        return {Term(_ACCOUNT_OF[name], portion): 1}
    total: Counter[Term] = Counter()
    for sign, name in column.formula.numerator if column.formula else ():
        for term, inner in terms_of(edition, edition.column_of_id[name]).items():
            total[term] += sign * inner
    return {term: sign for term, sign in total.items() if sign}


def counted_entries(entries: QuerySet[Entry], terms: Terms, *, fiscal_year: int) -> QuerySet[Entry]:
    """Those of the entries that the terms count, each with `counted`: its yen with the sign it counts with."""
    any_of = Q(pk__in=[])
    for term in terms:
        any_of |= term.condition(fiscal_year)
    signed = (When(term.condition(fiscal_year), then=F("yen") * sign) for term, sign in terms.items())
    return entries.filter(_years(terms, fiscal_year), any_of).annotate(counted=Case(*signed, default=0))


def _years(terms: Terms, fiscal_year: int) -> Q:
    """What the terms imply of the years, said apart, for an index of receivable and year cannot be used by alternatives."""
    if all(term.portion is not None for term in terms):
        return Q(accounting_year=fiscal_year)
    return Q(accounting_year__lte=fiscal_year)


def counted_yen(counted: QuerySet[Entry]) -> int:
    """What counted entries add up to."""
    return int(counted.aggregate(total=Sum("counted"))["total"] or 0)


def _sign(account: Account) -> int:
    return 1 if account is Account.ASSESSMENT else -1
