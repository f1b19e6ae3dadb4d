"""Feature: methods of texts and bytes, and encodings that can be undone: `str`, `repr`, `encode`, `base64`, `json`.
How we carry it: what can be turned back into the value is still the value; tests of a text say nothing of it.
What is approximated: a text that was changed beyond recognition (`replace`, `translate`) is still personal.
"""

import base64
import json
import logging
import re

log = logging.getLogger(__name__)


def cases(user):
    log.info(user.email.lower())  # expect: PUR101 identity.email
    log.info(user.email.strip().title())  # expect: PUR101 identity.email
    log.info(user.email.replace("@", " at "))  # expect: PUR101 identity.email
    log.info(user.email.removesuffix(".org"))  # expect: PUR101 identity.email


def parts(user):
    log.info(user.email.split("@"))  # expect: PUR101 identity.email
    log.info(user.email.split("@")[0])  # expect: PUR101 identity.email
    log.info(user.email.partition(".")[2])  # expect: PUR101 identity.email
    for part in user.email.split("@"):
        log.info(part)  # expect: PUR101 identity.email


def bytes_of(user):
    log.info(user.email.encode("utf-8"))  # expect: PUR101 identity.email
    log.info(user.email.encode().decode())  # expect: PUR101 identity.email
    log.info(bytes(user.email, "utf-8"))  # expect: PUR101 identity.email
    log.info(user.email.encode().hex())  # expect: PUR101 identity.email


def builtins(user):
    log.info(str(user.email))  # expect: PUR101 identity.email
    log.info(repr(user.email))  # expect: PUR101 identity.email
    log.info(ascii(user.email))  # expect: PUR101 identity.email
    log.info(format(user.email, ">20"))  # expect: PUR101 identity.email
    log.info(list(user.email))  # expect: PUR101 identity.email


def encoded(user):
    log.info(base64.b64encode(user.email.encode()))  # expect: PUR101 identity.email
    log.info(json.dumps({"a": user.email}))  # expect: PUR101 identity.email
    log.info(json.loads(json.dumps({"a": user.email})))  # expect: PUR101 identity.email
    log.info(json.dumps({"a": 1}))


def tested(user):
    log.info(user.email.startswith("x"))
    log.info(user.email.count("@"))
    log.info(user.email.find("@"))
    log.info(user.email.isascii())


def searched(user):
    log.info(re.sub("a", "b", user.email))  # expect: PUR101 identity.email
    log.info(re.search("a", user.email).group())  # expect: PUR101 identity.email
    log.info(re.findall("a", user.email))  # expect: PUR101 identity.email
