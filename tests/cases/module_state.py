"""Feature: values and objects at module level, read and written from other modules.
How we carry it: a module's names are what its own body leaves in them, and what functions bind them to; an object of a module is one object for all that import it.
What is approximated: the order in which functions run; a name imported from another module, which is an attribute of a name there, is not followed.
"""

import logging
import module_state_helper as helper
from module_state_helper import HOLDER, PREFIX
from somewhere import fetch_owner

log = logging.getLogger(__name__)

OWNER = fetch_owner()
CONTACT = OWNER.email
LABEL = "x"

log.info(CONTACT)  # expect: PUR101 identity.email
log.info(LABEL)


def of_another_module():
    log.info(PREFIX)
    log.info(helper.TABLE["a"])


def field_of_a_shared_object(user):
    HOLDER.held = user.email
    log.info(helper.HOLDER.held)  # expect: PUR101 identity.email


def item_of_a_shared_dict(user):
    helper.TABLE["b"] = user.email
    log.info(helper.TABLE["b"])  # expect: PUR101 identity.email
    log.info(helper.TABLE["a"])


def client_of_a_module(user):
    helper.CLIENT.post("https://crm.example/people", data=user.email)  # expect: PUR201 identity.email


def source_of_the_module():
    log.info(CONTACT)  # expect: PUR101 identity.email
    log.info(LABEL)


def written_by_the_other_module(user):
    helper.keep(user.email)
    log.info(HOLDER.held)  # expect: PUR101 identity.email


def found_by_the_next():
    log.info(HOLDER.held)  # expect: PUR101 identity.email
    log.info(HOLDER.label)


def replaced(user):
    helper.PREFIX = user.email
    log.info(helper.PREFIX)  # expect: PUR101 identity.email
    log.info(PREFIX)


def replaced_for_the_next():
    log.info(helper.PREFIX)  # expect: PUR101 identity.email


def item_of_the_next():
    log.info(helper.TABLE["b"])  # expect: PUR101 identity.email
    log.info(helper.table()["b"])  # expect: PUR101 identity.email
    log.info(helper.table()["a"])


def through_a_function(user):
    helper.table()["c"] = user.email
    log.info(helper.TABLE["c"])  # expect: PUR101 identity.email


def called_by_name(user):
    helper.HANDLERS["told"](user.email)  # expect: PUR101 identity.email
    helper.HANDLERS["quiet"](user.email)


def kept_in_a_list(user):
    helper.QUEUE.append(user)


def taken_from_a_list():
    for user in helper.QUEUE:
        log.info(user.email)  # expect: PUR101 identity.email


def registered_by_a_decorator(user):
    helper.HANDLERS["decorated"](user.email)  # expect: PUR101 identity.email
    helper.HANDLERS["silent"](user.email)
