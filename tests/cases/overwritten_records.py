"""Feature: a field of a stored record is overwritten, in place or by a helper: it no longer holds the datum.
How we carry it: what the code itself states in place of a field is what the field holds, for a record that was asked for by a query too, also in a loop, and as its text shows it.
What is approximated: what is computed from unknown things (`f"user-{user.pk}"`, `len(user.email)`) may be the datum again.
"""

import logging

from django.db import models

log = logging.getLogger(__name__)


class Person(models.Model):
    email = models.EmailField()  # purpose: messaging

    def __str__(self):
        return self.email


def of_a_query(pk):
    person = Person.objects.get(pk=pk)
    log.info(person.email)  # expect: PUR101 identity.email
    person.email = "deleted"
    person.save()
    log.info(person.email)
    log.info("now %s", person)


def perhaps(pk, flag):
    person = Person.objects.get(pk=pk)
    if flag:
        person.email = None
    log.info(person.email)  # expect: PUR101 identity.email
    log.info("now %s", person)  # expect: PUR101 identity.email


def another_one(pk, other):
    person = Person.objects.get(pk=pk)
    second = Person.objects.get(pk=other)
    person.email = "deleted"
    log.info(second.email)  # expect: PUR101 identity.email


def each():
    for person in Person.objects.all():
        log.info(person.email)  # expect: PUR101 identity.email
        person.email = "deleted"
        log.info(person.email)


def by_what_is_handed_in(pk, new):
    person = Person.objects.get(pk=pk)
    person.email = new
    log.info(person.email)  # expect: PUR101 identity.email


def wipe(user):
    user.email = None


def empty(user):
    user.email = ""


def by_helper(user, flag):
    log.info(user.email)  # expect: PUR101 identity.email
    wipe(user)
    log.info(user.email)


def by_another_helper(user):
    empty(user)
    log.info(user.email)


def by_helper_perhaps(user, flag):
    if flag:
        wipe(user)
    log.info(user.email)  # expect: PUR101 identity.email
