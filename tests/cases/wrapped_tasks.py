"""Feature: a task that a worker calls with arguments of its own before the caller's, reached through a wrapper.
How we carry it: what an unknown call makes of a task calls that task; a call with fewer arguments than the task must have fills the last ones.
What is approximated: which arguments are the worker's is counted, not read from its code, so that a default value that is left out hides one of them.
"""

import celery
import logging

log = logging.getLogger(__name__)

app = celery.Celery()


class RequestTask(celery.Task):
    """Puts a request before the caller's arguments."""

    def __call__(self, *args, **kwargs):
        return super().__call__(*(self.make_request(), *args), **kwargs)


@app.task(bind=True, base=RequestTask)
def report(task, request, receiver, text):
    log.info(receiver)


@app.task(base=RequestTask)
def count(request, receiver):
    log.info(len(receiver))


def by_wrapper(request, user):
    request.task(report).delay(user.email, "x")  # expect: PUR101 identity.email; PUR301 identity.email
    request.task(report).delay("x", user.email)  # expect: PUR301 identity.email
    request.task(count).delay(user.email)  # expect: PUR301 identity.email


def by_name(request, user):
    request.task(report).delay(receiver=user.email, text="x")  # expect: PUR101 identity.email; PUR301 identity.email
    request.task(report).delay(text=user.email, receiver="x")  # expect: PUR301 identity.email


def packed(user):
    report.apply_async(args=[user.email, "x"])  # expect: PUR101 identity.email; PUR301 identity.email
    report.apply_async(args=["x", user.email])  # expect: PUR301 identity.email


def kept_in_a_variable(queue, user):
    wrapped = queue.low_priority(report)
    wrapped.delay(user.email, "x")  # expect: PUR101 identity.email; PUR301 identity.email


def not_called(request, user):
    request.task(report)
    request.note(user.email).delay()
