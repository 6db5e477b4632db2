"""The WSGI application that granian serves: `granian --interface wsgi saiken.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from saiken.config.readiness import make_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")

application = get_wsgi_application()
make_ready()
