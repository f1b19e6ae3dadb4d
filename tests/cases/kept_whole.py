"""Feature: columns that keep a plain record whole: an address as JSON, behind a type of the project's own.
How we carry it: the record is no stored model, whose fields would be looked at: the column's own name says what it holds.
What is approximated: what the record's fields are called says nothing of the column.
"""

from pydantic import BaseModel
from sqlalchemy import JSON, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    pass


class Place(BaseModel):
    line1: str | None = None


class PlaceType(TypeDecorator):
    impl = JSON


class Purchase(Base):
    __tablename__ = "purchases"

    billing_address: Mapped[Place | None] = mapped_column(PlaceType)  # expect: PUR301 identity.postal_address
    billing_name: Mapped[str | None] = mapped_column(String)
    customer_billing_name: Mapped[str | None] = mapped_column(String)  # expect: PUR301 identity.name
    depot: Mapped[Place | None] = mapped_column(PlaceType)


class EmailVerification(Base):
    __tablename__ = "verifications"

    token_hash: Mapped[str] = mapped_column(String)  # expect: PUR301 credential.token


class ProjectToken(Base):
    __tablename__ = "project_tokens"

    token: Mapped[str] = mapped_column(String)
