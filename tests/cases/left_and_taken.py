"""Feature: data that is left in one place and taken out in another by way of the standard library.
How we carry it: entries say that a queue or a context variable keeps what it is given, one for the program in a module.
What is approximated: a queue gives any of its items; a text in memory shows all that was ever put into it.
"""

import csv
import io
import logging
import queue
from contextvars import ContextVar

log = logging.getLogger(__name__)
current = ContextVar("current")
waiting = queue.Queue()
idle = queue.Queue()


def put(user):
    current.set(user.email)
    waiting.put({"a": user.email, "b": 1})
    idle.put("x")


def take_from_context():
    log.info(current.get())  # expect: PUR101 identity.email
    log.info(current.name)


def take_from_queue():
    job = waiting.get()
    log.info(job["a"])  # expect: PUR101 identity.email
    log.info(job["b"])
    log.info(idle.get())


def set_anew(user):
    own = ContextVar("own", default="nobody")
    own.set(user.email)
    log.info(own.get())  # expect: PUR101 identity.email
    own.set("nobody")
    log.info(own.get())


class Mailbox:
    def __init__(self):
        self.jobs = queue.SimpleQueue()

    def leave(self, job):
        self.jobs.put(job)

    def take(self):
        return self.jobs.get()


def in_an_attribute(user):
    full, empty = Mailbox(), Mailbox()
    full.leave(user)
    log.info(full.take().email)  # expect: PUR101 identity.email
    empty.leave("x")
    log.info(empty.take())


def printed_into_a_buffer(user):
    buffer, other = io.StringIO(), io.StringIO()
    print(user.email, file=buffer)
    print("x", file=other)
    log.info(buffer.getvalue())  # expect: PUR101 identity.email
    log.info(other.getvalue())


def printed_into_a_file(user, path):
    with open(path, "w") as out:
        print(user.email, file=out)  # expect: PUR301 identity.email


def rows_in_memory(user):
    buffer = io.StringIO()
    csv.writer(buffer).writerow([user.email, 1])
    log.info(buffer.getvalue())  # expect: PUR101 identity.email


def named_columns_in_memory(user):
    buffer = io.StringIO()
    sheet = csv.DictWriter(buffer, fieldnames=["mail"])
    sheet.writeheader()
    sheet.writerows([{"mail": user.email}])
    return buffer.getvalue()


def rows_in_a_file(user, path):
    with open(path, "w") as out:
        sheet = csv.writer(out)
        sheet.writerow([user.email])  # expect: PUR301 identity.email
