"""Feature: attributes by name at run time: `getattr`, `setattr`, `delattr`, `vars`, `__dict__`.
How we carry it: a constant name is the attribute itself; `vars` gives all fields that were set on the object.
What is approximated: what is set or read under a name that is not known is not followed, nor is `__dict__`; `delattr` removes nothing.
"""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


def read(user):
    log.info(getattr(user, "email"))  # expect: PUR101 identity.email
    log.info(getattr(user, "email", None))  # expect: PUR101 identity.email
    log.info(getattr(user, "pk"))


def written(user):
    box = Box()
    setattr(box, "held", user.email)
    setattr(box, "other", 1)
    log.info(box.held)  # expect: PUR101 identity.email
    log.info(getattr(box, "held"))  # expect: PUR101 identity.email
    log.info(box.other)


def written_over(user):
    box = Box()
    box.held = user.email
    setattr(box, "held", None)
    log.info(box.held)


def name_in_a_variable(user):
    name = "email"
    log.info(getattr(user, name))  # expect: PUR101 identity.email


def all_fields(user):
    box = Box()
    box.held = user.email
    log.info(vars(box))  # expect: PUR101 identity.email


def no_fields():
    box = Box()
    box.held = 1
    log.info(vars(box))
    log.info(box.__dict__)


def method_by_name(user):
    write = getattr(log, "info")
    write(user.email)  # expect: PUR101 identity.email
    getattr(log, "warning")(user.email)  # expect: PUR101 identity.email
