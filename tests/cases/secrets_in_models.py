"""Feature: values that print as stars, and the method that gives what they hold.
How we carry it: a concealing type shows nothing, in a record either; what reveals it gives the labels of its field.
What is approximated: the length and the parts of such a value are not told apart.
"""

import logging
import pydantic
from dataclasses import dataclass

log = logging.getLogger(__name__)


class Login(pydantic.BaseModel):
    """Hides its password."""

    username: str
    password: pydantic.SecretStr


@dataclass
class Mail:
    """Hides an address."""

    to: pydantic.SecretStr


def concealed(login: Login):
    log.info(login.password)
    log.info(f"{login.password}")
    log.info(str(login.password))
    log.info([login.password])
    log.info(login.model_dump(exclude={"username"}))
    log.info(login.model_dump_json(exclude={"username"}))


def revealed(login: Login):
    log.info(login.password.get_secret_value())  # expect: PUR101 credential.password
    secret = login.password
    log.info(secret.get_secret_value())  # expect: PUR101 credential.password
    log.info(f"{secret.get_secret_value()}")  # expect: PUR101 credential.password


def the_rest_shows(login: Login):
    log.info(login)  # expect: PUR101 identity.username


def wrapped(user):
    secret = pydantic.SecretStr(user.email)
    log.info(secret)
    log.info(secret.get_secret_value())  # expect: PUR101 identity.email


def kept(user):
    mail = Mail(pydantic.SecretStr(user.email))
    log.info(mail)
    log.info(mail.to.get_secret_value())  # expect: PUR101 identity.email


def show(secret: pydantic.SecretStr):
    log.info(secret)


def reveal(secret: pydantic.SecretStr):
    log.info(secret.get_secret_value())


def handed_on(login: Login):
    show(login.password)
    reveal(login.password)  # expect: PUR101 credential.password
