"""Feature: what a logger adds or asks for by itself: an adapter's `process`, functions that a lazy logger calls, causes of exceptions.
How we carry it: entries name the method of an adapter that gives the message; what led to an exception is an attribute of it.
What is approximated: a function among the arguments of a loguru message counts as called whether or not the logger is lazy.
"""

import logging

from loguru import logger

log = logging.getLogger(__name__)


class Prefixed(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['a']}] {msg}", kwargs


class Numbered(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['b']}] {msg}", kwargs


class Handed(logging.LoggerAdapter):
    def __init__(self, inner, extra):
        super().__init__(inner, extra)

    def process(self, msg, kwargs):
        return msg, {**kwargs, "extra": self.extra}


class Silent(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return "x", {}


def prefixed(user):
    Prefixed(log, {"a": user.email, "b": 1}).info("ready")  # expect: PUR101 identity.email
    Prefixed(log, {"a": "x", "b": 1}).info("ready")


def numbered(user):
    adapter = Numbered(log, {"a": user.email, "b": 1})
    adapter.info("ready")
    adapter.info(user.email)  # expect: PUR101 identity.email
    adapter.info("to %s", user.email)  # expect: PUR101 identity.email


def handed(user):
    Handed(log, {"a": user.email}).log(20, "ready")  # expect: PUR101 identity.email


def silent(user):
    Silent(log, {"a": user.email}).info(user.email)


def plain(user):
    adapter = logging.LoggerAdapter(log, {"a": user.email})
    adapter.warning("ready")  # expect: PUR101 identity.email


def lazy(user):
    logger.opt(lazy=True).debug("{}", lambda: user.email)  # expect: PUR101 identity.email
    logger.opt(lazy=True).debug("{}", lambda: len(user.email))


def cause(user):
    try:
        try:
            raise ValueError(user.email)
        except ValueError as error:
            raise RuntimeError("x") from error
    except RuntimeError as error:
        log.info(error)
        log.info(error.__cause__)  # expect: PUR101 identity.email


def context(user):
    try:
        try:
            raise ValueError(user.email)
        except ValueError:
            raise RuntimeError("x")
    except RuntimeError as error:
        log.info(error)
        log.info(error.__context__)  # expect: PUR101 identity.email
        log.info(error.__cause__)


class Failed(Exception):
    """Says that something failed."""


def raised_by_a_helper(value):
    try:
        int(value)
    except ValueError as error:
        raise Failed("x") from error


def cause_of_a_helper(user):
    try:
        raised_by_a_helper(user.email)
    except Failed as failed:
        log.info(failed)
        log.info(str(failed.__cause__))  # expect: PUR101 identity.email
