"""A declaration of a class covers its methods and its fields."""

import logging

from django.db import models

log = logging.getLogger(__name__)


class Audit:
    """Writes what happened."""

    # purpose of this class: security_protection

    def login(self, user):
        log.info(user.email)

    def logout(self, user):
        log.info(user.email)


class Plain:
    """Declares nothing."""

    def login(self, user):
        log.info(user.email)  # expect: PUR101 identity.email


class Attempt(models.Model):
    """A stored record whose purpose holds for all its fields."""

    # purpose of this class: security_protection
    username = models.CharField(max_length=80)
    ip_address = models.GenericIPAddressField()
