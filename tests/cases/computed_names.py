"""Feature: attributes whose name is computed, in functions that are handed the name, and whole sets of them.
How we carry it: the caller knows the names that it hands in, one by one, in a sequence or as keywords, a class body those that it lists; mappings that become attributes keep their keys.
What is approximated: in a loop over names that neither a class body nor a module states, any of them may be meant, each with what its name says of whoever has it.
"""

import logging
from operator import attrgetter
from types import SimpleNamespace

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


class Options:
    """Takes all its keywords as attributes."""

    def __init__(self, **values):
        self.__dict__.update(values)


class Shown:
    """Prints what it has by looking."""

    def __init__(self, held, count):
        self.held = held
        self.count = count

    def as_dict(self):
        return dict(self.__dict__)

    def names(self):
        return list(vars(self))


def show(thing, name):
    log.info(getattr(thing, name))


def put(thing, name, value):
    setattr(thing, name, value)


def name_is_handed_in(user):
    box = Box()
    box.held = user.email
    box.other = 1
    show(box, "held")  # expect: PUR101 identity.email
    show(box, "other")


def name_is_handed_in_to_a_setter(user):
    box = Box()
    put(box, "held", user.email)
    put(box, "other", 1)
    log.info(box.held)  # expect: PUR101 identity.email
    log.info(box.other)


def keywords_become_attributes(user):
    options = Options(held=user.email, other=1)
    log.info(options.held)  # expect: PUR101 identity.email
    log.info(options.other)


def all_of_it(user):
    log.info(Shown(user.email, 1).as_dict())  # expect: PUR101 identity.email
    log.info(Shown("x", 1).as_dict())


def key_of_all(user):
    shown = Shown(user.email, 1)
    log.info(vars(shown)["held"])  # expect: PUR101 identity.email
    log.info(vars(shown)["count"])
    log.info({**vars(shown)}["count"])


def frozen(user):
    box = Box()
    object.__setattr__(box, "held", user.email)
    log.info(box.held)  # expect: PUR101 identity.email


def namespace(user):
    made = SimpleNamespace(held=user.email, other=1)
    log.info(made.held)  # expect: PUR101 identity.email
    log.info(made.other)


def one(thing, name):
    return getattr(thing, name)


def picked(thing, *names):
    return {name: getattr(thing, name, None) for name in names}


def picked_in_a_loop(thing, names):
    found = {}
    for name in names:
        found[name] = getattr(thing, name)
    return found


def handed_on(thing, names):
    return picked_in_a_loop(thing, names)


SHOWN = ("id", "email")


def by_name(user):
    log.info(one(user, "email"))  # expect: PUR101 identity.email
    log.info(one(user, "theme"))


def by_names(user):
    log.info(picked(user, "id", "email"))  # expect: PUR101 identity.email
    log.info(picked(user, "id", "theme"))


def by_listed_names(user, job):
    log.info(picked_in_a_loop(user, ["id", "email"]))  # expect: PUR101 identity.email
    log.info(picked_in_a_loop(user, ["id", "theme"]))
    log.info(handed_on(user, SHOWN))  # expect: PUR101 identity.email
    log.info(handed_on(job, ("id", "state")))


def read_of_each(users):
    log.info(list(map(attrgetter("email"), users)))  # expect: PUR101 identity.email
    log.info(",".join(map(attrgetter("theme"), users)))


def read_of_several(users):
    both = attrgetter("theme", "email")
    log.info(both(users[0])[1])  # expect: PUR101 identity.email
    log.info(both(users[0])[0])


def in_their_order(users):
    for user in sorted(users, key=attrgetter("email")):
        log.info(user.theme)


class Listing:
    """Prints the attributes that its class lists."""

    SHOWN = ["count"]

    def __init__(self, held, count):
        self.held = held
        self.count = count

    def __repr__(self):
        parts = []
        for name in self.SHOWN:
            parts.append(f"{name}={getattr(self, name)}")
        return ", ".join(parts)

    def __len__(self):
        return sum(len(str(getattr(self, name))) for name in self.SHOWN)


class ListingAll(Listing):
    SHOWN = ["count", "held"]


class ListingNone(Listing):
    SHOWN = []


class ListingByChoice:
    """Lists nothing until it is told what."""

    SHOWN = ()

    def __init__(self, held, shown):
        self.held = held
        self.SHOWN = shown

    def __str__(self):
        return ", ".join(str(getattr(self, name)) for name in self.SHOWN)


NAMED = ["pk", "theme"]
NAMED_TOO = ["pk", "email"]


def listed_by_its_class(user):
    log.info(Listing(user.email, 1))
    log.info(ListingAll(user.email, 1))  # expect: PUR101 identity.email
    log.info(ListingAll("x", 1))
    log.info(ListingNone(user.email, 1))
    log.info(ListingByChoice(user.email, ["held"]))  # expect: PUR101 identity.email


def any_below(one: Listing, another: ListingAll, third: ListingNone, user):
    one.held = another.held = third.held = user.email
    log.info(one)  # expect: PUR101 identity.email
    log.info(another)  # expect: PUR101 identity.email
    log.info(third)


def listed_by_its_module(user):
    for name in NAMED:
        log.info(getattr(user, name))
    log.info([getattr(user, name) for name in NAMED])
    log.info({name: getattr(user, name) for name in NAMED_TOO})  # expect: PUR101 identity.email


def shown_of(held, *names, **unless):
    shown = [str(getattr(held, name)) for name in names]
    for name, usual in sorted(unless.items()):
        value = getattr(held, name)
        if value != usual:
            shown.append(f"{name}={value}")
    return ", ".join(shown)


def chosen(row, names):
    return {name: row[name] for name in names}


def named_by_keys(held, **names):
    return [getattr(held, name) for name in names]


def listed_by_the_caller(user):
    log.info(shown_of(user, "pk", is_active=True))
    log.info(shown_of(user, "pk", "email"))  # expect: PUR101 identity.email
    log.info(shown_of(user, "pk", email=""))  # expect: PUR101 identity.email
    log.info(named_by_keys(user, pk=1))
    log.info(named_by_keys(user, email=1))  # expect: PUR101 identity.email
    row = {"pk": user.pk, "who": user.email}
    log.info(chosen(row, ("pk",)))
    log.info(chosen(row, ["pk", "who"]))  # expect: PUR101 identity.email
    log.info(chosen({"pk": user.email}, ["pk", "who"]))  # expect: PUR101 identity.email


def twice_removed(held, *names, **unless):
    return shown_of(held, *names, **unless)


def listed_one_call_further(user):
    log.info(twice_removed(user, "pk", is_active=True))
    log.info(twice_removed(user, "pk", email=""))  # expect: PUR101 identity.email
