"""Feature: parameters that FastAPI fills with what a security scheme reads of the request.
How we carry it: a scheme is an object that is called; an entry says what calling it gives.
What is approximated: a scheme of the project's own gives what its `__call__` does.
"""

import logging
from typing import Annotated

from fastapi import Depends, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordBearer

log = logging.getLogger(__name__)
scheme = OAuth2PasswordBearer(tokenUrl="login")
bearer = HTTPBearer()


def stated_as_default(raw: str = Depends(scheme)):
    log.info(raw)  # expect: PUR101 credential.token


def stated_as_annotation(raw: Annotated[str, Depends(scheme)]):
    log.info(raw)  # expect: PUR101 credential.token


def made_in_place(raw: str = Security(APIKeyHeader(name="X-Key"))):
    log.info(raw)  # expect: PUR101 credential.token


def read_of(sent: HTTPAuthorizationCredentials = Depends(bearer)):
    log.info(sent.scheme)
    log.info(sent.credentials)  # expect: PUR101 credential.token


async def current(raw: str = Depends(scheme)):
    return raw


def by_a_dependency(found=Depends(current)):
    log.info(found)  # expect: PUR101 credential.token


def size():
    return 20


def nothing_of_the_request(found=Depends(size)):
    log.info(found)


def first_word(raw: str = Depends(scheme)):
    how, _, token = raw.partition(" ")
    log.info(how)
    log.info(token)  # expect: PUR101 credential.token
