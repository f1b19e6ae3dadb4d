"""Feature: exceptions of what runs later or elsewhere: tasks that are sent, callbacks after a commit, threads.
How we carry it: a task that is started by another of its names, and what an entry says runs apart, raises nothing where it is started.
What is approximated: a task that is run at once for a test, and a callback where no transaction is open, would raise there.
"""

import logging
from threading import Thread

from celery import shared_task
from django.db import transaction

log = logging.getLogger(__name__)


class SendError(Exception):
    pass


@shared_task
def send(address):
    raise SendError(address)


def sent_directly(user):
    try:
        send(user.email)
    except SendError as error:
        log.warning(error)  # expect: PUR101 identity.email


def sent_by_a_worker(user):
    try:
        send.delay(user.email)  # expect: PUR301 identity.email
        send.apply_async(args=[user.email])  # expect: PUR301 identity.email
    except SendError as error:
        log.warning(error)


def deliver(user):
    raise SendError(user.email)


def after_the_commit(user):
    try:
        transaction.on_commit(lambda: deliver(user))
    except SendError as error:
        log.warning(error)


def called_there(user):
    try:
        (lambda: deliver(user))()
    except SendError as error:
        log.warning(error)  # expect: PUR101 identity.email


def in_a_thread(user):
    try:
        Thread(target=deliver, args=(user,)).start()
    except SendError as error:
        log.warning(error)


def what_goes_on_after_it(user):
    Thread(target=deliver, args=(user,)).start()
    log.info(user.email)  # expect: PUR101 identity.email
