"""Feature: a whole object, container or request at a sink: what of it is written.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import json
import logging

log = logging.getLogger(__name__)


class Plain:
    """Prints its address."""

    def __init__(self, email):
        self.email = email


class Loud(Plain):
    """Prints its field."""

    def __repr__(self):
        return f"Loud({self.email})"


class ByDict(Plain):
    """Prints all it has."""

    def __repr__(self):
        return str(self.__dict__)


def fields_of_it(plain: Plain):
    log.info(vars(plain))  # open: missing PUR101 identity.email


def fields_by_dict(plain: Plain):
    log.info(plain.__dict__)  # open: missing PUR101 identity.email


def all_it_has(user):
    log.info(ByDict(user.email))  # open: missing PUR101 identity.email


def as_json(plain: Plain):
    log.info(json.dumps(plain.__dict__))  # open: missing PUR101 identity.email


def as_json_by_default(plain: Plain):
    log.info(json.dumps(plain, default=vars))  # open: missing PUR101 identity.email


def all_locals(user):
    value = user.email
    log.info(locals())  # open: missing PUR101 identity.email


def changed_after_it_was_handed_over(user):
    details = {}
    adapter = logging.LoggerAdapter(log, details)
    details["a"] = user.email
    adapter.info("seen")  # open: missing PUR101 identity.email
