"""Feature: several ways into one sink in a helper: what the helper adds itself, and what its callers hand in.
How we carry it: a caller is told of an element that the helper tells already only where it has a source that is surer.
What is approximated: of two sources that are as sure as each other the helper's own is told alone.
"""

import logging

log = logging.getLogger(__name__)


def sent(event, to):
    log.info([to, event.email])  # expect: PUR101 identity.email


def to_the_speaker(event, speaker):
    recipients = "a,b".split(",")
    recipients.append(speaker.email)
    sent(event, recipients)  # expect: PUR101 identity.email


def to_the_team(event, team):
    sent(event, team.email)


def noted(user, address):
    log.info([user.email, address])  # expect: PUR101 identity.email


def of_the_speaker(user, speaker):
    noted(user, speaker.email)
