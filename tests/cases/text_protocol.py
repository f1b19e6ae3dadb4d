"""Feature: `__str__`, `__repr__`, `__format__`, `__bytes__` and `__fspath__`: what an object of the project is as text.
How we carry it: the method that Python asks runs: `__repr__` for `!r`, `%r`, `repr` and what containers, records and queries hold, else `__str__`; entries say what a library's base does.
What is approximated: what a caller hands in without a type prints in a container as `str` prints it, and `format` of a text does not ask `__format__`.
"""

import logging
import os

log = logging.getLogger(__name__)


class Told:
    """Tells in one form, hides in the other."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return "<told>"

    def __repr__(self):
        return f"Told({self.held})"


class Formatted:
    """Its format is a form of its own."""

    def __init__(self, held):
        self.held = held

    def __format__(self, specification):
        return self.held

    def __str__(self):
        return "<formatted>"


class Represented:
    """Has one form for all."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return self.held


class Same:
    """Says that two forms are one."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return self.held

    __str__ = __repr__


class Packed:
    """Has a form as bytes and a form as a path."""

    def __init__(self, held):
        self.held = held

    def __bytes__(self):
        return self.held.encode()

    def __fspath__(self):
        return self.held


class Loud:
    """Logs when it is printed."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        log.info(self.held)
        return "x"


class Base:
    """Prints what the class below says."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return self.text()

    def text(self):
        return "x"


class Below(Base):
    """Says it."""

    def text(self):
        return self.held


def in_fields(user):
    log.info(f"{Told(user.email)}")
    log.info(f"{Told(user.email)!r}")  # expect: PUR101 identity.email
    log.info(f"{Told(user.email)!s}")
    log.info(f"{Formatted(user.email)}")  # expect: PUR101 identity.email
    log.info(f"{Formatted(user.email):>10}")  # expect: PUR101 identity.email
    log.info(f"{Formatted(user.email)!s}")
    log.info(f"{Represented(user.email)}")  # expect: PUR101 identity.email
    log.info(f"{Represented('x')}")


def by_builtins(user):
    log.info(str(Told(user.email)))
    log.info(repr(Told(user.email)))  # expect: PUR101 identity.email
    log.info(format(Formatted(user.email), ">10"))  # expect: PUR101 identity.email
    log.info(str(Formatted(user.email)))
    log.info(str(Represented(user.email)))  # expect: PUR101 identity.email


def at_a_sink(user):
    log.info("%s", Told(user.email))
    log.info("%s", Represented(user.email))  # expect: PUR101 identity.email
    log.info("told %s" % Represented(user.email))  # expect: PUR101 identity.email
    log.info("told %s" % Told(user.email))
    log.info("%s", Formatted(user.email))


def by_another_name(user):
    log.info("%s", Same(user.email))  # expect: PUR101 identity.email
    log.info(str(Same("x")))


def as_bytes_and_path(user):
    log.info(bytes(Packed(user.email)))  # expect: PUR101 identity.email
    log.info(os.fspath(Packed(user.email)))  # expect: PUR101 identity.email
    log.info(str(Packed(user.email)))


def loud(user):
    text = f"{Loud(user.email)}"  # expect: PUR101 identity.email
    log.info(text)
    text = str(Loud(user.email))  # expect: PUR101 identity.email
    log.info(text)


def by_a_method_below(user):
    log.info("%s", Below(user.email))  # expect: PUR101 identity.email


def in_a_container(user):
    log.info([Represented(user.email)])  # expect: PUR101 identity.email
    log.info({"who": Represented("x")})


class Cart:
    """Hides in one form, tells in the other."""

    def __init__(self, owner):
        self.owner = owner

    def __repr__(self):
        return f"<Cart of {self.owner.email}>"

    def __str__(self):
        return "<Cart>"


class Veiled:
    """Tells in one form, hides in the other."""

    def __init__(self, held):
        self.held = held

    def __repr__(self):
        return "Veiled()"

    def __str__(self):
        return self.held


class Spoken:
    """Has no form but the one that `repr` does not ask for."""

    def __init__(self, held):
        self.held = held

    def __str__(self):
        return self.held


def by_conversion(user):
    log.info("%r", Cart(user))  # expect: PUR101 identity.email
    log.info("%s is here, %r", 1, Cart(user))  # expect: PUR101 identity.email
    log.info("%a", Cart(user))  # expect: PUR101 identity.email
    log.info("%s", Cart(user))
    log.info("%r, %s", 1, Cart(user))
    log.info("%r", Veiled(user.email))
    log.info("%s", Veiled(user.email))  # expect: PUR101 identity.email
    log.info("%r", Spoken(user.email))
    log.info("%(who)r", {"who": Cart(user)})  # expect: PUR101 identity.email
    log.info("%(who)s", {"who": Cart(user)})


def in_a_text(user):
    log.info("%r" % Cart(user))  # expect: PUR101 identity.email
    log.info("%s" % Cart(user))
    log.info("%s %r" % (Cart(user), 1))
    log.info("%s %r" % (1, Cart(user)))  # expect: PUR101 identity.email
    log.info("%s %s" % (1, Veiled(user.email)))  # expect: PUR101 identity.email
    log.info("%r %r" % (1, Veiled(user.email)))
    log.info("{!r}".format(Cart(user)))  # expect: PUR101 identity.email
    log.info("{0!s} {1!r}".format(Cart(user), Veiled(user.email)))
    log.info("{who!r}".format(who=Cart(user)))  # expect: PUR101 identity.email
    log.info("{who}".format(who=Cart(user)))


def in_a_list(user):
    log.info([Cart(user)])  # expect: PUR101 identity.email
    log.info({"cart": (Cart(user),)})  # expect: PUR101 identity.email
    log.info("%s", [Cart(user)])  # expect: PUR101 identity.email
    log.info(f"{[Cart(user)]}")  # expect: PUR101 identity.email
    log.info([Veiled(user.email)])
    log.info({Spoken(user.email)})
    log.info("%s", (Veiled(user.email),))
    log.info(repr([Cart(user)]))  # expect: PUR101 identity.email
    log.info(str([Veiled(user.email)]))
    log.info(", ".join(str(cart) for cart in [Cart(user)]))
    log.info(", ".join(repr(cart) for cart in [Cart(user)]))  # expect: PUR101 identity.email
    log.info(", ".join(map(repr, [Veiled(user.email)])))


def handed(item):
    log.info("%r", item)
    log.info(f"{item!r}")


def handed_as_text(item):
    log.info("%s", item)


def handed_in_a_list(item: Told):
    log.info([item])


def handed_several(template, *items):
    log.info(template, *items)


def print_several(*items):
    print(*items)


def to_others(user):
    handed(Cart(user))  # expect: PUR101 identity.email
    handed(Veiled(user.email))
    handed_as_text(Cart(user))
    handed_as_text(Veiled(user.email))  # expect: PUR101 identity.email
    handed_in_a_list(Told(user.email))  # expect: PUR101 identity.email
    handed_several("%s", Cart(user))
    handed_several("%s", Veiled(user.email))  # expect: PUR101 identity.email
    print_several(Cart(user))
    print_several(Veiled(user.email), 1)  # expect: PUR101 identity.email
