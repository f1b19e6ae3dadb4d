"""Feature: templates that name what they show: `%(key)s`, `{0.attr}`, `{name[key]}`, `{}`, `$name`.
How we carry it: of a constant template only the parts that it names are shown, by position, name, key or attribute.
What is approximated: a template that is no constant shows all that it is given.
"""

import io
import logging
import string

log = logging.getLogger(__name__)


def by_percent(user):
    data = {"a": user.email, "b": 1}
    log.info("%(b)s" % data)
    log.info("%(a)s" % data)  # expect: PUR101 identity.email
    log.info("%(b)s %(a)5s" % data)  # expect: PUR101 identity.email
    log.info("%s and %s" % ("x", user.email))  # expect: PUR101 identity.email
    log.info("%s" % (user.email,))  # expect: PUR101 identity.email
    log.info("%d%%" % 3)


def by_the_logger(user):
    data = {"a": user.email, "b": 1}
    log.info("%(b)s", data)
    log.info("%(a)s", data)  # expect: PUR101 identity.email
    log.info("%s", data)  # expect: PUR101 identity.email


def by_format(user):
    data = {"a": user.email, "b": 1}
    log.info("{b}".format(**data))
    log.info("{a}".format(**data))  # expect: PUR101 identity.email
    log.info("{b}".format_map(data))
    log.info("{a}".format_map(data))  # expect: PUR101 identity.email
    log.info("{0[b]}".format(data))
    log.info("{0[a]}".format(data))  # expect: PUR101 identity.email
    log.info("{d[a]}".format(d=data))  # expect: PUR101 identity.email
    log.info("{d[b]}".format(d=data))


def attributes(user):
    log.info("{0.email}".format(user))  # expect: PUR101 identity.email
    log.info("{0.pk}".format(user))
    log.info("{u.email!r:>{width}}".format(u=user, width=10))  # expect: PUR101 identity.email


def positions(user):
    log.info("{1}".format(user.email, "x"))
    log.info("{0}".format(user.email, "x"))  # expect: PUR101 identity.email
    log.info("{} {}".format("x", user.email))  # expect: PUR101 identity.email
    log.info("{}".format("x", user.email))
    log.info("{{email}}".format(email=user.email))


def not_constant(user, text):
    log.info(text.format(user.email))  # expect: PUR101 identity.email
    log.info(text % user.email)  # expect: PUR101 identity.email


def by_dollar(user):
    data = {"a": user.email, "b": 1}
    both = string.Template("$a and $b")
    log.info(both.substitute(a=user.email, b=1))  # expect: PUR101 identity.email
    log.info(both.substitute(data))  # expect: PUR101 identity.email
    log.info(string.Template("$b").substitute(data))
    log.info(string.Template("${a}").safe_substitute(data))  # expect: PUR101 identity.email


def specifications(user):
    log.info(f"{user.email:>{20}}")  # expect: PUR101 identity.email
    log.info(f"{user.pk:{user.email}}")  # expect: PUR101 identity.email


def streams(user):
    buffer = io.StringIO()
    buffer.write(user.email)
    log.info(buffer.getvalue())  # expect: PUR101 identity.email
    other = io.StringIO()
    other.write("x")
    log.info(other.getvalue())


def joined(user):
    log.info(",".join(["x", user.email][:1]))
    log.info(",".join(str(part) for part in [user.email]))  # expect: PUR101 identity.email


def keys_of_something(data, count):
    log.info("%(email)s" % data)  # expect: PUR101 identity.email
    log.info("%(pk)s" % data)
    log.info("{email}".format(**data))  # expect: PUR101 identity.email
    log.info("{email}".format_map(data))  # expect: PUR101 identity.email
    log.info("{state}".format_map(data))
    log.info("%(email)s" % {"email": "x"})
    log.info("{email}".format(email=count))
