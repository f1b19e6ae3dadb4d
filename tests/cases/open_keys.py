"""Caches with computed keys: what is kept under one kind of key is not found under another.

Feature: `cache[f"mail:{number}"]`, `cache.set(f"rate:{name}", rate)`, keys that begin alike.
How we carry it: of a key that is put together its beginning is kept, so that it meets those keys only which may be
    the same: constants that begin so, others of which one beginning begins the other's, and keys nobody knows.
What is approximated: keys that begin with what is not known may be any, whatever they end with.
"""

import logging

log = logging.getLogger(__name__)

MAILS: dict[str, str] = {}


class Cache:
    def __init__(self):
        self._values = {}

    def get(self, key, default=None):
        found = self._values.get(key)
        return default if found is None else found

    def set(self, key, value):
        self._values[key] = value

    def fill(self, key, function):
        found = self.get(key)
        if found:
            return found
        value = function()
        self.set(key, value)
        return value


cache = Cache()


def keep(user):
    cache.set(f"mail:{user.pk}", user.email)
    cache.set("step:1", "done")
    MAILS[f"mail:{user.pk}"] = user.email


def of_the_same_kind(number):
    log.info(cache.get(f"mail:{number}"))  # expect: PUR101 identity.email
    log.info(MAILS[f"mail:{number}"])  # expect: PUR101 identity.email
    log.info(MAILS.get("mail:" + number))  # expect: PUR101 identity.email


def of_another_kind(name):
    log.info(cache.get(f"rate:{name}"))
    log.info(cache.get("step:1"))
    log.info(cache.fill(f"rate:{name}", lambda: 1.5))
    log.info(MAILS[f"rate:{name}"])
    log.info(MAILS.get("rate"))


def of_one_that_begins_so(name):
    log.info(cache.get("mail:admin"))  # expect: PUR101 identity.email
    log.info(cache.get(f"mail:admin:{name}"))  # expect: PUR101 identity.email
    log.info(cache.get(f"m{name}"))  # expect: PUR101 identity.email


def of_any_kind(name, number):
    log.info(cache.get(name))  # expect: PUR101 identity.email
    log.info(MAILS[f"{name}:{number}"])  # expect: PUR101 identity.email


def chosen(name, number):
    key = None
    if name:
        key = f"rate:name:{name}"
    elif number:
        key = f"rate:number:{number}"
    if key:
        log.info(cache.get(key))
        log.info(MAILS.get(key))


def local(user, number):
    held = {}
    held[f"mail:{number}"] = user.email
    held[f"step:{number}"] = number
    log.info(held[f"step:{number}"])
    log.info(held[f"mail:{number}"])  # expect: PUR101 identity.email
    log.info(held)  # expect: PUR101 identity.email
    for key, value in held.items():
        log.info("%s %s", key, value)  # expect: PUR101 identity.email
    return {**held, "rate": 1}


def copied(user):
    log.info(local(user, 1)[f"step:{user.pk}"])
    log.info(local(user, 1)["rate"])
    log.info(local(user, 1)["mail:2"])  # expect: PUR101 identity.email


def taken_out(user, number):
    held = {f"mail:{number}": user.email}
    held.pop(f"mail:{user.pk}", None)  # another one's perhaps
    del held[f"mail:{user.pk}"]
    log.info(held["mail:2"])  # expect: PUR101 identity.email


def caller(user):
    held = {f"mail:{user.pk}": user.email, f"step:{user.pk}": "done"}
    log.info(step_of(held, 1))
    log.info(mail_of(held, 1))  # expect: PUR101 identity.email


def step_of(held, number):
    return held[f"step:{number}"]


def mail_of(held, number):
    return held.get(f"mail:{number}")
