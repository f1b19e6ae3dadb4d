"""Feature: keys and attribute names that a condition chooses.
How we carry it: of a few constant texts that a name may be each is known, so that what is put under it stands under one or the other, what is read is one of these, and a test that decides of the key of an assignment or a display is narrowed to on either way.
What is approximated: where a variable keeps the chosen key, the test that chose it says nothing of what is put there; of more than six texts none is known, nor of one that is put together from them.
"""

import logging

log = logging.getLogger(__name__)


class User:
    email: str
    name: str
    plan: str

    def __str__(self):
        return self.name


def put_under_either(who):
    found = {}
    found["email" if isinstance(who, str) else "user"] = who
    return found


def put_by_display(who):
    return {"email" if isinstance(who, str) else "user": who}


def put_by_variable(who):
    key = "contact" if isinstance(who, str) else "user"
    found = {}
    found[key] = who
    return found


def in_full(user: User):
    found = put_under_either(user)
    log.info(found["user"].email)  # expect: PUR101 identity.email
    log.info(found["user"])  # expect: PUR101 identity.name
    log.info(found["user"].plan)
    shown = found["email"]
    log.info("to %s", shown)  # expect: PUR101 identity.email


def by_display(user: User):
    found = put_by_display(user)
    log.info(found["user"].email)  # expect: PUR101 identity.email
    log.info(found["user"].plan)


def by_variable(user: User):
    found = put_by_variable(user)
    log.info(found["user"].email)  # expect: PUR101 identity.email
    log.info(found["contact"].plan)


def an_address(user: User):
    found = put_by_variable(user.email)
    log.info(found["contact"])  # expect: PUR101 identity.email


def under_constants(user: User, short):
    found = {"c": "x"}
    found["a" if short else "b"] = user.email
    log.info(found["a"])  # expect: PUR101 identity.email
    log.info(found["b"])  # expect: PUR101 identity.email
    log.info(found["c"])
    log.info(found)  # expect: PUR101 identity.email


def by_branches(user: User, kind):
    if kind == 1:
        key = "a"
    elif kind == 2:
        key = "b"
    else:
        key = "c"
    found = {"d": user.name, "e": "x"}
    found[key] = user.email
    log.info(found["b"])  # expect: PUR101 identity.email
    log.info(found["d"])  # expect: PUR101 identity.name
    log.info(found["e"])


def read_under_constants(user: User, short):
    found = {"a": user.email, "b": "x", "c": user.name, "d": "y"}
    log.info(found["a" if short else "b"])  # expect: PUR101 identity.email
    log.info(found["b" if short else "d"])
    key = "b" if short else "c"
    log.info(found[key])  # expect: PUR101 identity.name
    log.info(found.get(key))  # expect: PUR101 identity.name
    other = "b" if short else "d"
    log.info(found.get(other))


def taken_out(user: User, short):
    found = {"a": user.email, "b": "x", "c": "y"}
    key = "b" if short else "c"
    log.info(found.pop(key))
    log.info(found.get("b"))
    log.info(found.pop("a" if short else "b"))  # expect: PUR101 identity.email


def by_get_attribute(user: User, short):
    log.info(getattr(user, "plan" if short else "name"))  # expect: PUR101 identity.name
    log.info(getattr(user, "plan" if short else "kind"))


def by_set_attribute(user: User, thing, short):
    thing.third = "x"
    setattr(thing, "first" if short else "second", user.email)
    log.info(thing.first)  # expect: PUR101 identity.email
    log.info(thing.third)


def read_by(found, key):
    return found[key]


def read_of(thing, name):
    return getattr(thing, name)


def handed_on(user: User, short):
    found = {"a": user.email, "b": "x", "c": user.name, "d": "y"}
    log.info(read_by(found, "b" if short else "c"))  # expect: PUR101 identity.name
    log.info(read_by(found, "b" if short else "d"))
    log.info(read_of(user, "plan" if short else "name"))  # expect: PUR101 identity.name
    log.info(read_of(user, "plan" if short else "kind"))


def told_by_a_request(request, short):
    log.info(request.POST["email" if short else "next"])  # expect: PUR101 identity.email
    log.info(request.POST["page" if short else "next"])


def put_together(user: User, short):
    found = {"a_x": user.email, "a": "x", "b": "y"}
    key = "a" if short else "b"
    log.info(found[key])
    log.info(found[f"{key}_x"])  # expect: PUR101 identity.email
    log.info(found[key + "_x"])  # expect: PUR101 identity.email
