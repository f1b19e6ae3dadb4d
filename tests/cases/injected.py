"""Feature: a parameter that a framework fills with what its default asks for (`Depends(make)`).
How we carry it: the parameter is of the class that the function gives.
What is approximated: an override that only a test or the start of the application makes is not seen.
"""

import logging

from fastapi import Depends, FastAPI

log = logging.getLogger(__name__)
app = FastAPI()


class Loud:
    """Logs."""

    def write(self, value):
        log.info(value)


class Quiet:
    """Counts."""

    def write(self, value):
        log.info(len(value))


def loud():
    return Loud()


def quiet() -> Quiet:
    return Quiet()


def by_function(user, channel=Depends(loud)):
    channel.write(user.email)  # expect: PUR101 identity.email


def by_class(user, channel=Depends(Loud)):
    channel.write(user.email)  # expect: PUR101 identity.email


def by_annotated_function(user, channel=Depends(quiet)):
    channel.write(user.email)
