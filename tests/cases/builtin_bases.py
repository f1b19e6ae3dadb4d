"""Feature: classes below Python's own containers, texts and numbers (`class Bag(list)`, `collections.UserDict`).
How we carry it: what an instance is made with is in it, by key or place, as by the constructor of its base; methods that the class adds read it there.
What is approximated: a text or a number is held as one whole.
"""

import logging
from collections import OrderedDict, UserDict, UserString, defaultdict

log = logging.getLogger(__name__)


class Payload(dict):
    """Keys as they come."""

    def shown(self):
        return str(self)

    def who(self):
        return self["who"]


class Bag(list):
    """Items as they come."""

    def all(self):
        return ", ".join(self)


class Ordered(OrderedDict):
    """Hands on what it is made with."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = 1


class Named(dict):
    """Calls its base by name."""

    def __init__(self, *args, **kwargs):
        dict.__init__(self, *args, **kwargs)


class Filled(dict):
    """Fills itself."""

    def __init__(self, *args, **kwargs):
        self.update(*args, **kwargs)


class Kept(UserDict):
    """Reads what it holds by the attribute that it is in."""

    def who(self):
        return self.data["who"]


class Lists(defaultdict):
    """Makes what is missing."""


class Text(str):
    """A text that knows more."""

    def shown(self):
        return self.strip()


class Lowered(str):
    """A text that is changed when it is made."""

    def __new__(cls, value):
        return super().__new__(cls, value.lower())


class Words(UserString):
    """A text as an object."""


class Telling(Exception):
    """Calls its base by name."""

    def __init__(self, said, code):
        Exception.__init__(self, said)
        self.code = code


def empty_at_first(user):
    made = Payload()
    made["who"] = user.email
    made["count"] = 1
    log.info(made["who"])  # expect: PUR101 identity.email
    log.info(made["count"])
    log.info(made)  # expect: PUR101 identity.email
    log.info(made.shown())  # expect: PUR101 identity.email
    log.info(made.who())  # expect: PUR101 identity.email
    for value in made.values():
        log.info(value)  # expect: PUR101 identity.email


def made_with_keys(user):
    made = Payload(who=user.email, count=1)
    log.info(made["who"])  # expect: PUR101 identity.email
    log.info(made["count"])
    log.info("%s", made)  # expect: PUR101 identity.email
    log.info(made.who())  # expect: PUR101 identity.email
    kept = Kept({"who": user.email, "count": 1})
    log.info(kept["who"])  # expect: PUR101 identity.email
    log.info(kept.who())  # expect: PUR101 identity.email
    log.info(kept["count"])
    lists = Lists(list, who=user.email)
    log.info(lists["who"])  # expect: PUR101 identity.email
    lists["other"].append(user.pk)
    log.info(lists["other"])


def handed_on(user):
    ordered = Ordered(who=user.email, count=1)
    log.info(ordered["who"])  # expect: PUR101 identity.email
    log.info(ordered["count"])
    log.info(ordered.extra)
    named = Named({"who": user.email, "count": 1})
    log.info(named["who"])  # expect: PUR101 identity.email
    log.info(named["count"])
    filled = Filled({"who": user.email}, count=1)
    log.info(filled["who"])  # expect: PUR101 identity.email
    log.info(filled["count"])
    log.info({**filled, "who": 1})
    log.info(filled.copy())  # expect: PUR101 identity.email


def of_items(user):
    bag = Bag([user.email, 1])
    log.info(bag.all())  # expect: PUR101 identity.email
    log.info(bag[0])  # expect: PUR101 identity.email
    log.info(bag[1])
    log.info(len(bag))


def of_text(user):
    text = Text(user.email)
    log.info(text)  # expect: PUR101 identity.email
    log.info(text.shown())  # expect: PUR101 identity.email
    log.info(Lowered(user.email))  # expect: PUR101 identity.email
    log.info(f"{Words(user.email)}")  # expect: PUR101 identity.email
    log.info(Text(user.pk))


def by_helper(value):
    return Payload(value=value), Text(value), Bag([value, 1])


def from_helper(user):
    payload, text, bag = by_helper(user.email)
    log.info(payload["value"])  # expect: PUR101 identity.email
    log.info(text.shown())  # expect: PUR101 identity.email
    log.info(bag[0])  # expect: PUR101 identity.email
    log.info(bag[1])
    payload, text, bag = by_helper(user.pk)
    log.info(payload)
    log.info(text)
    log.info(bag)


def of_errors(user):
    log.info(Telling(user.email, 3))  # expect: PUR101 identity.email
    log.info(Telling("no", user.email))


class Discreet(dict):
    """Says of itself how many items it has."""

    def __repr__(self):
        return f"<{len(self)}>"


def of_its_own_text(user):
    discreet = Discreet(who=user.email)
    log.info("%s", discreet)
    log.info([discreet])
    log.info(discreet["who"])  # expect: PUR101 identity.email
    log.info(dict(discreet))  # expect: PUR101 identity.email
