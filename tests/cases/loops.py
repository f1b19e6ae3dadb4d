"""Feature: `for`, `while`, `else`, `break`, `continue`, and what a loop carries from turn to turn.
How we carry it: a loop's body is repeated until what the variables hold no longer changes.
What is approximated: after four turns a loop is left as it is, which a note of the run tells.
"""

import logging

log = logging.getLogger(__name__)


def elements(users):
    for user in users:
        log.info(user.email)  # expect: PUR101 identity.email


def carried(users):
    last = ""
    for user in users:
        log.info(last)  # expect: PUR101 identity.email
        last = user.email


def carried_in_three_steps(users):
    one = two = three = ""
    for user in users:
        log.info(one)  # expect: PUR101 identity.email
        one = two
        two = three
        three = user.email


def while_loop(user):
    value = "x"
    while len(value) < 9:
        log.info(value)  # expect: PUR101 identity.email
        value += user.email


def after_the_loop(users):
    found = None
    for user in users:
        if user.active:
            found = user.email
            break
    log.info(found)  # expect: PUR101 identity.email


def else_of_a_loop(users):
    value = "x"
    for user in users:
        value = user.email
        break
    else:
        log.info(value)


def cleaned_at_each_turn(users):
    for user in users:
        value = user.email
        value = "x"
        log.info(value)


def continued(users):
    value = "x"
    for user in users:
        if user.active:
            value = user.email
            continue
        value = "y"
    log.info(value)  # expect: PUR101 identity.email


def field_carried(users, box):
    box.held = None
    for user in users:
        log.info(box.held)  # expect: PUR101 identity.email
        box.held = user.email


def collected(users):
    found = {}
    for user in users:
        found[user.pk] = user.email
    log.info(found)  # expect: PUR101 identity.email


def numbered(users):
    for number, user in enumerate(users):
        log.info(number)
        log.info(user.email)  # expect: PUR101 identity.email


def zipped(users, labels):
    for label, user in zip(labels, users):
        log.info(label)
        log.info(user.email)  # expect: PUR101 identity.email


def nested(groups):
    for group in groups:
        for user in group:
            log.info(user.email)  # expect: PUR101 identity.email


def linked(node):
    while node:
        log.info(node.user.email)  # expect: PUR101 identity.email
        node = node.next


def endless(user):
    value = user.email
    while True:
        if value:
            break
    log.info(value)  # expect: PUR101 identity.email


def never_left(user):
    while True:
        user.wait()
    log.info(user.email)


def else_of_an_endless_loop(user):
    while True:
        if user.is_active:
            break
    else:
        log.info(user.email)


def else_after_all_turns(users):
    value = "x"
    for user in users:
        value = user.email
    else:
        log.info(value)  # expect: PUR101 identity.email


def left_early(users):
    for user in users:
        value = user.email
        if user.is_active:
            break
        value = "x"
    else:
        return
    log.info(value)  # expect: PUR101 identity.email


def nothing_was_there(user):
    found = first_of([user.email])
    return found or counted({"mail": user.email})


def first_of(addresses):
    for address in addresses:
        return address
    raise LookupError(f"none of {addresses}")


def counted(given):
    for number, value in enumerate(given.values()):
        return number, value
    log.info("nothing in %s", given)
    given["mail"] = "x"
    return None


def partly(given):
    for key, value in given.items():
        if key:
            continue
        return value
    log.info("something in %s", given)
    return None


def partly_there(user):
    return partly({"mail": user.email})  # expect: PUR101 identity.email


def tells_what_was_there(user):
    try:
        first_of([user.email])
    except LookupError as error:
        log.info("%s", error)
