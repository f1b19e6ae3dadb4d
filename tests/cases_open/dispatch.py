"""Feature: a method call reaches the methods of the object's own class, and only those.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import functools
import logging

log = logging.getLogger(__name__)


@functools.singledispatch
def tell(value):
    return None


@tell.register
def tell_text(value: str):
    log.info(value)


def by_the_class_of_the_argument(user):
    tell(str(user.email))  # open: missing PUR101 identity.email
    tell(3)
