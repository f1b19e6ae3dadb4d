"""Feature: messages that a logger formats itself as `str.format` does: loguru, Twisted.
How we carry it: a constant message says which part of each argument it shows; an argument that it does not name goes along as it is.
What is approximated: a message that is not constant shows all of its arguments.
"""

from dataclasses import dataclass

from loguru import logger
from twisted.logger import Logger


@dataclass
class Customer:
    email: str
    plan: str


def parts(customer: Customer):
    logger.info("signed up: {c.email}", c=customer)  # expect: PUR101 identity.email
    logger.info("signed up: {c.plan}", c=customer)
    logger.info("signed up: {0.plan} {0.email}", customer)  # expect: PUR101 identity.email
    logger.info("signed up: {0.plan}", customer)
    logger.info("signed up: {}", customer)  # expect: PUR101 identity.email
    logger.info("signed up: {c[mail]}", c={"mail": customer.email, "plan": customer.plan})  # expect: PUR101 identity.email
    logger.info("signed up: {c[plan]}", c={"mail": customer.email, "plan": customer.plan})


def beside_the_message(customer: Customer):
    logger.info("signed up", mail=customer.email)  # expect: PUR101 identity.email
    logger.info("signed up: {c.plan}", c=customer, mail=customer.email)  # expect: PUR101 identity.email


def unknown_message(customer: Customer, message):
    logger.info(message, c=customer)  # expect: PUR101 identity.email


def of_twisted(customer: Customer):
    log = Logger()
    log.info("signed up: {c.email}", c=customer)  # expect: PUR101 identity.email
    log.info("signed up: {c.plan}", c=customer)
