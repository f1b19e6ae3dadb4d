"""Feature: helpers that queue a task with what they are handed.
How we carry it: of several callers that hand one element to one queueing call it is told once, at that call, with the callers on the way; a caller that declares its purpose is none of them.
What is approximated: two calls that queue the same task are told each by itself.
"""

from celery import shared_task


@shared_task
def welcome(address):
    pass


@shared_task
def remind(address):
    pass


def queue(address):
    welcome.delay(address)  # expect: PUR301 identity.email


def first(user):
    queue(user.email)


def second(customer):
    queue(customer.email)


def by_another_element(user):
    queue(user.phone_number)  # expect: PUR301 identity.phone


def queue_reminder(address):
    remind.delay(address)


def only_caller(user):
    queue_reminder(user.email)  # expect: PUR301 identity.email


def declared_caller(user):
    queue_reminder(user.email)  # purpose: account_registration


def at_once(user):
    remind.delay(user.email)  # expect: PUR301 identity.email
