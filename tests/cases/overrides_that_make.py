"""Feature: one call that may reach several functions, each of which makes a dictionary, a list or an object of its own.
How we carry it: what the call gives is what any of them made of it; items that several put in under one key are joined.
What is approximated: things of one kind that they make are one thing from then on.
"""

import logging

log = logging.getLogger(__name__)


class Record:
    def data(self):
        return {}

    def told(self):
        log.info("%s", self.data())  # expect: PUR101 identity.email; PUR101 identity.phone
        log.info("%s", self.data()["mail"])  # expect: PUR101 identity.email
        log.info("%s", self.data()["number"])
        held = self.data()
        held.pop("mail", None)
        log.info("%s", held)  # expect: PUR101 identity.phone


class Mail(Record):
    def __init__(self, user):
        self.user = user

    def data(self):
        return {"mail": self.user.email, "number": 1}


class Call(Record):
    def __init__(self, user):
        self.user = user

    def data(self):
        made = super().data()
        made["phone"] = self.user.phone_number
        return made


class Nothing(Record):
    def data(self):
        return {"number": 2}


def mails(user):
    return [user.email]


def calls(user):
    return [user.phone_number]


def nobody(user):
    return [user.pk]


def chosen(user, kind):
    make = {"mail": mails, "call": calls, "none": nobody}[kind]
    log.info("%s", make(user))  # expect: PUR101 identity.email; PUR101 identity.phone


def one_after_the_other(users, kind):
    found = []
    for user in users:
        make = mails if kind else nobody
        found = make(user)
    log.info("%s", found)  # expect: PUR101 identity.email
    found = nobody(users)
    log.info("%s", found)
