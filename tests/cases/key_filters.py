"""Feature: keys chosen or left out by name: in comprehensions and in loops over constants.
How we carry it: a comprehension or loop over known items is taken turn by turn, where tests of the key are decided; of a mapping that was handed in the named keys are left out or picked where it is known.
What is approximated: more than eight items, and keys chosen by anything but constants, are not told apart.
"""

import logging

log = logging.getLogger(__name__)
ALLOWED = ("b", "c")
HIDDEN = frozenset({"a"})


def left_out(user):
    data = {"a": user.email, "b": 1, "c": 2}
    log.info({key: value for key, value in data.items() if key != "a"})
    log.info({key: value for key, value in data.items() if key not in ("a", "b")})
    log.info({key: value for key, value in data.items() if key not in HIDDEN})
    log.info({key: value for key, value in data.items() if key != "b"})  # expect: PUR101 identity.email


def picked(user):
    data = {"a": user.email, "b": 1, "c": 2}
    log.info({key: value for key, value in data.items() if key in ALLOWED})
    log.info({key: value for key, value in data.items() if key == "a"})  # expect: PUR101 identity.email
    log.info({key: data[key] for key in ALLOWED})
    log.info({key: data[key] for key in ("b", "c")})
    log.info({key: data[key] for key in ("a", "b")})  # expect: PUR101 identity.email
    log.info([data[key] for key in ALLOWED])
    log.info([data.get(key) for key in ALLOWED])


def rebuilt(user):
    data = {"a": user.email, "b": 1, "c": 2}
    other = {key: value for key, value in data.items()}
    log.info(other["b"])
    log.info(other["a"])  # expect: PUR101 identity.email


def loops(user):
    data = {"a": user.email, "b": 1, "c": 2}
    for key in ("b", "c"):
        log.info(data[key])
    for key in ("a", "b"):
        log.info(data[key])  # expect: PUR101 identity.email
    for key, value in data.items():
        if key != "a":
            log.info(value)
    for key in data:
        if key == "a":
            continue
        log.info(data[key])


def dropped_in_a_loop(user):
    data = {"a": user.email, "b": 1, "c": 2}
    for key in ("a", "c"):
        data.pop(key, None)
    log.info(data)


def masked_in_a_loop(user):
    data = {"a": user.email, "b": 1}
    for key in data:
        if key in HIDDEN:
            data[key] = "***"
    log.info(data)


def broken_off(user):
    data = {"a": user.email, "b": 1}
    for key in ("a", "b"):
        if key == "a":
            break
        data.pop("a")
    log.info(data)  # expect: PUR101 identity.email


def without(data):
    return {key: value for key, value in data.items() if key not in ("a",)}


def only(data):
    return {key: value for key, value in data.items() if key in ("b",)}


def allowed(data):
    return {key: data[key] for key in ALLOWED if key in data}


def by_a_helper(user):
    data = {"a": user.email, "b": 1}
    log.info(without(data))
    log.info(only(data))
    log.info(allowed(data))
    log.info(data)  # expect: PUR101 identity.email
    data = {"b": user.email}
    log.info(without(data))  # expect: PUR101 identity.email
    log.info(only(data))  # expect: PUR101 identity.email
    log.info(allowed(data))  # expect: PUR101 identity.email


def chosen_by_the_value(user):
    data = {"a": user.email, "b": 1}
    log.info({key: value for key, value in data.items() if value})  # expect: PUR101 identity.email


def chosen_by_anything(user, wanted):
    data = {"a": user.email, "b": 1}
    log.info({key: value for key, value in data.items() if key in wanted})  # expect: PUR101 identity.email
