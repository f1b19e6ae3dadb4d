"""Feature: attributes by name at run time: `getattr`, `setattr`, `delattr`, `vars`, `__dict__`.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


def name_unknown(user, name):
    box = Box()
    setattr(box, name, user.email)
    log.info(getattr(box, name))  # open: missing PUR101 identity.email


def all_fields_by_dict(user):
    box = Box()
    box.held = user.email
    log.info(box.__dict__)  # open: missing PUR101 identity.email


def item_of_all_fields(user):
    box = Box()
    box.held = user.email
    log.info(box.__dict__["held"])  # open: missing PUR101 identity.email


def through_the_dict(user):
    box = Box()
    box.__dict__["held"] = user.email
    log.info(box.held)  # open: missing PUR101 identity.email


def through_vars(user):
    box = Box()
    vars(box).update(held=user.email)
    log.info(box.held)  # open: missing PUR101 identity.email


def deleted(user):
    box = Box()
    box.held = user.email
    delattr(box, "held")
    log.info(vars(box))  # open: false PUR101 identity.email
