"""Names that are the data, and names that only sound like it."""

import logging

log = logging.getLogger(__name__)


def personal(user, patient):
    log.info(user.date_of_birth)  # expect: PUR101 identity.date_of_birth
    log.info(user.phone_number)  # expect: PUR101 identity.phone
    log.info(patient.diagnosis)  # expect: PUR101 special.health
    log.info(user.first_name)  # expect: PUR101 identity.name


def metadata(user, settings):
    log.info(user.email_verified_at)
    log.info(user.email_template)
    log.info(user.has_address)
    log.info(settings.max_age)
    log.info(settings.hostname)


def things(product, table):
    log.info(product.name)
    log.info(table.name)
    log.info(product.serial)


def several(user):
    log.info("%s %s", user.email, user.phone_number)  # expect: PUR101 identity.email; PUR101 identity.phone
