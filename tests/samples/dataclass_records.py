"""Declarations on dataclasses and on parameters."""

from __future__ import annotations

import dataclasses
import logging
from dataclasses import dataclass, field
from typing import Annotated

from purposelint_markers import NotPersonal, Personal, purpose

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parcel:
    email: str = field(metadata={"purpose": "parcel_delivery"})  # reads: identity.email parcel_delivery
    phone: Annotated[str, Personal("identity.phone", purpose="parcel_delivery", to="self")]  # reads: identity.phone parcel_delivery
    first_name: str = dataclasses.field(default="", metadata={"purpose": ["parcel_delivery", "messaging"]})  # reads: identity.name parcel_delivery, messaging
    # purpose: identity.postal_address for parcel_delivery
    postal_address: str = ""  # reads: identity.postal_address parcel_delivery
    sender_email: str = field(default="", metadata={"not-personal": "the shop's own address"})  # reads: identity.email not-personal
    weight: int = 0


@purpose("parcel_delivery", to="self", elements=["identity.email", "identity.phone"])
class Labels:
    def print(self, parcel: Parcel) -> str:
        logger.info("label for %s", parcel.email)  # reads: identity.email parcel_delivery
        logger.info("label for %s", parcel.first_name)  # expect: PUR101 identity.name
        return parcel.email


def remind(
    whom: Annotated[str, Personal("identity.email", purpose="messaging")],
) -> None:
    logger.info("reminding %s", whom)  # reads: identity.email messaging


def announce(email: Annotated[str, NotPersonal("the address of a mailing list")]) -> None:
    logger.info("announced to %s", email)


async def track(parcel: Parcel) -> None:
    async with purpose("parcel_delivery"):
        logger.info("tracking for %s", parcel.phone)  # reads: identity.phone parcel_delivery


def run() -> Parcel:
    """Make one parcel and print its label."""
    parcel = Parcel("a@example.org", "12", postal_address="Road 1")
    Labels().print(parcel)
    remind("b@example.org")
    return parcel
