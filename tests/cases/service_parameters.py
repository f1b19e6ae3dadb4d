"""Feature: parameters to which all calls hand settings, or what a thing has (a configuration's access token).
How we carry it: such a parameter's name says nothing; what persons give flows there by itself.
What is approximated: calls are known by the last word of what they call; a function that is called under another name, or by a framework, is taken to get the same.
"""

import logging

from django.conf import settings

log = logging.getLogger(__name__)


def fetch(access_token, page):
    log.info(access_token)
    log.info(page)


def fetch_all(access_token):
    fetch(access_token, 1)


def of_a_configuration(config):
    fetch_all(config.access_token)
    fetch(page=2, access_token=settings.CRM_TOKEN)


class Remote:
    """Keeps what it is handed, which is the service's."""

    def __init__(self, api_token):
        self.token = settings.TOKEN
        log.info(api_token)

    def ask(self):
        ask_with(self.token)


def ask_with(access_token):
    log.info(access_token)


def remote():
    Remote(settings.CRM_TOKEN).ask()


def fetch_for_some(access_token):
    log.info(access_token)  # expect: PUR101 credential.token


def of_some(config, token):
    fetch_for_some(config.access_token)
    fetch_for_some(token)


def queued(refresh_token):
    log.info(refresh_token)  # expect: PUR101 credential.token


def queue(config, given):
    queued(config.refresh_token)
    queued.delay(given)


def called_by_nobody(access_token):
    log.info(access_token)  # expect: PUR101 credential.token


def with_a_constant(auth_token="none"):
    log.info(auth_token)  # expect: PUR101 credential.token


def constants():
    with_a_constant("some")
