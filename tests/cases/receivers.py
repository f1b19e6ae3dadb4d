"""Feature: a method that a class inherits asks the object's own class for what it calls: hooks, properties, `cls`, class attributes.
How we carry it: a method whose receiver makes a difference is told anew for each class of object that a caller holds; for callers that know no more than the base every override counts.
What is approximated: for more than 24 classes of objects a method is told as for its own class; an object that a method hands to a function without a stated type is of no exact class there.
"""

import logging

log = logging.getLogger(__name__)


class Put:
    """Logs."""

    def put(self, value):
        log.info(value)


class Drop:
    """Does not."""

    def put(self, value):
        """Do nothing."""


class Base:
    """Leaves steps to the classes below it."""

    channel = Drop()

    def __init__(self, held=""):
        self.held = held

    def __str__(self):
        return self.text()

    def text(self):
        return "base"

    @property
    def address(self):
        return ""

    def hook(self, value):
        raise NotImplementedError

    def given(self):
        return ""

    def run(self, value):
        self.hook(value)

    def run_twice(self, value):
        self.run(value)
        self.run(value)

    def run_again(self, value, times):
        if times:
            return self.run_again(value, times - 1)
        return self.hook(value)

    def run_each(self, values):
        for value in values:
            self.hook(value)

    def run_inside(self, value):
        def go():
            self.hook(value)

        go()

    def run_lambda(self, value):
        (lambda: self.hook(value))()

    async def run_later(self, value):
        await self.later(value)

    async def later(self, value):
        """Do nothing."""

    def show_property(self):
        log.info(self.address)

    def show_given(self):
        log.info(self.given())

    def yield_given(self):
        yield self.given()

    def send(self, value):
        self.channel.put(value)

    def another(self, value):
        return type(self)(value)

    def one_more(self, value):
        return self.__class__(value)

    def show_own(self, user):
        self.hook(user.email)  # expect: PUR101 identity.email

    @classmethod
    def made(cls, value):
        return cls(value)

    @classmethod
    def tell(cls, value):
        cls.out(value)

    @classmethod
    def tell_own(cls, user):
        cls.out(user.email)  # expect: PUR101 identity.email

    @classmethod
    def out(cls, value):
        """Do nothing."""


class Loud(Base):
    """Tells at every step."""

    channel = Put()

    def text(self):
        return self.held

    @property
    def address(self):
        return self.held

    def hook(self, value):
        log.info(value)

    def given(self):
        return self.held

    async def later(self, value):
        log.info(value)

    @classmethod
    def out(cls, value):
        log.info(value)


class Quiet(Base):
    """Tells nothing."""

    def __init__(self, held=""):
        self.kept = held

    def hook(self, value):
        log.info(len(value))


def hooks(user):
    Loud().run(user.email)  # expect: PUR101 identity.email
    Quiet().run(user.email)


def hooks_of_hooks(user):
    Loud().run_twice(user.email)  # expect: PUR101 identity.email
    Quiet().run_twice(user.email)


def hooks_of_a_recursion(user):
    Loud().run_again(user.email, 3)  # expect: PUR101 identity.email
    Quiet().run_again(user.email, 3)


def hooks_in_a_loop(user):
    Loud().run_each([user.email])  # expect: PUR101 identity.email
    Quiet().run_each([user.email])


def hooks_inside(user):
    Loud().run_inside(user.email)  # expect: PUR101 identity.email
    Quiet().run_inside(user.email)
    Loud().run_lambda(user.email)  # expect: PUR101 identity.email
    Quiet().run_lambda(user.email)


async def hooks_awaited(user):
    await Loud().run_later(user.email)  # expect: PUR101 identity.email
    await Quiet().run_later(user.email)
    await Base().run_later(user.email)


def what_a_hook_gives(user):
    Loud(user.email).show_given()  # expect: PUR101 identity.email
    Quiet(user.email).show_given()
    Base(user.email).show_given()


def what_a_hook_gives_to_a_generator(user):
    for value in Loud(user.email).yield_given():
        log.info(value)  # expect: PUR101 identity.email
    for value in Quiet(user.email).yield_given():
        log.info(value)


def properties(user):
    Loud(user.email).show_property()  # expect: PUR101 identity.email
    Quiet(user.email).show_property()


def objects_of_the_class(user):
    Loud().send(user.email)  # expect: PUR101 identity.email
    Quiet().send(user.email)


def as_text(user):
    log.info(str(Loud(user.email)))  # expect: PUR101 identity.email
    log.info(str(Base(user.email)))
    log.info(f"{Quiet(user.email)}")


def of_its_own_class(user):
    log.info(Loud().another(user.email).held)  # expect: PUR101 identity.email
    log.info(Quiet().another(user.email).held)
    log.info(Quiet().another(user.email).kept)  # expect: PUR101 identity.email
    log.info(Quiet().one_more(user.email).kept)  # expect: PUR101 identity.email


def by_a_class_method(user):
    log.info(Quiet.made(user.email).kept)  # expect: PUR101 identity.email
    log.info(Quiet.made(user.email).held)


def class_methods(user):
    Loud.tell(user.email)  # expect: PUR101 identity.email
    Quiet.tell(user.email)
    Base.tell(user.email)


def only_stated(one: Base, other: Quiet, user):
    one.run(user.email)  # expect: PUR101 identity.email
    other.run(user.email)


def one_of_two(user, flag):
    chosen = Loud() if flag else Quiet()
    chosen.run(user.email)  # expect: PUR101 identity.email


class Announcing:
    """Tells, and asks nobody."""

    def announce(self, value):
        log.info(value)


class Handing:
    """Hands on to whoever comes next."""

    def announce(self, value):
        super().announce(value)


class Silent:
    """Ends the line."""

    def announce(self, value):
        """Do nothing."""


class Told(Handing, Announcing):
    """Puts one that tells behind."""


class Hushed(Handing, Silent, Announcing):
    """Puts another between."""


def next_of_unrelated_classes(user):
    Told().announce(user.email)  # expect: PUR101 identity.email
    Hushed().announce(user.email)
