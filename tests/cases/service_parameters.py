"""Feature: parameters to which all calls hand settings, or what a thing has (a configuration's access token); tokens of a program's own (`client_credentials`).
How we carry it: such a parameter's name says nothing; what persons give flows there by itself. A function that states such a grant reads tokens of nobody's.
What is approximated: calls are known by the last word of what they call; a function that is called under another name, or by a framework, is taken to get the same.
"""

import logging

import requests
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


class Own:
    """Gets a token of the program's own."""

    def fetch(self):
        answer = requests.post("https://pay.example.org", data={"grant_type": "client_credentials"}, timeout=5)
        self.token = answer.json().get("access_token")
        access_token = answer.json()["access_token"]
        log.info(access_token)

    def headers(self):
        log.info({"Authorization": f"Bearer {self.token}"})


def of_somebody(code):
    answer = requests.post("https://pay.example.org", data={"grant_type": "authorization_code", "code": code}, timeout=5)
    log.info(answer.json()["access_token"])  # expect: PUR101 credential.token
