"""Addresses in letters that were received, and in what mail services tell about them.

Feature: `message["From"]` of a parsed message, `mail["commonHeaders"]["from"]` of a notification.
How we carry it: entries name the keys that are addresses, for the types that parsing gives, and for
    variables and items of a telling name.
What is approximated: items of a whole message one by one (`message.items()`), and headers under a variable
    of another name, say nothing.
"""

import email
import json
import logging
import smtplib
from email.headerregistry import Address
from email.message import EmailMessage

log = logging.getLogger(__name__)


def notified(body):
    message = json.loads(body)
    common_headers = message["mail"]["commonHeaders"]
    log.info("%s", common_headers["from"])  # expect: PUR101 identity.email
    log.info("%s", common_headers.get("replyTo"))  # expect: PUR101 identity.email
    log.info("%s", common_headers["subject"])
    log.info("%s", common_headers["messageId"])
    log.info("%s", message["mail"]["commonHeaders"]["to"])  # expect: PUR101 identity.email


def other_keys_from(body):
    window = json.loads(body)
    log.info("%s", window["from"])
    log.info("%s", window["range"]["to"])


def parsed(raw: bytes):
    message = email.message_from_bytes(raw)
    log.info("%s", message["From"])  # expect: PUR101 identity.email
    log.info("%s", message.get("Reply-To"))  # expect: PUR101 identity.email
    log.info("%s", message["Message-ID"])


def set_by_us():
    message = email.message.EmailMessage()
    message["From"] = "shop@example.org"
    log.info("%s", message["From"])


def address_with_a_name(user):
    address = Address(user.full_name, addr_spec=user.email)
    message = EmailMessage()
    message["To"] = str(address)
    message["Reply-To"] = address
    with smtplib.SMTP("localhost") as server:
        server.send_message(message)  # expect: PUR201 identity.email; PUR201 identity.name
    log.info("sent to %s", address)  # expect: PUR101 identity.email; PUR101 identity.name
    log.info("sent to %s", address.domain)
