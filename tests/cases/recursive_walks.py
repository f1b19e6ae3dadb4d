"""Feature: functions that go through data of any shape and call themselves for what is inside.
How we carry it: what such a function makes of a mapping or a list is a mapping or a list, as far inside as the turns of the analysis tell levels apart; below that, what is somewhere inside may be any item.
What is approximated: keys are not told apart in what such a function made.
"""

import logging

log = logging.getLogger(__name__)


def copied(obj):
    out = {}
    for k, v in obj.items():
        if isinstance(v, dict):
            out[k] = copied(v)
        else:
            out[k] = v
    return out


def each_inside(v):
    if isinstance(v, dict):
        return {k: each_inside(x) for k, x in v.items()}
    if isinstance(v, list):
        return [each_inside(x) for x in v]
    return v


def titled(s):
    return s.title()


def with_other_keys(v):
    if isinstance(v, dict):
        return {titled(k): with_other_keys(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
        return [with_other_keys(x) for x in v]
    return v


def deeply_merged(a, b):
    out = dict(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = deeply_merged(out[k], v)
        else:
            out[k] = v
    return out


def of_any_shape(user):
    data = {"a": "x", "mail": user.email}
    log.info(copied(data)["mail"])  # expect: PUR101 identity.email
    log.info(copied({"d": data})["d"]["mail"])  # expect: PUR101 identity.email
    log.info(each_inside(data)["mail"])  # expect: PUR101 identity.email
    log.info(each_inside({"d": data})["d"]["mail"])  # expect: PUR101 identity.email
    log.info(each_inside([data])[0]["mail"])  # expect: PUR101 identity.email
    log.info(with_other_keys(data)["Mail"])  # expect: PUR101 identity.email
    log.info(with_other_keys({"d": data}))  # expect: PUR101 identity.email
    log.info(with_other_keys({"d": data})["D"]["Mail"])  # expect: PUR101 identity.email
    log.info(deeply_merged({"x": 1}, data)["mail"])  # expect: PUR101 identity.email
    log.info(deeply_merged({"d": {"n": 1}}, {"d": data})["d"]["mail"])  # expect: PUR101 identity.email
    log.info(deeply_merged(data, {"x": 1})["mail"])  # expect: PUR101 identity.email
    log.info(deeply_merged(data, {"x": 1}))  # expect: PUR101 identity.email
    log.info(deeply_merged({"n": 1}, {"x": 1}))
    log.info(with_other_keys({"n": 1}))
