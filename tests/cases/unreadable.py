"""Feature: a file that no parser of ours reads.
How we carry it: the file is reported as not analysed, and all other files are analysed.
What is approximated: nothing in the file is looked at.
"""

import logging

log = logging.getLogger(__name__)


def cut_off(user):
    log.info(user.email  # expect: PUR901
