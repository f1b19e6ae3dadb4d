"""Feature: a template that is handed in or captured by a closure, and formatted where nobody knows its text; paths of attributes given as texts.
How we carry it: formatting is left to whoever knows the text; each replacement field is a read by the names that it states. `operator.attrgetter` and `itemgetter` are callables that keep what they read.
What is approximated: data that the formatting function reads itself, rather than being handed it, is taken to be shown; a text that nobody states shows all that it is given.
"""

import logging
import operator

log = logging.getLogger(__name__)


class User:
    """Prints as nothing."""

    def __init__(self, email, phone_number, pk):
        self.email = email
        self.phone_number = phone_number
        self.pk = pk


def make(template):
    return lambda obj: template.format(obj=obj)


def by_closure(user: User):
    log.info(make("user/{obj.email}")(user))  # expect: PUR101 identity.email
    log.info(make("user/{obj.pk}")(user))


def fill(template, *, user):
    return template.format(user=user)


def by_parameter(user: User):
    log.info(fill("{user.phone_number}", user=user))  # expect: PUR101 identity.phone
    log.info(fill("{user.pk}", user=user))


def fill_two(template, first, second):
    return template.format(first, second)


def by_position(user: User):
    log.info(fill_two("{1}", user.email, "x"))
    log.info(fill_two("{0}", user.email, "x"))  # expect: PUR101 identity.email


def outer(template, user):
    return fill(template, user=user)


def through_two(user: User):
    log.info(outer("{user.email}", user))  # expect: PUR101 identity.email
    log.info(outer("{user.pk}", user))


def note(template, user):
    log.info(template.format(user=user))


def leaks_below(user: User):
    note("{user.email}", user)  # expect: PUR101 identity.email
    note("{user.pk}", user)


def factory(template, each=None):
    def generate(obj):
        if each:
            for itr in operator.attrgetter(each)(obj):
                yield template.format(itr=itr, obj=obj)
        else:
            yield template.format(obj=obj)

    return generate


def by_generator(user: User, project):
    log.info(list(factory("user/{obj.email}")(user)))  # expect: PUR101 identity.email
    log.info(list(factory("user/{obj.pk}")(user)))
    log.info(list(factory("user/{itr.email}", each="team.members")(project)))  # expect: PUR101 identity.email
    log.info(list(factory("user/{itr.pk}", each="team.members")(project)))


def several(templates, user):
    return [template.format(user=user) for template in templates]


def in_a_list(user: User):
    log.info(several(["{user.pk}", "x/{user.email}"], user))  # expect: PUR101 identity.email
    log.info(several(["{user.pk}", "x/{user.pk}"], user))


def either(user: User, short):
    template = "{user.pk}" if short else "{user.pk}: {user.email}"
    log.info(template.format(user=user))  # expect: PUR101 identity.email
    template = "{user.pk}" if short else "#{user.pk}"
    log.info(template.format(user=user))


def names_of_the_template(thing):
    log.info("{t.email}".format(t=thing))  # expect: PUR101 identity.email
    log.info("{t.label}".format(t=thing))
    log.info("{t.owner.email}".format(t=thing))  # expect: PUR101 identity.email


def nobody_knows(template, user):
    log.info(template.format(user.email))  # expect: PUR101 identity.email


def getters(user: User):
    log.info(operator.attrgetter("email")(user))  # expect: PUR101 identity.email
    log.info(operator.attrgetter("pk")(user))
    email, pk = operator.attrgetter("email", "pk")(user)
    log.info(email)  # expect: PUR101 identity.email
    log.info(pk)
    read = operator.itemgetter("mail", "number")
    mail, number = read({"mail": user.email, "number": 1})
    log.info(mail)  # expect: PUR101 identity.email
    log.info(number)
    log.info(operator.methodcaller("lower")(user.email))  # expect: PUR101 identity.email


def path_to(path):
    return lambda order: operator.attrgetter(path)(order)


class Order:
    """Has an owner."""

    def __init__(self, user: User):
        self.user = user
        self.pk = 1


def by_path(order: Order):
    log.info(path_to("user.email")(order))  # expect: PUR101 identity.email
    log.info(path_to("user.pk")(order))
