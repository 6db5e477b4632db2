"""The screens 法令: the list of what the law book holds, one parameter through time, one act, the terms of one claim kind.

The one idea: an official reads here what the program computes with, where it stands and which propositions prove it; what was not
checked against a public source says so. Anyone signed in may read it.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from saiken.web.components.parameters import day_of, is_partial
from saiken.web.context import context_of
from saiken.web.law.lines import (
    KEPT_FROM,
    act_lines,
    article_lines,
    kinds_with_profiles,
    parameter_lines,
    parts_of,
    terms_on,
    value_lines,
)


def law_page(request: HttpRequest) -> HttpResponse:
    """Parameters with their value of the day, acts, and claim kinds with terms; narrowed by a text."""
    book = context_of(request).lawbook
    wanted, on = request.GET.get("q", "").strip(), day_of(request.GET, "on") or localdate()
    shown = {
        "book": book,
        "wanted": wanted,
        "on": on,
        "parameters": parameter_lines(book, on=on, wanted=wanted),
        "acts": act_lines(book, wanted=wanted),
        "kinds": kinds_with_profiles(book),
    }
    return render(request, "law/_list.html" if is_partial(request) else "law/page.html", shown)


def parameter_page(request: HttpRequest, *, parameter_id: str) -> HttpResponse:
    """One parameter through time. Raises Http404."""
    context = context_of(request)
    parameter = context.lawbook.parameters.get(parameter_id)
    if parameter is None:
        raise Http404
    lines = value_lines(parameter, book=context.lawbook, proofs=context.proofs)
    articles = {found.text: found for line in lines for found in line.cited}
    shown = {"parameter": parameter, "lines": lines, "articles": articles.values(), "first_on": KEPT_FROM}
    return render(request, "law/parameter.html", shown)


def act_page(request: HttpRequest, *, act_id: str) -> HttpResponse:
    """One act with its cited articles, what rests on them and what proves them. Raises Http404."""
    context = context_of(request)
    act = context.lawbook.acts.get(act_id)
    if act is None:
        raise Http404
    lines = article_lines(act, book=context.lawbook, proofs=context.proofs)
    shown = {"act": act, "lines": lines, "first_on": KEPT_FROM}
    return render(request, "law/act.html", shown)


def terms_page(request: HttpRequest, *, kind: str) -> HttpResponse:
    """The terms of one claim kind, the profiles side by side. Raises Http404."""
    book, on = context_of(request).lawbook, day_of(request.GET, "on") or localdate()
    profiles = terms_on(book, kind, on=on)
    if not profiles:
        raise Http404
    cited = [[(citation.act, book.text(citation)) for citation in terms.citations] for terms in profiles]
    shown = {
        "kind": kind,
        "on": on,
        "profiles": profiles,
        "cited": list(zip(profiles, cited, strict=True)),
        "parts": parts_of(profiles, book=book),
    }
    return render(request, "law/terms.html", shown)
