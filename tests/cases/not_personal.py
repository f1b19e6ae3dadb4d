"""`not-personal` says that a name which sounds personal is not."""

import logging

from django.db import models

log = logging.getLogger(__name__)


class Contact(models.Model):
    """Whom to ask about a machine."""

    email = models.EmailField()  # not-personal: the team's shared mail box
    deputy_email = models.EmailField()  # expect: PUR301 identity.email


def read_from_the_field(contact: Contact):
    log.info(contact.email)
    log.info(contact.deputy_email)  # expect: PUR101 identity.email


def where_no_field_is_declared(desk):
    log.info(desk.contact_email)  # not-personal: always the service desk
    log.info(desk.contact_email)  # expect: PUR101 identity.email


def not_needed(machine):
    log.info(machine.name)  # not-personal: machines are no persons  # expect: PUR404


def of_a_parameter(email):
    log.info(email)  # not-personal: the list's own address
    log.info(email)  # expect: PUR101 identity.email


def above_the_statement(email, phone_number):
    # not-personal: the list's own address and number
    log.info("%s %s", email, phone_number)


def of_what_is_made_of_a_parameter(email):
    address = email.lower()
    log.info(address)  # not-personal: the list's own address


def beside_one_argument(email, phone_number):
    log.info(  # expect: PUR101 identity.phone
        "%s %s",
        email,  # not-personal: the list's own address
        phone_number,
    )


def not_the_place_for_a_field(contact: Contact):
    log.info(contact.deputy_email)  # not-personal: said at the field or not at all  # expect: PUR404; PUR101 identity.email


def with_a_type(email: str, login_email: str | None = None):
    log.info("%s %s", email, login_email)  # not-personal: the list's own addresses
