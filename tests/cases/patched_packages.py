"""Feature: functions that the project puts under a name of a package: `logging.Logger.notice = notice`, `setattr(Logger, "d", Logger.debug)`.
How we carry it: assignments to attributes of what comes from outside are read before anything is analysed; a call by that name reaches what was put there.
What is approximated: the assignment counts wherever it stands and whether it runs; where an entry describes what stood there, that holds, not the patch; a lambda and names that a loop sets are not found.
"""

import functools
import logging

import requests

logging.Logger.d = logging.Logger.debug
logging.Logger.dd = logging.Logger.d
logging.Logger.round = logging.Logger.trip
logging.Logger.trip = logging.Logger.round
if not hasattr(logging.Logger, "trace"):
    logging.Logger.trace = functools.partialmethod(logging.Logger.log, 5)


def _notice(self, message, *args, **kwargs):
    if self.isEnabledFor(25):
        self._log(25, message, args, **kwargs)


def _started(self, *args):
    self.info("started")


logging.Logger.notice = _notice
setattr(logging.Logger, "started", _started)

log = logging.getLogger(__name__)
log.w = log.warning

_get = requests.get


def counted(url, **kwargs):
    return _get(url, **kwargs)


requests.get = counted


def aliases(user):
    log.d("for %s", user.email)  # expect: PUR101 identity.email
    log.w("for %s", user.email)  # expect: PUR101 identity.email
    log.dd("for %s", user.email)  # expect: PUR101 identity.email
    log.d("for %s", user.page_size)
    log.round(user.email)


def partly_filled(user):
    log.trace(user.email)  # expect: PUR101 identity.email
    log.trace("for %s", user.email)  # expect: PUR101 identity.email
    log.trace("ready")


def of_the_project(user):
    log.notice("for %s", user.email)  # expect: PUR101 identity.email
    log.started(user.email)


def replaced(user):
    requests.get("https://api.example.com", params={"mail": user.email})  # expect: PUR201 identity.email
