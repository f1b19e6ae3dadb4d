"""Feature: conditional expressions, `and`, `or`, and tests that say what a variable holds.
How we carry it: both ways of a condition count; a variable that was tested to be empty or equal to a constant (or one of the constants of a collection) holds that, in each way of `and`, `or`, `not`, of an `if` expression and of a comprehension.
What is approximated: tests of attributes and keys other than for emptiness, and relations between different tests, are not kept; a collection of a module counts as constant if its name is in capitals.
"""

import logging
import people

log = logging.getLogger(__name__)


def conditional(user, flag):
    log.info(user.email if flag else "none")  # expect: PUR101 identity.email
    log.info("yes" if user.email else "no")


def alternatives(user):
    log.info(user.email or "none")  # expect: PUR101 identity.email
    log.info(user.nothing and user.email)  # expect: PUR101 identity.email


def not_it(user):
    log.info(not user.email)


def equal_to_a_constant(user):
    value = user.email
    if value == "desk@shop.example":
        log.info(value)
    else:
        log.info(value)  # expect: PUR101 identity.email


def unequal_to_a_constant(user):
    value = user.email
    if value != "desk@shop.example":
        return
    log.info(value)


def one_of_constants(user):
    value = user.email
    if value in ("a@shop.example", "b@shop.example"):
        log.info(value)


def empty(user):
    value = user.email
    if not value:
        log.info(value)
    if value is None:
        log.info(value)


def early_return(user):
    value = user.email
    if value:
        return
    log.info(value)


def on_either_way(user, flag):
    value = "x"
    if flag:
        value = user.email
    elif user.pk:
        value = "y"
    log.info(value)  # expect: PUR101 identity.email


def left_of_and(user):
    log.info(user.email and "yes")


def set_of_constants(user):
    value = user.email
    if value in ALLOWED:
        log.info(value)


ALLOWED = {"a@shop.example"}
SEEN = set()
LABELS = {"a@shop.example": "the desk"}


def keys_of_constants(user):
    value = user.email
    if value in LABELS:
        log.info(value)


def remembered(user):
    value = user.email
    if value in SEEN:
        log.info(value)  # expect: PUR101 identity.email


def set_that_is_handed_in(user, allowed):
    value = user.email
    if value in allowed:
        log.info(value)  # expect: PUR101 identity.email


def set_that_is_filled(user):
    allowed = {"a@shop.example"}
    allowed.add(user.email)
    value = user.email
    if value in allowed:
        log.info(value)  # expect: PUR101 identity.email


def constant_by_name(user):
    value = user.email
    if value == DESK:
        log.info(value)
    elif "b@shop.example" == value:
        log.info(value)


DESK = "desk@shop.example"


def either_of_two_tests(user):
    value = user.email
    if value is None or value == "":
        log.info(value)
    if not value or user.is_active:
        log.info(value)  # expect: PUR101 identity.email


def neither_of_two_tests(user):
    value = user.email
    if not (value and user.is_active):
        log.info(value)  # expect: PUR101 identity.email


def nothing_in_it(users):
    mails = [user.email for user in users]
    if len(mails) == 0:
        log.info(mails)
    if not mails:
        log.info(mails)
    if mails == []:
        log.info(mails)
    if len(mails) > 0:
        log.info(mails)  # expect: PUR101 identity.email


def something_in_it(users):
    mails = [user.email for user in users]
    if len(mails) < 1:
        return
    log.info(mails)  # expect: PUR101 identity.email


def filled_where_it_is_empty(user):
    mails = []
    if not mails:
        mails.append(user.email)
    log.info(mails)  # expect: PUR101 identity.email


def chosen_by_a_test(user):
    value = user.email
    log.info(value if value is None else "set")
    log.info("none" if value is None else value)  # expect: PUR101 identity.email
    log.info(value if not value else "set")


def within_one_expression(user):
    value = user.email
    log.info(value or value)  # expect: PUR101 identity.email
    log.info(value == "x" and value)
    log.info(value != "x" and value)  # expect: PUR101 identity.email
    log.info(not value and value)
    log.info(user.is_active and value)  # expect: PUR101 identity.email


def known_by_a_condition_of_a_comprehension(user):
    value = user.email
    log.info([value for each in (1, 2) if value == "x"])
    log.info(value)  # expect: PUR101 identity.email


def by_a_condition_of_each(users):
    mails = [user.email for user in users]
    log.info([mail for mail in mails if not mail])
    log.info([mail for mail in mails if mail in ("a", "b")])
    log.info([mail for mail in mails if mail])  # expect: PUR101 identity.email


def tested_by_assert(user):
    value = user.email
    assert value == "desk@shop.example"
    log.info(value)


def taken_back(user):
    value = user.email
    if value == "x":
        value = user.email
        log.info(value)  # expect: PUR101 identity.email


def default_of_a_parameter(user, email=None):
    if not email:
        log.info(email)
        email = user.email
    log.info(email)  # expect: PUR101 identity.email


def length_after_a_loop(user):
    value = user.email
    while value:
        value = value[1:]
    log.info(value)


def left_from_within_a_loop(user):
    value = user.email
    while value:
        if user.is_active:
            break
    log.info(value)  # expect: PUR101 identity.email


def empty_attribute_of_the_unknown():
    user = people.find()[0]
    if not user.email:
        log.info(user.email)
        log.info(user.phone_number)  # expect: PUR101 identity.phone
    log.info(user.email)  # expect: PUR101 identity.email


def empty_attribute_filled_by_the_unknown():
    for user in people.find():
        if not user.email:
            log.info(user.email)
            people.fill(user)
            log.info(user.email)  # expect: PUR101 identity.email


def empty_attribute_set_by_another_name(other):
    user = people.find()[0]
    same = user
    if user.email is None:
        same.email = other.email
        log.info(user.email)  # expect: PUR101 identity.email


def empty_attribute_of_another():
    user = people.find()[0]
    if not user.email:
        user = people.find()[1]
        log.info(user.email)  # expect: PUR101 identity.email
