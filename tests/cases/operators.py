"""Feature: operators of the project's own classes: forward, reflected, in place, comparisons, tests of truth.
How we carry it: an operator runs the method that the left operand's class defines, else the reflected one of the right operand's.
What is approximated: a forward method that gives `NotImplemented` does not lead to the reflected one.
"""

import logging

log = logging.getLogger(__name__)


class Money:
    """Does arithmetic."""

    def __init__(self, held):
        self.held = held

    def __add__(self, other):
        return Money(self.held + other.held)

    def __mul__(self, other):
        return "x"

    def __iadd__(self, other):
        self.held = other
        return self

    def __neg__(self):
        return self.held

    def __or__(self, other):
        return other

    __xor__ = __or__


class Right:
    """Answers from the right."""

    def __init__(self, held):
        self.held = held

    def __radd__(self, other):
        return self.held

    def __rsub__(self, other):
        return other


class Loud:
    """Tells of everything that is asked of it."""

    def __init__(self, held):
        self.held = held

    def __eq__(self, other):
        log.info(other)
        return True

    def __lt__(self, other):
        log.info(self.held)
        return True

    def __contains__(self, item):
        log.info(item)
        return True

    def __bool__(self):
        log.info(self.held)
        return True

    def __len__(self):
        log.info(self.held)
        return 1

    def __hash__(self):
        log.info(self.held)
        return 1

    def __abs__(self):
        return self.held


class Base:
    """Leaves its operator to the classes below."""

    def __init__(self, held):
        self.held = held


class Below(Base):
    """Has one."""

    def __pow__(self, other):
        return self.held


def forward(user):
    log.info((Money(user.email) + Money("x")).held)  # expect: PUR101 identity.email
    log.info((Money("x") + Money(user.email)).held)  # expect: PUR101 identity.email
    log.info((Money("x") + Money("y")).held)


def chained(user):
    log.info((Money("x") + Money(user.email) + Money("y")).held)  # expect: PUR101 identity.email
    log.info((Money("x") + Money("z") + Money("y")).held)


def what_it_gives_counts(user):
    log.info(Money(user.email) * 3)
    log.info(Money("x") | user.email)  # expect: PUR101 identity.email
    log.info(Money(user.email) | "x")
    log.info(Money("x") ^ user.email)  # expect: PUR101 identity.email


def reflected(user):
    log.info("x" + Right(user.email))  # expect: PUR101 identity.email
    log.info(user.email + Right("x"))
    log.info(user.email - Right("x"))  # expect: PUR101 identity.email


def in_place(user):
    money = Money("x")
    money += user.email
    log.info(money.held)  # expect: PUR101 identity.email
    other = Money(user.email)
    other += "x"
    log.info(other.held)


def in_place_by_add(user):
    text = "x"
    text += Right(user.email)
    log.info(text)  # expect: PUR101 identity.email


def negative(user):
    log.info(-Money(user.email))  # expect: PUR101 identity.email
    log.info(-Money("x"))


def compared(user):
    log.info(Loud("x") == user.email)  # expect: PUR101 identity.email
    log.info(Loud("x") != user.email)  # expect: PUR101 identity.email
    log.info(user.email == Loud("x"))  # expect: PUR101 identity.email
    log.info(Loud(user.email) == "x")


def compared_the_other_way(user):
    log.info(Loud(user.email) < 3)  # expect: PUR101 identity.email
    log.info(3 > Loud(user.email))  # expect: PUR101 identity.email
    log.info(3 < Loud(user.email))


def contained(user):
    log.info(user.email in Loud("x"))  # expect: PUR101 identity.email
    log.info(user.email not in Loud("x"))  # expect: PUR101 identity.email
    log.info("x" in Loud(user.email))


def tested(user):
    if Loud(user.email):  # expect: PUR101 identity.email
        log.info("x")
    log.info(not Loud(user.email))  # expect: PUR101 identity.email
    log.info(Loud(user.email) and "x")  # expect: PUR101 identity.email
    log.info("x" if Loud("y") else "z")
    assert Loud(user.email)  # expect: PUR101 identity.email


def asked(user):
    log.info(bool(Loud(user.email)))  # expect: PUR101 identity.email
    log.info(len(Loud(user.email)))  # expect: PUR101 identity.email
    log.info(hash(Loud(user.email)))  # expect: PUR101 identity.email
    log.info(abs(Loud(user.email)))  # expect: PUR101 identity.email
    log.info(abs(Loud("x")))


def below(user):
    log.info(Below(user.email) ** 2)  # expect: PUR101 identity.email


def by_annotation(user, base: Base):
    base.held = user.email
    log.info(base**2)  # expect: PUR101 identity.email


class Sum:
    def __init__(self, amount, payer):
        self.amount, self.payer = amount, payer

    def __add__(self, other):
        return Sum(self.amount + other.amount, self.payer)

    def __radd__(self, other):
        return self


def summed(user):
    total = sum([Sum(3, user.email), Sum(4, user.email)])
    log.info(total.amount)
    log.info(total.payer)  # expect: PUR101 identity.email


def summed_from_a_start(user):
    total = sum((Sum(n, "x") for n in (1, 2)), Sum(0, user.email))
    log.info(total.amount)
    log.info(total.payer)  # expect: PUR101 identity.email


def summed_without_data(user):
    log.info(sum([Sum(3, "x"), Sum(4, "y")]).payer)
    log.info(sum([3, 4]))
    log.info(sum(len(each) for each in [user.email]))
