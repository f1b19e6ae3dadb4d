"""Feature: a class that is an argument: what a function calls on it is the class's own, or its library's.
How we carry it: a parameter annotated `type[Base]` leaves calls of the class, and of methods that no class of the project defines, to the caller, who says which class it is.
What is approximated: where nobody in the project hands in a class, the result is what an unknown call gives.
"""

import logging
from typing import Optional, Type, TypeVar

from marshmallow import Schema, fields
from pydantic import BaseModel

log = logging.getLogger(__name__)


class Account:
    def __init__(self, email: str, phone_number: str):
        self.email = email
        self.phone_number = phone_number


class Read(BaseModel):
    email: str


class Thin(BaseModel):
    state: str


class Shared(BaseModel):
    @classmethod
    def named(cls, account: Account):
        return account.phone_number


class SharedRead(Shared):
    email: str


class SharedThin(Shared):
    state: str


class AccountSchema(Schema):
    email = fields.Email()


Kind = TypeVar("Kind", bound=BaseModel)


def of_base(account: Account, schema: type[BaseModel]):
    log.info(schema.model_validate(account).model_dump())


def of_older(account: Account, schema: Optional[Type[BaseModel]]):
    log.info(schema.from_orm(account).json())


def of_variable(account: Account, schema: type[Kind]):
    log.info(schema.model_validate(account).model_dump())


def of_own_base(account: Account, schema: "type[Shared]"):
    log.info(schema.model_validate(account).model_dump())


def made(data: dict, schema: type[Shared]):
    log.info(schema(**data).model_dump())


def defined(account: Account, schema: type[Shared]):
    log.info(schema.named(account))  # expect: PUR101 identity.phone


def dumped(account, schema: type[Schema]):
    log.info(schema().dump(account))


def by_default(account: Account, schema: type[BaseModel] = Read):
    log.info(schema.model_validate(account).model_dump())


def instance(account: Account, record: Shared):
    log.info(record.model_dump())


def of_unread(account: Account, schema: type[BaseModel]):
    schema.model_validate(account)


def hands(account: Account):
    of_base(account, Read)  # expect: PUR101 identity.email
    of_base(account, Thin)
    of_older(account, Read)  # expect: PUR101 identity.email
    of_older(account, Thin)
    of_variable(account, Read)  # expect: PUR101 identity.email
    of_variable(account, Thin)
    of_own_base(account, SharedRead)  # expect: PUR101 identity.email
    of_own_base(account, SharedThin)
    made({"email": account.email}, SharedRead)  # expect: PUR101 identity.email
    made({"state": "ready"}, SharedRead)
    defined(account, SharedThin)
    dumped(account, AccountSchema)  # expect: PUR101 identity.email; PUR101 identity.phone
    by_default(account)  # expect: PUR101 identity.email
    by_default(account, Thin)
    instance(account, SharedThin(state="x"))
    of_unread(account, Read)
