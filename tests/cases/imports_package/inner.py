"""Defines what the package hands on."""

import logging

log = logging.getLogger(__name__)


def tell(text):
    log.info(text)
