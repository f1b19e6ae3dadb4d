"""Feature: values and objects at module level, read and written from other modules.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging
import module_state_helper as helper
from module_state_helper import HOLDER, PREFIX
from somewhere import fetch_owner

log = logging.getLogger(__name__)

OWNER = fetch_owner()
CONTACT = OWNER.email
LABEL = "x"


def source_of_the_module():
    log.info(CONTACT)  # open: missing PUR101 identity.email
    log.info(LABEL)


def written_by_the_other_module(user):
    helper.keep(user.email)
    log.info(HOLDER.held)  # open: missing PUR101 identity.email


def replaced(user):
    helper.PREFIX = user.email
    log.info(helper.PREFIX)  # open: missing PUR101 identity.email
