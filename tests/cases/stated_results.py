"""What annotations say of the results of calls that nobody described.

Feature: `-> Literal["ok", "failed"]`, `-> bool`, `-> None`, `-> int`, `-> State` of an enumeration, `answer: bool = call()`.
How we carry it: what a call that nobody described makes of data is no data where it is stated to be an answer, one of
    a few known values, or, for what is a text by nature, a number; an alias of such a type is followed.
What is approximated: an annotation is believed of what is not known only: data that is seen to be returned is.
"""

import enum
import logging
from typing import Literal, Optional

import mailing
from django.contrib.auth.models import User

log = logging.getLogger(__name__)

Outcome = Literal["ok", "failed"]


class State(enum.Enum):
    SENT = "sent"
    FAILED = "failed"


def literal(user: User) -> Literal["ok", "failed"]:
    return mailing.send(user.email)


def alias(user: User) -> Outcome:
    return mailing.send(user.email)


def state(user: User) -> Optional[State]:
    return mailing.send(user.email)


def flag(user: User) -> "bool | None":
    return mailing.send(user.email)


async def awaited(user: User) -> bool:
    return await mailing.send(user.email)


def count(user: User) -> int:
    return mailing.send(user.email)


def number(user: User) -> int:
    return mailing.normalise(user.phone_number)


def text(user: User) -> str:
    return mailing.send(user.email)


def either(user: User) -> Literal["failed"] | str:
    return mailing.send(user.email)


def of_data(user: User) -> Literal["ok"]:
    return user.email


class Mailer:
    user: User

    @property
    def is_ready(self) -> bool:
        return mailing.check(self.user.email)

    @property
    def shown(self):
        return mailing.check(self.user.email)


async def shown(user: User, mailer: Mailer):
    log.info(literal(user))
    log.info(alias(user))
    log.info(state(user))
    log.info(flag(user))
    log.info(await awaited(user))
    log.info(count(user))
    log.info(mailer.is_ready)
    log.info(number(user))  # expect: PUR101 identity.phone
    log.info(text(user))  # expect: PUR101 identity.email
    log.info(either(user))  # expect: PUR101 identity.email
    log.info(of_data(user))  # expect: PUR101 identity.email
    log.info(mailer.shown)  # expect: PUR101 identity.email


def bound(user: User):
    answer: Outcome = mailing.send(user.email)
    log.info(answer)
    said: str = mailing.send(user.email)
    log.info(said)  # expect: PUR101 identity.email
