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
