"""Feature: attributes that a class fills with settings, with the environment or with what a thing has.
How we carry it: where a class fills an attribute so, its name says nothing; what persons give flows there by itself.
What is approximated: a parameter is anybody's unless all callers hand in such a value; what another class puts into the attribute is not looked at.
"""

import logging
import os

from django.conf import settings

log = logging.getLogger(__name__)


class Sync:
    """Fills its attributes from the environment and from settings."""

    sender_email = settings.SENDER

    def __init__(self, access_token=None):
        self.password = os.environ["PASSWORD"]
        self.email = settings.SENDER
        self.access_token = access_token or os.environ.get("TOKEN")

    def show(self):
        log.info(self.password)
        log.info(self.email)
        log.info(self.access_token)
        log.info(self.sender_email)


class Dial:
    """Keeps what a thing has."""

    def __init__(self, host):
        self.password = host.password

    def show(self):
        log.info(self.password)


class Login:
    """Keeps what a person gave, beside what the service has."""

    def __init__(self, user):
        self.email = user.contact
        self.password = settings.FALLBACK
        if user.has_own:
            self.password = user.password

    def show(self):
        log.info(self.email)  # expect: PUR101 identity.email
        log.info(self.password)


def log_in(user):
    Login(user).show()  # expect: PUR101 credential.password
