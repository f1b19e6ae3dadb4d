"""Feature: a whole object, container or request at a sink: what of it is written.
How we carry it: an object prints what its `__str__` or `__repr__` says, a record its fields, a container its contents.
What is approximated: a plain object prints its address alone; what a serialiser writes of an object that it does not know is what `default` makes of it.
"""

import flask
import json
import logging

log = logging.getLogger(__name__)


class Plain:
    """Prints its address."""

    def __init__(self, email):
        self.email = email


class Nested:
    """Prints another object."""

    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"Nested({self.inner!r})"


class Loud(Plain):
    """Prints its field."""

    def __repr__(self):
        return f"Loud({self.email})"


def address_alone(plain: Plain):
    log.info(plain)
    log.info("%s", [plain])
    log.info(plain.email)  # expect: PUR101 identity.email


def printed(loud: Loud):
    log.info(loud)  # expect: PUR101 identity.email
    log.info([loud])  # expect: PUR101 identity.email
    log.info({"a": loud})  # expect: PUR101 identity.email
    log.info("%s", (1, loud))  # expect: PUR101 identity.email
    log.info(f"{loud!r}")  # expect: PUR101 identity.email


def of_another(loud: Loud, plain: Plain):
    log.info(Nested(loud))  # expect: PUR101 identity.email
    log.info(Nested(plain))


def no_personal_locals(user):
    log.info(locals())


def form():
    log.info(flask.request.form["email"])  # expect: PUR101 identity.email
    log.info(flask.request.form["state"])


def dict_of_records(user):
    log.info({"row": {"a": user.email}})  # expect: PUR101 identity.email
    log.info({"row": {"a": user.pk}})


def extra(user):
    details = {}
    details["a"] = user.email
    log.info("seen", extra=details)  # expect: PUR101 identity.email


class ByDict(Plain):
    """Prints all it has."""

    def __repr__(self):
        return str(self.__dict__)


def fields_of_it(plain: Plain):
    log.info(vars(plain))  # expect: PUR101 identity.email


def fields_by_dict(plain: Plain):
    log.info(plain.__dict__)  # expect: PUR101 identity.email


def all_it_has(user):
    log.info(ByDict(user.email))  # expect: PUR101 identity.email


def as_json(plain: Plain):
    log.info(json.dumps(plain.__dict__))  # expect: PUR101 identity.email


def as_json_by_default(plain: Plain):
    log.info(json.dumps(plain, default=vars))  # expect: PUR101 identity.email


def all_locals(user):
    value = user.email
    log.info(locals())  # expect: PUR101 identity.email


def changed_after_it_was_handed_over(user):
    details = {}
    adapter = logging.LoggerAdapter(log, details)
    details["a"] = user.email
    adapter.info("seen")  # expect: PUR101 identity.email
