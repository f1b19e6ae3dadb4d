"""Feature: helpers that copy by names which they are handed, or state themselves where they are handed none.
How we carry it: of several collections that a loop may go through the constant texts are taken turn by turn, the names that a caller hands in are read as they are called there, and where it hands in none nothing is read for them; a constant text that is cut into words is a list of these.
What is approximated: where names are handed in, those that would stand for none are read too; a dict that a loop fills under handed names shows under each what it holds under one; tests whether a name is among the handed ones decide nothing.
"""

import logging

log = logging.getLogger(__name__)


class User:
    pk: int
    plan: str
    email: str
    name: str


def by_or(obj, fields=None):
    fields = fields or ("pk", "plan")
    return {f: getattr(obj, f) for f in fields}


def by_test(obj, fields=None):
    if fields is None:
        fields = ["pk", "plan"]
    result = {}
    for f in fields:
        result[f] = getattr(obj, f)
    return result


def by_condition(obj, short):
    fields = ("pk",) if short else ("pk", "plan")
    return [getattr(obj, f) for f in fields]


def by_condition_personal(obj, short):
    fields = ("pk",) if short else ("pk", "email")
    return [getattr(obj, f) for f in fields]


def handed_none(user: User):
    log.info(by_or(user))
    log.info(by_or(user, None))
    log.info(by_test(user))
    log.info(by_condition(user, True))
    log.info(by_condition_personal(user, False))  # expect: PUR101 identity.email


def handed_some(user: User):
    log.info(by_or(user, ("pk", "email")))  # expect: PUR101 identity.email
    log.info(by_or(user, fields=["plan"]))
    log.info(by_test(user, ["name"]))  # expect: PUR101 identity.name
    log.info(by_test(user, ["plan"]))


def own_keys(user: User):
    found = by_test(user, ["name"])
    log.info(found["name"])  # expect: PUR101 identity.name


def handed_words(user: User):
    log.info(by_or(user, "pk email".split()))  # expect: PUR101 identity.email
    log.info(by_or(user, "pk plan".split()))
    log.info([getattr(user, f) for f in "pk,name".split(",")])  # expect: PUR101 identity.name
    log.info([getattr(user, f) for f in "pk,plan".split(",")])


def without_one(user: User):
    names = ["pk", "email"]
    names.remove("email")
    log.info(by_or(user, names))
    names.append("name")
    log.info(by_or(user, names))  # expect: PUR101 identity.name


def read_keys(data, keys=None):
    return [data[key] for key in keys or ("a", "b")]


def handed_keys(user: User):
    data = {"a": "x", "b": "y", "c": user.email}
    log.info(read_keys(data))
    log.info(read_keys(data, ("c",)))  # expect: PUR101 identity.email
    log.info(read_keys(data, ()))
