"""Feature: parameters that are switches: `def told(user, private=False)`, `if private: …`.
How we carry it: where a call leaves a switch at its default, or states it, the function is told as it is for that answer.
What is approximated: six sets of answers a function; switches are parameters with `True` or `False` as default, and answers constants or a switch of the caller's own.
"""

import logging

log = logging.getLogger(__name__)


def told(user, private=False):
    parts = [str(user.plan)]
    if private:
        parts.append(user.email)
    return " ".join(parts)


def left_at_its_default(user):
    log.info(told(user))
    log.info(told(user, False))
    log.info(told(user, private=None))


def switched_on(user, wanted):
    log.info(told(user, True))  # expect: PUR101 identity.email
    log.info(told(user, private=not False))  # expect: PUR101 identity.email
    log.info(told(user, wanted))  # expect: PUR101 identity.email
    log.info(told(user, **wanted))  # expect: PUR101 identity.email
    log.info(told(*wanted))  # expect: PUR101 identity.email


def handed_on(user, private=False):
    return told(user, private)


def turned_round(user, public=True):
    return told(user, private=not public)


def through_another(user):
    log.info(handed_on(user))
    log.info(handed_on(user, private=True))  # expect: PUR101 identity.email
    log.info(turned_round(user))
    log.info(turned_round(user, public=False))  # expect: PUR101 identity.email


class Member:
    """Tells more of itself if it is asked to."""

    def __init__(self, email, plan):
        self.email = email
        self.plan = plan

    def to_dict(self, *, private=False, short=True):
        out = {"plan": self.plan}
        if private and not short:
            out["email"] = self.email
        return out


def of_a_method(email):
    member = Member(email, "x")
    log.info(member.to_dict())
    log.info(member.to_dict(private=True))
    log.info(member.to_dict(private=True, short=False))  # expect: PUR101 identity.email
    log.info(member.to_dict(short=False))


def by_expression(user, full=False):
    return f"{user.plan} {user.email if full else ''}"


def chosen_by_expression(user):
    log.info(by_expression(user))
    log.info(by_expression(user, full=True))  # expect: PUR101 identity.email


def noted(value, quiet=True):
    if not quiet:
        log.info(value)


def in_the_callee(user):
    noted(user.email)
    noted(user.email, quiet=False)  # expect: PUR101 identity.email


def bound_anew(user, private=False):
    private = private or user.is_staff
    return user.email if private else ""


def bound_in_a_loop(users, private=False):
    found = ""
    for user in users:
        if private:
            found = user.email
        private = True
    return found


def bound_inside(user, private=False):
    def turn():
        nonlocal private
        private = True

    turn()
    return user.email if private else ""


def no_longer_a_switch(user, users):
    log.info(bound_anew(user))  # expect: PUR101 identity.email
    log.info(bound_in_a_loop(users))  # expect: PUR101 identity.email
    log.info(bound_inside(user))  # expect: PUR101 identity.email


def fill(data, user, private=False):
    data["plan"] = user.plan
    if private:
        data["contact"] = user.email


def filled(user):
    some, more = {}, {}
    fill(some, user)
    fill(more, user, private=True)
    log.info(some)
    log.info(more)  # expect: PUR101 identity.email


def check(user, fatal=False):
    if fatal:
        raise ValueError(user.email)


def raised(user):
    try:
        check(user)
    except ValueError as error:
        log.info(error)
    try:
        check(user, fatal=True)
    except ValueError as error:
        log.info(error)  # expect: PUR101 identity.email


def walked(node, private=False):
    if node.inner:
        return walked(node.inner, private)
    return node.user.email if private else ""


def recursive(node):
    log.info(walked(node))
    log.info(walked(node, True))  # expect: PUR101 identity.email


def nobody_calls(user, private=False):
    if private:
        log.info(user.email)  # expect: PUR101 identity.email
