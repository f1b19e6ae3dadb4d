"""Data that is left in one place and taken out in another by way of the standard library."""

import io
import logging
import queue
from contextvars import ContextVar

log = logging.getLogger(__name__)
current = ContextVar("current")
waiting = queue.Queue()


def put(user):
    current.set(user.email)
    waiting.put({"a": user.email})


def take_from_context():
    log.info(current.get())  # open: missing PUR101 identity.email


def take_from_queue():
    log.info(waiting.get()["a"])  # open: missing PUR101 identity.email


def printed_into_a_buffer(user):
    buffer = io.StringIO()
    print(user.email, file=buffer)
    log.info(buffer.getvalue())  # open: missing PUR101 identity.email
