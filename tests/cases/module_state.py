"""Feature: values and objects at module level, read and written from other modules.
How we carry it: a module's names are what its own body leaves in them; an object of a module is one object for all that import it.
What is approximated: what another module's function leaves in a module's object is not seen, nor is rebinding a name of another module; a name that is an attribute of another name is not followed.
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
