"""Declarations on attrs' classes."""

from __future__ import annotations

import logging
from typing import Annotated

import attr
import attrs

from purposelint_markers import NotPersonal, Personal, purpose

logger = logging.getLogger(__name__)


@attrs.define
class Patient:
    email: str = attrs.field(metadata={"purpose": "health_care"})  # reads: identity.email health_care
    phone: Annotated[str, Personal("identity.phone", purpose="health_care")]  # reads: identity.phone health_care
    diagnosis: str = attrs.field(default="")  # purpose: health_care  # reads: special.health health_care
    contact_phone: Annotated[str, NotPersonal("of the ward")] = ""  # reads: identity.phone not-personal


@attr.s
class Visitor:
    first_name = attr.ib(metadata={"purpose": "record_keeping"})  # reads: identity.name record_keeping
    badge_email = attr.ib(default="", metadata={"not-personal": "of the reception"})  # reads: identity.email not-personal


@purpose("health_care", because="the ward calls back")
def admit(patient: Patient) -> None:
    logger.info("admitted %s", patient.phone)  # reads: identity.phone health_care


def run() -> Patient:
    """Make a patient and a visitor."""
    Visitor("A")
    patient = Patient("a@example.org", "12")
    admit(patient)
    return patient
