"""Tasks that get what other tasks gave: chains, chords, callbacks of a task."""

import logging

from celery import chain, chord, group, shared_task

log = logging.getLogger(__name__)


@shared_task
def load(value):
    return value


@shared_task
def size(value):
    return len(value)


@shared_task
def tell(value, more=""):
    log.info(value)


@shared_task
def tell_all(values):
    log.info(values)


def by_chain(user):
    chain(load.s(user.email), tell.s())()  # open: missing PUR101 identity.email


def by_pipe(user):
    (load.s(user.email) | tell.s()).delay()  # open: missing PUR101 identity.email


def by_chord(user):
    chord([load.s(user.email)], tell_all.s())()  # open: missing PUR101 identity.email


def by_chord2(user):
    chord(group(load.s(user.email)))(tell_all.s())  # open: missing PUR101 identity.email


def by_link(user):
    load.apply_async(args=[user.email], link=tell.s())  # open: missing PUR101 identity.email
