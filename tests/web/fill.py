"""Migrates the register of the environment and fills it with the small city: `python -m tests.web.fill`, run by the browser tests."""

import os

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from django.utils.timezone import localdate  # noqa: E402

from saiken.register.actions.count_work import count_work  # noqa: E402
from tests.support.small_city import BY, SmallCity  # noqa: E402 - models can be imported only after the set-up
from tests.support.small_city_approvals import SmallCityApprovals  # noqa: E402
from tests.support.small_city_court import fill_court  # noqa: E402
from tests.support.small_city_offices import fill_offices  # noqa: E402
from tests.support.small_city_plans import fill_plans  # noqa: E402
from tests.support.small_city_reserved import fill_reserved  # noqa: E402
from tests.support.small_city_samples import Samples  # noqa: E402
from tests.support.small_city_stories import Stories  # noqa: E402

if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    city = SmallCity()
    city.fill()
    SmallCityApprovals(city).fill()
    fill_plans(city)
    fill_offices(city)
    Stories(city).fill()
    fill_court()
    Samples(city).fill()
    fill_reserved(city)
    count_work(by=BY, on=localdate())
