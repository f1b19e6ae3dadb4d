"""Feature: parameters that say what of a request they want: `Header(alias="X-Real-IP")`, `Annotated[str, Cookie()]`.
How we carry it: entries say what comes by such a parameter, under the name it asks for or its own; a declared alias says more than the name.
What is approximated: an alias that is no constant is not read.
"""

import logging
from typing import Annotated

from fastapi import Cookie, Form, Header, Query

log = logging.getLogger(__name__)
Agent = Annotated[str, Header(alias="User-Agent")]


def cookies(sid: str = Cookie(None), ads: Annotated[str | None, Cookie()] = None):
    log.info(sid)  # expect: PUR101 login.cookie
    log.info(ads)  # expect: PUR101 login.cookie


def headers(
    came: str = Header(alias="X-Forwarded-For"),
    real: Annotated[str, Header(alias="X-Real-IP")] = "",
    forwarded: str = Header(),
    shown: str = Header(None, alias="Authorization"),
    authorization: str | None = Header(None),
):
    log.info(came)  # expect: PUR101 login.ip_address
    log.info(real)  # expect: PUR101 login.ip_address
    log.info(forwarded)  # expect: PUR101 login.ip_address
    log.info(shown)  # expect: PUR101 credential.token
    log.info(authorization)  # expect: PUR101 credential.token


def by_an_alias_of_the_type(agent: Agent):
    log.info(agent)  # expect: PUR101 login.user_agent


def other_headers(host: str = Header(), request_id: str = Header(None, alias="X-Request-Id"), plain: str = ""):
    log.info(host)
    log.info(request_id)
    log.info(plain)


def fields(
    email: str = Form(), contact: str = Form(alias="email"), q: Annotated[str, Query(alias="phone_number")] = ""
):
    log.info(email)  # expect: PUR101 identity.email
    log.info(contact)  # expect: PUR101 identity.email
    log.info(q)  # expect: PUR101 identity.phone


def other_fields(state: str = Query(), code: str = Query(), size: int = Form(1, alias="page_size"), name: str = Form()):
    log.info("%s %s %s %s", state, code, size, name)
