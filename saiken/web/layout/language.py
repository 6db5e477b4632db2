"""Choosing the language of the screens, kept in a cookie of the browser.

The one idea: Django's own view does the work; it is wrapped only so that it is posted to and nothing else.
"""

from django.views.decorators.http import require_POST
from django.views.i18n import set_language as choose

set_language = require_POST(choose)
