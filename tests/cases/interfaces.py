"""Feature: a service that is looked up by the interface it provides, by `zope.interface`, a Pyramid container or a registry.
How we carry it: a look-up gives what was registered for the interface, as its factory makes it, and else every class that declares the interface.
What is approximated: which of several providers a configuration chooses is not known, all are reached; what a factory puts into a service counts as settings, not as a person's data.
"""

import logging

import pyramid
from zope.component import getUtility
from zope.interface import Interface, implementer

log = logging.getLogger(__name__)


class INotifier(Interface):
    """Tells somebody something."""

    def tell(receiver, text):
        """Tell."""


class ICounter(Interface):
    """Counts somebody."""

    def tell(receiver, text):
        """Count."""


@implementer(INotifier)
class LogNotifier:
    """Logs whom it tells."""

    def __init__(self, writer):
        self.writer = writer

    @classmethod
    def create(cls, context, request):
        return cls(logging.getLogger("notifications"))

    def tell(self, receiver, text):
        self.writer.info(receiver)


@implementer(INotifier)
class NoNotifier:
    """Tells nobody."""

    def tell(self, receiver, text):
        """Do nothing."""


class PrintingNotifier(NoNotifier):
    """Prints what it is told."""

    def tell(self, receiver, text):
        print(text)


@implementer(ICounter)
class Counter:
    """Counts letters."""

    def tell(self, receiver, text):
        log.info(len(receiver))


class Unrelated:
    """Has a method of the same name."""

    def tell(self, receiver, text):
        log.info("%s %s", receiver, text)


def includeme(config):
    chosen = config.maybe_dotted("somewhere")
    config.register_service_factory(chosen.create, INotifier)
    config.register_service_factory(make_archive, name="archive")


class Archive:
    """Keeps a log of its own."""

    def keep(self, value):
        log.info(value)


def make_archive(context, request):
    return Archive()


def by_interface(request, user):
    notifier = request.find_service(INotifier, context=None)
    notifier.tell(user.email, "x")  # expect: PUR101 identity.email
    notifier.tell("x", user.phone_number)  # expect: PUR101 identity.phone
    request.find_service(ICounter).tell(user.email, user.phone_number)


def by_name(request, user):
    request.find_service(name="archive").keep(user.email)  # expect: PUR101 identity.email
    request.find_service(name="archives").keep(user.email)


def by_utility(user):
    getUtility(INotifier).tell(user.email, "x")  # expect: PUR101 identity.email
    getUtility(ICounter).tell(user.email, "x")
