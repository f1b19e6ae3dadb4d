"""Feature: what takes the personal data out of a value: measuring, testing, masking, dropping, encrypting.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def first_letters(value):
    return value[:2] + "***"


def cut_short(user):
    log.info(first_letters(user.email))  # open: false PUR101 identity.email
