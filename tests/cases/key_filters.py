"""Feature: keys chosen or left out by name: in comprehensions and in loops over constants.
How we carry it: a comprehension or loop over known items is taken turn by turn, where tests of the key are decided; of a mapping that was handed in the named keys are left out or picked where it is known. A loop over the entries of any mapping takes a turn for each key that its tests name, and one for the others; a comprehension that puts these back as they are is a copy.
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


def compact(mapping):
    return {key: value for key, value in mapping.items() if value is not None}


def lowered(mapping):
    return {key: value.lower() for key, value in mapping.items() if key != "a"}


def compacted(user):
    data = {"a": "x", "b": user.email}
    log.info(compact(data)["a"])
    log.info(compact(data)["b"])  # expect: PUR101 identity.email
    log.info(compact(data))  # expect: PUR101 identity.email
    log.info(lowered(data))  # expect: PUR101 identity.email
    data = {"a": user.email, "b": 1}
    log.info(lowered(data))


def stars_by_key(data):
    return {key: "***" if key in HIDDEN else value for key, value in data.items()}


def stars_for_one(data):
    return {key: value if key != "a" else "***" for key, value in data.items()}


def stars_in_a_loop(data):
    kept = {}
    for key, value in data.items():
        if key == "a":
            kept[key] = "***"
        else:
            kept[key] = value
    return kept


def left_out_in_a_loop(data):
    kept = {}
    for key, value in data.items():
        if key in ("a",):
            continue
        kept[key] = value
    return kept


def found_in_a_loop(data):
    for key, value in data.items():
        if key == "a":
            return value
    return None


def built_anew(user):
    data = {"a": user.email, "b": 1}
    log.info(stars_by_key(data))
    log.info(stars_for_one(data))
    log.info(stars_in_a_loop(data))
    log.info(left_out_in_a_loop(data))
    log.info(found_in_a_loop(data))  # expect: PUR101 identity.email


def built_anew_of_others(user):
    data = {"a": "x", "b": user.email}
    log.info(stars_by_key(data)["a"])
    log.info(stars_by_key(data)["b"])  # expect: PUR101 identity.email
    log.info(stars_for_one(data))  # expect: PUR101 identity.email
    log.info(stars_in_a_loop(data))  # expect: PUR101 identity.email
    log.info(left_out_in_a_loop(data))  # expect: PUR101 identity.email
    log.info(found_in_a_loop(data))


def of_many_keys(user):
    data = {"a": user.email, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, "i": 1}
    log.info({key: "***" if key in HIDDEN else value for key, value in data.items()})
    log.info(left_out_in_a_loop(data))
    log.info(compact(data)["b"])
    log.info(compact(data)["a"])  # expect: PUR101 identity.email
    log.info({key: value for key, value in data.items() if value})  # expect: PUR101 identity.email


def two_copies(mapping):
    first = {key: value if key != "a" else "***" for key, value in mapping.items()}
    second = {key: value if key != "a" else mapping["b"] for key, value in mapping.items()}
    return first, second


def apart(user):
    first, second = two_copies({"a": "x", "b": user.email})
    log.info(first["a"])
    log.info(second["a"])  # expect: PUR101 identity.email


def kept_as_it_was(user):
    data = {"a": user.email}
    copy = compact(data)
    copy["a"] = "x"
    log.info(copy)
    log.info(data)  # expect: PUR101 identity.email
