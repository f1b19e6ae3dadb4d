"""More containers in one place than are told apart, and containers deep within others.

Feature: a list that is given many displays, a structure of several layers that a function returns.
How we carry it: over a bound the containers of one kind become one, whose keys are told apart; a summary
    keeps four layers.
What is approximated: which of the many items holds what; below the fourth layer keys fall together.
"""

import logging

from django.contrib.auth.models import User

log = logging.getLogger(__name__)


def collect(values: dict[str, str]):
    issues = []
    for key, value in values.items():
        issues.append({"key": key, "kind": "a"})
        issues.append({"key": key, "kind": "b"})
        issues.append({"key": key, "kind": "c"})
        issues.append({"key": key, "kind": "d"})
        issues.append({"key": key, "kind": "e"})
        issues.append({"key": key, "kind": "f"})
        issues.append({"key": key, "kind": "g"})
        issues.append({"key": key, "kind": "h", "value": value})
    return issues


def hand_on(values: dict[str, str]):
    return {"issues": collect(values)}


def layered(values: dict[str, str]):
    found = {"issues": [{"value": values["mail"]}], "count": 1}
    return (found, 1)


def report(user: User):
    found = hand_on({"mail": user.email})
    log.info("%s", found)  # expect: PUR101 identity.email
    for issue in found["issues"]:
        log.info("%s", issue["value"])  # expect: PUR101 identity.email
        log.info("%s", issue["kind"])
    log.info("%s", len(found["issues"]))


def layers(user: User):
    found, number = layered({"mail": user.email})
    log.info("%s", found["issues"])  # expect: PUR101 identity.email
    log.info("%s", found["issues"][0]["value"])  # expect: PUR101 identity.email
    log.info("%s %s", found["count"], number)
