"""Feature: functions that the project puts under a name of a package: `logging.Logger.notice = notice`, `setattr(Logger, "d", Logger.debug)`.
How we carry it: assignments to attributes of what comes from outside are read before anything is analysed; a call by that name reaches what was put there.
What is approximated: the assignment counts wherever it stands and whether it runs; where an entry describes what stood there, that holds, not the patch; names that a loop sets are found where it goes through a display.
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

logging.Logger.quietly = lambda self, *args: self.info("quietly")
logging.Logger.loudly = lambda self, message, *args: self.error(message, *args)
for name in ("success", "failure"):
    setattr(logging.Logger, name, logging.Logger.info)
_LEVELS = {"fine": 5, "finer": 4}


def _at(level):
    def at_level(self, message, *args):
        self.log(level, message, *args)

    return at_level


for label, number in _LEVELS.items():
    setattr(logging.Logger, label, _at(number))
for label, function in (("told", _notice), ("begun", _started)):
    setattr(logging.Logger, label, function)


class AuditLogger(logging.Logger):
    def audit(self, message, *args):
        self.info(message, *args)

    def count(self, message, *args):
        self.info("%d of them", len(args))


logging.setLoggerClass(AuditLogger)

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


def of_a_lambda(user):
    log.loudly("for %s", user.email)  # expect: PUR101 identity.email
    log.quietly("for %s", user.email)


def named_by_a_loop(user):
    log.success("for %s", user.email)  # expect: PUR101 identity.email
    log.failure("for %s", user.email)  # expect: PUR101 identity.email
    log.fine("for %s", user.email)  # expect: PUR101 identity.email
    log.finer("for %s", user.email)  # expect: PUR101 identity.email
    log.told("for %s", user.email)  # expect: PUR101 identity.email
    log.begun("for %s", user.email)
    log.partial("for %s", user.email)


def of_the_class_of_loggers(user):
    log.audit("for %s", user.email)  # expect: PUR101 identity.email
    log.count("for %s", user.email)
    logging.getLogger("shop").audit("for %s", user.email)  # expect: PUR101 identity.email
