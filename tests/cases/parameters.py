"""Feature: arguments by position and by name, defaults, positional-only and keyword-only parameters.
How we carry it: a call binds its arguments to parameters as Python does, and only the parameter that reaches a sink counts; a default that is data or code is kept by the function.
What is approximated: an argument that fits no parameter is dropped.
"""

import hashlib
import logging

log = logging.getLogger(__name__)


def write(first, second="nothing", *, third=None):
    log.info(second)


def positional_only(first, second, /, third=0):
    log.info(first)


def keyword_only(*, first, second=""):
    log.info(second)


def all_of_them(first, /, second, *, third):
    log.info("%s %s", first, third)


def by_position(user):
    write("x", user.email)  # expect: PUR101 identity.email
    write(user.email, "x")
    write(user.email)


def by_name(user):
    write("x", second=user.email)  # expect: PUR101 identity.email
    write(second=user.email, first="x")  # expect: PUR101 identity.email
    write(first=user.email, second="x")
    write("x", third=user.email)


def only(user):
    positional_only(user.email, "x")  # expect: PUR101 identity.email
    positional_only("x", user.email)
    positional_only("x", "y", third=user.email)
    keyword_only(first="x", second=user.email)  # expect: PUR101 identity.email
    keyword_only(first=user.email)


def mixed(user):
    all_of_them(user.email, "x", third="y")  # expect: PUR101 identity.email
    all_of_them("x", user.email, third="y")
    all_of_them("x", "y", third=user.email)  # expect: PUR101 identity.email


def unpacked_into_parameters(user):
    write(*["x", user.email])  # expect: PUR101 identity.email
    write(**{"first": "x", "second": user.email})  # expect: PUR101 identity.email
    write(**{"first": user.email, "second": "x"})


def clean_part_of_an_unpacked_list(user):
    write(*[user.email, "x"])


def default_that_is_data(user):
    def tell(value=user.email):
        log.info(value)

    tell("x")
    tell()  # expect: PUR101 identity.email


def tell_by(value, tell=log.info):
    tell(value)


def default_that_is_code(user):
    tell_by(user.email)  # expect: PUR101 identity.email
    tell_by(user.email, len)


class Teller:
    """Has a method with a default."""

    def tell(self, value, tell=log.info):
        tell(value)


def default_of_a_method(user):
    Teller().tell(user.email)  # expect: PUR101 identity.email
    Teller().tell(user.email, tell=len)


def label(user_id, email=None):
    return f"{user_id} {email or ''}"


def nested(user_id, email="-"):
    return label(user_id, email)


def described(user_id, *, phone=None, **others):
    return {"id": user_id, "phone": phone}


def hashed(user_id, email=""):
    return str(user_id) + hashlib.sha256(email.encode()).hexdigest()


def left_to_its_default(user_id):
    log.info(label(user_id))
    log.info(label(user_id, None))
    log.info(label(user_id, email=""))
    log.info(nested(user_id))
    log.info(described(user_id))
    log.info(described(user_id, phone=None, kind="x"))
    log.info(described(user_id, **{"kind": 1}))
    log.info(hashed(user_id))


def not_left_out(user_id, given, data, things):
    log.info(label(user_id, given))  # expect: PUR101 identity.email
    log.info(label(*things))  # expect: PUR101 identity.email
    log.info(nested(user_id, given))  # expect: PUR101 identity.email
    log.info(described(user_id, **data))  # expect: PUR101 identity.phone
    log.info(described(user_id, phone=given)["id"])


def without_a_caller(user_id, email=None):
    log.info(email)  # expect: PUR101 identity.email


def written_beside(first, second):
    log.info("%s %s", first, second)


def written_with_its_digest(text):
    log.info("%s %s", hashlib.sha256(text.encode()).hexdigest(), text)


def of_one_argument(pair):
    written_beside(*pair)


def of_another(text):
    written_with_its_digest(text)


def by_one_argument(user):
    of_one_argument((user.email, "x"))  # expect: PUR101 identity.email
    of_one_argument(("x", user.email))  # expect: PUR101 identity.email
    of_one_argument(("x", "y"))
    of_another(user.email)  # expect: PUR101 identity.email
