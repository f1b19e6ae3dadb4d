"""Declarations on SQLAlchemy's models and tables.

Without `from __future__ import annotations`: SQLAlchemy cannot read a marker with texts inside `Mapped[...]` that
is itself a text. Behind a name (`Mapped[Email]`) it can.
"""

import logging
from typing import Annotated, Optional

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from purposelint_markers import NotPersonal, Personal, purpose

logger = logging.getLogger(__name__)

Email = Annotated[str, Personal("identity.email", purpose="account_registration")]
Phone = Annotated[
    str,
    mapped_column(String(20), info={"purpose": "parcel_delivery"}),
]


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[Annotated[str, Personal("identity.email", purpose="account_registration")]]  # reads: identity.email account_registration
    second_email: Mapped[Optional[Email]]  # reads: identity.email account_registration
    contact: Mapped[Optional[Annotated[str, Personal("identity.phone", purpose="customer_support")]]]  # reads: identity.phone customer_support
    phone: Mapped[Phone]  # reads: identity.phone parcel_delivery
    first_name: Mapped[str] = mapped_column(String(80), info={"purpose": "account_registration, messaging"})  # reads: identity.name account_registration, messaging
    last_name: Mapped[str] = mapped_column(info=dict(purpose=["account_registration", "messaging"]))  # reads: identity.name account_registration, messaging
    date_of_birth: Mapped[str] = mapped_column(comment="As in the passport. purpose: legal_compliance")  # reads: identity.date_of_birth legal_compliance
    postal_address: Mapped[str] = mapped_column(String(200))  # purpose: parcel_delivery  # reads: identity.postal_address parcel_delivery
    # purpose: payment because the bank asks for it
    iban: Mapped[Optional[str]] = mapped_column(String(34))  # reads: financial.bank_account payment
    contact_email: Mapped[Optional[Annotated[str, NotPersonal("the address of a mailing list")]]]  # reads: identity.email not-personal
    contact_phone: Mapped[Optional[str]] = mapped_column(info={"not-personal": "of the shop"})  # reads: identity.phone not-personal
    passport_number: Mapped[Optional[str]]  # expect: PUR301 identity.document_number


subscribers = Table(
    "subscribers",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("email", String(120), info={"purpose": "promotional_email"}),  # reads: identity.email promotional_email
    Column("first_name", String(80)),  # purpose: promotional_email  # reads: identity.name promotional_email
    Column("phone_number", String(20)),  # expect: PUR301 identity.phone
)


@purpose("customer_support")
def greet(customer: Customer) -> str:
    logger.info("greeting %s", customer.contact)  # reads: identity.phone customer_support
    return f"Hello {customer.first_name}"


def run() -> Customer:
    """Make the tables, keep one customer and one subscriber, and read them again."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    subscribers.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(
            Customer(
                email="a@example.org",
                contact="12",
                phone="34",
                first_name="A",
                last_name="B",
                date_of_birth="2000-01-01",
                postal_address="Road 1",
            )
        )
        session.execute(insert(subscribers).values(email="b@example.org", first_name="B"))
        session.commit()
        customer = session.scalars(select(Customer)).one()
        with purpose("customer_support"):
            logger.info("kept %s", customer.contact)  # reads: identity.phone customer_support
        greet(customer)
        session.expunge_all()
        return customer
