"""Feature: tests that a value is a text or a number, `isinstance(who, str)`.
How we carry it: behind such a test stands what is plain of the value, no container and no object of a class with fields, also where only the caller knows what it handed in.
What is approximated: behind a test that it is no text, a text is still taken for what it may be.
"""

import logging

log = logging.getLogger(__name__)


class User:
    email: str
    name: str
    plan: str

    def __str__(self):
        return self.name


class Address(str):
    owner: str


def show_text(who):
    if isinstance(who, str):
        log.info(who)


def show_number(what):
    if isinstance(what, (int, float)):
        log.info(what)


def show_either(who):
    if isinstance(who, (str, User)):
        log.info(who)  # expect: PUR101 identity.name


def as_text(who):
    if isinstance(who, str):
        return who
    return who.plan


def of_an_object(user: User):
    show_text(user)
    show_number(user)
    show_either(user)
    log.info(as_text(user))


def of_a_text(user: User):
    show_text(user.email)  # expect: PUR101 identity.email
    show_either(user.email)  # expect: PUR101 identity.email
    log.info(as_text(user.name))  # expect: PUR101 identity.name


def of_a_container(user: User):
    show_text([user.email])
    show_text({"a": user.email})
    show_number((user.email,))


def of_a_text_with_fields(user: User):
    show_text(Address(user.email))  # expect: PUR101 identity.email


def at_once(user: User):
    if isinstance(user, str):
        log.info(user)
    log.info(user)  # expect: PUR101 identity.name


def of_each(users: list[User]):
    for each in users:
        if isinstance(each, str):
            log.info(each)
        else:
            log.info(each)  # expect: PUR101 identity.name


def filled_behind(who, value):
    if isinstance(who, str):
        log.info("a text")
    who.contact = value
    return who


def is_the_same_behind(thing, user: User):
    filled_behind(thing, user.email)
    log.info(thing.contact)  # expect: PUR101 identity.email
    filled_behind(thing, "x")
    log.info(thing.contact)


def item_of(found, key):
    if isinstance(key, str):
        return found[key]
    return None


def still_a_key(user: User):
    found = {"a": user.email, "b": "x"}
    log.info(item_of(found, "a"))  # expect: PUR101 identity.email
    log.info(item_of(found, "b"))


def attribute_of(thing, name):
    if isinstance(name, str):
        return getattr(thing, name)
    return None


def still_a_name(user: User):
    log.info(attribute_of(user, "name"))  # expect: PUR101 identity.name
    log.info(attribute_of(user, "kind"))
