"""Feature: tests that find an attribute or a key empty.
How we carry it: what holds data and was tested to be empty holds none, until it is written or code that nobody knows is handed its owner; a caller learns nothing of it.
What is approximated: of something of the outside of which only the class is known no such test is kept, nor of a name that the module binds, nor any test for another constant.
"""

import logging

log = logging.getLogger(__name__)


def empty_attribute(user):
    if not user.email:
        log.info(user.email)
    else:
        log.info(user.email)  # expect: PUR101 identity.email
    log.info(user.email)  # expect: PUR101 identity.email


def attribute_that_is_nothing(request, users):
    if request.user.email is None:
        log.info(request.user.email)
    elif request.user.email == "":
        log.info("%s", request.user.email)
    if "" == request.user.email:
        log.info(request.user.email)
    log.info([user.email for user in users if not user.email])
    log.info([user.email for user in users if user.email])  # expect: PUR101 identity.email


def measured_attribute(user):
    if len(user.email) == 0:
        log.info(user.email)
    if not getattr(user, "email", None):
        log.info(user.email)
    if len(user.email) > 0:
        log.info(user.email)  # expect: PUR101 identity.email


def one_of_two_attributes(user):
    if not (user.email or user.is_active):
        log.info(user.email)
    if not (user.email and user.is_active):
        log.info(user.email)  # expect: PUR101 identity.email


def empty_key(data, request):
    if not data.get("email"):
        log.info(data.get("email"))
        log.info(data["email"])
    if not data["email"]:
        log.info(data["email"])
    if not request.POST.get("email"):
        log.info(request.POST["email"])
    if not (mail := data.get("email")):
        log.info(mail)
        log.info(data["email"])
    log.info(data["email"])  # expect: PUR101 identity.email


def returned_where_there_is_one(user):
    if user.email:
        return
    log.info(user.email)


def set_where_there_is_none(user):
    if not user.email:
        user.email = user.name
    log.info(user.email)  # expect: PUR101 identity.email; PUR101 identity.name


def put_where_there_is_none(user, data):
    if not data.get("email"):
        data["email"] = user.email
        log.info(data["email"])  # expect: PUR101 identity.email


def filled_by_somebody(user, form, data, load):
    if user.email:
        return
    form.populate(user)
    log.info(user.email)  # expect: PUR101 identity.email
    if not data["email"]:
        load(data)
        log.info(data["email"])  # expect: PUR101 identity.email


class Loaded:
    """Reads what it has not got."""

    def tell(self):
        if not self.email:
            log.info(self.email)
            self.load()
            log.info(self.email)  # expect: PUR101 identity.email

    def load(self):
        read_into(self)


def read_into(thing):
    thing.read()


def refuse(user):
    if user.email:
        raise ValueError


def known_inside_only(user):
    refuse(user)
    log.info(user.email)  # expect: PUR101 identity.email


def of_a_name_that_is_bound_elsewhere(load):
    if not somebody.email:
        load()
    log.info(somebody.email)  # expect: PUR101 identity.email
    if not somebody["email"]:
        load()
    log.info(somebody["email"])  # expect: PUR101 identity.email
