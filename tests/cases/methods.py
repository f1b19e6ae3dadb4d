"""Methods on self: what one method keeps, another may leak."""

import logging

log = logging.getLogger(__name__)


class Notifier:
    """Keeps an address and talks about it."""

    def __init__(self, to, retries):
        self.to = to
        self.retries = retries

    def log_to(self):
        log.info(self.to)

    def log_retries(self):
        log.info(self.retries)

    def write(self, text):
        log.info(text)

    def run(self, user):
        self.write(user.email)  # expect: PUR101 identity.email
        self.write("done")


def constructed(user):
    notifier = Notifier(user.email, 3)
    log.info(notifier.to)  # expect: PUR101 identity.email
    log.info(notifier.retries)


def leaks_later(user):
    notifier = Notifier(user.email, 3)
    notifier.log_to()  # expect: PUR101 identity.email
    notifier.log_retries()


def through_annotation(notifier: Notifier, user):
    notifier.write(user.email)  # expect: PUR101 identity.email


class Quiet(Notifier):
    """Overrides what its base leaks."""

    def write(self, text):
        self.last = len(text)


def overridden(user):
    Quiet("x", 1).write(user.email)
