"""Declarations on pydantic's models."""

from __future__ import annotations

import logging
from typing import Annotated, Optional

from pydantic import BaseModel, ConfigDict, Field

from purposelint_markers import NotPersonal, Personal, purpose

logger = logging.getLogger(__name__)

Email = Annotated[str, Field(min_length=3), Personal("identity.email", purpose="account_registration")]


class Registration(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: Annotated[str, Personal("identity.email", purpose="account_registration")]  # reads: identity.email account_registration
    second_email: Optional[Email] = None  # reads: identity.email account_registration
    phone: str = Field(max_length=20, json_schema_extra={"purpose": "parcel_delivery"})  # reads: identity.phone parcel_delivery
    iban: Annotated[Optional[str], Field(json_schema_extra={"purpose": "payment"})] = None  # reads: financial.bank_account payment
    first_name: str  # purpose: account_registration  # reads: identity.name account_registration
    reach_me_by: Annotated[str, Personal("identity.phone", "identity.email", purpose=["messaging"])] = ""  # reads: identity.phone messaging; identity.email messaging
    contact_email: Annotated[str, NotPersonal("the address of the list server")] = ""  # reads: identity.email not-personal


@purpose("account_registration")
async def register(form: Registration) -> str:
    logger.info("registered %s", form.email)  # reads: identity.email account_registration
    return form.first_name


def note(form: Registration) -> None:
    logger.info("parcel for %s", form.phone)  # purpose: parcel_delivery  # reads: identity.phone parcel_delivery
    logger.info("advert for %s", form.phone)  # purpose: advertising_marketing  # expect: PUR403 identity.phone


def run() -> Registration:
    """Validate one registration from JSON."""
    return Registration.model_validate_json('{"email": "a@example.org", "phone": "12", "first_name": "A"}')
