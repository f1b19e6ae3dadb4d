"""Attributes of something without a class, by a name that a helper is handed."""

import logging

log = logging.getLogger(__name__)


def one(thing, name):
    return getattr(thing, name)


def picked(thing, *names):
    return {name: getattr(thing, name, None) for name in names}


def by_name(user):
    log.info(one(user, "email"))  # open: missing PUR101 identity.email


def by_names(user):
    log.info(picked(user, "id", "email"))  # open: missing PUR101 identity.email
