"""Declarations on SQLAlchemy's models where annotations are texts: markers stand behind names."""

from __future__ import annotations

from typing import Annotated

from sqlalchemy import String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from purposelint_markers import NotPersonal, Personal

Email = Annotated[str, Personal("identity.email", purpose="account_registration")]
ListEmail = Annotated[str, NotPersonal("the address of a mailing list")]


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[Email] = mapped_column(String(120))  # reads: identity.email account_registration
    contact_email: Mapped[ListEmail | None]  # reads: identity.email not-personal


def run() -> Member:
    """Make the table, keep one member and read it again."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Member(email="a@example.org"))
        session.commit()
        member = session.scalars(select(Member)).one()
        session.expunge_all()
        return member
