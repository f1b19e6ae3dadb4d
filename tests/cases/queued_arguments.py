"""Feature: tasks that a queue keeps until a worker runs them: by `delay`, by packed arguments, by their own name, by text.
How we carry it: an entry says by which names a task is queued, and that the queue keeps what it is handed there; what runs it at once keeps nothing.
What is approximated: a signature is queued where it is made.
"""

import django_q.tasks
import huey
from celery import shared_task
from rq import Queue

lane = huey.RedisHuey("shop")


@shared_task
def welcome(address, count=0):
    return count


@lane.task()
def remind(address):
    return None


def by_other_names(user):
    welcome.delay(user.email)  # expect: PUR301 identity.email
    welcome.apply_async(args=[user.email], countdown=5)  # expect: PUR301 identity.email
    welcome.apply_async((1,), {"count": user.phone_number})  # expect: PUR301 identity.phone
    welcome.s(user.email).apply_async()  # expect: PUR301 identity.email
    welcome.delay(user.id)
    welcome.apply_async(args=[1], headers={"trace": user.email})


def at_once(user):
    welcome(user.email)
    welcome.apply(args=[user.email])


def by_its_own_name(user):
    remind(user.email)  # expect: PUR301 identity.email
    remind(1)
    remind.call_local(user.email)


def named_to_a_queue(user):
    Queue().enqueue(print, 1, "ready")
    Queue().enqueue("shop.welcome", user.email)  # expect: PUR301 identity.email
    django_q.tasks.async_task("shop.welcome", address=user.email)  # expect: PUR301 identity.email
    django_q.tasks.async_task("shop.welcome", len(user.email))
