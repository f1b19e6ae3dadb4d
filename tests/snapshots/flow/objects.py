"""Objects that a function makes, returns and changes, and what they print."""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds a value and prints it."""

    label = "box"

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return f"<{self.held}>"

    def clear(self):
        self.held = None

    def with_value(self, value):
        self.held = value
        return self


def make(value):
    return Box(value)


def record(value):
    return {"a": value, "b": [1, value], "c": Box("x")}


def start(user):
    box = make(user.email)
    log.info(box)
    log.info(record(user.email)["b"])
    box.clear()
    log.info(box.held)
    log.info(Box("x").with_value(user.email))
