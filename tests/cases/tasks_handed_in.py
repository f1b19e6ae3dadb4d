"""Feature: a task that a helper is handed with the arguments for it, annotated with its library's class.
How we carry it: a method by whose name some library starts a task is left to the caller, who knows which function is behind the parameter.
What is approximated: a task kept in an attribute of such a class is not looked for.
"""

import logging

import celery
import dramatiq

log = logging.getLogger(__name__)


@dramatiq.actor
def welcome(address):
    log.info(address)


@dramatiq.actor
def count(address):
    log.info(len(address))


@celery.shared_task
def remind(address):
    log.info(address)


def send(task: dramatiq.Actor, *args, **kwargs):
    task.send(*args, **kwargs)  # expect: PUR301 identity.email


def delay(task: celery.Task, address):
    task.delay(address)


def close(task: dramatiq.Actor, address):
    task.close(address)


def hands(user):
    send(welcome, user.email)  # expect: PUR101 identity.email
    send(welcome, address=user.phone_number)  # expect: PUR101 identity.phone; PUR301 identity.phone
    send(count, user.email)
    delay(remind, user.email)  # expect: PUR101 identity.email; PUR301 identity.email
    close(welcome, user.email)
