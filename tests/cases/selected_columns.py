"""Feature: SQLAlchemy's queries of columns: `select(User.id, User.email)`, `scalars`, `scalar_one`.
How we carry it: columns that are stated as attributes of a stored class come back in rows, by place and by name.
What is approximated: a column that is computed, or has a label of its own, holds nothing.
"""

import logging

from sqlalchemy import String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

log = logging.getLogger(__name__)


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(200))  # expect: PUR301 identity.email
    plan: Mapped[str] = mapped_column()


def rows(session: Session):
    for number, address in session.execute(select(Account.id, Account.email).where(Account.plan == "gold")):
        log.info("%s", number)
        log.info("%s", address)  # expect: PUR101 identity.email


def rows_by_name(session: Session):
    row = session.execute(select(Account.plan, Account.email)).first()
    log.info("%s", row.plan)
    log.info("%s", row.email)  # expect: PUR101 identity.email


def one_column(session: Session):
    log.info("%s", session.scalars(select(Account.plan, Account.email)).all())
    log.info("%s", session.scalars(select(Account.email)).all())  # expect: PUR101 identity.email


def one_value(session: Session):
    found = session.execute(select(Account.email).where(Account.id == 3)).scalar_one_or_none()
    log.info("%s", found is None)
    log.info("%s", found)  # expect: PUR101 identity.email
    log.info("%s", session.scalar(select(Account.email)))  # expect: PUR101 identity.email


def older_form(session: Session):
    for row in session.query(Account.email, Account.id).filter(Account.plan == "gold").all():
        log.info("%s", row[1])
        log.info("%s", row[0])  # expect: PUR101 identity.email
