"""Feature: `*args` and `**kwargs`: collected, handed on, read and changed.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

log = logging.getLogger(__name__)


def forwarded(*args, **kwargs):
    target(*args, **kwargs)


def target(first, second="", **others):
    log.info(second)


def wrapper(*args, **kwargs):
    forwarded(*args, **kwargs)


def keyword_after_a_position(user):
    forwarded("x", second=user.email)  # open: missing PUR101 identity.email


def keyword_forwarded_twice(user):
    wrapper("x", second=user.email)  # open: missing PUR101 identity.email


def given_dict_is_a_copy(user):
    data = {"b": 1}
    change(user, **data)
    log.info(data)  # open: false PUR101 identity.email


def change(user, **kwargs):
    kwargs["a"] = user.email
