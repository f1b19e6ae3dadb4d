"""Feature: functions that are handed over, kept in lists, dicts and attributes, chosen and returned.
How we carry it: a function is a value; a call of something that the caller handed in is resolved where it is handed in.
What is approximated: of several functions that a value may be, eight are followed; one kept in an attribute is lost when a method calls it.
"""

import logging

log = logging.getLogger(__name__)


def write(value):
    log.info(value)


def drop(value):
    return len(value)


def same(value):
    return value


def apply(function, value):
    return function(value)


def apply_keyword(value, *, function):
    function(value)


def local(user):
    function = write
    function(user.email)  # expect: PUR101 identity.email
    function = drop
    function(user.email)


def handed_over(user):
    apply(write, user.email)  # expect: PUR101 identity.email
    apply(drop, user.email)
    apply_keyword(user.email, function=write)  # expect: PUR101 identity.email
    log.info(apply(same, user.email))  # expect: PUR101 identity.email


def result_of_what_was_handed_over(user):
    log.info(apply(drop, user.email))


def twice(user):
    apply_twice(write, user.email)  # expect: PUR101 identity.email
    apply_twice(drop, user.email)


def apply_twice(function, value):
    apply(function, value)


def in_a_list(user):
    for function in [drop, write]:
        function(user.email)  # expect: PUR101 identity.email


def in_a_dict(user):
    table = {"a": write, "b": drop}
    table["a"](user.email)  # expect: PUR101 identity.email
    table["b"](user.email)


def in_a_dict_by_unknown_key(user, key):
    table = {"a": write, "b": drop}
    table[key](user.email)  # expect: PUR101 identity.email


def chosen(user, flag):
    function = write if flag else drop
    function(user.email)  # expect: PUR101 identity.email


def returned(user):
    pick()(user.email)  # expect: PUR101 identity.email


def pick():
    return write


class Runner:
    """Keeps a function."""

    def __init__(self, function):
        self.function = function

    def run(self, value):
        self.function(value)


def in_an_attribute_is_clean(user):
    Runner(drop).run(user.email)


def library_function(user):
    tell = log.info
    tell(user.email)  # expect: PUR101 identity.email
    apply(log.info, user.email)  # expect: PUR101 identity.email


TABLE = {"a": write, "b": drop}


def in_a_table_of_the_module(user):
    TABLE["a"](user.email)  # expect: PUR101 identity.email
    TABLE["b"](user.email)


def called_back(user, client):
    client.on_answer(write)
    write("x")
