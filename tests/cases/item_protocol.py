"""Feature: `[]` on objects of the project: reading, writing, deleting, slices, mappings below `dict`, access in a helper.
How we carry it: `__getitem__`, `__setitem__` and `__delitem__` run, with the key as far as it is known.
What is approximated: items that a class keeps by a key it is handed stay apart only where the key is a constant.
"""

import collections
import logging

log = logging.getLogger(__name__)


class Keyed:
    """Keeps its items in a dict."""

    def __init__(self):
        self.items = {}

    def __setitem__(self, key, value):
        self.items[key] = value

    def __getitem__(self, key):
        return self.items[key]

    def __delitem__(self, key):
        log.info(self.items[key])


class Fixed:
    """Gives the same for every key."""

    def __init__(self, held):
        self.held = held

    def __getitem__(self, key):
        return "x"


class Sliced:
    """Takes slices."""

    def __init__(self, held):
        self.held = held

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self.held
        return "x"


class Upper(dict):
    """A dict with keys in capitals."""

    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


class Filling(dict):
    """Makes what is missing."""

    def __init__(self, held):
        super().__init__()
        self.held = held

    def __missing__(self, key):
        return self.held


class Told(collections.UserDict):
    """Tells of what is put in."""

    def __setitem__(self, key, value):
        log.info(value)
        super().__setitem__(key, value)


class Grid:
    """Keys of several parts."""

    def __init__(self):
        self.cells = {}

    def __setitem__(self, at, value):
        row, column = at
        self.cells[row] = value

    def __getitem__(self, at):
        return self.cells


def kept_apart(user):
    keyed = Keyed()
    keyed["mail"] = user.email
    keyed["job"] = "x"
    log.info(keyed["mail"])  # expect: PUR101 identity.email
    log.info(keyed["job"])


def overwritten(user):
    keyed = Keyed()
    keyed["mail"] = user.email
    keyed["mail"] = "x"
    log.info(keyed["mail"])


def deleted(user):
    keyed = Keyed()
    keyed["mail"] = user.email
    del keyed["mail"]  # expect: PUR101 identity.email


def fixed(user):
    log.info(Fixed(user.email)["email"])
    log.info(Fixed(user.email)[0])


def sliced(user):
    log.info(Sliced(user.email)[1:2])  # expect: PUR101 identity.email


def below_dict(user):
    upper = Upper()
    upper["mail"] = user.email
    log.info(upper["mail"])  # expect: PUR101 identity.email
    other = Upper()
    other["mail"] = "x"
    log.info(other["mail"])


def missing(user):
    log.info(Filling(user.email)["job"])  # expect: PUR101 identity.email
    log.info(Filling("x")["job"])


def told(user):
    told = Told()
    told["mail"] = user.email  # expect: PUR101 identity.email
    told["mail"] = "x"


def in_place(user):
    keyed = Keyed()
    keyed["text"] = "x"
    keyed["text"] += user.email
    log.info(keyed["text"])  # expect: PUR101 identity.email


def unpacked_into(user):
    keyed = Keyed()
    keyed["a"], keyed["b"] = "x", user.email
    log.info(keyed["a"])
    log.info(keyed["b"])  # expect: PUR101 identity.email


def of_several_parts(user):
    grid = Grid()
    grid[0, 1] = user.email
    log.info(grid[0, 1])  # expect: PUR101 identity.email


def read(thing):
    return thing["mail"]


def written(thing, value):
    thing["mail"] = value


def in_a_helper(user):
    keyed = Keyed()
    written(keyed, user.email)
    log.info(read(keyed))  # expect: PUR101 identity.email
    log.info(keyed["job"])


def in_a_helper_of_another(user):
    log.info(read(Fixed(user.email)))


def told_in_a_helper(user):
    written(Told(), user.email)  # expect: PUR101 identity.email


def called_by_name(user):
    keyed = Keyed()
    keyed.__setitem__("mail", user.email)
    log.info(keyed.__getitem__("mail"))  # expect: PUR101 identity.email
    plain = {}
    plain.__setitem__("mail", user.email)
    log.info(plain.__getitem__("mail"))  # expect: PUR101 identity.email
    log.info(plain.__getitem__("job"))
