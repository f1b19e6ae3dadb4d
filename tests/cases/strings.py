"""Feature: text built by `%`, `.format`, `.join`, `+`, `*` and `+=`.
How we carry it: the text carries what its parts carry; a constant template shows only the parts that it names.
What is approximated: a template that is no constant shows all that it is given.
"""

import logging
import string

log = logging.getLogger(__name__)


def not_interpolated(user):
    log.info("{user.email}")
    log.info("the e-mail is kept")


def percent(user):
    log.info("seen %s" % user.email)  # expect: PUR101 identity.email
    log.info("%s has %s" % ("x", user.email))  # expect: PUR101 identity.email
    log.info("%(a)s" % {"a": user.email})  # expect: PUR101 identity.email
    log.info("%d of %d" % (1, 2))


def format_method(user):
    log.info("seen {}".format(user.email))  # expect: PUR101 identity.email
    log.info("{a}".format(a=user.email))  # expect: PUR101 identity.email
    log.info("{0} {1}".format("x", user.email))  # expect: PUR101 identity.email
    log.info("{a}".format(**{"a": user.email}))  # expect: PUR101 identity.email
    log.info("{a}".format_map({"a": user.email}))  # expect: PUR101 identity.email
    log.info("{} of {}".format(1, 2))


def plus(user):
    log.info("seen " + user.email)  # expect: PUR101 identity.email
    log.info("seen " + "none")


def times(user):
    log.info(user.email * 2)  # expect: PUR101 identity.email


def augmented(user):
    text = "seen: "
    text += user.email
    log.info(text)  # expect: PUR101 identity.email
    text = "x"
    log.info(text)


def joined(user):
    log.info(", ".join(["x", user.email]))  # expect: PUR101 identity.email
    log.info(user.email.join(["x", "y"]))  # expect: PUR101 identity.email
    log.info(", ".join(["x", "y"]))


def template(user):
    log.info(string.Template("$a").substitute(a=user.email))  # expect: PUR101 identity.email


def percent_by_name_of_another_key(user):
    data = {"a": user.email, "b": 1}
    log.info("%(b)s" % data)


def format_of_an_attribute(user):
    log.info("{0.email}".format(user))  # expect: PUR101 identity.email
