"""Feature: a method call reaches the methods of the object's own class, and only those.
How we carry it: an object whose making is seen has exactly its class; one that is only annotated may be of any subclass.
What is approximated: of many subclasses six overrides are followed, of methods chosen by a name put together twelve.
"""

import logging

log = logging.getLogger(__name__)


class Channel:
    """Writes nowhere."""

    def write(self, value):
        """Do nothing."""


class Loud(Channel):
    """Logs."""

    def write(self, value):
        log.info(value)


class Quiet(Channel):
    """Counts."""

    def write(self, value):
        log.info(len(value))


def exact(user):
    Loud().write(user.email)  # expect: PUR101 identity.email
    Quiet().write(user.email)
    Channel().write(user.email)


def either(user, flag):
    channel = Loud() if flag else Quiet()
    channel.write(user.email)  # expect: PUR101 identity.email


def annotated(channel: Channel, user):
    channel.write(user.email)  # expect: PUR101 identity.email


def annotated_with_a_subclass(channel: Quiet, user):
    channel.write(user.email)


def out_of_a_table(user, name):
    channels = {"loud": Loud(), "quiet": Quiet()}
    channels[name].write(user.email)  # expect: PUR101 identity.email
    channels["quiet"].write(user.email)


class Owner:
    """Has a channel of one kind."""

    def __init__(self):
        self.channel = Quiet()

    def send(self, value):
        self.channel.write(value)


def kept_in_an_attribute(user):
    Owner().send(user.email)


def handed_over(user):
    hand(Loud(), user.email)  # expect: PUR101 identity.email
    hand(Quiet(), user.email)


def hand(channel, person):
    channel.write(person)


def narrowed(channel: Channel, user):
    if isinstance(channel, Quiet):
        channel.write(user.email)
    elif isinstance(channel, (Loud, Quiet)):
        channel.write(user.email)  # expect: PUR101 identity.email


def narrowed_by_its_type(channel: Channel, user):
    if type(channel) is Quiet:
        channel.write(user.email)


def made_here(user):
    channel = Quiet()
    if isinstance(channel, Loud):
        log.info(user.email)
    if not isinstance(channel, Channel):
        log.info(user.email)
    if isinstance(channel, Channel):
        log.info(user.email)  # expect: PUR101 identity.email


def one_of_two_made_here(user, flag):
    channel = Loud() if flag else Quiet()
    if isinstance(channel, Quiet):
        channel.write(user.email)
    else:
        channel.write(user.email)  # expect: PUR101 identity.email


def written_before_it_was_tested(box, user):
    box.held = user.email
    if isinstance(box, Owner):
        log.info(box.held)  # expect: PUR101 identity.email


class Handlers:
    """Chooses its methods by name."""

    def handle(self, kind, value):
        getattr(self, "handle_" + kind)(value)

    def handle_formatted(self, kind, value):
        handler = getattr(self, f"on_{kind}", None)
        if handler:
            handler(value)

    def handle_loud(self, value):
        log.info(value)

    def handle_quiet(self, value):
        log.info(len(value))

    def on_quiet(self, value):
        log.info(len(value))

    def other(self, value):
        log.info(value)


class MoreHandlers(Handlers):
    """Adds one."""

    def on_loud(self, value):
        log.info(value)


class QuietHandlers:
    """Has no method of that name that tells."""

    def handle(self, kind, value):
        getattr(self, "handle_" + kind)(value)

    def handle_quiet(self, value):
        log.info(len(value))

    def other(self, value):
        log.info(value)


def by_a_name_put_together(user, kind):
    Handlers().handle(kind, user.email)  # expect: PUR101 identity.email
    QuietHandlers().handle(kind, user.email)
    MoreHandlers().handle_formatted(kind, user.email)  # expect: PUR101 identity.email


def of_an_object_at_hand(user, kind):
    getattr(Handlers(), "handle_%s" % kind)(user.email)  # expect: PUR101 identity.email
    getattr(QuietHandlers(), f"handle_{kind}")(user.email)


def by_a_constant_name(user):
    getattr(Handlers(), "handle_loud")(user.email)  # expect: PUR101 identity.email
    getattr(Handlers(), "handle_quiet")(user.email)
