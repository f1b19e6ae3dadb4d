"""Feature: a variable whose name speaks of one thing and whose value is known to be another.
How we carry it: what a value surely is where it comes from outweighs what its name says of the same group of elements.
What is approximated: a value that may be two things at once, by whichever way the code took, is taken for what its sources say.
"""

import logging

log = logging.getLogger(__name__)


def bounced(recipient):
    recipient_address = recipient.pop("emailAddress", None)
    log.info(recipient_address)  # expect: PUR101 identity.email


def delivered(recipient):
    recipient_address = recipient.pop("street_address", None)
    log.info(recipient_address)  # expect: PUR101 identity.postal_address


def unknown(recipient):
    recipient_address = recipient.pop("destination", None)
    log.info(recipient_address)  # expect: PUR101 identity.postal_address


def of_another_group(person):
    passport_number = person.city
    log.info(passport_number)  # expect: PUR101 identity.document_number; PUR101 location.city
