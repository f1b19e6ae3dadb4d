"""Feature: inner functions and lambdas that read variables of the function around them.
How we carry it: a captured variable is a port of the inner function, filled from the outer one's store where it is called; a function that leaves its maker takes the variables along.
What is approximated: two functions that leave the same maker do not see what the other one binds anew. A name that the maker only imports is read as that module, not as a variable.
"""

import logging

log = logging.getLogger(__name__)


def read(user):
    value = user.email
    other = "x"

    def tell():
        log.info(value)

    def tell_other():
        log.info(other)

    tell()  # expect: PUR101 identity.email
    tell_other()


def returned_value(user):
    value = user.email

    def give():
        return value

    log.info(give())  # expect: PUR101 identity.email


def parameter(user):
    def tell(value):
        log.info(value)

    tell(user.email)  # expect: PUR101 identity.email
    tell("x")


def two_levels(user):
    value = user.email

    def outer():
        def inner():
            log.info(value)

        inner()

    outer()  # expect: PUR101 identity.email


def later_value(user):
    value = "x"

    def tell():
        log.info(value)

    tell()
    value = user.email
    tell()  # expect: PUR101 identity.email


def by_lambda(user):
    value = user.email
    give = lambda: value
    log.info(give())  # expect: PUR101 identity.email


def factory(value):
    def tell():
        log.info(value)

    return tell


def made_elsewhere_is_clean():
    tell = factory("x")
    tell()


def made_elsewhere(user):
    tell = factory(user.email)
    tell()  # expect: PUR101 identity.email


def each_keeps_its_own(user):
    loud = factory(user.email)
    quiet = factory("x")
    quiet()
    loud()  # expect: PUR101 identity.email


def name_of_the_caller_is_another(user):
    value = user.email
    tell = factory("x")
    tell()
    return value


def two_makers(first):
    def make(second):
        def tell():
            log.info("%s", second)
            return first

        return tell

    return make


def made_in_two_steps(user):
    two_makers(user.email)("x")()
    log.info(two_makers(user.email)("x")())  # expect: PUR101 identity.email
    two_makers("x")(user.email)()  # expect: PUR101 identity.email


def lambda_factory(value):
    return lambda: value


def lambda_made_elsewhere(user):
    log.info(lambda_factory(user.email)())  # expect: PUR101 identity.email
    log.info(lambda_factory("x")())


def several(value):
    def tell():
        log.info(value)

    def count():
        return len(value)

    return {"tell": tell, "count": count}


def out_of_a_dict(user):
    made = several(user.email)
    log.info(made["count"]())
    made["tell"]()  # expect: PUR101 identity.email


def countdown(value):
    def step(number):
        if number:
            return step(number - 1)
        log.info(value)
        return number

    return step


def recursive(user):
    countdown(user.email)(3)  # expect: PUR101 identity.email
    countdown("x")(3)


def changes_what_it_keeps(start):
    kept = start

    def change(value):
        nonlocal kept
        log.info(kept)
        kept = value

    return change


def keeps_for_the_next_call(user):
    change = changes_what_it_keeps("x")
    change(user.email)
    change("y")  # expect: PUR101 identity.email
    change("z")


class Holder:
    """Keeps a function that it is given."""

    def __init__(self, function):
        self.function = function


def make_holder(value):
    def tell():
        log.info(value)

    return Holder(tell)


def kept_in_an_object(user):
    make_holder(user.email).function()  # expect: PUR101 identity.email
    make_holder("x").function()


def factory_of_parameter():
    def tell(value):
        log.info(value)

    return tell


def called_elsewhere(user):
    tell = factory_of_parameter()
    tell(user.email)  # expect: PUR101 identity.email


def read_of_a_source(user):
    def tell():
        log.info(user.email)  # expect: PUR101 identity.email

    tell()


def copies(function):
    import copy

    def inner(self, *given):
        new = copy.copy(self)
        function(new, *given)
        return new

    return inner


class Query:
    def __init__(self):
        self.text = ""

    @copies
    def add(self, user):
        self.text = user.email

    @copies
    def show(self):
        log.info(self.text)


def imported_around(user):
    Query().add(user)
    Query().show()
    Query().add(user).show()  # expect: PUR101 identity.email


def imported_or_not(value):
    try:
        from copy import copy
    except ImportError:
        copy = None

    def inner():
        return copy(value) if copy else value

    return inner


def imported_or_bound(user):
    log.info(imported_or_not(user.email)())  # expect: PUR101 identity.email
