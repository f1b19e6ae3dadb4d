"""Feature: SQLAlchemy's, SQLModel's and Peewee's queries of columns: `select(User.id, User.email)`, `scalars`, `scalar_one`, `returning`, and other names of columns.
How we carry it: columns that are stated as attributes of a stored class come back in rows, by place and by name.
What is approximated: a column that is computed, or has a label of its own, holds nothing; nor do Peewee's rows of a query that was made in another statement.
"""

import logging

import peewee
import sqlmodel
from sqlalchemy import String, insert, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, synonym

log = logging.getLogger(__name__)


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(200))  # expect: PUR301 identity.email
    plan: Mapped[str] = mapped_column()
    phone: Mapped[str] = mapped_column()  # expect: PUR301 identity.phone
    mobile_number = synonym("phone")


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


def another_name(account: Account):
    log.info("%s", account.mobile_number)  # expect: PUR101 identity.phone


def given_back(session: Session):
    made = session.execute(insert(Account).values(plan="gold").returning(Account.id, Account.email))
    log.info("%s", made.first()[0])
    log.info("%s", made.first()[1])  # expect: PUR101 identity.email
    changed = session.scalars(update(Account).values(plan="gold").returning(Account)).one()
    log.info("%s", changed.plan)
    log.info("%s", changed.email)  # expect: PUR101 identity.email


class Subscriber(sqlmodel.SQLModel, table=True):
    plan: str = sqlmodel.Field(primary_key=True)
    email: str  # expect: PUR301 identity.email


def rows_of_sqlmodel(session: sqlmodel.Session):
    log.info("%s", session.exec(sqlmodel.select(Subscriber)).all())  # expect: PUR101 identity.email
    for plan, address in session.exec(sqlmodel.select(Subscriber.plan, Subscriber.email)):
        log.info("%s", plan)
        log.info("%s", address)  # expect: PUR101 identity.email


class Borrower(peewee.Model):
    plan = peewee.TextField()
    email = peewee.TextField()  # expect: PUR301 identity.email


def rows_of_peewee():
    log.info("%s", list(Borrower.select(Borrower.plan, Borrower.email).dicts()))  # expect: PUR101 identity.email
    log.info("%s", list(Borrower.select(Borrower.plan).where(Borrower.email == "x").dicts()))
    log.info("%s", list(Borrower.select().dicts()))  # expect: PUR101 identity.email
    for plan, address in Borrower.select(Borrower.plan, Borrower.email).order_by(Borrower.plan).tuples():
        log.info("%s", plan)
        log.info("%s", address)  # expect: PUR101 identity.email
    for borrower in Borrower.select(Borrower.plan):
        log.info("%s", borrower.plan)
