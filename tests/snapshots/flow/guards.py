"""Guards in a summary: masked, hashed, gone."""

import hashlib
import logging

log = logging.getLogger(__name__)


def hide(value):
    return mask_text(value)


def digest(value):
    return hashlib.sha256(value.encode()).hexdigest()


def measure(value):
    return len(value)


def start(user):
    log.info(hide(user.email))
    log.info(digest(user.email))
    log.info(measure(user.email))
    log.info(user.email)
