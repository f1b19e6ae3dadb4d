"""Attributes of one object are told apart, also when they are nested."""

import logging

log = logging.getLogger(__name__)


class Box:
    """Holds what it is given."""


def two_attributes(user):
    box = Box()
    box.first = user.email
    box.second = "nothing"
    log.info(box.first)  # expect: PUR101 identity.email
    log.info(box.second)


def nested(user):
    box = Box()
    box.inner = Box()
    box.inner.value = user.email
    log.info(box.inner.value)  # expect: PUR101 identity.email
    log.info(box.inner.other)


def through_another_name(user):
    box = Box()
    same = box
    box.value = user.email
    log.info(same.value)  # expect: PUR101 identity.email


def deep_read(request):
    log.info(request.user.email)  # expect: PUR101 identity.email
    log.info(request.user.pk)
