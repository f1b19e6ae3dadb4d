"""Declarations with mistakes, and declarations of nothing."""

import logging
from dataclasses import dataclass, field
from typing import Annotated

from purposelint_markers import NotPersonal, Personal, purpose
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, mapped_column

log = logging.getLogger(__name__)


def misspelt(user):
    log.info(user.email)  # purpose: security_protecton  # expect: PUR401; PUR101 identity.email


def unused(build):
    log.info(build.number)  # purpose: security_protection  # expect: PUR404


def wrong_element(user):
    # purpose: identity.phone for security_protection  # expect: PUR404
    log.info(user.email)  # expect: PUR101 identity.email


def equals_for_a_colon(user):
    log.info(user.email)  # purpose = security_protection  # expect: PUR402; PUR101 identity.email
    # purpose = user.reason
    # purpose = "security_protection"
    return user.id


@purpose(purposes="security_protection")  # expect: PUR402
def keyword_for_a_position(user):
    log.info(user.email)  # expect: PUR101 identity.email


@purpose("security_protection", recipient="self")  # expect: PUR402
def keyword_of_another_name(user):
    log.info(user.email)


def keyword_of_a_block(user):
    with purpose("security_protection", elements="identity.email", reason="audits"):  # expect: PUR402
        log.info(user.email)


class Account(DeclarativeBase):
    __tablename__ = "accounts"
    email = mapped_column(String(80), info={"purpose": 3})  # expect: PUR402; PUR301 identity.email
    phone = mapped_column(String(20), info={"purposes": "messaging"})  # expect: PUR402; PUR301 identity.phone
    iban = mapped_column(String(34), comment="purposes: payment")  # expect: PUR402; PUR301 financial.bank_account


@dataclass
class Parcel:
    email: Annotated[str, Personal("identity.email", purposes="messaging")]  # expect: PUR402
    nickname: Annotated[str, Personal()]  # expect: PUR402
    phone: Annotated[str, Personal(purpose="mesaging")]  # expect: PUR401
    both_email: Annotated[str, Personal("identity.email"), NotPersonal("a list")]  # expect: PUR402
    said_email: Annotated[str, Personal("identity.email")]  # not-personal: a list  # expect: PUR402
    host_email: Annotated[str, NotPersonal(reason="a list")]  # expect: PUR402
    contact_email: Annotated[str, NotPersonal(words="a list")]
    weight: int = field(metadata={"purpose": None})


def behind_a_header(user):
    if user.active:  # purpose: security_protection  # expect: PUR404
        log.info(user.email)  # expect: PUR101 identity.email
    for _ in range(3):  # purposelint: ignore[PUR101] three times  # expect: PUR406
        log.info(user.phone_number)  # expect: PUR101 identity.phone
