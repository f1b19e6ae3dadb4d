"""Feature: attributes by name at run time: `getattr`, `setattr`, `delattr`, `vars`, `__dict__`.
How we carry it: a name that is known is the attribute itself, one that the caller hands in is known there; `vars` and `__dict__` are the object's own attributes, for reading and for writing; what a namespace is made with are its attributes, and its text shows them.
What is approximated: under a name that nobody knows is read what was set so; whether it is also an attribute that was set by name is no more than possible.
"""

import logging
from types import SimpleNamespace

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


def name_unknown(user, name):
    box = Box()
    setattr(box, name, user.email)
    log.info(getattr(box, name))  # expect: PUR101 identity.email


def all_fields_by_dict(user):
    box = Box()
    box.held = user.email
    log.info(box.__dict__)  # expect: PUR101 identity.email


def item_of_all_fields(user):
    box = Box()
    box.held = user.email
    log.info(box.__dict__["held"])  # expect: PUR101 identity.email


def through_the_dict(user):
    box = Box()
    box.__dict__["held"] = user.email
    log.info(box.held)  # expect: PUR101 identity.email


def through_vars(user):
    box = Box()
    vars(box).update(held=user.email)
    log.info(box.held)  # expect: PUR101 identity.email


def deleted(user):
    box = Box()
    box.held = user.email
    delattr(box, "held")
    log.info(vars(box))


SHARED = SimpleNamespace(last=None, count=0)


def namespace_overwritten(user):
    box = SimpleNamespace(mail=user.email)
    log.info(box)  # expect: PUR101 identity.email
    box.mail = "-"
    log.info(box)
    log.info(vars(box))


def namespace_in_parts(user):
    box = SimpleNamespace(mail=user.email, count=1)
    log.info(box.mail)  # expect: PUR101 identity.email
    log.info(box.count)
    log.info(vars(box)["mail"])  # expect: PUR101 identity.email
    del box.mail
    log.info(box)


def namespace_of_a_mapping(user):
    box = SimpleNamespace(**{"mail": user.email, "count": 1})
    log.info(box.mail)  # expect: PUR101 identity.email
    log.info(box.count)


def namespace_filled():
    log.info(SHARED.last)  # expect: PUR101 identity.email
    log.info(SHARED.count)


def fill_namespace(user):
    SHARED.last = user.email


def attributes_in_a_template(user):
    log.info("%(email)s" % user.__dict__)  # expect: PUR101 identity.email
    log.info("%(pk)s" % user.__dict__)
    log.info("%(email)s", user.__dict__)  # expect: PUR101 identity.email
    log.info("{phone}".format(**vars(user)))  # expect: PUR101 identity.phone
    log.info("{pk}".format(**vars(user)))
    log.info("{phone}".format_map(user.__dict__))  # expect: PUR101 identity.phone
    log.info("{state}".format_map(vars(user)))


def named_like_no_attribute(user):
    box = Box()
    hang(box, "$ref", 1)
    hang(box, "$", user.email)
    hang(box, "*", user.pk)
    log.info(getattr(box, "$"))  # expect: PUR101 identity.email
    log.info(vars(box)["$"])  # expect: PUR101 identity.email
    log.info(getattr(box, "*"))
    log.info(getattr(box, "$ref"))
    log.info(box.held)
    made = SimpleNamespace(**{"$1": user.email, "()": 1})
    log.info(getattr(made, "$1"))  # expect: PUR101 identity.email
    log.info(getattr(made, "()"))
    log.info(made.held)


def hang(box, name, value):
    setattr(box, name, value)


class Sheet:
    def copied(self):
        made = self.__dict__.copy()
        made["number"] = self.to
        return made

    def one(self, columns):
        for _, name in columns.pairs:
            log.info(getattr(self, name))


class Mailing(Sheet):
    def __init__(self, user):
        self.to = user.email
        self.number = 1


def under_names_of_another(user, columns):
    Mailing(user).one(columns)


def copied_first(user):
    mailing = Mailing(user)
    log.info(mailing.copied()["number"])  # expect: PUR101 identity.email
    log.info(mailing.copied()["to"])  # expect: PUR101 identity.email
    log.info(mailing.number)
    log.info(mailing.to)  # expect: PUR101 identity.email
