"""A field's declaration covers storing it, and bounds what its sinks may declare."""

import logging

from django.db import models

log = logging.getLogger(__name__)


class Member(models.Model):
    """A person in a club."""

    email = models.EmailField()  # purpose: messaging


def within(member: Member):
    log.info(member.email)  # purpose: messaging


def beyond(member: Member):
    log.info(member.email)  # purpose: payment  # expect: PUR403 identity.email


def storing_is_not_logging(member: Member):
    log.info(member.email)  # expect: PUR101 identity.email
