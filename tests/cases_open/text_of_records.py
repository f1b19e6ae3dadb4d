"""Feature: the text of records, of a library's models, of queries and of exceptions that are printed whole.
What is open: the lines marked so; what is carried stands in the case of the same name.
"""

import logging

from sqlalchemy import Column, String, select
from sqlalchemy.orm import DeclarativeBase, Session

log = logging.getLogger(__name__)


class Base(DeclarativeBase):
    """Of all tables."""


class Visit(Base):
    __tablename__ = "visit"
    ip_address = Column(String)  # purpose: security_protection

    def __repr__(self):
        return f"<Visit {self.ip_address}>"


def listed(session: Session):
    log.info(session.query(Visit).all())  # open: missing PUR101 login.ip_address
    log.info(session.query(Visit))
    log.info(select(Visit))
