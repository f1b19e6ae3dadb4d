"""Feature: a method of a text or a container as a value, to be called later.
How we carry it: it is an object that keeps what it is a method of; what is handed in is left to the caller.
What is approximated: an attribute of something unknown that is named like a method of a text is taken for an attribute.
"""

import logging

log = logging.getLogger(__name__)


def method_as_value(user):
    upper = user.email.upper
    log.info(upper())  # expect: PUR101 identity.email


def of_what_is_handed_in(text):
    clean = text.strip
    return clean()


def by_a_helper(user):
    log.info(of_what_is_handed_in(user.email))  # expect: PUR101 identity.email
    log.info(of_what_is_handed_in("x"))


def collected(users):
    mails, ids = [], []
    add, note = mails.append, ids.append
    for user in users:
        add(user.email)
        note(user.number)
    log.info(mails)  # expect: PUR101 identity.email
    log.info(ids)


def looked_up(user):
    look = {"a": user.email, "b": 1}.get
    log.info(look("a"))  # expect: PUR101 identity.email
    log.info(look("b"))


def only_tested(user):
    ends = user.email.endswith
    log.info(ends("x"))


def not_called(book):
    log.info(book.title)
