"""Feature: parameters that say who gets a message: `to` of `send_sms`, `recipients` of a mailer's `send`.
How we carry it: the function's name, or the class of a method that delivers, says by which channel, and so what the parameter holds.
What is approximated: where every caller hands in a setting, nobody is reached; a channel that only the module's name says is not read.
"""

import logging

import requests
from django.conf import settings

log = logging.getLogger(__name__)


def send_sms(to, text):
    requests.post("https://sms.example.com", json={"to": to.replace("+", ""), "text": text})  # expect: PUR201 identity.phone
    log.info("sent %s", text)


def send_email_to_all(recipients, subject):
    log.info("sending %s to %s", subject, recipients)  # expect: PUR101 identity.email


class MailBackend:
    def send(self, recipient, subject):
        log.info("to %s", recipient)  # expect: PUR101 identity.email

    def split(self, recipient):
        log.info("to %s", recipient)


class Publisher:
    def send(self, recipient, subject):
        log.info("to %s", recipient)


def send_alert_email(to, subject):
    log.info("to %s", to)


def alarm():
    send_alert_email(settings.OPERATORS, "disk is full")
    send_alert_email(settings.OPERATORS, "disk is full again")


def move(to):
    log.info("to %s", to)
