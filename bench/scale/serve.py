"""Serves the large register as `saiken serve` does, with the bare page beside its screens: `python -m bench.scale.serve PORT`.

The one idea: the same function starts the server, with other settings. It measures nothing.
"""

import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.scale.settings"

from saiken.cli.context import Context  # the settings are named first
from saiken.cli.serve import serve_screens
from saiken.config.environment import home
from saiken.config.lawbook import lawbook
from saiken.config.main import database_at, prepare_register

#: Processes that make pages, as the guide for running it for real says.
WORKERS = 2

if __name__ == "__main__":
    context = Context(
        prepare_register=prepare_register,
        lawbook=lawbook,
        application="saiken.config.wsgi:application",
        database_at=database_at,
        home=home(Path.cwd()),
    )
    serve_screens(context, host="127.0.0.1", port=int(sys.argv[1]), workers=WORKERS)
