"""A field's declaration covers storing it, and bounds what its sinks may declare."""

import logging

from django.db import models

log = logging.getLogger(__name__)


class Pupil(models.Model):
    """A person in a club."""

    email = models.EmailField()  # purpose: messaging


def within(member: Pupil):
    log.info(member.email)  # purpose: messaging


def beyond(member: Pupil):
    log.info(member.email)  # purpose: payment  # expect: PUR403 identity.email


def storing_is_not_logging(member: Pupil):
    log.info(member.email)  # expect: PUR101 identity.email
